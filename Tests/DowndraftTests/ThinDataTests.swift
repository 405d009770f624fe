import CaseSupport
import Downdraft
import Evidence
import Foundation
import Market
import Narrative
import TestSupport
import Testing

/// Law 3: what is absent is said, and is never zero.
@Suite struct ThinDataTests {
    private func gaps(_ instant: String, _ window: Question.Window = .dayLong) throws -> Set<
        String
    > {
        Set(try GoldenCase.report(instant, window).gaps.filter { $0.severity == .thin }.map(\.id))
    }

    @Test func aDayWithoutConstituentsIsThin() throws {
        let found = try gaps("2024-07-20T00:00:00Z")
        #expect(found.contains("no-own-index"))
        #expect(found.contains("no-liquidations"))
        #expect(!found.contains("no-total-change"), "the daily bars speak of that day")
    }

    @Test func anHourBetweenDailyBarsIsStale() throws {
        let found = try gaps("2024-12-10T13:00:00Z")
        #expect(found.contains("stale-total"))
    }

    @Test func anIndexOfStablecoinsAloneIsNone() throws {
        // Seven days before 21 January there are no contracts yet: only stablecoins have a price.
        let report = try GoldenCase.report("2025-01-21T12:00:00Z", .rolling(.days(7)))
        #expect(report.gaps.contains { $0.id == "no-own-index" })
        #expect(report.book[.change("7d"), .own]?.value == Fact.Value.none)
    }

    @Test func aLevelSeenHoursAgoMeasuresNoChange() throws {
        // TOTAL's last hour closed at noon of the 28th; its change until midnight is not known.
        let report = try GoldenCase.report("2025-01-29T00:00:00Z")
        #expect(report.book[.change("24h"), .total]?.value == Fact.Value.none)
        #expect(report.book[.change("utcDay"), .total]?.value == Fact.Value.none)
        #expect(report.gaps.contains { $0.id == "stale-total" })
    }

    @Test func withoutAnInstantTheLastKnownLevelIsExplained() throws {
        let latest = try Engine(store: try GoldenCase.path()).latestInstant()
        #expect(latest?.description == "2025-01-28T12:00:00Z")
        #expect(try !GoldenCase.report("2025-01-28T12:00:00Z").isThin)
    }

    @Test func aFactCitesTheSourceItRestsOn() throws {
        let book = try GoldenCase.report("2025-01-27T12:00:00Z").book
        #expect(book[.cap, .total]?.sources == ["tradingview-total-1h"])
        #expect(book[.localHigh, .total]?.sources == ["tradingview-total-1d"])
        #expect(
            book[.change("utcDay"), .total]?.sources == [
                "tradingview-total-1d", "tradingview-total-1h",
            ])
        #expect(book["close", Subject("macro:vix")]?.sources == ["market-closes"])
    }

    @Test func hoursThatAreMissingAreCounted() throws {
        let folder = try TemporaryFolder()
        let copy = folder.path("copy.sqlite")
        try FileManager.default.copyItem(atPath: GoldenCase.path(), toPath: copy)
        let missing = ["2025-01-27T03:00:00Z", "2025-01-27T04:00:00Z"].compactMap {
            Timestamp($0)?.microseconds
        }
        let deleted = try StoredBars.keep(in: copy) { bar in
            bar.series != "index:TOTAL" || bar.interval != TimeSpan.hour.microseconds
                || !missing.contains(bar.openTime)
        }
        #expect(deleted == 2)
        let report = try Engine(store: copy).answer(
            GoldenCase.question("2025-01-27T12:00:00Z"))
        #expect(report.book["bars.missing.24h", .total]?.number == 2)
        #expect(report.gaps.contains { $0.id == "missing-hours" })
        #expect(
            try GoldenCase.report("2025-01-27T12:00:00Z").book["bars.missing.24h", .total]?.number
                == 0)
    }

    @Test func tooLittleHistoryHasNoAverages() throws {
        let found = try gaps("2024-04-20T00:00:00Z")
        #expect(found.contains("no-average") && found.contains("no-strength"))
    }

    @Test(arguments: ["2023-01-01T00:00:00Z", "2025-06-01T00:00:00Z"])
    func aDayOutsideTheDataIsAnError(instant: String) throws {
        let question = try GoldenCase.question(instant)
        let engine = Engine(store: try GoldenCase.path())
        let error = #expect(throws: EngineError.self) { try engine.answer(question) }
        #expect(error?.description.contains("2024-04-07T00:00:00Z") == true)
    }

    @Test func absentFiguresAreFactsWithoutValue() throws {
        let book = try GoldenCase.report("2024-07-20T00:00:00Z").book
        let own = try #require(book[.change("24h"), .own])
        #expect(own.value == .none && own.standing == .noData)
    }

    @Test func theWholeMarketsLiquidationsAreUndecidable() throws {
        let book = try GoldenCase.report("2025-01-27T12:00:00Z").book
        let everywhere = try #require(book[.totalLiquidations("24h"), .venue("all")])
        let floor = try #require(book[.totalLiquidations("24h"), .venue("binance")]?.number)
        #expect(everywhere.standing == .undecidable && everywhere.value == .none)
        #expect(everywhere.low == floor && everywhere.high == nil)
    }

    @Test(arguments: [
        ("2025-01-27T12:00:00Z", Question.Window.utcDay),
        ("2025-01-27T12:00:00Z", .rolling(.hours(6))), ("2025-01-28T00:00:00Z", .utcDay),
        ("2025-01-27T12:00:00Z", .rolling(.days(7))),
        ("2025-01-25T17:00:00Z", .rolling(.minutes(90))),
    ])
    func everyWindowIsAnswered(instant: String, window: Question.Window) throws {
        let report = try GoldenCase.report(instant, window)
        #expect(!report.headline.isEmpty && report.sections.count > 5)
    }

    @Test func aRiseIsToldAsARise() throws {
        // From the evening of the 27th to the next morning the market rose: 3.394 to 3.444 trillion.
        let report = try GoldenCase.report("2025-01-28T09:00:00Z", .rolling(.hours(20)))
        let change = try #require(report.book[.change("20h"), .total]?.number)
        #expect(change > 0)
        let words = report.headline.spans.compactMap { span -> String? in
            guard case .words(let words) = span else { return nil }
            return words
        }
        #expect(words.joined().contains("rises"))
    }
}
