import Liquidations
import Market
import Series
import TestSupport
import Testing

@Suite struct ProfileScoreTests {
    /// A month that the fit did not see. The figures of all four coins stand in
    /// `Docs/Decisions/0012-sampled-liquidations.md`.
    struct Trial {
        let score: ProfileScore
        let fit: ProfileFit

        init(_ asset: String) throws {
            let bars = try ProfileFixture.intervals(asset)
            let judged = bars.past.count - ProfileFixture.warmUp
            var fit = try #require(
                ProfileFit(
                    bars.past,
                    settings: ProfileFixture.settings(turnover: ProfileFixture.turnover),
                    judged: judged))
            self.fit = fit
            let band = (
                low: try #require(fit.ratio(below: 0.05)),
                high: try #require(fit.ratio(below: 0.95)), share: 0.9
            )
            let later = fit.predict(bars.later)
            let all = bars.past + bars.later
            var baselines: [ProfileBaseline: [Double]] = [:]
            for baseline in ProfileBaseline.allCases {
                let numbers = baseline.numbers(all)
                let fitted = numbers[ProfileFixture.warmUp..<bars.past.count]
                let seen = bars.past[ProfileFixture.warmUp...]
                let long = seen.map(\.longUSD).compensatedSum / fitted.map(\.long).compensatedSum
                let short =
                    seen.map(\.shortUSD).compensatedSum / fitted.map(\.short).compensatedSum
                let tried = numbers[bars.past.count...]
                baselines[baseline] = tried.map { $0.long * long } + tried.map { $0.short * short }
            }
            score = try #require(
                ProfileScore(
                    expected: later.map(\.long) + later.map(\.short),
                    observed: bars.later.map(\.longUSD) + bars.later.map(\.shortUSD), band: band,
                    baselines: baselines))
        }
    }

    /// January 2025 for bitcoin: open interest spread evenly over distance does better, and the band that
    /// should hold nine times in ten holds less than half the time. So no profile is drawn.
    @Test func bitcoinIsNotWorthDrawing() throws {
        let trial = try Trial("BTC")
        let theirs = try #require(
            try ReferenceTable(fixture: "Liquidations/profile-scores.csv").rows.first {
                $0["asset"] == "BTC" && $0["half_life_days"] == "0.5"
            }?.compactMapValues { Double($0) })
        let evenly = try #require(trial.score.skill[.evenly] ?? nil)
        #expect(agree(evenly, theirs["skill_evenly"], relative: 1e-6))
        #expect(trial.score.count == 336 && evenly < 0 && trial.score.coverage < 0.6)
        #expect(trial.score.skill.count == 4)
        #expect(!trial.score.isBetterThanBaselines && !trial.score.isWorthShowing)

        let profile = try #require(
            LiquidationProfile(trial.fit, about: 100_000, width: 0.01, count: 8, score: trial.score)
        )
        #expect(!profile.isWorthDrawing && profile.steps.count == 16)
        #expect(profile.steps.prefix(8).allSatisfy { $0.side == .long && $0.to <= 100_000 })
        #expect(profile.steps.suffix(8).allSatisfy { $0.side == .short && $0.from >= 100_000 })
        #expect(
            profile.steps.allSatisfy { $0.lowUSD <= $0.middleUSD && $0.middleUSD <= $0.highUSD })
        // No position is in two steps or in none.
        let low = try #require(profile.steps.first?.from)
        let whole = trial.fit.model.dollars(.long, from: low, to: 100_000.0.nextDown)
        let parts = profile.steps.prefix(8).map(\.middleUSD).compensatedSum
        #expect(agree(parts, whole * trial.fit.reporting.long))
    }

    /// Four pairs by hand: errors 1 and 3 against a baseline's 2 and 6 are a skill of a half.
    @Test func byHand() throws {
        let score = try #require(
            ProfileScore(
                expected: [1, 2, 4, 8], observed: [2, 4, 8, 16], band: (1, 2, 1),
                baselines: [
                    .evenly: [32, 4, 8, 16], .fixedMix: [2, 4, 8, 16], .roundNumbers: [2, 4, 8, 1],
                ]))
        #expect(agree(score.slope, 1) && agree(score.explained, 1))
        #expect(agree(score.rankCorrelation, 1))
        #expect(score.coverage == 1)
        // Errors are 1 + 2 + 4 + 8 = 15, and 30, 0 and 15.
        #expect(score.skill[.evenly] == .some(0.5) && score.skill[.roundNumbers] == .some(0))
        #expect(score.skill[.fixedMix] == .some(nil))
        #expect(!score.isBetterThanBaselines)
        let turned = try #require(
            ProfileScore(
                expected: [8, 4, 2, 1], observed: [2, 4, 8, 16], band: (1, 2, 0.5),
                baselines: [.evenly: [0, 0, 0, 100]]))
        #expect(agree(turned.rankCorrelation, -1) && agree(turned.slope, -1))
        #expect(turned.coverage == 0.25)
    }

    @Test func thinIsSaid() {
        func score(_ expected: [Double], _ observed: [Double]) -> ProfileScore? {
            ProfileScore(expected: expected, observed: observed, band: (0, 1, 1), baselines: [:])
        }
        #expect(score([], []) == nil && score([1], []) == nil)
        let flat = score([1, 1, 1, 1], [1, 2, 3, 4])
        #expect(flat?.slope == nil && flat?.rankCorrelation == nil && flat?.coverage == 0.25)
        #expect(score([0, 0, 1], [1, 2, 3])?.slope == nil)
        let other = ProfileScore(
            expected: [1], observed: [1], band: (0, 1, 1), baselines: [.evenly: []])
        #expect(other == nil)
    }

    /// From 99.5 down to 97 and up to 103: in fiftieths of ten below 100 (0.2) and of a hundred above (2).
    @Test func baselinesByHand() throws {
        let bars = try [
            (99.0, 100.0, 99.5, 10.0), (97, 103, 100, 20), (100, 100, 100, 30),
        ].map {
            try #require(
                ProfileInterval(
                    low: $0.0, high: $0.1, close: $0.2, openInterest: $0.3, longUSD: 0, shortUSD: 0)
            )
        }
        let rounds = ProfileBaseline.roundNumbers.numbers(bars)
        // Down: 97.2 to 99.4 are twelve, and the low of 99 is passed; up: 100 and 102, and the high.
        #expect(rounds.map(\.long) == [0, 995 * 13, 0] && rounds.map(\.short) == [0, 995 * 3, 0])
        let evenly = ProfileBaseline.evenly.numbers(bars)
        #expect(agree(evenly[1].long, 995 * 0.02544667, relative: 1e-5))
        #expect(agree(evenly[1].short, 995 * 0.03457134, relative: 1e-5))
        #expect(evenly[2].long == 0 && evenly[2].short == 0)
        let fixed = ProfileBaseline.fixedMix.numbers(bars)
        // 50 and 100 times from 99.5 are gone at 97: 97.9 and 98.9; 25 times at 95.9 is not.
        #expect(agree(fixed[1].long, 10 * (0.25 * 97.902 + 0.1 * 98.901), relative: 0.003))
        for baseline in ProfileBaseline.allCases { #expect(baseline.numbers([]).isEmpty) }
    }
}
