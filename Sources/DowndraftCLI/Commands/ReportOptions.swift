internal import ArgumentParser
internal import Narrative
internal import Rendering

/// In what format a report is written, and where to.
struct ReportOptions: ParsableArguments {
    /// The formats, as the command line spells them.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case terminal, markdown, html, json

        var report: ReportFormat {
            switch self {
            case .terminal: .terminal
            case .markdown: .markdown
            case .html: .html
            case .json: .json
            }
        }
    }

    @Option(help: "The format of the report.")
    var format = Format.terminal

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write the report; by default here.", valueName: "file"))
    var output: String?

    /// Makes a report and writes it.
    ///
    /// - Throws: `Failure` where it cannot be made or written; the exit code of a thin answer, after
    ///   the report is written, where it leans on something missing.
    func write(_ make: () throws -> Report) throws {
        let report: Report
        do {
            report = try make()
            try publish(report)
        } catch {
            throw Failure(error)
        }
        try conclude(report)
    }

    /// The same with a report that takes all cores to make.
    func write(_ make: () async throws -> Report) async throws {
        let report: Report
        do {
            report = try await make()
            try publish(report)
        } catch {
            throw Failure(error)
        }
        try conclude(report)
    }

    private func conclude(_ report: Report) throws {
        guard report.isThin else { return }
        let missing = report.gaps.count { $0.severity == .thin }
        let pointer =
            report.style == .report
            ? "see '\(report.language.missingTitle)'" : "ask for --style report"
        StandardStream.error.write(
            "downdraft: the answer is thin: \(missing) of its parts missing — \(pointer)\n")
        throw ExitCode(ExitStatus.thinAnswer.rawValue)
    }

    private func publish(_ report: Report) throws {
        let screen = StandardStream.output
        let renderer = format.report.renderer(
            width: output == nil ? screen.columns : 100,
            colour: output == nil && screen.showsColour)
        let text = renderer.render(report)
        if let output {
            try ReportFile(path: output).write(text)
        } else {
            try screen.writeAll(text)
        }
    }
}
