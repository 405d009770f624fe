/// A length of time in whole microseconds, exact where `Duration` would be wider than we need.
public struct TimeSpan: Hashable, Comparable, Sendable {
    /// The length in microseconds; may be negative.
    public let microseconds: Int64

    /// A length from its count of microseconds.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// A whole number of minutes.
    public static func minutes(_ count: Int) -> TimeSpan {
        TimeSpan(microseconds: Int64(count) * 60_000_000)
    }

    /// A whole number of hours.
    public static func hours(_ count: Int) -> TimeSpan { minutes(count * 60) }

    /// A whole number of days of 24 hours.
    public static func days(_ count: Int) -> TimeSpan { hours(count * 24) }

    /// Twenty-four hours.
    public static let day = TimeSpan.days(1)

    /// One hour.
    public static let hour = TimeSpan.hours(1)

    /// Orders lengths.
    public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
        left.microseconds < right.microseconds
    }

    /// The length in hours, as a number that need not be whole.
    public var inHours: Double { Double(microseconds) / 3_600_000_000 }
}

extension TimeSpan: CustomStringConvertible {
    /// The length in the largest unit that divides it: `24h`, `90m`, `7d` past two days.
    public var description: String {
        let minutes = microseconds / 60_000_000
        if microseconds % 60_000_000 != 0 { return "\(microseconds)us" }
        if minutes % 1440 == 0, minutes > 1440 || minutes == 0 { return "\(minutes / 1440)d" }
        return minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
    }

    /// Reads a positive length: `90m`, `24h`, `7d`; at most 3660 days.
    public init?(_ text: some StringProtocol) {
        guard let unit = text.last, let count = Int(text.dropLast()), count > 0,
            count <= 3660 * 1440, text.first != "+"
        else { return nil }
        switch unit {
        case "m": self = .minutes(count)
        case "h": self = .hours(count)
        case "d": self = .days(count)
        default: return nil
        }
        guard self <= .days(3660) else { return nil }
    }
}
