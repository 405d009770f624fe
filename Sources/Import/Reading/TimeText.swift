internal import Market

/// Reads instants and days from bytes, as `Timestamp` and `CalendarDay` read them from text.
enum TimeText {
    /// An instant; the usual spelling, `2025-01-27T11:00:00Z`, without a detour over a `String`.
    static func time(_ bytes: [UInt8], _ range: Range<Int>) -> Timestamp? {
        usual(bytes, range) ?? Timestamp(String(decoding: bytes[range], as: UTF8.self))
    }

    /// A day, `2025-01-27`.
    static func day(_ bytes: [UInt8], _ range: Range<Int>) -> CalendarDay? {
        CalendarDay(String(decoding: bytes[range], as: UTF8.self))
    }

    private static func usual(_ bytes: [UInt8], _ range: Range<Int>) -> Timestamp? {
        let start = range.lowerBound
        guard range.count == 20, separators(bytes, start),
            let year = digits(bytes, start, 4), let month = digits(bytes, start + 5, 2),
            let date = digits(bytes, start + 8, 2), let hour = digits(bytes, start + 11, 2),
            let minute = digits(bytes, start + 14, 2), let second = digits(bytes, start + 17, 2),
            hour < 24, minute < 60, second < 60,
            let day = CalendarDay(year: year, month: month, day: date)
        else { return nil }
        return day.start
            + TimeSpan(microseconds: Int64(hour * 3600 + minute * 60 + second) * 1_000_000)
    }

    private static func separators(_ bytes: [UInt8], _ start: Int) -> Bool {
        bytes[start + 4] == UInt8(ascii: "-") && bytes[start + 7] == UInt8(ascii: "-")
            && bytes[start + 10] == UInt8(ascii: "T") && bytes[start + 13] == UInt8(ascii: ":")
            && bytes[start + 16] == UInt8(ascii: ":") && bytes[start + 19] == UInt8(ascii: "Z")
    }

    private static func digits(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for position in start..<start + count {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
