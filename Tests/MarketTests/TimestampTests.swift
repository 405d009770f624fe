import Market
import Testing
import TestSupport

@Suite struct TimestampTests {
    @Test func readsWhatItWrites() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let instant = Timestamp(
                microseconds: Int64.random(
                    in: -62_135_596_800_000_000...253_402_300_799_999_999, using: &random))
            #expect(Timestamp(instant.description) == instant)
        }
    }

    /// Expected values: GNU date, `date -u -d TEXT +%s`.
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2025-01-27T12:00Z", 1_737_979_200),
            ("2025-01-27 12:00:00Z", 1_737_979_200), ("2025-01-27T13:00:00+01:00", 1_737_979_200),
            ("2024-02-29T23:59:59-05:30", 1_709_270_999), ("1969-12-31T23:59:59Z", -1),
        ] as [(String, Int64)])
    func reads(text: String, seconds: Int64) {
        #expect(Timestamp(text) == Timestamp(seconds: seconds))
    }

    @Test(arguments: [
        "", "2025-01-27", "2025-01-27T12:00", "2025-01-27T24:00Z", "2025-02-29T00:00Z",
        "2025-01-27T12:60Z", "2025-01-27T12:00:60Z", "2025-01-27T12:00:00.Z",
        "2025-01-27T12:00:00.1234567Z", "2025-01-27T12:00Zx", "2025-1-27T12:00Z",
        "0000-01-01T00:00Z", "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59-00:01", "２０２５-01-27T12:00Z", "2025-01-27T12:00+24:00",
    ])
    func refuses(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func everyDayOfFourCenturiesHasItsOwnName() throws {
        let first = try #require(CalendarDay("1900-01-01"))
        var previous = first.advanced(by: -1).civil
        for offset in 0..<146_097 {
            let day = first.advanced(by: offset)
            let civil = day.civil
            #expect(CalendarDay(year: civil.year, month: civil.month, day: civil.day) == day)
            let continues =
                civil.day == previous.day + 1
                || (civil.day == 1 && civil.month == previous.month % 12 + 1)
            #expect(continues, "\(day) does not follow the day before it")
            previous = civil
        }
    }

    @Test(arguments: [
        ("90m", "90m"), ("60m", "1h"), ("24h", "24h"), ("48h", "2d"), ("7d", "7d"), ("1d", "24h"),
    ])
    func spansHaveOneSpelling(text: String, spelling: String) {
        #expect(TimeSpan(text)?.description == spelling)
    }

    @Test(arguments: ["", "h", "0h", "-1h", "+1h", "1.5h", "24", "99999999999999999999h", "4000d"])
    func refusesSpans(text: String) {
        #expect(TimeSpan(text) == nil)
    }
}
