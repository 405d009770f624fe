import Liquidations
import Market
import Series
import TestSupport
import Testing

/// Expected values: numpy's own run of the same rules, by `Scripts/reference/liquidations.py`.
@Suite struct ProfileFitTests {
    private static func figures(_ row: [String: String]) -> [String: Double] {
        row.compactMapValues { Double($0) }
    }

    /// The mix and factors after twenty rounds on two months of bitcoin, relative 1e-6; then January.
    @Test func agreesWithNumpyAndItsScore() throws {
        let bars = try ProfileFixture.intervals("BTC")
        var fit = try #require(
            ProfileFit(
                bars.past, settings: ProfileFixture.settings(turnover: ProfileFixture.turnover),
                judged: bars.past.count - ProfileFixture.warmUp))
        let mixes = try ReferenceTable(fixture: "Liquidations/profile-mixes.csv").rows.filter {
            $0["asset"] == "BTC" && $0["half_life_days"] == "0.5"
        }
        #expect(mixes.count == fit.mix.long.count)
        for (index, row) in mixes.enumerated() {
            let theirs = Self.figures(row)
            #expect(agree(fit.mix.long[index], theirs["long"], relative: 1e-6, absolute: 1e-9))
            #expect(agree(fit.mix.short[index], theirs["short"], relative: 1e-6, absolute: 1e-9))
        }
        let score = try #require(
            try ReferenceTable(fixture: "Liquidations/profile-scores.csv").rows.first {
                $0["asset"] == "BTC" && $0["half_life_days"] == "0.5"
            }.map(Self.figures))
        #expect(agree(fit.reporting.long, score["reporting_long"], relative: 1e-6))
        #expect(agree(fit.reporting.short, score["reporting_short"], relative: 1e-6))
        let judged = fit.expected.suffix(bars.past.count - ProfileFixture.warmUp)
        let errors = zip(judged, bars.past.suffix(judged.count)).map { expected, seen in
            abs(expected.long - seen.longUSD) + abs(expected.short - seen.shortUSD)
        }
        #expect(agree(errors.compensatedSum, score["error"], relative: 1e-6))
        let later = fit.predict(bars.later)
        let scored = try #require(
            ProfileScore(
                expected: later.map(\.long) + later.map(\.short),
                observed: bars.later.map(\.longUSD) + bars.later.map(\.shortUSD),
                band: (0, 1, 0.5), baselines: [:]))
        #expect(Double(scored.count) == score["pairs"])
        #expect(agree(scored.slope, score["slope"], relative: 1e-6))
        #expect(agree(scored.explained, score["explained"], relative: 1e-6))
        #expect(agree(scored.rankCorrelation, score["rank_correlation"], relative: 1e-6))
        #expect(!scored.isBetterThanBaselines)
    }

    /// A market whose positions follow a known mix, of which a fortieth is published: both are found.
    @Test func findsAKnownMix() throws {
        let settings = try #require(
            LiquidationProfileModel.Settings(
                leverages: [5, 20, 100], maintenance: 0.004, turnover: 0.05, binWidth: 0.01))
        let truth = LiquidationProfileModel.Mix(long: [0.5, 0.4, 0.1], short: [0.2, 0.3, 0.5])
        var random = SeededGenerator(seed: 8)
        var market = try #require(
            LiquidationProfileModel(settings, mix: truth, entriesFrom: 60, to: 160))
        var price = 100.0
        var intervals: [ProfileInterval] = []
        for _ in 0..<250 {
            price = min(max(price * Double.random(in: 0.94...1.064, using: &random), 60), 160)
            let low = price * Double.random(in: 0.96...1, using: &random)
            let high = price * Double.random(in: 1...1.04, using: &random)
            let coins = Double.random(in: 500...1000, using: &random)
            let bare = try #require(
                ProfileInterval(
                    low: low, high: high, close: price, openInterest: coins, longUSD: 0,
                    shortUSD: 0))
            let realised = market.step(bare)
            intervals.append(
                try #require(
                    ProfileInterval(
                        low: low, high: high, close: price, openInterest: coins,
                        longUSD: realised.long.reduce(0, +) / 40,
                        shortUSD: realised.short.reduce(0, +) / 40)))
        }
        let fit = try #require(
            ProfileFit(intervals, settings: settings, judged: 240, rounds: 60))
        for index in 0..<3 {
            #expect(abs(fit.mix.long[index] - truth.long[index]) < 0.03)
            #expect(abs(fit.mix.short[index] - truth.short[index]) < 0.03)
        }
        #expect(agree(fit.reporting.long, 1.0 / 40, relative: 0.05))
        #expect(agree(fit.reporting.short, 1.0 / 40, relative: 0.05))
        // Where the model is the truth, observed dollars are what is expected.
        let middle = try #require(fit.ratio(below: 0.5))
        #expect(abs(middle - 1) < 0.1)
    }

    @Test func nothingToFitIsNoFit() throws {
        let settings = try ProfileFixture.settings(turnover: 0)
        let still = try #require(
            ProfileInterval(
                low: 100, high: 100, close: 100, openInterest: 5, longUSD: 0, shortUSD: 0))
        let intervals = [ProfileInterval](repeating: still, count: 10)
        #expect(ProfileFit(intervals, settings: settings, judged: 10) == nil)
        #expect(ProfileFit([], settings: settings, judged: 0) == nil)
        #expect(ProfileFit(intervals, settings: settings, judged: 11) == nil)
    }
}
