internal import ArgumentParser
internal import Downdraft
internal import Market
internal import Narrative

/// `downdraft levels`: the levels of one chart.
struct LevelsCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "levels",
        abstract: "Find the levels of a chart, and test each kind of them against chance.",
        discussion: """
              downdraft levels TOTAL --at 2025-01-27T12:00Z
              downdraft levels TOTAL --since 2024-11-21
              downdraft levels BTC --format html --output levels.html
            """)

    @Argument(help: "The chart: TOTAL, or an asset such as BTC.")
    var chart = "TOTAL"

    @Option(
        help: ArgumentHelp(
            "Anchor trend lines on or after a UTC day, and ask how averages held since.",
            valueName: "date"))
    var since: String?

    @OptionGroup var asked: InstantOptions
    @OptionGroup var written: ReportOptions

    var store: String { asked.storeOption.path }

    func report() throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        let question = try asked.question(of: engine)
        return try engine.levels(
            of: try engine.charted(chart, question), question, since: try since.map(day))
    }

    private func day(_ text: String) throws -> Timestamp {
        guard let day = CalendarDay(text) else {
            throw Failure(
                status: .usage, message: "'\(text)' is not a day — write it as 2024-11-21")
        }
        return day.start
    }
}
