internal import ArgumentParser
internal import Downdraft
internal import Narrative

/// `downdraft simulate`: what forced selling can account for, and what levels would set off.
struct SimulateCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract:
            "Tell how much of a move can have been forced, and what the next levels would force.",
        discussion: """
              downdraft simulate BTC --at 2025-01-27T12:00Z
              downdraft simulate TOTAL --format html --output cascade.html
            """)

    @Argument(help: "The chart: TOTAL, or an asset such as BTC.")
    var chart = "TOTAL"

    @Option(
        help: ArgumentHelp(
            "How many worlds are drawn, \(Engine.usualDraws) or more.", valueName: "count"))
    var draws = Engine.usualDraws

    @OptionGroup var asked: QuestionOptions
    @OptionGroup var written: ReportOptions

    var store: String { asked.storeOption.path }

    func report() async throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        let question = try asked.question(of: engine)
        return try await engine.simulate(
            try engine.charted(chart, question), question, draws: draws)
    }
}
