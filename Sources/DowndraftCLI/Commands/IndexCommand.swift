internal import ArgumentParser
internal import Downdraft
internal import Import
internal import Indices
internal import Narrative

/// `downdraft index`: what an index of ours did, and what made its change.
struct IndexCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Measure an index by its definition, and split its change exactly.",
        discussion: """
            The change of what the members are worth is split into prices, supplies, stablecoins and \
            membership; the level is moved by prices alone.

              downdraft index total --at 2025-01-27T12:00Z
              downdraft index sector:ai --window 7d
              downdraft index total --at 2025-01-28T12:00Z --reconcile
              downdraft index mine --definitions mine.json
            """)

    @Argument(help: "The index: total, total2, others, own, sqrt30, sector:ai and so on.")
    var name = "total"

    @Flag(help: "Hold it against TradingView's TOTAL, hour by hour, and coin by coin.")
    var reconcile = false

    @Option(help: ArgumentHelp("Definitions of your own, in JSON.", valueName: "file"))
    var definitions: String?

    @OptionGroup var asked: QuestionOptions
    @OptionGroup var written: ReportOptions

    var store: String { asked.storeOption.path }

    var readsFiles: Bool { definitions != nil }

    func report() throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        return try engine.index(
            name, try asked.question(of: engine), compares: reconcile,
            definitions: try definitions.map { try IndexFile.definitions(atPath: $0) } ?? [])
    }
}
