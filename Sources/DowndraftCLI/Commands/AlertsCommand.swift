internal import ArgumentParser
internal import Downdraft
internal import Import
internal import Market
internal import Narrative
internal import Outlook

/// `downdraft alerts`: which rules have gone off, and what they say will follow.
struct AlertsCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "Tell which alerts have gone off, and how likely what they say is.",
        discussion: """
              downdraft alerts --at 2025-01-27T12:00Z
              downdraft alerts --window 7d --rules mine.json
            A rule has a threshold to go off at, another to be over at, and a cool-down; Docs/alerts.md tells how to \
            write one. With --record its claims are written down in the store, for 'downdraft score' to judge when \
            they come due.
            """)

    @Option(help: ArgumentHelp("Rules of your own, in JSON.", valueName: "file"))
    var rules: String?

    @Flag(inversion: .prefixedNo, help: "Write the claims down in the store.")
    var record = false

    @OptionGroup var asked: QuestionOptions
    @OptionGroup var written: ReportOptions

    var store: String { asked.storeOption.path }
    var readsFiles: Bool { rules != nil }
    var writesStore: Bool { record }

    func report() throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        return try engine.alerts(
            try asked.question(of: engine),
            rules: try rules.map { try AlertFile.rules(atPath: $0) },
            issuedAt: record ? SystemClock.moment : nil)
    }
}
