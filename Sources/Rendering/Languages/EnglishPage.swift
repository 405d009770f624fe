import Evidence
import Market

/// English, with a point before decimals and commas between thousands.
struct EnglishPage: PageLanguage {
    private static let letters = ["", "K", "M", "B", "T"]

    func written(_ number: RoundedNumber, _ unit: Unit, coins: String, in room: Room)
        -> WrittenNumber
    {
        let digits: String
        if let exponent = number.exponent {
            let sign = exponent < 0 ? NumberFormat.minus : ""
            digits = "\(number.text(.english))e\(sign)\(abs(exponent))"
        } else {
            digits = number.text(.english) + Self.letters[number.step]
        }
        return WrittenNumber(
            body: (unit == .usd ? "$" : "") + digits, tail: Self.suffix(unit, coins, digits))
    }

    private static func suffix(_ unit: Unit, _ name: String, _ digits: String) -> String {
        let gap = NumberFormat.gap
        return switch unit {
        case .ratio: gap + "%"
        case .points: gap + "pp"
        case .coins: name.isEmpty ? "" : gap + name
        case .hours: gap + "h"
        case .days: gap + (digits == "1" ? "day" : "days")
        case .usd, .score, .level, .coefficient, .count, .instant, .day, .text: ""
        }
    }

    func range(_ low: WrittenNumber, _ high: WrittenNumber, in room: Room) -> String {
        low.text + " to " + high.text
    }

    func tick(_ number: DecimalNumber, fractionDigits: Int, _ unit: Unit, scale: Int) -> String {
        (unit == .usd ? "$" : "")
            + number.text(.english, minimumFractionDigits: fractionDigits)
            + (number.isZero ? "" : Self.letters[scale])
            + (unit == .ratio || unit == .points ? "%" : "")
    }

    func day(_ day: CalendarDay) -> String { MomentFormat.held(day.spoken) }

    func shortDay(_ day: CalendarDay) -> String { day.short }

    func month(of day: CalendarDay) -> String {
        "\(day.short.split(separator: " ").last ?? "") \(day.civil.year)"
    }

    func moment(_ day: String, _ clock: String) -> String { day + " " + clock }

    func name(_ measure: Measure) -> String { measure.name }

    func column(_ name: String) -> String { name }

    func text(_ text: String, of fact: Fact) -> String { CleanText.inline(text) }

    func quotation(_ text: String) -> String { CleanText.inline(text) }

    func licence(_ text: String) -> String { CleanText.inline(text) }

    func unitName(_ unit: Unit) -> String {
        switch unit {
        case .usd: "US dollars"
        case .ratio: "percent"
        case .points: "percentage points"
        case .score: "score"
        case .level: "index level"
        case .coefficient: "no unit"
        case .coins: "coins"
        case .count: "count"
        case .hours: "hours"
        case .days: "days"
        case .instant, .day, .text: ""
        }
    }

    func standing(_ standing: Fact.Standing) -> String {
        switch standing {
        case .measured: "measured"
        case .floor: "a floor"
        case .estimated: "estimated"
        case .simulated: "simulated"
        case .undecidable: "undecidable"
        case .noData: "no data"
        }
    }
}
