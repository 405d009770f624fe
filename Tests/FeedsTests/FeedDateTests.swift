import Feeds
import Market
import TestSupport
import Testing

@Suite struct FeedDateTests {
    /// The cut between centuries of two digits is RFC 5322's; Python has its own, so the fixture has no
    /// years of two digits from 50 to 68.
    @Test func agreesWithPython() throws {
        let rows = try ReferenceFeeds.rows("dates.json")
        #expect(rows.count == 800)
        for row in rows {
            let text = try #require(row["text"]?.string)
            let instant = FeedDate.instant(text)
            #expect(instant.map { String($0.microseconds) } == row["us"]?.string, "\(text)")
        }
    }

    @Test(
        arguments: [
            // Examples of RFC 5322, appendix A, and RFC 3339, section 5.8.
            ("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T15:55:06Z"),
            ("Tue, 1 Jul 2003 10:52:37 +0200", "2003-07-01T08:52:37Z"),
            ("Thu, 13 Feb 1969 23:32:54 -0330", "1969-02-14T03:02:54Z"),
            ("Thu,\n 13\n Feb\n 1969\n 23:32\n -0330 (Newfoundland Time)", "1969-02-14T03:02:00Z"),
            ("21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06Z"),
            ("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.52Z"),
            ("1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57Z"),
            ("1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27.87Z"),
            // Centuries of RFC 5322, section 4.3.
            ("1 Jan 49 00:00 Z", "2049-01-01T00:00:00Z"),
            ("1 Jan 50 00:00 Z", "1950-01-01T00:00:00Z"),
            ("1 Jan 125 00:00 Z", "2025-01-01T00:00:00Z"),
            // A letter says nothing, so it is UTC.
            ("27 Jan 2025 12:00 A", "2025-01-27T12:00:00Z"),
            ("27 Jan 2025 12:00 Y", "2025-01-27T12:00:00Z"),
            ("27 Jan 2025 12:00 GMT+01:00", "2025-01-27T11:00:00Z"),
            ("Thurs, 27 Sept 2025 12:00 edt", "2025-09-27T16:00:00Z"),
            ("(a (nested \\) one)) 27 (b) Jan 2025 12:00 (c) EST (d)", "2025-01-27T17:00:00Z"),
            ("2025-01-27t12:00z", "2025-01-27T12:00:00Z"),
            ("2025-01-27 12:00:00 UTC", "2025-01-27T12:00:00Z"),
            ("2025-01-27 12:00:00 -0500", "2025-01-27T17:00:00Z"),
            ("2025-01-27T12:00:00.123456789Z", "2025-01-27T12:00:00.123456Z"),
            ("  2025-01-27T12:00:00,5Z\n", "2025-01-27T12:00:00.5Z"),
        ])
    func reads(text: String, expected: String) {
        #expect(FeedDate.instant(text)?.description == expected)
    }

    @Test(
        arguments: [
            "", " ", "yesterday", "2025-01-27", "2025-01-27T12:00:00", "27 Jan 2025",
            "Mon, 27 Jan 2025 12:00:00", "30 Feb 2025 12:00 GMT", "29 Feb 2023 12:00 GMT",
            "31 Jun 2025 12:00 GMT", "1 Jan 2025 24:00 GMT", "1 Jan 2025 12:60 GMT",
            "31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:60Z", "1 Jan 2025 12:00 J",
            "1 Jan 2025 12:00 CET", "1 Jan 2025 12:00 +2400", "1 Jan 2025 12:00 +0160",
            "1 Jan 2025 12:00 +01", "1 Jan 12025 12:00 GMT", "1 Ja 2025 12:00 GMT",
            "Foo, 1 Jan 2025 12:00 GMT", "1 Jan 2025 12:00 GMT (open", "1 Jan 2025 12:00 GMT x",
            "1 Jan 2025 1:2 GMT", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00",
            "0000-01-01T00:00:00Z", "2025-13-01T00:00:00Z", "2025-00-01T00:00:00Z",
            "2025-01-27T12:00:00.Z", "2025-1-27T12:00Z", "1737979200", "Jan 27 2025 12:00 GMT",
            String(repeating: " ", count: 200), String(repeating: "(", count: 128),
        ])
    func refuses(text: String) {
        #expect(FeedDate.instant(text) == nil)
    }

    @Test func readsWhatTimestampWrites() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<2_000 {
            let instant = Timestamp(
                microseconds: Int64.random(
                    in: -62_135_596_800_000_000...253_402_300_799_999_999, using: &random))
            #expect(FeedDate.instant(instant.description) == instant)
            #expect(FeedDate.instant(instant.description) == Timestamp(instant.description))
        }
    }

    @Test(
        arguments: [
            ("0", 0), ("1737979200", 1_737_979_200_000_000), ("-1", -1_000_000),
            ("1737979200.5", 1_737_979_200_500_000), ("253402300799", 253_402_300_799_000_000),
            ("253402300800", nil), ("-62135596801", nil), ("9223372036854775807", nil),
            ("99999999999999999999", nil), ("1737979200000", nil), ("", nil), ("1e9", nil),
            ("x", nil), ("1.", nil), ("-1.5", nil), (".5", nil),
        ] as [(String, Int64?)])
    func readsSeconds(digits: String, microseconds: Int64?) {
        #expect(FeedDate.instant(unixSeconds: digits)?.microseconds == microseconds)
    }
}
