import Series
import Significance
import TestSupport
import Testing

/// Expected values: Python's `arch`, the most likely of six starts, by
/// `Scripts/reference/significance.py`.
///
/// Tolerances: the likelihood at most 0.001 below; where it is not above either, alpha, beta and
/// one over the degrees of freedom within 0.002, variances within a thousandth.
@Suite struct GarchModelTests {
    @Test(arguments: GarchModel.Mean.allCases, GarchModel.Innovations.allCases)
    func agreesWithArch(mean: GarchModel.Mean, innovations: GarchModel.Innovations) throws {
        let rows = try ReferenceTable(fixture: "Significance/garch.csv").rows.filter {
            $0["mean"] == mean.rawValue && $0["innovations"] == innovations.rawValue
        }
        let series = try ReturnSeries.all()
        #expect(rows.count == 9)
        var closelyCompared = 0
        for row in rows {
            let name = row["series"] ?? ""
            let returns = try #require(series[name])
            let model = try GarchModel(returns: returns, mean: mean, innovations: innovations)
            let figures = row.compactMapValues { Double($0) }
            let theirs = try #require(figures["loglikelihood"])
            #expect(model.logLikelihood > theirs - 1e-3, "\(name): less likely than arch's")
            #expect(agree(model.logLikelihood, likelihood(of: returns, model), relative: 1e-11))
            guard model.logLikelihood < theirs + 1e-3 else { continue }
            closelyCompared += 1
            expectClose(model, figures, name)
        }
        // A search that beats the reference's is no error, but it should be rare.
        #expect(closelyCompared >= 7)
    }

    private func expectClose(_ model: GarchModel, _ figures: [String: Double], _ name: String) {
        func isClose(_ value: Double, _ column: String, relative: Double, absolute: Double) -> Bool
        {
            agree(value, figures[column], relative: relative, absolute: absolute)
        }
        #expect(isClose(model.alpha, "alpha", relative: 0, absolute: 2e-3), "\(name)")
        #expect(isClose(model.beta, "beta", relative: 0, absolute: 2e-3), "\(name)")
        #expect(isClose(model.omega, "omega", relative: 2e-3, absolute: 0), "\(name)")
        #expect(isClose(model.mean, "mu", relative: 0, absolute: 1e-5), "\(name)")
        if let degrees = model.degreesOfFreedom, let theirs = figures["nu"] {
            #expect(abs(1 / degrees - 1 / theirs) < 2e-3, "\(name)")
        }
        let ahead = model.forecastVariances(steps: 5)
        #expect(isClose(ahead[0], "ahead1", relative: 1e-3, absolute: 0), "\(name)")
        #expect(isClose(ahead[4], "ahead5", relative: 1e-3, absolute: 0), "\(name)")
        let volatilities = model.conditionalVariances.map { $0.squareRoot() }
        #expect(isClose(volatilities.first ?? 0, "firstVolatility", relative: 1e-3, absolute: 0))
        #expect(isClose(volatilities.last ?? 0, "lastVolatility", relative: 1e-3, absolute: 0))
    }

    /// The sum of log densities, each by the distribution that has its own tests.
    private func likelihood(of returns: [Double], _ model: GarchModel) -> Double {
        zip(returns, model.conditionalVariances).map { value, variance in
            let deviation = (value - model.mean) / variance.squareRoot()
            let density =
                model.degreesOfFreedom.flatMap(StudentDistribution.unitVariance)?
                .logDensity(deviation)
                ?? (-deviation * deviation / 2 - 0.918_938_533_204_672_74)
            return density - 0.5 * ReturnSeries.logarithm(variance)
        }.compensatedSum
    }

    /// Spells of known strength are found again: the mean of four fits within three standard
    /// errors, which for 2,000 returns are about 0.009, 0.012 and 0.35 after the mean of four.
    @Test func findsWhatWasSimulated() throws {
        var sums = (alpha: 0.0, beta: 0.0, degrees: 0.0)
        for seed in UInt64(1)...4 {
            let returns = try simulated(2000, alpha: 0.1, beta: 0.87, degrees: 5, seed: seed)
            let model = try GarchModel(returns: returns)
            sums.alpha += model.alpha / 4
            sums.beta += model.beta / 4
            sums.degrees += try #require(model.degreesOfFreedom) / 4
        }
        #expect(abs(sums.alpha - 0.1) < 0.027)
        #expect(abs(sums.beta - 0.87) < 0.036)
        #expect(abs(sums.degrees - 5) < 1.1)
    }

    private func simulated(
        _ count: Int, alpha: Double, beta: Double, degrees: Double, seed: UInt64
    ) throws -> [Double] {
        var random = DeterministicGenerator(seed: seed)
        let shocks = try #require(StudentDistribution.unitVariance(degreesOfFreedom: degrees))
        var (variance, last) = (0.0004, 0.02)
        return (0..<count + 200).map { _ in
            variance = 0.0004 * (1 - alpha - beta) + alpha * last * last + beta * variance
            last = variance.squareRoot() * shocks.quantile(random.nextUnit())
            return last
        }.suffix(count)
    }

