/// Reads fixed-width decimal fields from the bytes of a date or time, one after another.
struct DigitReader<Bytes: Collection> where Bytes.Element == UInt8 {
    private var rest: Bytes.SubSequence

    init(_ bytes: Bytes) {
        rest = bytes[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Takes the byte if it comes next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    /// Takes exactly `digits` decimal digits.
    mutating func number(digits: Int) -> Int? {
        var value = 0
        var ahead = rest
        for _ in 0..<digits {
            guard let byte = ahead.popFirst(), let digit = Self.digit(byte) else { return nil }
            value = value * 10 + digit
        }
        rest = ahead
        return value
    }

    /// Takes `YYYY-MM-DD`.
    mutating func day() -> CalendarDay? {
        guard let year = number(digits: 4), take(UInt8(ascii: "-")),
            let month = number(digits: 2), take(UInt8(ascii: "-")),
            let day = number(digits: 2)
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// Takes `.` and one to six digits as microseconds; zero where there is no point.
    mutating func fraction() -> Int64? {
        guard take(UInt8(ascii: ".")) else { return 0 }
        var value: Int64 = 0
        var scale = Timestamp.microsecondsPerSecond
        while let byte = rest.first, let digit = Self.digit(byte) {
            guard scale > 1 else { return nil }
            scale /= 10
            value += Int64(digit) * scale
            rest.removeFirst()
        }
        return scale < Timestamp.microsecondsPerSecond ? value : nil
    }

    /// Takes `Z` or `+HH:MM` or `-HH:MM`, as minutes ahead of UTC.
    mutating func zoneOffset() -> Int? {
        if take(UInt8(ascii: "Z")) { return 0 }
        let sign = take(UInt8(ascii: "+")) ? 1 : take(UInt8(ascii: "-")) ? -1 : 0
        guard sign != 0, let hours = number(digits: 2), hours < 24, take(UInt8(ascii: ":")),
            let minutes = number(digits: 2), minutes < 60
        else { return nil }
        return sign * (hours * 60 + minutes)
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (48...57).contains(byte) ? Int(byte) - 48 : nil
    }
}
