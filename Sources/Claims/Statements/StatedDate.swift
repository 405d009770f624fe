package import Market

/// A date as a text gives it, often without its year.
package struct StatedDate: Hashable, Sendable {
    /// The year, where it is given.
    package let year: Int?
    /// The month, 1 to 12; `nil` where only a weekday or a relative day is given.
    package let month: Int?
    /// The day of the month, 1 to 31; `nil` where only the month is given.
    package let day: Int?
    /// The weekday, 1 for Monday to 7 for Sunday, where it is given.
    package let weekday: Int?
    /// Where it stands in the text.
    package let span: Range<Int>

    /// A date.
    package init(year: Int?, month: Int?, day: Int?, weekday: Int? = nil, span: Range<Int>) {
        self.year = year
        self.month = month
        self.day = day
        self.weekday = weekday
        self.span = span
    }

    /// The latest such day that is not after `published`, where year and day may be left out.
    ///
    /// `nil` for a date that the calendar does not have or that names no month.
    package func resolved(before published: CalendarDay) -> CalendarDay? {
        guard let month else {
            guard let weekday else { return nil }
            // 1970-01-01 was a Thursday.
            let last = (published.daysSinceEpoch % 7 + 7 + 3) % 7 + 1
            return published.advanced(by: -((last - weekday + 7) % 7))
        }
        if let year { return CalendarDay(year: year, month: month, day: day ?? 1) }
        let latest = published.civil.year
        for year in [latest, latest - 1, latest - 4, latest - 8] {
            guard let found = CalendarDay(year: year, month: month, day: day ?? 1) else { continue }
            if found <= published { return found }
        }
        return nil
    }

    /// Whether two dates give the same month and day, and years that do not differ.
    package func isSame(as other: StatedDate) -> Bool {
        month != nil && month == other.month && day == other.day
            && (year == nil || other.year == nil || year == other.year)
    }
}
