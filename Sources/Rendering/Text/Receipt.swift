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
                "source: " + names(series.sources.map(\.text)),
            ].map(CleanText.inline)
        case .curve(let curve):
            [
                "\(curve.measure) of \(curve.subject)",
                "\(curve.method), \(standing(curve.standing))",
                "as of \(curve.asOf)",
                "source: " + names(curve.sources.map(\.text)),
            ].map(CleanText.inline)
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
        lines.append("source: " + names(fact.sources.map(\.text)))
        return lines.map(CleanText.inline)
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
