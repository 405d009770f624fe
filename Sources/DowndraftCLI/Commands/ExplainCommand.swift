internal import ArgumentParser
internal import Downdraft
internal import Narrative

/// `downdraft explain`: the report.
struct ExplainCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain how and why the market moved.")

    @OptionGroup var asked: QuestionOptions
    @OptionGroup var written: ReportOptions

    var store: String { asked.storeOption.path }

    func report() throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        return try engine.answer(try asked.question(of: engine))
    }
}
