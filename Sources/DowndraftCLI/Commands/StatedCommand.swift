internal import ArgumentParser
internal import Downdraft
internal import Narrative

/// The command that a report's file says it was made by.
struct StatedCommand {
    /// What the file states.
    let stated: StatedReport
    private let path: String
    private let store: String

    /// Reads a file, `-` for standard input; its command is asked of a store.
    init(path: String, store: String) throws {
        self.path = path
        self.store = store
        stated = try StatedReport(
            ArticleFile(path: path, limit: StatedReport.mostBytes).contents())
    }

    /// The report that the command gives now, with its receipts.
    func report() async throws -> Report {
        guard !stated.command.isEmpty else {
            throw Failure(
                status: .usage,
                message: "\(path): does not say by which command it was made — make it anew")
        }
        var report = try await parsed(stated.command).report()
        report.command = stated.command
        report.receipts = try Engine(store: store).receipts(of: report)
        return report
    }

    /// Only commands that make a report from the store and do nothing else are run, on the store given.
    private func parsed(_ arguments: [String]) throws -> any ReportingCommand {
        let recording =
            ["explain", "outlook", "alerts"].contains(arguments.first ?? "") ? ["--no-record"] : []
        guard
            let command = try? DowndraftCommand.parseAsRoot(
                arguments + recording + ["--store", store]) as? any ReportingCommand,
            !command.readsFiles
        else {
            throw Failure(
                status: .usage,
                message: """
                    \(path): made by '\(arguments.prefix(2).joined(separator: " "))', which cannot be made \
                    again from a store alone
                    """)
        }
        return command
    }
}
