internal import ArgumentParser
internal import Downdraft
internal import Narrative

/// `downdraft indicators`: what the usual indicators read on one chart.
struct IndicatorsCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Read the usual indicators on a chart, on closed days and with today so far.")

    @Argument(help: "The chart: TOTAL, or an asset such as BTC.")
    var chart = "TOTAL"

    @OptionGroup var asked: InstantOptions
    @OptionGroup var written: ReportOptions

    var store: String { asked.storeOption.path }

    func report() throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        let question = try asked.question(of: engine)
        return try engine.indicators(of: try engine.charted(chart, question), question)
    }
}
