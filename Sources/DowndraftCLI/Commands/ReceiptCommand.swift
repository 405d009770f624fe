internal import ArgumentParser
internal import Downdraft
internal import Narrative

/// `downdraft receipt`: one fact, down to its rows.
struct ReceiptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Show how a fact was found, and the rows it was made from.",
        discussion: """
              downdraft facts --at 2025-01-27T12:00Z --measure rsi.14 --format json
              downdraft receipt 4f2a --at 2025-01-27T12:00Z
              downdraft receipt 4f2a --report report.json
            Without --report the fact is looked for in 'downdraft explain'.
            """)

    @Argument(help: "The fact's id, or the first digits of it.")
    var fact: String

    @Option(help: ArgumentHelp("The report it stands in, in JSON.", valueName: "file"))
    var report: String?

    @Option(help: "How many rows of each selection are shown, from 0 to 100,000.")
    var rows = 10

    @OptionGroup var asked: QuestionOptions
    @OptionGroup var written: ReportOptions

    func validate() throws {
        guard (0...100_000).contains(rows) else {
            throw ValidationError("--rows takes a number from 0 to 100000")
        }
    }

    func run() async throws {
        let store = asked.storeOption.path
        try await written.write(from: store) {
            let engine = Engine(store: store)
            return try engine.receipt(
                fact.lowercased(), in: try await found(engine), showing: rows)
        }
    }

    private func found(_ engine: Engine) async throws -> Report {
        guard let report else { return try engine.answer(try asked.question(of: engine)) }
        return try await StatedCommand(path: report, store: asked.storeOption.path).report()
    }
}
