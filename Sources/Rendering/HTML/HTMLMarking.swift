import Market
import Evidence

/// Wraps text with an origin in a span that carries its receipt; it can be hovered and focused.
struct HTMLMarking: OriginMarking {
    /// The language of the receipts.
    var language: any PageLanguage = EnglishPage()

    func telling(_ language: any PageLanguage) -> any OriginMarking {
        HTMLMarking(language: language)
    }

    func mark(_ text: String, _ origin: Origin) -> String {
        let receipt = HTMLEscaping.attribute(Receipt.lines(origin, in: language))
        switch origin {
        case .fact(let fact):
            return "<span class=\"fact \(fact.standing.rawValue)\" data-fact=\"\(fact.id)\" "
                + "tabindex=\"0\" title=\"\(receipt)\">\(text)</span>"
        case .name(let fact):
            return "<span class=\"fact\" data-fact=\"\(fact.id)\" title=\"\(receipt)\">"
                + "\(text)</span>"
        case .series(let series):
            return "<span class=\"fact\" data-series=\"\(series.id)\" title=\"\(receipt)\">"
                + "\(text)</span>"
        case .curve(let curve):
            return "<span class=\"fact\" data-series=\"\(curve.id)\" title=\"\(receipt)\">"
                + "\(text)</span>"
        case .source(let source):
            return
                "<span data-source=\"\(HTMLEscaping.text(CleanText.inline(source.id.text)))\">\(text)</span>"
        case .place: return text
        }
    }
}

/// The same within a picture, where the receipt is a `title` element.
struct SVGMarking: OriginMarking {
    /// The language of the receipts.
    var language: any PageLanguage = EnglishPage()

    func telling(_ language: any PageLanguage) -> any OriginMarking {
        SVGMarking(language: language)
    }

    func mark(_ text: String, _ origin: Origin) -> String {
        let receipt = HTMLEscaping.attribute(Receipt.lines(origin, in: language))
        let name =
            switch origin {
            case .fact(let fact), .name(let fact): "data-fact=\"\(fact.id)\""
            case .series(let series): "data-series=\"\(series.id)\""
            case .curve(let curve): "data-series=\"\(curve.id)\""
            case .source(let source):
                "data-source=\"\(HTMLEscaping.text(CleanText.inline(source.id.text)))\""
            case .place: "data-place=\"\""
            }
        return "<tspan class=\"fact\" \(name)><title>\(receipt)</title>\(text)</tspan>"
    }
}
