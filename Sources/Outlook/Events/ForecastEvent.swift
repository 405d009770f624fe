/// A condition on the bars of one series within a time: what a probability is of.
///
/// It is decided by the bars of the grid that open at `start` or later and close at `end` or before.
package struct ForecastEvent: Hashable, Codable, Sendable {
    /// The series whose bars decide, by its name.
    package let subject: String
    /// What has to happen.
    package let condition: ForecastCondition
    /// The first moment that counts, in microseconds since 1970 UTC.
    package let start: Int64
    /// The first moment that no longer counts.
    package let end: Int64
    /// The length of a bar in microseconds.
    package let interval: Int64

    /// An event; `nil` for a condition without meaning, or where the time holds no whole bar.
    package init?(
        subject: String, condition: ForecastCondition, start: Int64, end: Int64, interval: Int64
    ) {
        guard condition.isValid, interval > 0, PriceBars.instants.contains(start),
            PriceBars.instants.contains(end), PriceBars.instants.contains(interval)
        else { return nil }
        self.subject = subject
        self.condition = condition
        self.start = start
        self.end = end
        self.interval = interval
        guard expectedBars > 0 else { return nil }
    }

    /// When the first bar that counts opens: a multiple of the length.
    package var firstOpening: Int64 {
        let rest = start % interval
        return rest == 0 ? start : start - rest + (rest > 0 ? interval : 0)
    }

    /// How many bars decide, if none is missing.
    package var expectedBars: Int { Int(max(0, end - firstOpening) / interval) }

    /// All of it in one line: equal texts are equal events. What names a forecast is the digest of this.
    package var canonicalText: String {
        "event/1 subject \(subject.utf8.count):\(subject) condition \(condition.canonicalText)"
            + " start \(start) end \(end) interval \(interval)"
    }

    private enum Key: String, CodingKey { case subject, condition, start, end, interval }

    /// Reads an event that was stored; throws for one that could not have been made.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let event = ForecastEvent(
            subject: try values.decode(String.self, forKey: .subject),
            condition: try values.decode(ForecastCondition.self, forKey: .condition),
            start: try values.decode(Int64.self, forKey: .start),
            end: try values.decode(Int64.self, forKey: .end),
            interval: try values.decode(Int64.self, forKey: .interval))
        guard let event else {
            throw DecodingError.dataCorruptedError(
                forKey: .condition, in: values, debugDescription: "no event has these values")
        }
        self = event
    }

    /// Stores the event.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(subject, forKey: .subject)
        try values.encode(condition, forKey: .condition)
        try values.encode(start, forKey: .start)
        try values.encode(end, forKey: .end)
        try values.encode(interval, forKey: .interval)
    }
}
