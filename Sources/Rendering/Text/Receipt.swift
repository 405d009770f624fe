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
                    source(series.sources.map(\.text), language),
                ]
            case .curve(let curve):
                [
                    "\(curve.measure) \(language.word(.receiptOf)) \(curve.subject)",
                    "\(curve.method), \(language.standing(curve.standing))",
                    "\(language.word(.receiptAsOf)) \(curve.asOf)",
                    source(curve.sources.map(\.text), language),
                ]
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
        lines.append(source(fact.sources.map(\.text), language))
        return lines
    }

    private static func source(_ names: [String], _ language: any PageLanguage) -> String {
        let names = names.isEmpty ? language.word(.receiptNoSource) : names.joined(separator: ", ")
        return "\(language.word(.receiptSource)): \(names)"
    }
}
