import Series
import TestSupport
import Testing

@testable import Liquidations

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The laws that totals are drawn from.
@Suite struct SamplingLawsTests {
    /// scipy's normal law of the logarithm, relative 1e-10.
    @Test func sizesAgreeWithScipy() throws {
        let rows = try ReferenceTable(fixture: "Liquidations/size-law.csv").rows
        #expect(rows.count == 60)
        for row in rows {
            let figures = row.compactMapValues { Double($0) }
            func figure(_ name: String) throws -> Double { try #require(figures[name]) }
            let law = SizeLaw(
                middle: try figure("middle"), slope: try figure("slope"),
                spread: try figure("spread"))
            let size = try figure("size")
            let intensity = try figure("intensity")
            for level in [0, 20, 47] {
                // The same law, moved so that this level has the fixture's intensity.
                let moved = SizeLaw(
                    middle: law.middle + law.slope * (intensity - IntensityChain.levels[level]),
                    slope: law.slope, spread: law.spread)
                var row = [Double](repeating: 0, count: IntensityChain.levels.count)
                let density = moved.fillDensities(of: size, &row) + log(row[level])
                #expect(agree(density, figures["log_density"], relative: 1e-10))
                #expect(row.allSatisfy { (0...1).contains($0) } && row.contains(1))
            }
            #expect(agree(law.upper(size, at: intensity), figures["upper"], relative: 1e-10))
            #expect(agree(law.size(0, at: intensity), law.middle + law.slope * intensity))
        }
    }

    /// Mean and variance of 40,000 draws within five standard errors of their closed forms.
    @Test(arguments: [0.05, 0.5, 1, 3, 40])
    func drawsHaveTheirMoments(parameter: Double) {
        var random = DeterministicGenerator(seed: 9)
        func moments(_ draw: () -> Double) -> (mean: Double, variance: Double) {
            let values = (0..<40_000).map { _ in draw() }
            let mean = values.compensatedSum / 40_000
            return (mean, values.map { ($0 - mean) * ($0 - mean) }.compensatedSum / 40_000)
        }
        let counts = moments { Double(random.nextPoisson(mean: parameter)) }
        #expect(abs(counts.mean - parameter) < 5 * (parameter / 40_000).squareRoot())
        // Of a Poisson law the variance of the squared deviation is parameter + 2 parameter^2.
        let error = ((parameter + 2 * parameter * parameter) / 40_000).squareRoot()
        #expect(abs(counts.variance - parameter) < 5 * error)
    }

    @Test func normalsAreNormal() {
        var random = DeterministicGenerator(seed: 10)
        let values = (0..<40_000).map { _ in random.nextNormal() }
        // The shares below -2, -1, 0, 1, 2 deviations, to five standard errors.
        for (bound, share) in [
            (-2, 0.02275), (-1, 0.15866), (0, 0.5), (1, 0.84134), (2, 0.97725),
        ] as [(Double, Double)] {
            let seen = Double(values.filter { $0 < bound }.count) / 40_000
            #expect(abs(seen - share) < 5 * (share * (1 - share) / 40_000).squareRoot())
        }
    }

    /// A normal law of two correlated parameters, found by a walk: means and spreads within a tenth.
    @Test func walksFindWhatIsProbable() {
        var random = DeterministicGenerator(seed: 2)
        let walk = MetropolisWalk(
            from: [5, 5], steps: [0.1, 3], length: 30_000, kept: 10_000, random: &random
        ) { point in
            let first = point[0] - 1
            let second = (point[1] + 2) / 2
            return -(first * first + second * second - 1.6 * first * second) / (2 * 0.36)
        }
        func mean(_ value: ([Double]) -> Double) -> Double {
            walk.points.map(value).compensatedSum / Double(walk.points.count)
        }
        #expect(abs(mean { $0[0] } - 1) < 0.1 && abs(mean { $0[1] } + 2) < 0.2)
        #expect(abs(mean { ($0[0] - 1) * ($0[0] - 1) } - 1) < 0.15)
        #expect(abs(mean { ($0[0] - 1) * ($0[1] + 2) / 2 } - 0.8) < 0.15)
        #expect(walk.acceptance > 0.4 && walk.acceptance < 1)
        #expect(walk.points.count == 10_000)
        #expect(walk.points.map { $0[0] }.independentCount > 2000)
    }

    /// A law that is nothing like a bell: half a normal, by its mean and second moment, within a tenth.
    @Test func walksStayWithinBounds() {
        var random = DeterministicGenerator(seed: 3)
        let walk = MetropolisWalk(
            from: [1], steps: [0.5], length: 20_000, kept: 10_000, random: &random
        ) { $0[0] < 0 ? -.infinity : -$0[0] * $0[0] / 2 }
        let mean = walk.points.map { $0[0] }.compensatedSum / 10_000
        let square = walk.points.map { $0[0] * $0[0] }.compensatedSum / 10_000
        #expect(walk.points.allSatisfy { $0[0] >= 0 })
        #expect(abs(mean - (2 / Double.pi).squareRoot()) < 0.05 && abs(square - 1) < 0.1)
    }

    /// Of numbers that each keep a share r of the one before, (1 - r) / (1 + r) are worth one: within a fifth.
    @Test(arguments: [0.0, 0.5, 0.8])
    func dependentNumbersAreWorthFewer(kept: Double) {
        var random = DeterministicGenerator(seed: 11)
        var number = 0.0
        let numbers = (0..<40_000).map { _ in
            number = kept * number + random.nextNormal()
            return number
        }
        let expected = 40_000 * (1 - kept) / (1 + kept)
        #expect(abs(numbers.independentCount / expected - 1) < 0.2)
        #expect([Double](repeating: 3, count: 10).independentCount == 10)
        #expect([1.0, 2, 3].independentCount == 0)
    }
}
