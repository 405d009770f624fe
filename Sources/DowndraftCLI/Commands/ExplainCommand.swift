internal import ArgumentParser
internal import Downdraft
internal import Narrative

/// `downdraft explain`: the report.
struct ExplainCommand: ReportingCommand {
    /// The styles, as the command line spells them.
    enum Style: String, CaseIterable, ExpressibleByArgument {
        case brief, report, thread

        var told: ReportStyle {
            switch self {
            case .brief: .brief
            case .report: .report
            case .thread: .thread
            }
        }
    }

    /// The languages, as the command line spells them.
    enum Tongue: String, CaseIterable, ExpressibleByArgument {
        case en, es

        var told: Language {
            switch self {
            case .en: .english
            case .es: .spanish
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain how and why the market moved.",
        discussion: """
              downdraft explain --at 2025-01-27T12:00Z
            With --record its causes and the levels ahead are written down in the store, for 'downdraft score' to \
            judge when they come due.
            """)

    @Flag(
        inversion: .prefixedNo, help: "Write its causes and the levels ahead down in the store.")
    var record = false

    @OptionGroup var asked: QuestionOptions
    @OptionGroup var narrated: NarratorOptions
    @OptionGroup var written: ReportOptions

    @Option(help: "How much is told: three sentences, everything, or posts.")
    var style = Style.report

    @Option(help: "The language of the report.")
    var language = Tongue.en

    var store: String { asked.storeOption.path }
    var writesStore: Bool { record }

    /// A model's words are not in the store, and no file that is verified may have anything sent anywhere.
    var readsFiles: Bool { narrated.narrator == .model }

    func validate() throws {
        guard narrated.narrator == .template || language == .en else {
            throw ValidationError(
                "a model words reports in English — leave out --language or --narrator")
        }
    }

    func report() throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        let answer = try engine.answer(
            try asked.question(of: engine), issuedAt: record ? SystemClock.moment : nil)
        return try narrated.worded(answer.retold(style.told, in: language.told))
    }
}
