/// Reads figures from tokens: sign, currency, digits, scale and unit.
struct FigureReader {
    let cursor: TokenCursor

    /// A figure that was read.
    struct Reading {
        let value: Double
        let place: Double
        let unit: FigureUnit
        /// Whether a sign was written.
        let isSigned: Bool
        let start: Int
        let end: Int
    }

    private static let currencies: [String: FigureUnit] = [
        "$": .dollar, "€": .euro, "£": .pound, "¥": .yuan,
    ]

    /// The figure that begins at a place; `nil` where none does or its number cannot be read.
    func figure(_ start: Int) -> Reading? {
        guard let first = cursor[start] else { return nil }
        switch first.kind {
        case .han: if let reading = hundredths(start) { return reading }
        case .word: guard first.text == "us" || first.text == "usd" else { return nil }
        case .number, .symbol: break
        case .lineEnd, .blockEnd: return nil
        }
        var place = start
        var sign = 1.0
        var isSigned = false
        if let written = writtenSign(place) {
            sign = written
            isSigned = true
            place += 1
        }
        var unit = FigureUnit.plain
        if cursor.isText(place, "us"), cursor.isText(place + 1, "$") { place += 1 }
        if let currency = cursor[place].flatMap({ Self.currencies[$0.text] }) {
            unit = currency
            place += 1
        } else if cursor.isText(place, "usd"), cursor.literal(place + 1) != nil {
            unit = .dollar
            place += 1
        }
        guard let (value, power, end) = number(place) else { return nil }
        place = end
        var exponent = 0
        if let (scale, end) = scale(place) {
            exponent = scale
            place = end
        }
        if let (named, end) = self.unit(place), unit == .plain || named == unit {
            unit = named
            place = end
        }
        return Self.reading(
            sign * value, power, exponent, unit, isSigned: isSigned, start: start, end: place)
    }

    private static func reading(
        _ value: Double, _ power: Int, _ exponent: Int, _ unit: FigureUnit, isSigned: Bool,
        start: Int, end: Int
    ) -> Reading? {
        let scaled = value * tens(exponent)
        let unitPlace = power < 0 ? tens(exponent) / tens(-power) : tens(exponent + power)
        guard scaled.isFinite, unitPlace > 0, unitPlace.isFinite else { return nil }
        return Reading(
            value: scaled, place: unitPlace, unit: unit, isSigned: isSigned, start: start, end: end)
    }

    /// A sign that is glued to what follows and not to what precedes.
    private func writtenSign(_ place: Int) -> Double? {
        guard let token = cursor[place], ["-", "+", "−", "–"].contains(token.text),
            cursor[place + 1]?.isGlued ?? false
        else { return nil }
        if token.isGlued, let before = cursor[place - 1], before.kind != .symbol,
            before.kind != .han
        {
            return nil
        }
        return token.text == "+" ? 1 : -1
    }

    private func number(_ place: Int) -> (value: Double, power: Int, end: Int)? {
        if let literal = cursor.literal(place) {
            let (text, next) = (literal.value(decimalMark: cursor.decimalMark), place + 1)
            if let suffix = cursor[next], suffix.isGlued,
                ["st", "nd", "rd", "th"].contains(suffix.text)
            {
                return nil
            }
            return text.map { ($0.value, $0.place, next) }
        }
        guard cursor[place]?.kind == .han, let (value, end) = hanNumber(place),
            scale(end) != nil || unit(end) != nil
        else { return nil }
        return (value, 0, end)
    }

    /// `百分之十`, `百分之14.6`, `两成`.
    private func hundredths(_ start: Int) -> Reading? {
        if cursor.isText(start, "百"), cursor.isText(start + 1, "分"), cursor.isText(start + 2, "之") {
            let place = start + 3
            if let value = cursor.literal(place)?.value(decimalMark: cursor.decimalMark) {
                return Self.reading(
                    value.value, value.place, 0, .percent, isSigned: false, start: start,
                    end: place + 1)
            }
            guard let (value, end) = hanNumber(place) else { return nil }
            return Self.reading(value, 0, 0, .percent, isSigned: false, start: start, end: end)
        }
        guard let (value, end) = hanNumber(start), cursor.isText(end, "成"), value < 10 else {
            return nil
        }
        return Self.reading(value, 0, 1, .percent, isSigned: false, start: start, end: end + 1).map
        {
            Reading(
                value: $0.value, place: 10, unit: .percent, isSigned: false, start: start,
                end: end + 1)
        }
    }

    private static let hanDigits: [String: Double] = [
        "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    /// `十`, `十二`, `二十`, `九十五`, up to 99.
    private func hanNumber(_ start: Int) -> (value: Double, end: Int)? {
        var place = start
        var value = 0.0
        if let digit = cursor[place].flatMap({ Self.hanDigits[$0.text] }) {
            value = digit
            place += 1
        }
        guard cursor.isText(place, "十") else { return place > start ? (value, place) : nil }
        value = max(value, 1) * 10
        place += 1
        if let digit = cursor[place].flatMap({ Self.hanDigits[$0.text] }) {
            value += digit
            place += 1
        }
        return (value, place)
    }

    /// A scale word; a single letter only where it is glued to the digits.
    private func scale(_ place: Int) -> (power: Int, end: Int)? {
        var start = place
        if cursor.isText(start, "-"), cursor[start]?.isGlued ?? false,
            cursor[start + 1]?.isGlued ?? false
        {
            start += 1
        }
        guard let token = cursor[start], case (.scale(let power), let end)? = cursor.term(start)
        else { return nil }
        guard
            token.kind != .word || token.text.utf8.count > 2 || token.isGlued
                || ["mn", "bn", "tn"].contains(token.text)
        else { return nil }
        return (power, end)
    }

    private func unit(_ place: Int) -> (unit: FigureUnit, end: Int)? {
        var start = place
        if cursor.isText(start, "-"), cursor[start]?.isGlued ?? false { start += 1 }
        guard case (.unit(let unit), let end)? = cursor.term(start) else { return nil }
        if unit == .times, cursor[start]?.text == "x", !(cursor[start]?.isGlued ?? false) {
            return nil
        }
        return (unit, end)
    }

    private static func tens(_ power: Int) -> Double {
        var value = 1.0
        for _ in 0..<min(abs(power), 60) { value *= 10 }
        return power < 0 ? 1 / value : value
    }
}
