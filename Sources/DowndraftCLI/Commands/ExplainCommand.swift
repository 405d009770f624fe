internal import ArgumentParser
internal import Downdraft

/// `downdraft explain`: the report.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain how and why the market moved.")

    @OptionGroup var asked: QuestionOptions
    @OptionGroup var written: ReportOptions

    func run() throws {
        try written.write {
            let engine = Engine(store: asked.storeOption.path)
            return try engine.answer(try asked.question(of: engine))
        }
    }
}
