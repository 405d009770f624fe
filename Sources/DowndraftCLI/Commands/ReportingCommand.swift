internal import ArgumentParser
internal import Narrative

/// A command that makes a report from a store: made again from the same rows it is the same.
protocol ReportingCommand: AsyncParsableCommand {
    /// How the report is written.
    var written: ReportOptions { get }
    /// The path of the store.
    var store: String { get }
    /// Whether it reads files besides the store, so that the store alone cannot give the same report.
    var readsFiles: Bool { get }
    /// Whether it writes to the store.
    var writesStore: Bool { get }
    /// Makes the report.
    func report() async throws -> Report
}

extension ReportingCommand {
    var readsFiles: Bool { false }
    var writesStore: Bool { false }

    func run() async throws {
        try await written.write(from: store) { try await report() }
    }
}