    @Test func unitsAndSignsDoNotMatter() throws {
        let returns = try simulated(400, alpha: 0.1, beta: 0.8, degrees: 4, seed: 8)
        let model = try GarchModel(returns: returns)
        let mirrored = try GarchModel(returns: returns.map { -$0 })
        #expect(mirrored.conditionalVariances == model.conditionalVariances)
        #expect(mirrored.logLikelihood == model.logLikelihood)
        // A power of two changes only the exponent, so nothing is rounded differently.
        let scaled = try GarchModel(returns: returns.map { 1024 * $0 })
        #expect((scaled.alpha, scaled.beta) == (model.alpha, model.beta))
        #expect(scaled.omega == 0x1p20 * model.omega)
        #expect(scaled.nextVolatility == 1024 * model.nextVolatility)
        #expect(
            scaled.probability(asFarAs: 1024 * 0.07) == model.probability(asFarAs: 0.07))
        #expect(model.probability(asFarAs: 0.07) == model.probability(asFarAs: -0.07))
        let percent = try GarchModel(returns: returns.map { 100 * $0 })
        #expect(agree(percent.nextVolatility, 100 * model.nextVolatility, relative: 1e-4))
    }

    @Test func forecastsReturnToTheLongRun() throws {
        let returns = try simulated(600, alpha: 0.1, beta: 0.8, degrees: 4, seed: 11)
        let model = try GarchModel(returns: returns, mean: .constant)
        let longRun = try #require(model.longRunVolatility)
        let ahead = model.forecastVariances(steps: 3000)
        #expect(ahead.first == model.nextVariance)
        #expect(agree(ahead[2999], longRun * longRun, relative: 1e-6))
        #expect(agree(longRun * longRun * (1 - model.persistence), model.omega))
        let total = try #require(model.forecastVolatility(overSteps: 5))
        #expect(agree(total * total, ahead.prefix(5).reduce(0, +)))
        #expect(model.forecastVariances(steps: 0) == [] && model.forecastVariances(steps: -1) == [])
        #expect(model.forecastVolatility(overSteps: 0) == nil)
        #expect(model.standardizedReturns.count == 600 && model.conditionalVariances.count == 600)
        // The last variance and the last return give the next, and nothing else does.
        let error = returns[599] - model.mean
        let step = model.omega + model.alpha * error * error
        #expect(
            agree(model.nextVariance, step + model.beta * model.conditionalVariances[599]))
    }

    @Test func refusesWhatItCannotFit() {
        func refusal(_ returns: [Double]) -> GarchError? {
            do throws(GarchError) {
                _ = try GarchModel(returns: returns)
                return nil
            } catch { return error }
        }
        #expect(refusal([]) == .tooFewReturns(found: 0, needed: 250))
        #expect(
            refusal([Double](repeating: 0.1, count: 249)) == .tooFewReturns(found: 249, needed: 250)
        )
        #expect(
            refusal([Double](repeating: 0, count: 10_001))
                == .tooManyReturns(found: 10_001, allowed: 10_000))
        var returns = (0..<300).map { $0 % 2 == 0 ? 0.01 : -0.012 }
        returns[7] = .nan
        #expect(refusal(returns) == .notFinite(index: 7))
        returns[7] = .infinity
        #expect(refusal(returns) == .notFinite(index: 7))
        #expect(refusal([Double](repeating: 0, count: 300)) == .constant)
        #expect(refusal([Double](repeating: 0.02, count: 300)) == .constant)
        #expect(refusal((0..<300).map { Double($0 % 3) * 1e-200 }) == .constant)
        #expect(refusal((0..<300).map { Double($0 % 3) * 1e200 }) == .constant)
    }

    /// Whatever comes in: a refusal, or numbers that are numbers.
    @Test func survivesAnything() {
        var random = SeededGenerator(seed: 12)
        for round in 0..<20 {
            let spread = Double(round) * 6
            var returns = (0..<250).map { _ in
                let size = Double.random(in: -spread...spread, using: &random)
                return Double.random(in: -1...1, using: &random) * ReturnSeries.power(10, size)
            }
            if round % 4 == 1 { returns = returns.map { abs($0) < 0.5 ? 0 : $0 } }
            if round % 4 == 2 { returns = returns.indices.map { $0 == 100 ? 1 : 0 } }
            guard let model = try? GarchModel(returns: returns, mean: .constant) else { continue }
            let figures = [
                model.omega, model.alpha, model.beta, model.logLikelihood, model.nextVariance,
            ]
            #expect(figures.allSatisfy { $0.isFinite })
            #expect(model.alpha >= 0 && model.beta >= 0 && model.persistence <= 1)
            #expect(model.conditionalVariances.allSatisfy { $0 > 0 && $0.isFinite })
            #expect((0...0.5).contains(model.probability(asFarAs: returns[0])))
        }
    }
}
