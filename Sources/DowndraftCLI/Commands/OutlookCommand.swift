internal import ArgumentParser
internal import Downdraft
internal import Market
internal import Narrative

/// `downdraft outlook`: scenarios between levels, with how likely they are.
struct OutlookCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "outlook",
        abstract: "Tell which levels may break, hold or be reached, and how likely.",
        discussion: """
              downdraft outlook TOTAL --at 2025-01-27T12:00Z
              downdraft outlook BTC --days 5 --no-record
            Its forecasts are written down in the store, for 'downdraft score' to judge when they come due.
            """)

    @Argument(help: "The chart: TOTAL, or an asset such as BTC.")
    var chart = "TOTAL"

    @Option(help: ArgumentHelp("How many days to look ahead.", valueName: "count"))
    var days = Engine.usualOutlookDays

    @Flag(inversion: .prefixedNo, help: "Write the forecasts down in the store.")
    var record = true

    @OptionGroup var asked: InstantOptions
    @OptionGroup var written: ReportOptions

    var store: String { asked.storeOption.path }
    var writesStore: Bool { record }

    func report() async throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        let question = try asked.question(of: engine)
        return try await engine.outlook(
            of: try engine.charted(chart, question), question, days: days,
            issuedAt: record ? SystemClock.moment : nil)
    }
}
