import Evidence
import Market

/// Spanish, by the rules of the Real Academia Española: a decimal comma, a no-break space between thousands from five
/// digits on, the unit behind the number, and the long scale, in which a billón is a million millions.
///
/// - Source: RAE and ASALE, *Ortografía de la lengua española* (2010), chapter VIII; Fundéu RAE on `millones` and `%`.
struct SpanishPage: PageLanguage {
    private static let marks = NumberMarks(point: ",", group: NumberFormat.gap, leastGrouped: 5)

    func written(_ number: RoundedNumber, _ unit: Unit, coins: String, in room: Room)
        -> WrittenNumber
    {
        let gap = NumberFormat.gap
        if let exponent = number.exponent {
            let sign = exponent < 0 ? NumberFormat.minus : ""
            let digits = "\(number.text(Self.marks))e\(sign)\(abs(exponent))"
            return WrittenNumber(body: digits, tail: Self.tail(unit, coins, "", digits, room))
        }
        // Thousands and thousands of millions are written out: there is no word for either that figures may go with.
        let spelled = number.unscaled(by: [0, 1, 0, 1, 0][number.step])
        let digits = spelled.text(Self.marks)
        let isOne = digits == "1"
        let scale: String
        switch (spelled.step, room) {
        case (0, _): scale = ""
        case (2, .sentence): scale = gap + (isOne ? "millón" : "millones")
        case (2, _): scale = gap + "M"
        case (_, .sentence): scale = gap + (isOne ? "billón" : "billones")
        case (_, _): scale = gap + "bill."
        }
        return WrittenNumber(
            body: digits, tail: scale + Self.tail(unit, coins, scale, digits, room))
    }

    /// What follows digits and scale; words of scale are nouns, and take `de`.
    private static func tail(
        _ unit: Unit, _ coins: String, _ scale: String, _ digits: String, _ room: Room
    ) -> String {
        let gap = NumberFormat.gap
        let isNoun = !scale.isEmpty && room == .sentence
        return switch unit {
        case .usd where room == .picture: ""
        case .usd where room == .cell: scale.hasSuffix("M") ? "$" : gap + "$"
        case .usd: isNoun ? gap + "de dólares" : gap + (digits == "1" ? "dólar" : "dólares")
        case .coins: coins.isEmpty ? "" : (isNoun ? gap + "de" : "") + gap + coins
        case .ratio: gap + "%"
        case .points: gap + "pp"
        case .hours: gap + "h"
        case .days: gap + (digits == "1" ? "día" : "días")
        case .score, .level, .coefficient, .count, .instant, .day, .text: ""
        }
    }

    func range(_ low: WrittenNumber, _ high: WrittenNumber, in room: Room) -> String {
        let from = room == .sentence ? "de " : ""
        // What both ends have in common is said once.
        return "\(from)\(low.tail == high.tail ? low.body : low.text) a \(high.text)"
    }

    func tick(_ number: DecimalNumber, fractionDigits: Int, _ unit: Unit, scale: Int) -> String {
        var shown = RoundedNumber(number: number, places: fractionDigits, step: scale)
        if number.isZero { shown.step = 0 }
        // The axis says what it counts; there is little room beside it.
        return written(shown, .count, coins: "", in: .picture).text
            + (unit == .ratio || unit == .points ? NumberFormat.gap + "%" : "")
    }

    private static let months = [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
    ]

    func day(_ day: CalendarDay) -> String {
        let (year, month, number) = day.civil
        let gap = NumberFormat.gap
        return "\(number)\(gap)de\(gap)\(Self.months[month - 1]) de \(year)"
    }

    func shortDay(_ day: CalendarDay) -> String {
        let (_, month, number) = day.civil
        return "\(number) \(Self.months[month - 1].prefix(3))"
    }

    func month(of day: CalendarDay) -> String {
        "\(Self.months[day.civil.month - 1].prefix(3)) \(day.civil.year)"
    }

    func moment(_ day: String, _ clock: String) -> String { day + ", " + clock }

    func name(_ measure: Measure) -> String { SpanishMeasures.name(measure) }

    func column(_ name: String) -> String { SpanishGlossary.columns[name] ?? name }

    func text(_ text: String, of fact: Fact) -> String {
        SpanishGlossary.text(text, of: fact)
    }

    func quotation(_ text: String) -> String {
        text.isEmpty ? "" : SpanishGlossary.quoted(CleanText.inline(text))
    }

    func licence(_ text: String) -> String {
        let clean = CleanText.inline(text)
        return SpanishGlossary.phrases[clean] ?? clean
    }

    func unitName(_ unit: Unit) -> String {
        switch unit {
        case .usd: "dólares"
        case .ratio: "por ciento"
        case .points: "puntos porcentuales"
        case .score: "puntuación"
        case .level: "nivel del índice"
        case .coefficient: "sin unidad"
        case .coins: "monedas"
        case .count: "número"
        case .hours: "horas"
        case .days: "días"
        case .instant, .day, .text: ""
        }
    }

    func standing(_ standing: Fact.Standing) -> String {
        switch standing {
        case .measured: "medido"
        case .floor: "un mínimo"
        case .estimated: "estimado"
        case .simulated: "simulado"
        case .undecidable: "indecidible"
        case .noData: "sin datos"
        }
    }
}
