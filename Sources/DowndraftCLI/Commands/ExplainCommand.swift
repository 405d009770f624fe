internal import ArgumentParser
internal import Downdraft
internal import Narrative
internal import Rendering

/// `downdraft explain`: the report.
struct ExplainCommand: ParsableCommand {
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

    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain how and why the market moved.")

    @OptionGroup var asked: QuestionOptions

    @Option(help: "The format of the report.")
    var format = Format.terminal

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write the report; by default here.", valueName: "file"))
    var output: String?

    func run() throws {
        do {
            let engine = Engine(store: asked.storeOption.path)
            let report = try engine.answer(try asked.question(of: engine))
            let screen = StandardStream.output
            let renderer = format.report.renderer(
                width: output == nil ? screen.columns : 100,
                colour: output == nil && screen.showsColour)
            try write(renderer.render(report))
            guard report.isThin else { return }
            let missing = report.gaps.count { $0.severity == .thin }
            StandardStream.error.write(
                "downdraft: the answer is thin: \(missing) of its parts missing — "
                    + "see 'What we do not know'\n")
        } catch {
            throw Failure(error)
        }
        throw ExitCode(ExitStatus.thinAnswer.rawValue)
    }

    private func write(_ text: String) throws {
        if let output {
            try ReportFile(path: output).write(text)
        } else {
            try StandardStream.output.writeAll(text)
        }
    }
}
