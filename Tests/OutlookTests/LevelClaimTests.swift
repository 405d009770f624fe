import TestSupport
import Testing

@testable import Outlook

@Suite struct LevelClaimTests {
    private func simulated(_ price: Double, steps: Int = 6) throws -> SimulatedPaths {
        let bars = try #require(MadeBars.random(300, seed: 8))
        let pool = try #require(ResidualHistory(bars)?.pool)
        return try #require(
            FilteredHistoricalSimulation(pool, price: price, seed: 1)?.paths(
                count: 512, steps: steps))
    }

    private func claims(
        _ paths: SimulatedPaths, _ prices: [Double], bars: Int = 5
    ) -> [LevelClaim] {
        LevelClaim.all(
            subject: "TOTAL", levels: prices.compactMap { NamedLevel(price: $0, name: "L\($0)") },
            averageTrueRange: 4, paths: paths, volatility: 0.03, asOf: 0,
            interval: MadeBars.day, bars: bars)
    }

    @Test func theNearestTwoOnEachSideAreAsked() throws {
        let paths = try simulated(100)
        let all = claims(paths, [90, 95, 80, 104, 104, 120, 150])
        #expect(all.map(\.level.price) == [95, 95, 90, 90, 104, 104, 120, 120])
        #expect(all.map(\.isBreak) == [false, true, false, true, false, true, false, true])
        #expect(all.map(\.side) == [.down, .down, .down, .down, .up, .up, .up, .up])
        #expect(all[0].event.condition == .touch(.down, level: 95))
        // A quarter of the range of four.
        #expect(all[1].event.condition == .breaks(.down, level: 95, band: 1))
        #expect(all.allSatisfy { $0.event.expectedBars == 5 && $0.event.subject == "TOTAL" })
        for claim in all {
            let share = paths.share(of: claim.event.condition, within: 5)
            #expect(claim.simulated == share && claim.closedForm != nil)
        }
        // The further level is reached less often; what breaks has been touched but for the other way to break.
        #expect(all[0].simulated.hits >= all[2].simulated.hits)
        #expect(all[4].simulated.hits >= all[6].simulated.hits)
        #expect(
            zip(all, all.dropFirst()).allSatisfy {
                !$1.isBreak || $0.simulated.hits >= $1.simulated.hits
            })
    }

    @Test func nothingToAskIsNoClaim() throws {
        let paths = try simulated(100)
        #expect(claims(paths, []).isEmpty && claims(paths, [95], bars: 7).isEmpty)
        #expect(claims(paths, [95], bars: 0).isEmpty)
        #expect(claims(paths, [100]).map(\.side) == [.down, .down])
    }

    /// A level and a scenario of one event are two statements, and scenarios keep the names they had.
    @Test func kindsAreScoredApart() throws {
        let event = try #require(
            ForecastEvent(
                subject: "TOTAL", condition: .touch(.down, level: 96), start: 0,
                end: 2 * MadeBars.day, interval: MadeBars.day))
        let probability = try #require(IssuedForecast.Probability(.simulation, 0.75))
        func forecast(_ kind: IssuedForecast.Kind) throws -> IssuedForecast {
            try #require(
                IssuedForecast(
                    kind, event: event, label: "a", asOf: 0, issuedAt: 0, price: 100,
                    probabilities: [probability]))
        }
        let (scenario, level) = (try forecast(.scenario), try forecast(.level))
        #expect(scenario.canonicalText.hasPrefix("forecast/1 label 1:a as-of 0 price 100.0"))
        #expect(level.canonicalText.hasPrefix("forecast/1 kind level label 1:a"))
        let late = level.issued(at: 5 * MadeBars.day)
        #expect(late.isHindsight && !level.isHindsight && late.canonicalText == level.canonicalText)
        #expect(level.issued(at: -9).issuedAt == 0)
        var ledger = ForecastLedger()
        let added = ledger.add([scenario, level, late])
        #expect(added == 2)
        let bars = try #require(MadeBars.through([98, 95, 94]))
        let resolved = ledger.resolve(at: 3 * MadeBars.day) { _, _ in bars }
        #expect(resolved == 2)
        #expect(ledger.scores { $0.kind == .level }.map(\.brier.count) == [1])
        #expect(ledger.decided { $0.kind == .scenario }.map(\.forecast) == [scenario])
        #expect(ledger.scores().first?.brier.count == 2)
    }
}
