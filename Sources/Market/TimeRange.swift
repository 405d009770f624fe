/// A half-open stretch of time: `start` belongs to it, `end` does not.
public struct TimeRange: Hashable, Sendable {
    /// The first instant of the range.
    public let start: Timestamp
    /// The first instant after the range.
    public let end: Timestamp

    /// A range; `start` must not come after `end`.
    public init(from start: Timestamp, to end: Timestamp) {
        precondition(start <= end, "a time range must not end before it starts")
        self.start = start
        self.end = end
    }

    /// The length of the range.
    public var span: TimeSpan { end - start }

    /// Whether the instant lies in the range.
    public func contains(_ instant: Timestamp) -> Bool {
        start <= instant && instant < end
    }
}
