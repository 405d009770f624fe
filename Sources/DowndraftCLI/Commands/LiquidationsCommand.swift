internal import ArgumentParser
internal import Downdraft
internal import Narrative

/// `downdraft liquidations`: what was liquidated, as floors.
struct LiquidationsCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "liquidations",
        abstract: "Add up published liquidations as the floors they are.")

    @Flag(help: "Add what a venue's share of later months would imply; not known on the day.")
    var hindsight = false

    @OptionGroup var asked: QuestionOptions
    @OptionGroup var written: ReportOptions

    var store: String { asked.storeOption.path }

    func report() throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        return try engine.liquidations(
            try asked.question(of: engine), hindsight: hindsight)
    }
}
