extension Timestamp: CustomStringConvertible {
    /// The instant as ISO 8601 in UTC: `2025-01-27T12:00:00Z`, with a fraction only where there is one.
    public var description: String {
        DigitWriter.text(capacity: 48) { writer in
            let ofDay = Int(sinceMidnight.microseconds)
            let second = Int(Self.microsecondsPerSecond)
            day.write(to: &writer)
            writer.put("T")
            writer.put(ofDay / second / 3600, width: 2)
            writer.put(":")
            writer.put(ofDay / second / 60 % 60, width: 2)
            writer.put(":")
            writer.put(ofDay / second % 60, width: 2)
            Self.write(fraction: ofDay % second, to: &writer)
            writer.put("Z")
        }
    }

    /// Writes the microseconds after a second without the zeros at their end; nothing of a full second.
    private static func write(fraction microseconds: Int, to writer: inout DigitWriter) {
        guard microseconds > 0 else { return }
        var (left, width) = (microseconds, 6)
        while left % 10 == 0 { (left, width) = (left / 10, width - 1) }
        writer.put(".")
        writer.put(left, width: width)
    }

    /// The clock time of the instant in UTC, to the minute: `12:00`.
    public var clock: String {
        let minutes = Int(sinceMidnight.microseconds / (60 * Self.microsecondsPerSecond))
        return DigitWriter.text(capacity: 8) { writer in
            writer.put(minutes / 60, width: 2)
            writer.put(":")
            writer.put(minutes % 60, width: 2)
        }
    }
}

extension Timestamp {
    /// Reads an instant written in ISO 8601 with its zone: `2025-01-27T12:00Z`,
    /// `2025-01-27T12:00:00.25Z`, `2025-01-27T13:00:00+01:00`; a space may stand for the `T`.
    ///
    /// Answers `nil` for anything else: a time without a zone is not an instant.
    public init?(_ text: some StringProtocol) {
        var reader = DigitReader(text.utf8)
        guard let day = reader.day(),
            reader.take(UInt8(ascii: "T")) || reader.take(UInt8(ascii: " ")),
            let hour = reader.number(digits: 2), hour < 24, reader.take(UInt8(ascii: ":")),
            let minute = reader.number(digits: 2), minute < 60
        else { return nil }
        var second = 0
        var fraction: Int64 = 0
        if reader.take(UInt8(ascii: ":")) {
            guard let value = reader.number(digits: 2), value < 60 else { return nil }
            second = value
            guard let microseconds = reader.fraction() else { return nil }
            fraction = microseconds
        }
        guard let offsetMinutes = reader.zoneOffset(), reader.isAtEnd else { return nil }
        let minutes = Int64(hour * 60 + minute - offsetMinutes)
        let seconds = minutes * 60 + Int64(second)
        let ofDay = TimeSpan(microseconds: seconds * Self.microsecondsPerSecond + fraction)
        let instant = day.start + ofDay
        // A zone can carry the first and the last day out of the years that can be written.
        guard (1...9999).contains(instant.day.civil.year) else { return nil }
        self = instant
    }
}
