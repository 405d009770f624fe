import Liquidations
import Market
import Series
import TestSupport
import Testing

/// Expected values: numpy's own walk over the same bars, by `Scripts/reference/liquidation_walk.py`.
@Suite struct ProfileWalkTests {
    /// Bars of bitcoin, two days of which build up; and bars of Solana whose first two weeks are days.
    enum Stretch: String, CaseIterable {
        case bitcoin = "BTC"
        case solana = "SOL"

        var buildUp: Int { self == .bitcoin ? 12 : 14 }

        func intervals() throws -> [ProfileInterval] {
            let bars = try ProfileFixture.intervals(rawValue)
            let all = bars.past + bars.later
            guard self == .solana else { return Array(all.suffix(120)) }
            let used = Array(all.suffix(6 * buildUp + 60))
            let days = try (0..<buildUp).map { try Self.day(used[(6 * $0)..<(6 * $0 + 6)]) }
            return days + used[(6 * buildUp)...]
        }

        private static func day(_ bars: ArraySlice<ProfileInterval>) throws -> ProfileInterval {
            let last = try #require(bars.last)
            return try #require(
                ProfileInterval(
                    low: bars.map(\.low).min() ?? 0, high: bars.map(\.high).max() ?? 0,
                    close: last.close, openInterest: last.openInterest,
                    longUSD: bars.map(\.longUSD).compensatedSum,
                    shortUSD: bars.map(\.shortUSD).compensatedSum, span: 6))
        }
    }

    private static func figures(_ name: String, _ stretch: Stretch) throws -> [[String: Double]] {
        try ReferenceTable(fixture: "Liquidations/\(name).csv").rows
            .filter { $0["asset"] == stretch.rawValue }
            .map { $0.compactMapValues { Double($0) } }
    }

    /// Every forecast with its band and baselines, relative 1e-6; scores; ends of intervals within what 2,000 and
    /// 500 draws leave open.
    @Test(arguments: Stretch.allCases) func agreesWithNumpy(stretch: Stretch) throws {
        let walk = try #require(
            ProfileWalk(stretch.intervals(), buildUp: stretch.buildUp))
        let theirs = try Self.figures("profile-walk", stretch)
        #expect(walk.forecasts.count == theirs.count && theirs.count >= 40)
        for (ours, row) in zip(walk.forecasts, theirs) {
            #expect(Double(ours.place) == row["place"])
            #expect(agree(ours.expected.long, row["expected_long"], relative: 1e-6))
            #expect(agree(ours.expected.short, row["expected_short"], relative: 1e-6))
            #expect((ours.band == nil) == (row["band_low"] == nil))
            if let band = ours.band {
                #expect(agree(band.low, row["band_low"], relative: 1e-6, absolute: 1e-9))
                #expect(agree(band.high, row["band_high"], relative: 1e-6))
            }
            for baseline in ProfileBaseline.allCases {
                let sides = try #require(ours.baselines[baseline])
                #expect(agree(sides.long, row["\(baseline)_long"], relative: 1e-6))
                #expect(agree(sides.short, row["\(baseline)_short"], relative: 1e-6))
            }
        }
        try scoresAgree(walk, stretch)
    }

    private func scoresAgree(_ walk: ProfileWalk, _ stretch: Stretch) throws {
        let rows = try ReferenceTable(fixture: "Liquidations/profile-walk-scores.csv").rows
            .filter { $0["asset"] == stretch.rawValue }
        func figure(_ name: String) throws -> (value: Double?, low: Double, high: Double) {
            let row = try #require(rows.first { $0["figure"] == name })
            let numbers = row.compactMapValues { Double($0) }
            return (numbers["value"], try #require(numbers["low"]), try #require(numbers["high"]))
        }
        func isNear(
            _ interval: ProfileScoreSpread.Interval?, _ theirs: (low: Double, high: Double)
        ) -> Bool {
            let room = 0.15 * (theirs.high - theirs.low)
            return interval.map {
                abs($0.low - theirs.low) < room && abs($0.high - theirs.high) < room
            } ?? false
        }
        let rank = try figure("rank_correlation")
        #expect(agree(walk.score.rankCorrelation, rank.value, relative: 1e-6))
        #expect(isNear(walk.spread.rankCorrelation, (rank.low, rank.high)))
        let coverage = try figure("coverage")
        #expect(agree(walk.score.coverage, coverage.value, relative: 1e-9))
        #expect(isNear(walk.spread.coverage, (coverage.low, coverage.high)))
        let hits = try figure("hit_rate")
        #expect(agree(walk.spread.hitRate, hits.value, relative: 1e-9))
        #expect(isNear(walk.spread.hits, (hits.low, hits.high)))
        #expect(agree(walk.spread.baselineHitRate, try figure("baseline_hit_rate").value))
        for baseline in ProfileBaseline.allCases {
            let skill = try figure("skill_\(baseline)")
            #expect(agree(walk.score.skill[baseline] ?? nil, skill.value, relative: 1e-6))
            #expect(isNear(walk.spread.skill[baseline] ?? nil, (skill.low, skill.high)))
        }
        let band = try figure("band")
        #expect(agree(walk.band.low, band.low, relative: 1e-6))
        #expect(agree(walk.band.high, band.high, relative: 1e-6))
        #expect(walk.spread.verdict == .unskilled)
    }

    /// What is foretold does not know what comes: cut short, a walk foretells the same until then, bit by bit.
    @Test func nothingComesFromLater() throws {
        let bars = try Stretch.solana.intervals()
        let whole = try #require(ProfileWalk(bars, buildUp: 14))
        let cut = try #require(ProfileWalk(Array(bars.dropLast(8)), buildUp: 14))
        #expect(cut.forecasts.count == whole.forecasts.count - 8)
        for (one, other) in zip(cut.forecasts, whole.forecasts) {
            #expect(one.expected == other.expected && one.observed == other.observed)
            #expect(one.band?.low == other.band?.low && one.band?.high == other.band?.high)
            for baseline in ProfileBaseline.allCases {
                let (left, right) = (one.baselines[baseline], other.baselines[baseline])
                #expect(left?.long == right?.long && left?.short == right?.short)
            }
        }
    }

    /// A market that is liquidated as the model has it, a fortieth of it published: skill over every baseline.
    @Test func findsSkillWhereThereIsSome() throws {
        let settings = ProfileWalk.usual
        let count = settings.leverages.count
        let mix = LiquidationProfileModel.Mix(
            long: (0..<count).map { $0 == 3 ? 1 : 0 }, short: (0..<count).map { $0 == 2 ? 1 : 0 })
        var market = try #require(
            LiquidationProfileModel(settings, mix: mix, entriesFrom: 70, to: 140))
        var random = SeededGenerator(seed: 5)
        var price = 100.0
        let bars = try (0..<90).map { _ in
            price = min(max(price * Double.random(in: 0.95...1.053, using: &random), 75), 130)
            func bar(_ long: Double, _ short: Double) throws -> ProfileInterval {
                try #require(
                    ProfileInterval(
                        low: price * 0.97, high: price * 1.03, close: price, openInterest: 1000,
                        longUSD: long, shortUSD: short))
            }
            let realised = market.step(try bar(0, 0))
            return try bar(realised.long.reduce(0, +) / 40, realised.short.reduce(0, +) / 40)
        }
        let walk = try #require(ProfileWalk(bars, buildUp: 12))
        #expect(walk.spread.verdict == .skilled)
        let (hits, theirs) = (
            try #require(walk.spread.hitRate), try #require(walk.spread.baselineHitRate)
        )
        #expect(hits > 0.8 && hits > theirs)
        #expect(walk.score.isBetterThanBaselines)
    }

    @Test func tooFewAreNoScore() throws {
        let bars = try Stretch.bitcoin.intervals()
        #expect(ProfileWalk(Array(bars.prefix(12 + 47)), buildUp: 12) == nil)
        #expect(ProfileWalk([], buildUp: 0) == nil && ProfileWalk(bars, buildUp: -1) == nil)
        #expect(ProfileWalk(bars, buildUp: 1000) == nil)
        let still = try #require(
            ProfileInterval(
                low: 100, high: 100, close: 100, openInterest: 5, longUSD: 0, shortUSD: 0))
        #expect(ProfileWalk([ProfileInterval](repeating: still, count: 80), buildUp: 12) == nil)
    }

    /// A span of two turns over as two intervals do.
    @Test func longIntervalsTurnOverMore() throws {
        let settings = try ProfileFixture.settings(turnover: 0.2)
        let mix = LiquidationProfileModel.Mix.even(8)
        func left(_ spans: [Double]) throws -> Double {
            var model = try #require(
                LiquidationProfileModel(settings, mix: mix, entriesFrom: 90, to: 110))
            for (place, span) in ([1] + spans).enumerated() {
                let price = place == 0 ? 100.0 : 105
                model.step(
                    try #require(
                        ProfileInterval(
                            low: price, high: price, close: price, openInterest: 10, longUSD: 0,
                            shortUSD: 0, span: span)))
            }
            // Longs of three times leverage are liquidated at 67 from 100 and at 70 from 105.
            return model.dollars(.long, from: 66, to: 68)
        }
        #expect(agree(try left([2]), try left([1, 1]), relative: 1e-12))
        #expect(try left([1]) > left([2]))
    }
}
