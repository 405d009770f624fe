internal import ArgumentParser
internal import Downdraft

/// `downdraft score`: what became of forecasts that have come due.
struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Judge the scenarios, levels, alerts and causes in the store that have come due.")

    @OptionGroup var asked: InstantOptions
    @OptionGroup var written: ReportOptions

    func run() async throws {
        try await written.write {
            let engine = Engine(store: asked.storeOption.path)
            // A forecast is judged at the moment of asking, not at the last bar: it waits for missing ones.
            let instant = try asked.at.map { _ in try asked.asOf(of: engine) } ?? SystemClock.moment
            return try engine.score(Question(asOf: instant))
        }
    }
}
