import Market
import Narrative
import Evidence

/// What a reader who doubts a number is shown: where it came from, in a few lines.
enum Receipt {
    /// The receipt of whatever vouches for a text.
    static func lines(
        _ origin: Origin, in language: any PageLanguage = EnglishPage()
    ) -> [String] {
        let lines: [String] =
            switch origin {
            case .fact(let fact), .name(let fact): fields(fact, language)
            case .series(let series):
                [
                    "\(series.measure) \(language.word(.receiptOf)) \(series.subject)",
                    "\(series.method), \(language.standing(series.standing))",
                    "\(language.word(.receiptAsOf)) \(series.asOf)",
                ] + origins(series.provenance, language)
            case .curve(let curve):
                [
                    "\(curve.measure) \(language.word(.receiptOf)) \(curve.subject)",
                    "\(curve.method), \(language.standing(curve.standing))",
                    "\(language.word(.receiptAsOf)) \(curve.asOf)",
                ] + origins(curve.provenance, language)
            case .source(let source): ["\(language.word(.receiptNamed)) \(source.id)"]
            case .place: []
            }
        return lines.map(CleanText.inline)
    }

    private static func fields(_ fact: Fact, _ language: any PageLanguage) -> [String] {
        var lines = ["\(fact.measure) \(language.word(.receiptOf)) \(fact.subject)"]
        if fact.low != nil, fact.high != nil {
            lines.append(
                language.word(.receiptFrom) + NumberFormat.text(fact, .interval, in: language))
        }
        lines.append("\(fact.method), \(language.standing(fact.standing))")
        if let observed = fact.observedAt {
            lines.append("\(language.word(.receiptObserved)) \(observed)")
        }
        lines.append("\(language.word(.receiptAsOf)) \(fact.asOf)")
        return lines + origins(fact.provenance, language)
            + ["\(language.word(.receiptMore)): downdraft receipt \(fact.id)"]
    }

    /// The sources, and the first of the selections of rows; `downdraft receipt` shows them all.
    private static func origins(_ provenance: Provenance, _ language: any PageLanguage) -> [String]
    {
        let shown = provenance.rows.prefix(3).map {
            "\(language.word(.receiptRows)): \($0.readable)"
        }
        let hidden = provenance.rows.count - shown.count
        return [source(provenance.sources.map(\.text), language)] + shown
            + (hidden > 0 ? ["\(language.word(.receiptRows)): … +\(hidden)"] : [])
    }

    private static func source(_ names: [String], _ language: any PageLanguage) -> String {
        let names = names.isEmpty ? language.word(.receiptNoSource) : names.joined(separator: ", ")
        return "\(language.word(.receiptSource)): \(names)"
    }
}
