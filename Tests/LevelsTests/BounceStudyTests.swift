import Levels
import Market
import TestSupport
import Testing

/// Expected values: hits and bounces by a walk over prices in Python, exactly; placebo rates by numpy's
/// generator over 4,000 sets, within five standard errors.
@Suite struct BounceStudyTests {
    /// The root of the mean square of the last twenty returns.
    private static func volatility(_ bars: [Candle]) -> [Double?] {
        bars.indices.map { index in
            guard index >= 20 else { return nil }
            let squares = (index - 19...index).map { bar -> Double in
                let change = logarithm(bars[bar].close / bars[bar - 1].close)
                return change * change
            }
            return (squares.reduce(0, +) / 20).squareRoot()
        }
    }

    /// The natural logarithm of a ratio near one, by its series in `(x - 1) / (x + 1)`.
    private static func logarithm(_ ratio: Double) -> Double {
        let part = (ratio - 1) / (ratio + 1)
        var power = part
        var sum = 0.0
        for odd in stride(from: 1.0, through: 61, by: 2) {
            sum += power / odd
            power *= part * part
        }
        return 2 * sum
    }

    private static func study(
        _ bars: [Candle], _ levels: [[Double]], seed: UInt64 = 1, rule: StudyRule = StudyRule()
    ) -> BounceStudy {
        var random = SeededGenerator(seed: seed)
        return BounceStudy(
            StudyBars(bars, volatility: volatility(bars), rule: rule), levels: levels,
            using: &random)
    }

    private static func levels(_ method: String, _ bars: [Candle]) -> [[Double]] {
        guard method == "steps" else { return LevelWalk.extremes(bars, bars: 20) }
        var step = 1.0
        while step * 10 <= bars[0].close { step *= 10 }
        step /= 20
        return bars.map { bar in
            let below = (bar.close / step).rounded(.down)
            return [below * step, (below + 1) * step]
        }
    }

    @Test func agreesWithTheReference() throws {
        let series = try LevelSamples.reference()
        let rows = try ReferenceTable(fixture: "Levels/bounces.csv").rows
        #expect(rows.count == 8)
        for row in rows {
            let bars = try #require(series.values.first { $0.count == row.int("bars") })
            let named = row.int("bars") == 160 ? try #require(series["walk"]) : bars
            var rule = StudyRule()
            rule.bars = row.int("wait")
            let study = Self.study(named, Self.levels(row.text("method"), named), rule: rule)
            #expect(study.hits == row.int("hits") && study.bounces == row.int("bounces"), "\(row)")
            let error = (1.0 / 1000 + 1 / 4000).squareRoot()
            let deviation = (row.double("high") - row.double("low")) / 4
            #expect(abs((study.placeboRate ?? 0) - row.double("placebo")) <= 5 * error * deviation)
            #expect(abs((study.placeboLow ?? 0) - row.double("low")) <= 0.03)
            #expect(abs((study.placeboHigh ?? 0) - row.double("high")) <= 0.03)
            let chance = row.double("p")
            let chanceError = (chance * (1 - chance)).squareRoot() * error
            #expect(abs(study.pValue - chance) <= 5 * chanceError + 0.002)
        }
    }

    /// A walk that turns back at multiples of `spacing` in most cases.
    private static func reflecting(seed: UInt64, spacing: Double, strength: Double) -> [Candle] {
        var random = SeededGenerator(seed: seed)
        var price = 100.5
        return (0..<300).map { day in
            let open = price
            var (high, low) = (open, open)
            for _ in 0..<12 {
                var next = price + Double.random(in: -0.9...0.9, using: &random)
                let grid = (max(price, next) / spacing).rounded(.down) * spacing
                let crosses = grid > min(price, next) && grid <= max(price, next)
                if crosses, Double.random(in: 0..<1, using: &random) < strength {
                    (high, low) = (
                        max(high, min(grid, max(next, price))),
                        min(low, max(grid, min(next, price)))
                    )
                    next = 2 * grid - next
                }
                price = max(next, 5)
                (high, low) = (max(high, price), min(low, price))
            }
            return LevelSamples.bar(
                LevelSamples.firstDay + day, open: open, high: high, low: low, close: price)
        }
    }

