import Market
import Narrative

/// Turns instants and days into words, in UTC, to the minute.
enum MomentFormat {
    /// An instant, as a style asks.
    static func text(
        _ instant: Timestamp, _ style: FactStyle, in language: any PageLanguage = EnglishPage()
    ) -> String {
        let clock = instant.clock + NumberFormat.gap + "UTC"
        switch style {
        case .clock: return clock
        case .date: return language.day(instant.day)
        case .moment: return held(language.shortDay(instant.day)) + " " + instant.clock
        case .plain, .magnitude, .signed, .exact, .fine, .interval, .rough, .places:
            return language.moment(language.day(instant.day), clock)
        }
    }

    /// A day, as a style asks; a day has no clock time.
    static func text(
        _ day: CalendarDay, _ style: FactStyle, in language: any PageLanguage = EnglishPage()
    ) -> String {
        style == .moment ? held(language.shortDay(day)) : language.day(day)
    }

    /// Holds the day to its month: a line may end before the year, not before the month.
    static func held(_ text: String) -> String {
        guard let space = text.firstIndex(of: " ") else { return text }
        return text[..<space] + NumberFormat.gap + text[text.index(after: space)...]
    }
}
