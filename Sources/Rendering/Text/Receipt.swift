import Market
import Narrative
import Evidence

/// What a reader who doubts a number is shown: where it came from, in a few lines.
enum Receipt {
    /// The receipt of whatever vouches for a text.
    static func lines(_ origin: Origin) -> [String] {
        switch origin {
        case .fact(let fact), .name(let fact): lines(fact)
        case .series(let series):
            [
                "\(series.measure) of \(series.subject)",
                "\(series.method), \(standing(series.standing))",
                "as of \(series.asOf)",
            ].map(CleanText.inline) + origins(series.provenance)
        case .curve(let curve):
            [
                "\(curve.measure) of \(curve.subject)",
                "\(curve.method), \(standing(curve.standing))",
                "as of \(curve.asOf)",
            ].map(CleanText.inline) + origins(curve.provenance)
        case .source(let source): [CleanText.inline("source \(source.id)")]
        }
    }

    private static func lines(_ fact: Fact) -> [String] {
        var lines = ["\(fact.measure) of \(fact.subject)"]
        if fact.low != nil, fact.high != nil {
            lines.append("from " + NumberFormat.text(fact, .interval))
        }
        lines.append("\(fact.method), \(standing(fact.standing))")
        if let observed = fact.observedAt { lines.append("observed \(observed)") }
        lines.append("as of \(fact.asOf)")
        return lines.map(CleanText.inline) + origins(fact.provenance)
            + ["more: downdraft receipt \(fact.id)"]
    }

    /// The sources, and the first of the selections of rows; `downdraft receipt` shows them all.
    private static func origins(_ provenance: Provenance) -> [String] {
        let shown = provenance.rows.prefix(3).map { "rows: " + $0.readable }
        let hidden = provenance.rows.count - shown.count
        return
            (["source: " + names(provenance.sources.map(\.text))] + shown
            + (hidden > 0 ? ["and \(hidden) more selections of rows"] : []))
            .map(CleanText.inline)
    }

    /// A standing in words.
    static func standing(_ standing: Fact.Standing) -> String {
        switch standing {
        case .measured: "measured"
        case .floor: "a floor"
        case .estimated: "estimated"
        case .simulated: "simulated"
        case .undecidable: "undecidable"
        case .noData: "no data"
        }
    }

    private static func names(_ names: [String]) -> String {
        names.isEmpty ? "no source" : names.joined(separator: ", ")
    }
}
