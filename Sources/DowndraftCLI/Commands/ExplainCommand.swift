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
        commandName: "explain", abstract: "Explain how and why the market moved.")

    @OptionGroup var asked: QuestionOptions
    @OptionGroup var written: ReportOptions

    @Option(help: "How much is told: three sentences, everything, or posts.")
    var style = Style.report

    @Option(help: "The language of the report.")
    var language = Tongue.en

    var store: String { asked.storeOption.path }

    func report() throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        return try engine.answer(try asked.question(of: engine))
            .retold(style.told, in: language.told)
    }
}
