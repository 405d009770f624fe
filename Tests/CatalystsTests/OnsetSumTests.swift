import TestSupport
import Testing

@testable import Catalysts

/// The distribution of Kolmogorov, the offline sum, and Page's watch.
@Suite struct OnsetSumTests {
    /// Reference: scipy.
    @Test func kolmogorovAgreesWithScipy() throws {
        for row in try OnsetFixtures.rows("kolmogorov") {
            let theirs = OnsetFixtures.number(row, "upper")
            let ours = KolmogorovDistribution.upper(OnsetFixtures.number(row, "x"))
            #expect(agree(ours, theirs, relative: 1e-12, absolute: 1e-13), "\(row)")
            #expect(ours > 0.1 || agree(ours, theirs, relative: 1e-12, absolute: 0), "\(row)")
        }
        #expect(KolmogorovDistribution.upper(-1) == 1)
        #expect(KolmogorovDistribution.upper(.infinity) == 0)
        #expect(KolmogorovDistribution.upper(.nan).isNaN)
    }

    /// Cobb's break of 1898, after 28 years; the statistic as `strucchange` users know it.
    @Test func theNileChangedAfterTwentyEightYears() throws {
        let nile = try #require(try OnsetFixtures.series()["nile"])
        let sum = try #require(CumulativeSum(nile))
        #expect(sum.changeIndex == 28)
        #expect(abs(sum.statistic - 2.951_766_1) < 5e-8)
    }

    /// Reference: numpy and scipy.
    @Test func sumsAgreeWithNumpy() throws {
        let series = try OnsetFixtures.series()
        for row in try OnsetFixtures.rows("cumulative") {
            let values = try #require(series[row["series"] ?? ""])
            let sum = try #require(
                CumulativeSum(values, inflation: OnsetFixtures.number(row, "inflation")))
            // Numpy's own sums lose digits a million from zero.
            let tolerance = row["series"] == "far" ? 1e-7 : 1e-12
            #expect(
                agree(sum.statistic, OnsetFixtures.number(row, "statistic"), relative: tolerance))
            #expect(sum.changeIndex == OnsetFixtures.whole(row, "change"))
            #expect(
                agree(
                    sum.probability, OnsetFixtures.number(row, "probability"),
                    relative: 20 * tolerance))
        }
    }

    @Test func aSumKnowsNoUnitAndNoLevel() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<100 {
            let values = random.gaussians(Int.random(in: 2...60, using: &random))
            let other = values.map { 1e-40 * (3 * $0 - 7) }
            let (first, second) = (
                try #require(CumulativeSum(values)), try #require(CumulativeSum(other))
            )
            #expect(agree(first.statistic, second.statistic, relative: 1e-10))
            #expect(first.changeIndex == second.changeIndex)
        }
    }

    /// Without a change one series in twenty strays past 1.358; with few values fewer do.
    @Test func falseAlarmsComeNoMoreOftenThanTheySay() throws {
        var random = SeededGenerator(seed: 2)
        let alarms = (0..<2_000).count { _ in
            (CumulativeSum(random.gaussians(100))?.probability ?? 1) < 0.05
        }
        // Sixty are expected to eighty and more; 3.5 deviations of the count on top of a hundred.
        #expect((40...135).contains(alarms), "\(alarms)")
    }

    @Test func whatCannotBeTestedIsNot() {
        #expect(CumulativeSum([]) == nil)
        #expect(CumulativeSum([1]) == nil)
        #expect(CumulativeSum([0.1, 0.1, 0.1]) == nil)
        #expect(CumulativeSum([1, .nan]) == nil)
        #expect(CumulativeSum([1, .infinity, 2]) == nil)
        #expect(CumulativeSum([1e300, -1e300]) == nil)
        #expect(CumulativeSum([1, 2], inflation: 0.5) == nil)
        #expect(CumulativeSum([1, 2])?.changeIndex == 1)
    }

    /// Reference: a Python recursion.
    @Test func pageAgreesWithPython() throws {
        let series = try OnsetFixtures.series()
        let rows = try OnsetFixtures.rows("page")
        for name in series.keys.sorted() {
            let values = Self.standardised(try #require(series[name]))
            for (allowance, threshold) in [(0.5, 4.0), (0.5, 5), (0.25, 3)] {
                let theirs = rows.filter {
                    $0["series"] == name && OnsetFixtures.number($0, "allowance") == allowance
                        && OnsetFixtures.number($0, "threshold") == threshold
                }
                .map {
                    PageAlarm(
                        isRise: $0["side"] == "up", onset: OnsetFixtures.whole($0, "onset"),
                        index: OnsetFixtures.whole($0, "index"))
                }
                var watch = PageCumulativeSum(allowance: allowance, threshold: threshold)
                #expect(values.compactMap { watch.update($0) } == theirs, "\(name)")
            }
        }
    }

    private static func standardised(_ values: [Double]) -> [Double] {
        guard values.count > 20 else { return values }
        let mean = values[..<20].reduce(0, +) / 20
        let squares = values[..<20].reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return values.map { ($0 - mean) / (squares / 19).squareRoot() }
    }

    /// Reference: the integral equation of Page's sum by quadrature; Montgomery prints 168 and 465.
    @Test func falseAlarmsComeAsOftenAsTheIntegralEquationSays() throws {
        var random = SeededGenerator(seed: 3)
        for row in try OnsetFixtures.rows("run-lengths") {
            let threshold = OnsetFixtures.number(row, "threshold")
            let expected = OnsetFixtures.number(row, "two")
            var watch = PageCumulativeSum(threshold: threshold)
            let count = Int(expected) * 900
            let alarms = (0..<count).count { _ in watch.update(random.gaussian()) != nil }
            // Runs are about exponential: one deviation of nine hundred is a thirtieth.
            #expect(agree(Double(count) / Double(alarms), expected, relative: 0.12), "\(row)")
        }
        let rows = try OnsetFixtures.rows("run-lengths")
        #expect(rows.map { OnsetFixtures.number($0, "two").rounded() }.suffix(2) == [168, 465])
    }

    @Test func aStepIsDatedAndAnAbsentValueKeepsItsPlace() {
        var watch = PageCumulativeSum(allowance: 0.5, threshold: 4)
        let values: [Double] = [0, 0, -0.2, .nan, 2, 2, 2]
        let alarms = values.map { watch.update($0) }
        #expect(alarms.dropLast().allSatisfy { $0 == nil })
        #expect(alarms.last == PageAlarm(isRise: true, onset: 3, index: 6))
        #expect(watch.up == 0 && watch.down == 0)
        var mirror = PageCumulativeSum(allowance: 0.5, threshold: 4)
        #expect(
            values.compactMap { mirror.update(-$0) } == [
                PageAlarm(isRise: false, onset: 3, index: 6)
            ])
    }
}
