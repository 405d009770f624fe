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

    /// The value of a fact, as a style asks, in English.
    ///
    /// A floor is marked with `≥` except in `.magnitude` and `.interval`, whose words are the
    /// narrator's. A fact without a value says `no data` or `undecidable`.
    public static func text(_ fact: Fact, _ style: FactStyle = .plain) -> String {
        text(fact, style, in: EnglishPage())
    }

    /// The same in a language; `room` is how much there is for it.
    static func text(
        _ fact: Fact, _ style: FactStyle = .plain, in language: any PageLanguage,
        room: Room = .cell
    ) -> String {
        switch fact.value {
        case .number(let value):
            Setting(language: language, room: room, coins: CleanText.inline(fact.subject.name))
                .text(fact, value, style)
        case .instant(let instant): MomentFormat.text(instant, style, in: language)
        case .day(let day): MomentFormat.text(day, style, in: language)
        case .text(let text): language.text(text, of: fact)
        case .none: language.word(fact.standing == .undecidable ? .undecidable : .noData)
        }
    }

    /// A number in a unit; `name` is what coins are called.
    static func text(
        _ value: Double, _ unit: Unit, _ style: FactStyle = .plain, name: String = "",
        in language: any PageLanguage = EnglishPage(), room: Room = .cell
    ) -> String {
        Setting(language: language, room: room, coins: name).written(value, unit, style).text
    }

    /// A number with at most six digits that matter, for columns of figures: `$102,300.5`, `$0.16689`, `$3.296T`.
    static func fine(
        _ value: Double, _ unit: Unit, in language: any PageLanguage = EnglishPage(),
        room: Room = .cell
    ) -> String {
        text(value, unit, .fine, in: language, room: room)
    }

    /// A language with what else decides how a number is set.
    private struct Setting {
        let language: any PageLanguage
        let room: Room
        let coins: String

        func text(_ fact: Fact, _ value: Double, _ style: FactStyle) -> String {
            switch style {
            case .interval, .rough:
                guard let low = fact.low, let high = fact.high else {
                    return written(value, fact.unit, style).text
                }
                return language.range(
                    written(low, fact.unit, style), written(high, fact.unit, style), in: room)
            case .magnitude: return written(value, fact.unit, style).text
            default:
                let mark = fact.standing == .floor ? "≥" + NumberFormat.gap : ""
                return mark + written(value, fact.unit, style).text
            }
        }

        func written(_ value: Double, _ unit: Unit, _ style: FactStyle) -> WrittenNumber {
            let number = DecimalNumber(value)
            let shown =
                switch style {
                case .exact: NumberFormat.exact(number, unit)
                case .fine: NumberFormat.fine(value, unit)
                case .rough: NumberFormat.rough(number, unit)
                case .places(let power): NumberFormat.places(number, unit, power)
                default: NumberFormat.rounded(number, unit)
                }
            var text = language.written(shown, unit, coins: coins, in: room)
            text.body = sign(value, shown: shown.isZero, style) + text.body
            return text
        }

        private func sign(_ value: Double, shown isZero: Bool, _ style: FactStyle) -> String {
            // A number that rounds to nothing has no direction.
            guard !isZero, style != .magnitude else { return "" }
            if value < 0 { return NumberFormat.minus }
            return style == .signed ? "+" : ""
        }
    }
}
