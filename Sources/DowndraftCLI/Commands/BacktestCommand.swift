internal import ArgumentParser
internal import Downdraft

/// `downdraft backtest`: how good what we say was over all history in the store.
struct BacktestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Score what would have been said over all history in the store.",
        subcommands: [BacktestOutlookCommand.self, BacktestCausesCommand.self])
}

/// `downdraft backtest outlook`: probabilities of levels, day by day.
struct BacktestOutlookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outlook",
        abstract: "Walk forward over the days of a chart, and score the outlook's probabilities.",
        discussion: """
              downdraft backtest outlook BTC
              downdraft backtest outlook TOTAL --state walk.json
            With a state file a walk that was broken off is taken up again, and ends at the same bytes.
            """)

    @Argument(help: "The chart: TOTAL, or an asset such as BTC.")
    var chart = "TOTAL"

    @Option(
        help: ArgumentHelp("Where the walk is kept, so that it can be resumed.", valueName: "file"))
    var state: String?

    @OptionGroup var asked: InstantOptions
    @OptionGroup var written: ReportOptions

    func run() async throws {
        try await written.write {
            let engine = Engine(store: asked.storeOption.path)
            let question = try asked.question(of: engine)
            let file = state.map { ReportFile(path: $0) }
            var progress = ProgressBar(on: .error)
            defer { progress.clear() }
            return try engine.backtest(
                outlookOf: try engine.charted(chart, question), question,
                resuming: try file?.contents(),
                save: file.map { file in
                    { try file.write(String(decoding: $0, as: UTF8.self)) }
                },
                progress: { progress.show(done: $0, of: $1, "days") })
        }
    }
}

/// `downdraft backtest causes`: how often the test of causes finds something.
struct BacktestCausesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "causes",
        abstract: "Count how often a cause is found, on quiet days and on days of a move.",
        discussion: "  downdraft backtest causes --threshold 0.05")

    @Option(
        help: ArgumentHelp(
            "How far the market must go in a day to count as a move.", valueName: "share"))
    var threshold = 0.05

    @OptionGroup var asked: InstantOptions
    @OptionGroup var written: ReportOptions

    func run() async throws {
        try await written.write {
            let engine = Engine(store: asked.storeOption.path)
            return try engine.backtest(
                causesOver: threshold, try asked.question(of: engine))
        }
    }
}
