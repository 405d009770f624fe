public import Evidence
public import Narrative

/// Turns the value of a fact into characters: the only place where numbers are rounded.
///
/// No locale, no clock: the same fact gives the same bytes on every machine. Halves are rounded away
/// from zero on the shortest decimal of the number; the minus sign is U+2212; a number and its unit
/// are held together by a no-break space (U+00A0).
public enum NumberFormat {
    /// Stands between a number and its unit, so that no line breaks there.
    static let gap = "\u{A0}"
    /// The typographic minus.
    static let minus = "\u{2212}"

    /// The value of a fact, as a style asks.
    ///
    /// A floor is marked with `≥` except in `.magnitude` and `.interval`, whose words are the
    /// narrator's. A fact without a value says `no data` or `undecidable`.
    public static func text(_ fact: Fact, _ style: FactStyle = .plain) -> String {
        switch fact.value {
        case .number(let value): numberText(fact, value, style)
        case .instant(let instant): MomentFormat.text(instant, style)
        case .day(let day): MomentFormat.text(day, style)
        case .text(let text): CleanText.inline(text)
        case .none: fact.standing == .undecidable ? "undecidable" : "no data"
        }
    }

    /// A number in a unit; `name` is what coins are called.
    static func text(
        _ value: Double, _ unit: Unit, _ style: FactStyle = .plain, name: String = ""
    ) -> String {
        if style == .fine { return fine(value, unit) }
        let number = DecimalNumber(value)
        let magnitude =
            switch style {
            case .exact: exact(number, unit)
            case .places(let power): places(number, unit, power)
            default: rounded(number, unit)
            }
        let body = magnitude.prefix + magnitude.digits + suffix(unit, name, magnitude.digits)
        return sign(value, shown: magnitude.isZero, style) + body
    }

    private static func numberText(_ fact: Fact, _ value: Double, _ style: FactStyle) -> String {
        let name = CleanText.inline(fact.subject.name)
        switch style {
        case .interval:
            guard let low = fact.low, let high = fact.high else {
                return text(value, fact.unit, name: name)
            }
            return text(low, fact.unit, name: name) + " to " + text(high, fact.unit, name: name)
        case .rough:
            guard let low = fact.low, let high = fact.high else {
                return rough(value, fact.unit, name)
            }
            return rough(low, fact.unit, name) + " to " + rough(high, fact.unit, name)
        case .magnitude:
            return text(value, fact.unit, style, name: name)
        default:
            let mark = fact.standing == .floor ? "≥" + gap : ""
            return mark + text(value, fact.unit, style, name: name)
        }
    }

    private static func rough(_ value: Double, _ unit: Unit, _ name: String) -> String {
        let digits = rough(DecimalNumber(value), unit)
        return (value < 0 && !digits.isZero ? minus : "") + digits.prefix + digits.digits
            + suffix(unit, name, digits.digits)
    }

    private static func sign(_ value: Double, shown isZero: Bool, _ style: FactStyle) -> String {
        // A number that rounds to nothing has no direction.
        guard !isZero, style != .magnitude else { return "" }
        if value < 0 { return minus }
        return style == .signed ? "+" : ""
    }

    private static func suffix(_ unit: Unit, _ name: String, _ digits: String) -> String {
        switch unit {
        case .ratio: gap + "%"
        case .points: gap + "pp"
        case .coins: name.isEmpty ? "" : gap + name
        case .hours: gap + "h"
        case .days: gap + (digits == "1" ? "day" : "days")
        case .usd, .score, .level, .coefficient, .count, .instant, .day, .text: ""
        }
    }
}
