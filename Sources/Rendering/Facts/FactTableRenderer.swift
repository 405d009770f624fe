import Market
import Narrative
public import Evidence

/// Facts without prose: one a row for a screen, or one an object for programs.
public struct FactTableRenderer: Sendable {
    /// The columns of the screen, from 60 to 400.
    public let width: Int
    /// Whether colour and weight are written.
    public let colour: Bool

    let marking: any OriginMarking

    /// A renderer; `width` is brought into 60 to 400.
    public init(width: Int = 160, colour: Bool = false) {
        self.init(width: width, colour: colour, marking: PlainMarking())
    }

    init(width: Int, colour: Bool, marking: any OriginMarking) {
        self.width = max(60, min(400, width))
        self.colour = colour
        self.marking = marking
    }

    /// The facts as an aligned table, in the order given.
    public func table(_ facts: [Fact]) -> String {
        guard !facts.isEmpty else { return "no facts\n" }
        let titles = [
            "measure", "subject", "value", "low to high", "standing", "observed at", "method", "id",
        ]
        let columns = titles.map { title in
            TerminalTable.Column(
                title: [TerminalPiece(title, .quiet)], isTrailing: title == "value")
        }
        let table = TerminalTable(columns: columns, rows: facts.map(row))
        return TerminalPaint(colour: colour, marking: marking).write(table.lines(width: width))
    }

    /// The facts as a JSON array, in the order given, each as in `downdraft.report/1`.
    public func json(_ facts: [Fact]) -> String {
        JSONNode.array(facts.map { EvidenceNodes.node($0) }).text
    }

    private func row(_ fact: Fact) -> [TerminalLine] {
        let hasInterval = fact.low != nil && fact.high != nil
        let value = DisplayWidth.truncated(NumberFormat.text(fact), to: 60)
        return [
            cell(fact.measure.text, fact), cell(fact.subject.text, fact),
            [TerminalPiece(value, TerminalPiece.signed(value) ?? .plain, .fact(fact))],
            hasInterval ? cell(NumberFormat.text(fact, .interval), fact) : [],
            [TerminalPiece(EnglishPage().standing(fact.standing))],
            cell(fact.observedAt?.description ?? "", fact),
            cell(fact.method.description, fact), cell(fact.id, fact),
        ]
    }

    private func cell(_ text: String, _ fact: Fact) -> TerminalLine {
        [TerminalPiece(CleanText.inline(text), .plain, .fact(fact))]
    }
}
