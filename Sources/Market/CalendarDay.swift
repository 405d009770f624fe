/// A day of the proleptic Gregorian calendar, in UTC, from year 1 to 9999.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let daysSinceEpoch: Int

    /// A day from its count since 1970-01-01.
    public init(daysSinceEpoch: Int) {
        self.daysSinceEpoch = daysSinceEpoch
    }

    /// A day from year, month and day of the month; `nil` where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let candidate = CalendarDay(daysSinceEpoch: Self.count(year: year, month: month, day: day))
        guard candidate.civil == (year, month, day) else { return nil }
        self = candidate
    }

    /// Orders days in time.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }

    /// Midnight UTC, the first instant of the day.
    public var start: Timestamp {
        Timestamp(microseconds: Int64(daysSinceEpoch) * TimeSpan.day.microseconds)
    }

    /// The day `count` days later, or earlier where `count` is negative.
    public func advanced(by count: Int) -> CalendarDay {
        CalendarDay(daysSinceEpoch: daysSinceEpoch + count)
    }

    // Howard Hinnant's civil-from-days: years start on 1 March, so that the leap day comes last and
    // the months before it have fixed lengths; an era is 400 years or 146,097 days.
    private static func count(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = Int(floorDivide(Int64(shifted), 146_097))
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension CalendarDay: CustomStringConvertible {
    /// The day as ISO 8601: `2025-01-27`.
    public var description: String {
        DigitWriter.text(capacity: 32) { write(to: &$0) }
    }

    /// Writes the day as ISO 8601.
    func write(to writer: inout DigitWriter) {
        let (year, month, day) = civil
        writer.put(year, width: 4)
        writer.put("-")
        writer.put(month, width: 2)
        writer.put("-")
        writer.put(day, width: 2)
    }

    /// The day as a reader says it: `27 January 2025`.
    public var spoken: String {
        let (year, month, day) = civil
        return "\(day) \(Self.monthNames[month - 1]) \(year)"
    }

    /// The day without its year, for axes and lists: `27 Jan`.
    public var short: String {
        let (_, month, day) = civil
        return "\(day) \(Self.monthNames[month - 1].prefix(3))"
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// Reads `YYYY-MM-DD`; `nil` for anything else, and for days the calendar does not have.
    public init?(_ text: some StringProtocol) {
        var reader = DigitReader(text.utf8)
        guard let day = reader.day(), reader.isAtEnd else { return nil }
        self = day
    }
}
