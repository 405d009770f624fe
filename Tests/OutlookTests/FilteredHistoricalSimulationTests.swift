import TestSupport
import Testing

@testable import Outlook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct FilteredHistoricalSimulationTests {
    /// Reference: `Scripts/reference/outlook_definitions.py`, the same bootstrap with the same generator.
    @Test func agreesWithPython() throws {
        let bars = try #require(try MadeBars.reference())
        let pool = try #require(ResidualHistory(bars, window: 300)?.pool)
        let rows = try ReferenceTable(fixture: "Outlook/paths.csv").rows
        let jumps = [
            (-0.03, -0.01, -0.02, -0.05), (0.05, 0, 0.01, 0.02), (-0.06, -0.005, -0.03, -0.03),
        ]
        .compactMap { CascadeJump(level: 100 * exp($0.0), low: $0.1, median: $0.2, high: $0.3) }
        #expect(jumps.count == 3 && rows.count == 384)
        for (kind, steps, length, drift) in [
            ("plain", 10, 10.0, 0.0), ("drift", 5, 1, 0.004), ("jump", 10, 4, 0),
        ] {
            let simulation = try #require(
                FilteredHistoricalSimulation(
                    pool, price: 100, blockLength: length, drift: drift,
                    jumps: kind == "jump" ? jumps : [], seed: 7))
            let paths = try #require(simulation.paths(count: 128, steps: steps))
            for row in rows where row["kind"] == kind {
                let path = try #require(Int(row["path"] ?? ""))
                let range = (path * steps)..<((path + 1) * steps)
                let ours =
                    [paths.closes[range.upperBound - 1]]
                    + [paths.highs[range].max() ?? .nan, paths.lows[range].min() ?? .nan]
                let theirs = ["close", "high", "low"].map { Double(row[$0] ?? "") ?? .nan }
                #expect(
                    zip(ours, theirs).allSatisfy { abs($0 - $1) < 1e-12 }, "\(kind) \(path)")
            }
        }
    }

    /// Bars of a walk of unit variance, with the extremes that it has between its ends.
    private func walkBars(_ count: Int, symmetric: Bool = false) -> ResidualPool {
        var random = SeededGenerator(seed: 3)
        func unit() -> Double { Double.random(in: 1e-12..<1, using: &random) }
        var closes = (0..<count).map { _ in
            (-2 * log(unit())).squareRoot() * cos(2 * .pi * unit())
        }
        let mean = closes.reduce(0, +) / Double(count)
        let square = closes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
        closes = closes.map { ($0 - mean) / square.squareRoot() }
        func extreme(_ close: Double, _ side: Double) -> Double {
            (close + side * (close * close - 2 * log(unit())).squareRoot()) / 2
        }
        var highs = closes.map { extreme($0, 1) }
        var lows = closes.map { extreme($0, -1) }
        if symmetric {
            (highs, lows) = (highs + lows.map { -$0 }, lows + highs.map { -$0 })
            closes += closes.map { -$0 }
        }
        return ResidualPool(
            closes: closes, highs: highs, lows: lows,
            law: VarianceLaw(omega: 0, alpha: 0, beta: 1), nextVariance: 0.03 * 0.03)
    }

    /// TOTAL at 3.38T with three percent a day over ten days: the published values of such a walk, and for closes
    /// that of four hundred thousand paths simulated elsewhere.
    @Test func aSteadyWalkGivesTheClosedForms() throws {
        let simulation = try #require(
            FilteredHistoricalSimulation(
                walkBars(100_000), price: 3.38, blockLength: 1, seed: 1))
        let paths = try #require(simulation.paths(count: 65_536, steps: 10))
        func near(_ condition: ForecastCondition, _ theirs: Double) -> Bool {
            guard let share = paths.share(of: condition) else { return false }
            return abs(share.probability - theirs) < 4 * share.standardError
        }
        #expect(near(.touch(.down, level: 3.20), 0.56404))
        #expect(near(.touch(.down, level: 3.10), 0.36203))
        #expect(near(.touch(.up, level: 3.69), 0.35498))
        #expect(near(.close(.down, level: 3.20), 0.45129))
        let first = try #require(paths.firstHit(lower: 3.20, upper: 3.69))
        #expect(abs(first.neither.probability - 0.13343) < 4 * first.neither.standardError + 0.002)
        let hits = [first.lower, first.upper, first.sameBar, first.neither].map(\.hits)
        #expect(hits.reduce(0, +) == paths.count)
        let fan = try #require(paths.fan(after: [10]).first)
        let spread = 0.03 * 10.0.squareRoot()
        for (price, deviations) in zip(fan.prices, [-1.6449, -0.6745, 0, 0.6745, 1.6449]) {
            #expect(abs(log(price / 3.38) - deviations * spread) < 0.002)
        }
    }

    @Test func mirroredBarsFallAsOftenAsTheyRise() throws {
        let simulation = try #require(
            FilteredHistoricalSimulation(
                walkBars(2_000, symmetric: true), price: 1, blockLength: 1, seed: 5))
        let paths = try #require(simulation.paths(count: 20_000, steps: 8))
        for distance in [0.02, 0.05, 0.1] {
            let down = try #require(paths.share(of: .touch(.down, level: exp(-distance))))
            let up = try #require(paths.share(of: .touch(.up, level: exp(distance))))
            let error = (down.standardError + up.standardError) * 3
            #expect(abs(down.probability - up.probability) < error)
        }
    }

    @Test func sharesKeepTheirOrder() throws {
        let bars = try #require(MadeBars.random(500, seed: 2))
        let pool = try #require(ResidualHistory(bars)?.pool)
        let simulation = try #require(FilteredHistoricalSimulation(pool, price: 64, seed: 1))
        let paths = try #require(simulation.paths(count: 640, steps: 12))
        let scaled = try #require(
            FilteredHistoricalSimulation(pool, price: 1_024, seed: 1)?
                .paths(count: 640, steps: 12))
        var last = paths.count
        for distance in stride(from: 0.99, through: 0.7, by: -0.02) {
            let touch = ForecastCondition.touch(.down, level: 64 * distance)
            let share = try #require(paths.share(of: touch))
            let close = try #require(paths.share(of: .close(.down, level: 64 * distance)))
            #expect(share.hits <= last && close.hits <= share.hits)
            last = share.hits
            let shares = (1...12).compactMap { paths.share(of: touch, within: $0)?.hits }
            #expect(shares.count == 12 && shares == shares.sorted())
            #expect(
                scaled.share(of: .touch(.down, level: 1_024 * distance))?.hits == share.hits)
        }
        #expect(last < paths.count)
    }

    @Test func fewPathsAreTheFirstOfMany() throws {
        let bars = try #require(MadeBars.random(300, seed: 4))
        let pool = try #require(ResidualHistory(bars, model: .constant)?.pool)
        let simulation = try #require(FilteredHistoricalSimulation(pool, price: 1, seed: 9))
        let many = try #require(simulation.paths(count: 200, steps: 5))
        let few = try #require(simulation.paths(count: 64, steps: 5))
        #expect(many.count == 256 && few.count == 64)
        #expect(Array(many.closes.prefix(320)) == few.closes)
        #expect(Array(many.lows.prefix(320)) == few.lows)
        let other = try #require(FilteredHistoricalSimulation(pool, price: 1, seed: 10))
        #expect(other.paths(count: 64, steps: 5) != few)
        for bar in many.closes.indices {
            #expect(many.lows[bar] <= many.closes[bar] && many.closes[bar] <= many.highs[bar])
        }
    }

    @Test func aJumpTakesPathsFurther() throws {
        let bars = try #require(MadeBars.random(300, seed: 4))
        let pool = try #require(ResidualHistory(bars)?.pool)
        let jump = try #require(CascadeJump(level: 96, low: -0.02, median: -0.05, high: -0.1))
        let plain = try #require(
            FilteredHistoricalSimulation(pool, price: 100, seed: 1)?.paths(count: 2_048, steps: 10))
        let pushed = try #require(
            FilteredHistoricalSimulation(pool, price: 100, jumps: [jump], seed: 1)?
                .paths(count: 2_048, steps: 10))
        func hits(_ paths: SimulatedPaths, _ level: Double) -> Int {
            paths.share(of: .touch(.down, level: level))?.hits ?? -1
        }
        #expect(hits(plain, 90) >= 0 && hits(plain, 90) < hits(pushed, 90))
        // Whoever never passed the level went as before; the least jump takes all others two percent on.
        #expect(hits(pushed, 96 * exp(-0.0199)) >= hits(plain, 96))
        #expect(hits(pushed, 96) == hits(plain, 96))
        #expect(CascadeJump(level: 96, low: -0.1, median: -0.05, high: -0.02) == nil)
        #expect(CascadeJump(level: 96, low: -0.1, median: 0.2, high: 0.3) == nil)
        #expect(CascadeJump(level: 96, low: 0, median: 0, high: .nan) == nil)
        #expect(FilteredHistoricalSimulation(pool, price: 90, jumps: [jump], seed: 1) == nil)
    }

    @Test func whatCannotBeSimulatedIsRefused() throws {
        let bars = try #require(MadeBars.random(300, seed: 4))
        let pool = try #require(ResidualHistory(bars)?.pool)
        for price in [0, -1, .nan, .infinity] as [Double] {
            #expect(FilteredHistoricalSimulation(pool, price: price, seed: 1) == nil)
        }
        #expect(FilteredHistoricalSimulation(pool, price: 1, blockLength: 0.5, seed: 1) == nil)
        #expect(FilteredHistoricalSimulation(pool, price: 1, drift: .nan, seed: 1) == nil)
        let simulation = try #require(FilteredHistoricalSimulation(pool, price: 1, seed: 1))
        for (count, steps) in [(0, 1), (1, 0), (4_000_001, 1), (2_001, 2_000), (.max, .max)] {
            #expect(simulation.paths(count: count, steps: steps) == nil)
        }
        let paths = try #require(simulation.paths(count: 64, steps: 3))
        #expect(paths.share(of: .touch(.down, level: -1)) == nil)
        #expect(paths.share(of: .touch(.down, level: 0.9), within: 4) == nil)
        #expect(paths.firstHit(lower: 1, upper: 2) == nil)
        #expect(paths.moves(after: 0).isEmpty && paths.fan(after: [0, 4]).isEmpty)
        #expect(paths.transform(of: .nan, after: 1) == nil)
        let lowest = try #require(paths.transform(of: -100, after: 3))
        let highest = try #require(paths.transform(of: 100, after: 3))
        #expect(abs(lowest - 0.5 / 65) < 1e-15 && abs(highest - 64.5 / 65) < 1e-15)
    }
}
