import TestSupport
import Testing

@testable import Catalysts

/// Where one change lies, as probabilities.
@Suite struct OnsetPosteriorTests {
    /// Reference: determinants and inverses of the whole covariance by numpy.
    @Test func agreesWithLinearAlgebra() throws {
        let series = try OnsetFixtures.series()
        for row in try OnsetFixtures.rows("posteriors") {
            let values = try #require(series[row["series"] ?? ""])
            let prior: ShiftPrior =
                row["prior"] == "flat"
                ? .flat : .normal(deviations: OnsetFixtures.number(row, "prior"))
            let posterior = try #require(
                ChangeLocationPosterior(
                    values, prior: prior, positions: OnsetFixtures.whole(row, "positions"),
                    inflation: OnsetFixtures.number(row, "inflation")))
            // A million from zero the reference has fewer digits left.
            let tolerance = row["series"] == "far" ? 1e-6 : 1e-9
            let theirs = [0] + OnsetFixtures.numbers(row, "probabilities")
            #expect(posterior.probabilities.count == theirs.count)
            #expect(
                zip(posterior.probabilities, theirs).allSatisfy {
                    agree($0, $1, relative: tolerance)
                }, "\(row["series"] ?? "") \(prior)")
            #expect((posterior.logBayesFactor == nil) == (prior == .flat))
            if let factor = posterior.logBayesFactor {
                #expect(
                    agree(
                        factor, OnsetFixtures.number(row, "factor"), relative: tolerance,
                        absolute: tolerance))
            }
            #expect(
                agree(posterior.shift, OnsetFixtures.number(row, "shift"), relative: tolerance))
        }
    }

    /// Reference: level, shift and deviation integrated numerically by scipy.
    @Test func agreesWithIntegration() throws {
        let values = [0.3, -0.4, 0.1, 1.9, 1.2, 1.6]
        let posterior = try #require(
            ChangeLocationPosterior(values, prior: .normal(deviations: 1.5)))
        let rows = try OnsetFixtures.rows("integrals")
        let odds = rows.map { OnsetFixtures.number($0, "odds") }
        #expect(odds.count == 5)
        let total = odds.reduce(0) { $0 + OnsetFunctions.exponential($1) }
        for (place, value) in odds.enumerated() {
            #expect(
                agree(
                    posterior.probabilities[place + 1], OnsetFunctions.exponential(value) / total,
                    relative: 1e-6))
        }
        #expect(
            agree(posterior.logBayesFactor, OnsetFunctions.logarithm(total / 5), relative: 1e-6))
    }

    @Test func theNileChangedAfterTwentyEightYears() throws {
        let nile = try #require(try OnsetFixtures.series()["nile"])
        for prior in [ShiftPrior.flat, .normal(deviations: 1)] {
            let posterior = try #require(ChangeLocationPosterior(nile, prior: prior))
            let best = posterior.probabilities.reduce(0, max)
            #expect(posterior.probabilities.firstIndex(of: best) == 28)
            #expect(abs(posterior.shift - (849.972_222_222_222_2 - 1097.75)) < 1e-9)
        }
    }

    @Test func aWidePriorGoesToTheFlatOne() throws {
        let step = try #require(try OnsetFixtures.series()["step"])
        let wide = try #require(
            ChangeLocationPosterior(step, prior: .normal(deviations: 1e6)))
        // The exponents differ by a half, so that weights go as a power close to one.
        let flat = try #require(ChangeLocationPosterior(step, prior: .flat))
        let best = wide.probabilities.reduce(0, max)
        #expect(
            wide.probabilities.firstIndex(of: best)
                == flat.probabilities.firstIndex(of: flat.probabilities.reduce(0, max)))
        #expect(zip(wide.probabilities, flat.probabilities).allSatisfy { abs($0 - $1) < 0.02 })
    }

    @Test func knowsNoUnitNoLevelAndNoDirectionOfTime() throws {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<100 {
            let count = Int.random(in: 3...40, using: &random)
            let values = (0..<count).map { random.gaussian() + ($0 > count / 2 ? 2 : 0) }
            let first = try #require(ChangeLocationPosterior(values))
            let other = try #require(ChangeLocationPosterior(values.map { 1e30 * (2 - 5 * $0) }))
            let back = try #require(ChangeLocationPosterior(values.reversed()))
            #expect(
                zip(first.probabilities, other.probabilities).allSatisfy {
                    agree($0, $1, absolute: 1e-11)
                })
            #expect(
                zip(first.probabilities.dropFirst(), back.probabilities.dropFirst().reversed())
                    .allSatisfy { agree($0, $1, absolute: 1e-11) })
            #expect(agree(first.shift * -5e30, other.shift))
            #expect(agree(first.probabilities.reduce(0, +), 1))
        }
    }

    /// The factor against no change averages to one over series without a change; its square root to less.
    @Test func evidenceIsNotFoundWhereThereIsNone() {
        var random = SeededGenerator(seed: 22)
        let strong = (0..<2_000).count { _ in
            let posterior = ChangeLocationPosterior(random.gaussians(48), positions: 4)
            return (posterior?.logBayesFactor ?? 0) >= OnsetFunctions.logarithm(3)
        }
        // By Markov's inequality at most a third; that is a bound, and far from reached.
        #expect(strong < 100, "\(strong)")
    }

    /// Reference: `acf` of statsmodels on residuals.
    @Test func inflationAgreesWithStatsmodels() throws {
        let series = try OnsetFixtures.series()
        for row in try OnsetFixtures.rows("inflations") {
            let values = try #require(series[row["series"] ?? ""])
            let place = OnsetFixtures.whole(row, "place")
            let residuals = [values[..<place], values[(place + 1)...]].flatMap { part in
                let first = part.first ?? 0
                let mean = first + part.reduce(0) { $0 + $1 - first } / Double(max(part.count, 1))
                return part.map { $0 - mean }
            }
            #expect(
                agree(
                    SerialInflation.factor(of: residuals), OnsetFixtures.number(row, "inflation"),
                    relative: row["series"] == "far" ? 1e-5 : 1e-12), "\(row)")
        }
        #expect(SerialInflation.factor(of: [Double]()) == 1)
        #expect(SerialInflation.factor(of: [0.0, 0, 0, 0]) == 1)
        #expect(SerialInflation.factor(of: [1.0, -1, 1, -1]) == 1)
        #expect(agree(SerialInflation.factor(of: (0..<500).map { Double($0) - 250 }), 19))
    }

    /// Between bars, the time before one is a weight and nothing else.
    @Test func missingBarsWeighAsMuchAsTheyLast() throws {
        var random = SeededGenerator(seed: 23)
        for _ in 0..<50 {
            let values = random.gaussians(20)
            let missing = (0..<20).map { _ in Double(Int.random(in: 0...3, using: &random)) }
            let plain = try #require(ChangeLocationPosterior(values))
            let gapped = try #require(ChangeLocationPosterior(values, missing: missing))
            let weights = zip(plain.probabilities, missing).map { $0 * (1 + $1) }
            let total = weights.reduce(0, +)
            #expect(zip(gapped.probabilities, weights).allSatisfy { agree($0, $1 / total) })
            let moments = 19 + missing.dropFirst().reduce(0, +)
            let factor =
                (plain.logBayesFactor ?? .nan) + OnsetFunctions.logarithm(total * 19 / moments)
            #expect(agree(gapped.logBayesFactor, factor))
            let none = [Double](repeating: 0, count: 20)
            #expect(
                ChangeLocationPosterior(values, positions: 8, missing: none)
                    == ChangeLocationPosterior(values, positions: 8))
        }
        #expect(ChangeLocationPosterior([1, 2, 4], missing: [0, 1]) == nil)
        #expect(ChangeLocationPosterior([1, 2, 4], missing: [0, -1, 0]) == nil)
    }

    @Test func whatCannotBeLocatedIsNot() {
        #expect(ChangeLocationPosterior([1, 2]) == nil)
        #expect(ChangeLocationPosterior([1, 1, 1]) == nil)
        #expect(ChangeLocationPosterior([1, .nan, 2]) == nil)
        #expect(ChangeLocationPosterior([1, 2, 3], positions: 0) == nil)
        #expect(ChangeLocationPosterior([1, 2, 3], positions: 65) == nil)
        #expect(ChangeLocationPosterior([1, 2, 3], inflation: 1.1) == nil)
        #expect(ChangeLocationPosterior([1, 2, 3], prior: .normal(deviations: 0)) == nil)
        // A step without noise is certain, and stays finite.
        let step = ChangeLocationPosterior([0, 0, 0, 0, 7, 7, 7, 7], prior: .flat)
        #expect((step?.probabilities[4] ?? 0) > 0.999)
        #expect(step?.shift == 7)
    }
}
