internal import ArgumentParser
internal import Downdraft
internal import Market
internal import Narrative

/// `downdraft movers`: which assets moved furthest.
struct MoversCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "movers",
        abstract: "List the assets that moved furthest, against the market and their own days.")

    @Option(help: "How many stand in each table, from 1 to 500.")
    var top = 10

    @Option(help: ArgumentHelp("Keep to one sector, such as ai.", valueName: "sector"))
    var sector: String?

    @OptionGroup var asked: QuestionOptions
    @OptionGroup var written: ReportOptions

    var store: String { asked.storeOption.path }

    func validate() throws {
        guard (1...500).contains(top) else {
            throw ValidationError("--top takes a number from 1 to 500")
        }
    }

    func report() throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        return try engine.movers(
            try asked.question(of: engine), count: top, sector: sector.map { SectorID($0) })
    }
}
