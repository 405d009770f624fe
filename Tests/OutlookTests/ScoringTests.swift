import TestSupport
import Testing

@testable import Outlook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct ScoringTests {
    private func numbers(_ row: [String: String], _ name: String) -> [Double] {
        (row[name] ?? "").split(separator: " ").compactMap { Double($0) }
    }

    private func number(_ row: [String: String], _ name: String) -> Double {
        Double(row[name] ?? "") ?? .nan
    }

    /// Reference: scikit-learn's scores and numpy's groups.
    @Test func binnedScoresAgree() throws {
        let rows = try ReferenceTable(fixture: "Outlook/scores.csv").rows
        #expect(rows.count == 6)
        for row in rows {
            let forecasts = numbers(row, "forecasts")
            let outcomes = numbers(row, "outcomes").map { $0 == 1 }
            let bins = try #require(Int(row["bins"] ?? ""))
            let score = try #require(
                BinnedBrierScore(forecasts: forecasts, outcomes: outcomes, bins: bins))
            let ours =
                [score.score, score.reliability, score.resolution, score.uncertainty]
                + [score.spread, score.covariance]
            let names = [
                "score", "reliability", "resolution", "uncertainty", "spread", "covariance",
            ]
            for (value, name) in zip(ours, names) {
                #expect(abs(value - number(row, name)) < 1e-12, "\(name)")
            }
            let log = try #require(LogScore.mean(forecasts: forecasts, outcomes: outcomes))
            #expect(abs(log - number(row, "log")) < 1e-12)
            let table = try #require(
                ReliabilityTable(
                    forecasts: forecasts, outcomes: outcomes, bins: bins, draws: 10, seed: 1))
            #expect(table.bins.map { Double($0.count) } == numbers(row, "counts"))
            let means = zip(table.bins.map(\.forecast), numbers(row, "means"))
            #expect(means.allSatisfy { abs($0 - $1) < 1e-12 })
            let rates = zip(table.bins.map(\.rate), numbers(row, "rates"))
            #expect(rates.allSatisfy { abs($0 - $1) < 1e-12 })
        }
    }

    @Test func thePartsOfABinnedScoreAddUp() throws {
        var random = SeededGenerator(seed: 5)
        for count in [1, 2, 7, 300] {
            let forecasts = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
            let outcomes = (0..<count).map { _ in Bool.random(using: &random) }
            let score = try #require(
                BinnedBrierScore(forecasts: forecasts, outcomes: outcomes, bins: 4))
            let sum = score.reliability - score.resolution + score.uncertainty + score.spread
            #expect(abs(score.score - (sum - score.covariance)) < 1e-12)
            #expect(score.score == BrierScore(forecasts: forecasts, outcomes: outcomes)?.score)
        }
    }

    /// Reference: scikit-learn's `IsotonicRegression`.
    @Test func isotonicCurvesAgree() throws {
        let rows = try ReferenceTable(fixture: "Outlook/isotonic.csv").rows
        #expect(rows.count == 6)
        for row in rows {
            let groups = zip(
                numbers(row, "forecasts"), zip(numbers(row, "counts"), numbers(row, "hits"))
            ).map {
                IsotonicCalibration.Group(forecast: $0, count: Int($1.0), hits: Int($1.1))
            }
            let curve = try #require(IsotonicCalibration(groups))
            for (probe, theirs) in zip(numbers(row, "probes"), numbers(row, "values")) {
                #expect(abs(curve.corrected(probe) - theirs) < 1e-12)
            }
            let values = stride(from: 0, through: 1, by: 0.01).map(curve.corrected)
            #expect(values == values.sorted() && values.allSatisfy { (0...1).contains($0) })
        }
        #expect(IsotonicCalibration([]) == nil)
        for wrong in [(0.5, 0, 0), (0.5, 1, 2), (.nan, 1, 1), (0.5, 1, -1), (1.5, 1, 1)] {
            let group = IsotonicCalibration.Group(
                forecast: wrong.0, count: wrong.1, hits: wrong.2)
            #expect(IsotonicCalibration([group]) == nil)
        }
    }

    /// Reference: statsmodels with HAC errors.
    @Test func comparisonsAgree() throws {
        let rows = try ReferenceTable(fixture: "Outlook/comparisons.csv").rows
        #expect(rows.count == 5)
        for row in rows {
            let lags = try #require(Int(row["lags"] ?? ""))
            let comparison = try #require(
                ForecastComparison(numbers(row, "losses"), numbers(row, "others"), lags: lags))
            #expect(agree(comparison.meanDifference, number(row, "difference")))
            #expect(agree(comparison.standardError, number(row, "error")))
            #expect(agree(comparison.probability, number(row, "probability")))
        }
        let losses = (0..<12).map { Double($0 % 5) }
        #expect(ForecastComparison(losses, losses, lags: 1) == nil)
        #expect(ForecastComparison([1, 2], [2, 1], lags: 0) == nil)
        #expect(ForecastComparison(losses, Array(losses.reversed()), lags: 12) == nil)
        #expect(ForecastComparison.usualLags(count: 100, horizon: 10) == 9)
        #expect(ForecastComparison.usualLags(count: 100, horizon: 1) == 4)
    }

    /// Reference: the same blocks in Python with the same generator.
    @Test func skillIntervalsAgree() throws {
        let rows = try ReferenceTable(fixture: "Outlook/skills.csv").rows
        #expect(rows.count == 3)
        for row in rows {
            let skill = try #require(
                SkillInterval(
                    losses: numbers(row, "losses"), reference: numbers(row, "reference"),
                    blockLength: number(row, "block"), seed: UInt64(row["seed"] ?? "") ?? 0))
            #expect(abs(skill.skill - number(row, "skill")) < 1e-12)
            #expect(abs(skill.lower - number(row, "lower")) < 1e-12)
            #expect(abs(skill.upper - number(row, "upper")) < 1e-12)
        }
        #expect(SkillInterval(losses: [1], reference: [0], blockLength: 1, seed: 1) == nil)
        #expect(SkillInterval(losses: [], reference: [], blockLength: 1, seed: 1) == nil)
        #expect(SkillInterval(losses: [1], reference: [1], blockLength: 0, seed: 1) == nil)
        #expect(SkillInterval(losses: [.nan], reference: [1], blockLength: 1, seed: 1) == nil)
        let same = SkillInterval(losses: [1, 2], reference: [1, 2], blockLength: 2, seed: 1)
        #expect(same?.skill == 0 && same?.isBeyondChance == false)
    }

    /// Reference: `scipy.stats.chisquare`.
    @Test func histogramsAgree() throws {
        let rows = try ReferenceTable(fixture: "Outlook/transforms.csv").rows
        #expect(rows.count == 3)
        for row in rows {
            let histogram = try #require(TransformHistogram(numbers(row, "values")))
            #expect(agree(histogram.statistic, number(row, "statistic"), relative: 1e-12))
            #expect(abs(histogram.probability - number(row, "probability")) < 1e-12)
            #expect(histogram.counts.reduce(0, +) == 120)
        }
        #expect(TransformHistogram(Array(repeating: 0.5, count: 49)) == nil)
        #expect(TransformHistogram(Array(repeating: .nan, count: 60)) == nil)
    }

    /// Alike forecasts of a half leave binomial rates: of a hundred, between 42 and 58 with ninety percent.
    @Test func barsAreBinomial() throws {
        let forecasts = Array(repeating: 0.5, count: 100)
        let outcomes = (0..<100).map { $0 < 44 }
        let table = try #require(
            ReliabilityTable(forecasts: forecasts, outcomes: outcomes, draws: 2_000, seed: 3))
        let bin = try #require(table.bins.first)
        #expect(table.bins.count == 1 && bin.start == 0.5 && bin.rate == 0.44)
        #expect(abs((bin.lower ?? 0) - 0.42) < 0.011 && abs((bin.upper ?? 0) - 0.58) < 0.011)
        #expect(table.isConsistent && table.outside == 0)
        // Six off the middle: a share of 0.271 of binomial draws is as far.
        #expect(abs(table.probability - 0.271) < 0.04)
        let wrong = try #require(
            ReliabilityTable(
                forecasts: forecasts, outcomes: outcomes.map { _ in false }, seed: 3))
        #expect(!wrong.isConsistent && wrong.probability < 0.01)
        // Clusters of ten that are decided together scatter as ten forecasts do.
        let clustered = try #require(
            ReliabilityTable(
                forecasts: forecasts, outcomes: outcomes, clusters: (0..<100).map { $0 / 10 },
                draws: 2_000, seed: 3)?.bins.first)
        #expect((clustered.upper ?? 0) - (clustered.lower ?? 1) > 0.35)
    }

    @Test func whatIsNoForecastIsRefused() {
        for wrong in [-0.1, 1.1, .nan] as [Double] {
            #expect(BinnedBrierScore(forecasts: [wrong], outcomes: [true]) == nil)
            #expect(LogScore.mean(forecasts: [wrong], outcomes: [true]) == nil)
            #expect(ReliabilityTable(forecasts: [wrong], outcomes: [true], seed: 1) == nil)
        }
        #expect(BinnedBrierScore(forecasts: [0.5], outcomes: [true], bins: 0) == nil)
        #expect(LogScore.mean(forecasts: [], outcomes: []) == nil)
        #expect(abs((LogScore.mean(forecasts: [0], outcomes: [true]) ?? 0) + log(0.001)) < 1e-12)
        #expect(
            ReliabilityTable(forecasts: [0.5], outcomes: [true], clusters: [], seed: 1) == nil)
    }
}
