import Liquidations
import Market
import Testing

/// Source: the venues' change logs: Binance USD-M futures of 10 April 2026, Bybit v5 of 20 February 2025.
@Suite struct SamplingRegimeTests {
    @Test(
        arguments: [
            ("binance", "2019-09-08", .latestPerSecond),
            ("binance", "2025-01-27", .latestPerSecond),
            ("binance", "2026-04-09", .latestPerSecond),
            ("binance", "2026-04-10", .largestPerSecond),
            ("binance", "2030-01-01", .largestPerSecond), ("bybit", "2025-02-19", .latestPerSecond),
            ("bybit", "2025-02-20", .full), ("okx", "2025-01-27", .partial),
            ("bitmex", "2025-01-27", .partial), ("deribit", "2025-01-27", .full),
            ("hyperliquid", "2025-01-27", .unpublished), ("kraken", "2022-03-01", .full),
            ("coinbase", "2025-01-27", nil), ("", "2025-01-27", nil),
        ] as [(VenueID, String, SamplingRegime.Rule?)])
    func inForce(venue: VenueID, day: String, expected: SamplingRegime.Rule?) throws {
        let day = try #require(CalendarDay(day))
        #expect(SamplingRegime.inForce(at: venue, on: day)?.rule == expected)
    }

    @Test func oneRuleAVenueOnEveryDay() throws {
        let first = try #require(CalendarDay("2024-01-01"))
        for venue in Set(SamplingRegime.known.map(\.venue)) {
            for offset in 0..<1500 {
                let day = first.advanced(by: offset)
                let holding = SamplingRegime.known.filter { regime in
                    regime.venue == venue && regime.from.map { day >= $0 } ?? true
                        && regime.until.map { day < $0 } ?? true
                }
                #expect(holding.count == 1, "\(venue) on \(day)")
                #expect(holding.first == SamplingRegime.inForce(at: venue, on: day))
            }
        }
    }

    @Test func datesThatDoNotReadWouldBeOpenEnds() {
        let dates = SamplingRegime.known.flatMap { [$0.from, $0.until] }.compactMap { $0 }
        #expect(dates.count == 4)
    }

    /// Only of one feed is it known when seconds begin, from tapes made public.
    @Test func clocksAreDatedToo() throws {
        for regime in SamplingRegime.known {
            let isBinance = regime.venue == "binance" && regime.rule == .latestPerSecond
            #expect(regime.clock == (isBinance ? .sinceEachOrder : .unknown))
        }
    }

    @Test func everyRegimeSaysWhoSaysSo() {
        for regime in SamplingRegime.known {
            #expect(regime.citation.count > 40 && !regime.citation.contains("  "))
        }
        let order = SamplingRegime.known.map { ($0.venue, $0.from?.daysSinceEpoch ?? .min) }
        #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 })
    }

    /// A day before, a day after, and a range across the change.
    @Test func rangesAcrossAChangeHaveBothRules() throws {
        let change = try #require(CalendarDay("2025-02-20")).start
        func rules(_ from: TimeSpan, _ to: TimeSpan) -> [SamplingRegime.Rule] {
            SamplingRegime.inForce(
                at: "bybit", over: TimeRange(from: change + from, to: change + to)
            )
            .map(\.rule)
        }
        #expect(rules(.hours(-24), .hours(0)) == [.latestPerSecond])
        #expect(rules(.hours(0), .hours(24)) == [.full])
        #expect(rules(.hours(-1), .hours(1)) == [.latestPerSecond, .full])
        #expect(rules(.hours(0), .hours(0)) == [.full])
        #expect(SamplingRegime.inForce(at: "", over: TimeRange(from: change, to: change)).isEmpty)
    }
}
