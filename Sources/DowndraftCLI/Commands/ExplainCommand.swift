internal import ArgumentParser
internal import Downdraft
internal import Narrative

/// `downdraft explain`: the report.
struct ExplainCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain how and why the market moved.",
        discussion: """
              downdraft explain --at 2025-01-27T12:00Z
            With --record its causes and the levels ahead are written down in the store, for 'downdraft score' to \
            judge when they come due.
            """)

    @Flag(
        inversion: .prefixedNo, help: "Write its causes and the levels ahead down in the store.")
    var record = false

    @OptionGroup var asked: QuestionOptions
    @OptionGroup var written: ReportOptions

    var store: String { asked.storeOption.path }

    func report() throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        return try engine.answer(
            try asked.question(of: engine), issuedAt: record ? SystemClock.moment : nil)
    }
}
