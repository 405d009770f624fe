internal import ArgumentParser
internal import Downdraft
internal import Narrative

/// `downdraft explain`: the report.
struct ExplainCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain how and why the market moved.")

    @OptionGroup var asked: QuestionOptions
    @OptionGroup var narrated: NarratorOptions
    @OptionGroup var written: ReportOptions

    var store: String { asked.storeOption.path }

    /// A model's words are not in the store, and no file that is verified may have anything sent anywhere.
    var readsFiles: Bool { narrated.narrator == .model }

    func report() throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        return try narrated.worded(try engine.answer(try asked.question(of: engine)))
    }
}