    @Test func plantedLevelsAreFound() {
        for seed in 1...5 as ClosedRange<UInt64> {
            let bars = Self.reflecting(seed: seed, spacing: 8, strength: 0.98)
            let planted = bars.map { _ in (0...60).map { Double($0) * 8 } }
            let between = bars.map { _ in (0...60).map { Double($0) * 8 + 4 } }
            let found = Self.study(bars, planted)
            #expect(
                found.supports && found.pValue <= 0.005 && (found.liftLow ?? 0) > 0, "\(found)")
            #expect(!Self.study(bars, between).supports)
        }
    }

    /// Without planted levels, methods beat their placebo as often as chance lets them: of 200 walks at 5 %,
    /// between 3 and 19 with a probability of 99 %. The p-value lies evenly: below a half in half of them.
    @Test(arguments: ["steps", "extremes"])
    func walksGiveNoFalseAlarms(method: String) {
        var rule = StudyRule()
        rule.sets = 99
        let values = (0..<200 as Range<UInt64>).map { seed -> Double in
            let bars = LevelSamples.walk(seed: 1000 + seed, bars: 200)
            return Self.study(bars, Self.levels(method, bars), seed: seed, rule: rule).pValue
        }
        #expect((3...19).contains(values.count { $0 <= 0.05 }), "\(values.count { $0 <= 0.05 })")
        #expect((80...120).contains(values.count { $0 <= 0.5 }), "\(values.count { $0 <= 0.5 })")
    }

    /// By hand, deciding on the bar after the hit, at a level of 100 and after twenty bars that set the
    /// volatility: reached and back above, which is a bounce; then through it, which is none.
    @Test func byHand() {
        var rule = StudyRule()
        rule.bars = 1
        let calm = (0..<22).map { 105 + Double($0 % 2) }
        let bars = LevelSamples.still(calm + [100, 104, 100.05, 99, 105, 105])
        let study = Self.study(bars, bars.map { _ in [100] }, rule: rule)
        #expect(study.hits == 3 && study.bounces == 1)
        #expect(agree(study.rate, 1.0 / 3))
    }

    @Test func theSameSeedGivesTheSameStudy() {
        let bars = LevelSamples.walk(seed: 21, bars: 200)
        let levels = LevelWalk.extremes(bars)
        #expect(Self.study(bars, levels) == Self.study(bars, levels))
        // Scaling by a power of two changes no ratio.
        let scaled = Self.study(bars.scaled(by: 8), levels.map { $0.map { $0 * 8 } })
        #expect(scaled.hits == Self.study(bars, levels).hits)
        #expect(scaled.pValue == Self.study(bars, levels).pValue)
        // Levels in another order are the same levels.
        #expect(Self.study(bars, levels.map { $0.reversed() }) == Self.study(bars, levels))
    }

    /// Levels that only the future knows would show: the last bars' levels decide nothing, and each bar's
    /// levels are compared with later bars alone.
    @Test func laterLevelsAreNotLookedAt() {
        let bars = LevelSamples.walk(seed: 22, bars: 150)
        var levels = LevelWalk.extremes(bars)
        let study = Self.study(bars, levels)
        for bar in (150 - 4)..<150 { levels[bar] = [bars[bar].close * 1.002] }
        #expect(Self.study(bars, levels) == study)
    }

    @Test func noLevelNoVerdict() {
        let bars = LevelSamples.walk(seed: 23, bars: 80)
        for level in [[], [.nan], [.infinity], [0], [-5], [1e9]] as [[Double]] {
            let study = Self.study(bars, bars.map { _ in level })
            #expect(study.hits == 0 && study.pValue == 1 && !study.supports)
            #expect(study.rate == nil && study.lift == nil && study.placeboRate == nil)
        }
        for (name, bars) in LevelSamples.degenerate {
            for sigma in [nil, 0, 0.02, .nan, .infinity] as [Double?] {
                var random = SeededGenerator(seed: 1)
                var rule = StudyRule()
                rule.sets = 9
                let study = BounceStudy(
                    StudyBars(bars, volatility: bars.map { _ in sigma }, rule: rule),
                    levels: LevelWalk.extremes(bars), using: &random)
                #expect(study.bounces <= study.hits && study.pValue > 0, "\(name)")
            }
        }
    }

    /// A method whose lift is within its error counts nothing; the best counts one.
    @Test func weightsFollowTheLift() {
        let bars = Self.reflecting(seed: 1, spacing: 8, strength: 0.98)
        let planted = Self.study(bars, bars.map { _ in (0...60).map { Double($0) * 8 } })
        let between = Self.study(bars, bars.map { _ in (0...60).map { Double($0) * 8 + 4 } })
        let weights = DetectorWeights(calibratedBy: [.roundNumber: planted, .extreme: between])
        #expect(weights[.roundNumber] == 1 && weights[.extreme] == 0 && weights[.swing] == 0)
        let none = DetectorWeights(calibratedBy: [:])
        #expect(LevelDetector.allCases.allSatisfy { none[$0] == 0 && DetectorWeights()[$0] == 1 })
    }
}
