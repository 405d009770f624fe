internal import ArgumentParser
internal import Digests
internal import Downdraft
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

    @Option(
        help: ArgumentHelp(
            "Sign the JSON with a key that 'downdraft key' made.", valueName: "file"))
    var sign: String?

    /// Makes a report and writes it.
    ///
    /// - Throws: `Failure` where it cannot be made or written; the exit code of a thin answer, after
    ///   the report is written, where it leans on something missing.
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

    /// The same with a report from a store. In JSON it says by which command it was made from
    /// which rows of a store, so that it can be verified.
    func write(from store: String, _ make: () async throws -> Report) async throws {
        let report: Report
        do {
            report = try await make()
            try publish(format == .json ? receipted(report, store) : report)
        } catch {
            throw Failure(error)
        }
        try conclude(report)
    }

    private func receipted(_ report: Report, _ store: String) throws -> Report {
        var report = report
        report.command = Invocation(CommandLine.arguments.dropFirst()).recorded(
            asOf: report.asOf)
        report.receipts = try Engine(store: store).receipts(of: report)
        return report
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

    /// In JSON, the text with a seal, signed where a key is named.
    private func sealed(_ text: String) throws -> String {
        guard format == .json else {
            guard sign == nil else {
                throw Failure(
                    status: .usage, message: "only JSON is signed — add --format json")
            }
            return text
        }
        let key = try sign.map { try KeyFile(path: $0).key() }
        return DocumentSeal.sealed(text, by: key) ?? text
    }

    private func publish(_ report: Report) throws {
        let screen = StandardStream.output
        let renderer = format.report.renderer(
            width: output == nil ? screen.columns : 100,
            colour: output == nil && screen.showsColour)
        let text = try sealed(renderer.render(report))
        if let output {
            try ReportFile(path: output).write(text)
        } else {
            try screen.writeAll(text)
        }
    }
}
