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
            ("bybit", "2025-02-20", .full), ("okx", "2025-01-27", nil), ("", "2025-01-27", nil),
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
}
