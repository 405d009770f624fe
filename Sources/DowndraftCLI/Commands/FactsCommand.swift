internal import ArgumentParser
internal import Downdraft
internal import Evidence
internal import Narrative
internal import Rendering

/// `downdraft facts`: the figures behind a report, picked by name.
struct FactsCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case terminal, json
    }

    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract: "List the facts of a report, by measure and subject.",
        discussion: """
            A pattern may hold *, which stands for any characters:

              downdraft facts --at 2025-01-27T12:00Z --measure rsi.14 --subject index:TOTAL
              downdraft facts --measure 'liquidations.*' --subject 'venue:binance/*' --format json
            """)

    @OptionGroup var asked: QuestionOptions

    @Option(help: ArgumentHelp("Which measures, such as change.24h.", valueName: "pattern"))
    var measure = "*"

    @Option(help: ArgumentHelp("Which subjects, such as asset:BTC.", valueName: "pattern"))
    var subject = "*"

    @Option(help: "The format of the list.")
    var format: Format = .terminal

    func run() throws {
        do {
            let engine = Engine(store: asked.storeOption.path)
            let report = try engine.answer(try asked.question(of: engine))
            let facts = report.book.facts.filter { fact in
                Wildcard(measure).matches(fact.measure.text)
                    && Wildcard(subject).matches(fact.subject.text)
            }
            let screen = StandardStream.output
            let renderer = FactTableRenderer(
                width: screen.isTerminal ? screen.columns : 200, colour: screen.showsColour)
            try screen.writeAll(
                format == .json ? renderer.json(facts) : renderer.table(facts))
            guard facts.isEmpty else { return }
            throw Failure(
                status: .outsideData,
                message: "no fact is named so — 'downdraft facts' without patterns lists them all")
        } catch {
            throw Failure(error)
        }
    }
}
