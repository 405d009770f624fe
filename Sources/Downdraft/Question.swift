public import Market

/// What is asked: why did the market move, as of when, over which window.
public struct Question: Hashable, Sendable {
    /// The stretch of time whose move is to be explained.
    public enum Window: Hashable, Sendable {
        /// The time up to the as-of, of a given length.
        case rolling(TimeSpan)
        /// Since the last midnight UTC before the as-of.
        case utcDay

        /// The last 24 hours.
        public static let dayLong = Window.rolling(.day)
    }

    /// Nothing known later is used.
    public let asOf: Timestamp
    /// The stretch of time whose move is to be explained.
    public let window: Window

    /// The longest window that can be asked about, 30 days; the shortest is one hour.
    public static let longestWindow = TimeSpan.days(30)

    /// A question; `nil` where the window is shorter than an hour or longer than 30 days.
    public init?(asOf: Timestamp, window: Window = .dayLong) {
        if case .rolling(let span) = window {
            guard span >= .hour, span <= Self.longestWindow else { return nil }
        }
        self.asOf = asOf
        self.window = window
    }

    /// The last 24 hours before an instant.
    public init(asOf: Timestamp) {
        self.asOf = asOf
        window = .dayLong
    }

    /// The whole of one UTC day, asked about at its end.
    public init(day: CalendarDay) {
        asOf = day.advanced(by: 1).start
        window = .utcDay
    }

    /// Whether the window is a day long, so that its move can be set against those of other days.
    var isOfOneDay: Bool { range.span == .day }

    /// The stretch of time in question. The last midnight before midnight is the one a day earlier.
    public var range: TimeRange {
        switch window {
        case .rolling(let span): TimeRange(from: asOf - span, to: asOf)
        case .utcDay: TimeRange(from: (asOf - TimeSpan(microseconds: 1)).day.start, to: asOf)
        }
    }
}

extension Question.Window: CustomStringConvertible {
    /// The window as the command line spells it: `24h`, `utc-day`.
    public var description: String {
        switch self {
        case .rolling(let span): span.description
        case .utcDay: "utc-day"
        }
    }

    /// The window as measures spell it: `24h`, `utcDay`.
    var measureWord: String {
        switch self {
        case .rolling(let span): span.description
        case .utcDay: "utcDay"
        }
    }

    /// Reads `utc-day`, or a length such as `24h`.
    public init?(_ text: String) {
        if text == "utc-day" {
            self = .utcDay
        } else if let span = TimeSpan(text) {
            self = .rolling(span)
        } else {
            return nil
        }
    }
}
