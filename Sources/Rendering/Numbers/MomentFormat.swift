import Market
import Narrative

/// Turns instants and days into words, in UTC, to the minute.
enum MomentFormat {
    /// An instant, as a style asks.
    static func text(_ instant: Timestamp, _ style: FactStyle) -> String {
        let clock = instant.clock + NumberFormat.gap + "UTC"
        switch style {
        case .clock: return clock
        case .date: return text(instant.day, style)
        case .moment: return held(instant.day.short) + " " + instant.clock
        case .plain, .magnitude, .signed, .exact, .fine, .interval, .rough, .places:
            return text(instant.day, style) + " " + clock
        }
    }

    /// A day, as a style asks; a day has no clock time.
    static func text(_ day: CalendarDay, _ style: FactStyle) -> String {
        style == .moment ? held(day.short) : held(day.spoken)
    }

    /// Holds the day to its month: a line may end before the year, not before the month.
    private static func held(_ text: String) -> String {
        guard let space = text.firstIndex(of: " ") else { return text }
        return text[..<space] + NumberFormat.gap + text[text.index(after: space)...]
    }
}
