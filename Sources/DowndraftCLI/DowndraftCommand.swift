internal import ArgumentParser

/// The command line: parses, calls, renders, and turns errors into exit codes.
@main
struct DowndraftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "downdraft",
        abstract: "Why did the crypto market move? An answer whose every number can be recomputed.",
        discussion: """
            Import a case once, then ask:

              downdraft import Cases/2025-01-27
              downdraft explain --at 2025-01-27T12:00Z
              downdraft explain --day 2025-01-27 --format html --output report.html
              downdraft facts --measure 'change.*' --subject 'asset:*'

            Times are UTC. Nothing is fetched: the answer comes from the store alone.

            \(ExitStatus.table)
            """,
        version: "0.1.0",
        subcommands: [
            ExplainCommand.self, IndexCommand.self, MoversCommand.self, LevelsCommand.self,
            LiquidationsCommand.self, SimulateCommand.self, OutlookCommand.self, AlertsCommand.self,
            ScoreCommand.self, BacktestCommand.self,
            CheckCommand.self, MarginCommand.self,
            ReceiptCommand.self, VerifyCommand.self, KeyCommand.self,
            IndicatorsCommand.self,
            FactsCommand.self,
            ImportCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as Failure {
            StandardStream.error.write("downdraft: \(error.message)\n")
            exit(withError: ExitCode(error.status.rawValue))
        } catch {
            exit(withError: error)
        }
    }
}
