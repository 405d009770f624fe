/// An instant: microseconds since 1970-01-01T00:00:00 UTC.
///
/// Times are UTC everywhere in Downdraft; no type here knows a time zone. The range is the years
/// 1 to 9999, checked where text becomes a `Timestamp`.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Microseconds since the Unix epoch, UTC.
    public let microseconds: Int64

    /// An instant from its count of microseconds since the Unix epoch.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// An instant from whole seconds since the Unix epoch.
    public init(seconds: Int64) {
        self.microseconds = seconds * Self.microsecondsPerSecond
    }

    static let microsecondsPerSecond: Int64 = 1_000_000

    /// Orders instants in time.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }

    /// The instant `span` later.
    public static func + (instant: Timestamp, span: TimeSpan) -> Timestamp {
        Timestamp(microseconds: instant.microseconds + span.microseconds)
    }

    /// The instant `span` earlier.
    public static func - (instant: Timestamp, span: TimeSpan) -> Timestamp {
        Timestamp(microseconds: instant.microseconds - span.microseconds)
    }

    /// The time from `earlier` to `later`; negative when they are the other way round.
    public static func - (later: Timestamp, earlier: Timestamp) -> TimeSpan {
        TimeSpan(microseconds: later.microseconds - earlier.microseconds)
    }

    /// The UTC day that holds this instant.
    public var day: CalendarDay {
        CalendarDay(daysSinceEpoch: Int(floorDivide(microseconds, TimeSpan.day.microseconds)))
    }

    /// The time passed since the start of the UTC day.
    public var sinceMidnight: TimeSpan { self - day.start }
}

/// Division that rounds towards minus infinity, so that instants before 1970 fall on their own day.
func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
}
