import Evidence
import Market
public import Narrative

/// How a language writes what is not a sentence: numbers, times, names and the words of a page.
///
/// Which digits are shown is decided once, for all languages, by `NumberFormat`; a language only sets them.
protocol PageLanguage: Sendable {
    /// A number without its sign.
    func written(_ number: RoundedNumber, _ unit: Unit, coins: String, in room: Room)
        -> WrittenNumber
    /// Two numbers as the ends of a range.
    func range(_ low: WrittenNumber, _ high: WrittenNumber, in room: Room) -> String
    /// A round number on an axis: `number` in thousands to the power of `scale`, signs apart.
    func tick(_ number: DecimalNumber, fractionDigits: Int, _ unit: Unit, scale: Int) -> String

    /// A day with its year.
    func day(_ day: CalendarDay) -> String
    /// A day without its year, for axes and lists.
    func shortDay(_ day: CalendarDay) -> String
    /// A month with its year, for axes.
    func month(of day: CalendarDay) -> String
    /// A day with a clock time that is written out already.
    func moment(_ day: String, _ clock: String) -> String

    /// The name of a measure.
    func name(_ measure: Measure) -> String
    /// The name of a column of a run of values.
    func column(_ name: String) -> String
    /// What a fact of text says, cleaned.
    func text(_ text: String, of fact: Fact) -> String
    /// Words of somebody else, cleaned, as they stand.
    func quotation(_ text: String) -> String
    /// The terms that a source comes under.
    func licence(_ text: String) -> String
    /// What an axis counts.
    func unitName(_ unit: Unit) -> String
    /// How far a fact may be relied on.
    func standing(_ standing: Fact.Standing) -> String
    /// A word or sentence of the page itself.
    func word(_ word: PageWord) -> String
}

/// How much room there is for a number: within a sentence it may be spelled out, in a cell it is short, and in a
/// picture an axis says what it counts.
enum Room: Sendable {
    case sentence, cell, picture
}

/// A number in characters.
struct WrittenNumber {
    /// Sign and digits.
    var body: String
    /// What follows: the unit, and in some languages the scale.
    var tail = ""

    /// The whole.
    var text: String { body + tail }
}

extension Language {
    /// How the language writes.
    var page: any PageLanguage {
        switch self {
        case .english: EnglishPage()
        case .spanish: SpanishPage()
        }
    }

    /// The heading over what a report does not know, for whoever points a reader there.
    public var missingTitle: String { page.word(.missing) }
}
