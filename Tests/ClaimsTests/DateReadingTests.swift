import Claims
import Market
import Testing

@Suite struct DateReadingTests {
    private static let grammar = ClaimGrammar(
        Vocabulary(
            rows: [
                VocabularyRow(kind: .asset, id: "BTC", name: "bitcoin"),
                VocabularyRow(kind: .asset, id: "BTC", name: "比特币"),
            ], market: "TOTAL"))

    private static func window(_ text: String) -> Window? {
        grammar.extraction(of: ArticleText(text)).claims.first?.window
    }

    @Test(
        arguments: [
            ("Bitcoin fell 5% on Jan. 27.", nil, 1, 27),
            ("Bitcoin fell 5% on January 27, 2025.", 2025, 1, 27),
            ("Bitcoin fell 5% on 27 January 2025.", 2025, 1, 27),
            ("Bitcoin fell 5% on January 27th.", nil, 1, 27),
            ("Bitcoin fell 5% on 2025-01-27.", 2025, 1, 27),
            ("Bitcoin fell 5% on 27/01/2025.", 2025, 1, 27),
            ("Bitcoin fell 5% on 01/27/2025.", 2025, 1, 27),
            ("Bitcoin fell 5% on 27.01.2025.", 2025, 1, 27),
            ("Bitcoin fell 5% on Monday, Jan. 27.", nil, 1, 27),
            ("Bitcoin fell 5% in May 2024.", 2024, 5, nil),
            ("Bitcoin cayó un 5% el 27 de enero de 2025.", 2025, 1, 27),
            ("Bitcoin cayó un 5% el lunes 27 de enero.", nil, 1, 27),
            ("比特币1月27日下跌5%。", nil, 1, 27), ("2025年1月27日，比特币下跌5%。", 2025, 1, 27),
        ] as [(String, Int?, Int?, Int?)])
    func readsDates(text: String, year: Int?, month: Int?, day: Int?) {
        guard case .on(let date)? = Self.window(text)?.kind else {
            Issue.record("no date in \(text)")
            return
        }
        #expect(date.year == year && date.month == month && date.day == day, "\(date)")
    }

    @Test(
        arguments: [
            ("in the last 24 hours", .trailing(.day)),
            ("over the past seven days", .trailing(.days(7))),
            ("in the past 24h", .trailing(.day)), ("today", .day(0)), ("yesterday", .day(-1)),
            ("this week", .trailing(.days(7))), ("in the past hour", .trailing(.hour)),
            ("in 2 weeks", .trailing(.days(14))), ("over the past 30 days", .trailing(.days(30))),
        ] as [(String, Window.Kind)])
    func readsWindows(words: String, kind: Window.Kind) {
        #expect(Self.window("Bitcoin fell 5% \(words).")?.kind == kind)
    }

    @Test func sinceIsAWindow() {
        guard case .since(let date)? = Self.window("Bitcoin fell 5% since Nov. 21.")?.kind else {
            Issue.record("no window")
            return
        }
        #expect(date.month == 11 && date.day == 21)
    }

    /// 27 January 2025 was a Monday: from a printed calendar.
    @Test func datesAreResolvedBeforePublication() {
        let published = CalendarDay("2025-01-27")
        let date = { (month: Int?, day: Int?, weekday: Int?) in
            StatedDate(year: nil, month: month, day: day, weekday: weekday, span: 0..<1)
        }
        guard let published else { return }
        #expect(date(1, 24, nil).resolved(before: published) == CalendarDay("2025-01-24"))
        #expect(date(11, 21, nil).resolved(before: published) == CalendarDay("2024-11-21"))
        #expect(date(2, 29, nil).resolved(before: published) == CalendarDay("2024-02-29"))
        #expect(date(nil, nil, 1).resolved(before: published) == published)
        #expect(date(nil, nil, 7).resolved(before: published) == CalendarDay("2025-01-26"))
        #expect(date(2, 30, nil).resolved(before: published) == nil)
        #expect(date(nil, nil, nil).resolved(before: published) == nil)
    }
}
