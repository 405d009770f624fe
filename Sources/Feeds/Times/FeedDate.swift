package import Market

/// Reads the times that feeds write.
///
/// - Source: RFC 822 with RFC 2822 and 5322, comments and obsolete forms included; RFC 3339 and the
///   profile of ISO 8601 it is made of. Checked against Python's `email.utils` and `datetime` on made
///   dates (`Fixtures/Feeds/dates.csv`), exactly.
package enum FeedDate {
    /// The longest time that is read, in bytes.
    package static let longest = 128

    /// The instant of a text such as `Mon, 27 Jan 2025 12:00:00 GMT` or `2025-01-27T13:00:00.5+01:00`.
    ///
    /// A day of the week is passed over, right or wrong. Years of two digits are 2000 to 2049 and 1950
    /// to 1999, of three digits follow 1900. A single letter but J and Z is a zone that nobody can know;
    /// it stands for UTC, as RFC 2822 asks. Digits behind the microsecond are cut off.
    ///
    /// - Output: `nil` for anything else: for days that the calendar does not have, for leap seconds, for
    ///   names of zones beyond those of the RFCs and the Atlantic's, and for a day or a time without a
    ///   zone, which is no instant.
    package static func instant(_ text: String) -> Timestamp? {
        guard text.utf8.count <= longest else { return nil }
        var cursor = DateCursor(text)
        cursor.skipSpaces()
        return cursor.isISO ? internetTime(&cursor) : mailTime(&cursor)
    }

    /// The instant of seconds since 1970, perhaps with a fraction; `nil` outside the years 1 to 9999.
    package static func instant(unixSeconds digits: String) -> Timestamp? {
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, let seconds = Int64(whole),
            (-62_135_596_800...253_402_300_799).contains(seconds)
        else { return nil }
        guard parts.count > 1 else { return Timestamp(seconds: seconds) }
        var cursor = DateCursor("." + parts[1])
        guard !whole.hasPrefix("-"), let fraction = cursor.fraction(), cursor.isAtEnd else {
            return nil
        }
        return Timestamp(seconds: seconds) + TimeSpan(microseconds: fraction)
    }

    private static func internetTime(_ cursor: inout DateCursor) -> Timestamp? {
        guard let year = cursor.number(4...4), cursor.take("-"),
            let month = cursor.number(2...2), cursor.take("-"), let day = cursor.number(2...2),
            let date = CalendarDay(year: year, month: month, day: day),
            cursor.take("T") || cursor.take("t") || cursor.skipSpaces() > 0,
            let clock = cursor.clock(hourDigits: 2...2)
        else { return nil }
        cursor.skipSpaces()
        guard let offset = cursor.zone(of: internetZones, opensHours: true) else { return nil }
        return instant(date, clock, offset, &cursor)
    }

    private static func mailTime(_ cursor: inout DateCursor) -> Timestamp? {
        cursor.skipSpacesAndComments()
        guard cursor.skipWeekday() else { return nil }
        cursor.skipSpacesAndComments()
        guard let day = cursor.number(1...2), cursor.skipBetweenParts(),
            let month = month(cursor.word()), cursor.skipBetweenParts(),
            let year = year(&cursor), cursor.skipSpacesAndComments() > 0,
            let date = CalendarDay(year: year, month: month, day: day),
            let clock = cursor.clock(hourDigits: 1...2)
        else { return nil }
        cursor.skipSpacesAndComments()
        guard let offset = cursor.zone(of: mailZones, opensHours: false) else { return nil }
        cursor.skipSpacesAndComments()
        return instant(date, clock, offset, &cursor)
    }

    private static func instant(
        _ day: CalendarDay, _ clock: TimeSpan, _ offsetMinutes: Int, _ cursor: inout DateCursor
    ) -> Timestamp? {
        cursor.skipSpaces()
        guard cursor.isAtEnd else { return nil }
        let offset = TimeSpan(microseconds: Int64(offsetMinutes) * 60_000_000)
        let instant = day.start + clock - offset
        return (1...9999).contains(instant.day.civil.year) ? instant : nil
    }

    private static func year(_ cursor: inout DateCursor) -> Int? {
        let start = cursor.position
        guard let year = cursor.number(2...4) else { return nil }
        switch cursor.position - start {
        case 2: return year + (year < 50 ? 2000 : 1900)
        case 3: return year + 1900
        default: return year
        }
    }

    /// A month by its English name, or the first letters of it, three at least.
    private static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    private static let internetZones = ["z": 0, "utc": 0, "gmt": 0]

    /// Hours from UTC, by name in lower case.
    private static let mailZones: [String: Int] = {
        var zones = [
            "ut": 0, "utc": 0, "gmt": 0, "ast": -4, "adt": -3, "est": -5, "edt": -4, "cst": -6,
            "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
        ]
        for letter in "abcdefghiklmnopqrstuvwxyz" { zones[String(letter)] = 0 }
        return zones
    }()
}
