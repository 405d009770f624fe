import Series
import Significance
import TestSupport
import Testing

/// Expected values: scipy's genpareto, polished, by `Scripts/reference/significance.py`.
@Suite struct ParetoTailTests {
    /// Both searches stop where the likelihood is flat, so shape and scale agree to five digits.
    @Test func agreesWithScipy() throws {
        let rows = try ReferenceTable(fixture: "Significance/pareto.csv").rows
        let series = try ReturnSeries.all()
        #expect(rows.count >= 16)
        for row in rows {
            let falls = try #require(series[row["series"] ?? ""]).map { -$0 }
            let figures = row.compactMapValues { Double($0) }
            let tail = try #require(ParetoTail(of: falls, share: figures["share"] ?? 0))
            #expect(tail.threshold == figures["threshold"] && tail.count == falls.count)
            #expect(Double(tail.exceedances) == figures["exceedances"])
            let theirs = try #require(figures["loglikelihood"])
            #expect(tail.logLikelihood > theirs - 1e-7 && tail.logLikelihood < theirs + 1e-6)
            #expect(agree(tail.shape, figures["shape"], relative: 0, absolute: 1e-5), "\(row)")
            #expect(agree(tail.scale, figures["scale"], relative: 1e-5))
            let far = try #require(figures["at"])
            let probability = tail.probability(beyond: far)
            #expect(agree(probability, figures["probability"], relative: 1e-4, absolute: 1e-9))
            #expect(tail.returnPeriod(of: far) == probability.map { 1 / $0 })
        }
    }

    /// Tails of known weight: uniform numbers through the inverse of the distribution.
    @Test(arguments: [-0.2, 0.0, 0.25, 0.5])
    func findsWhatWasSimulated(shape: Double) throws {
        var random = DeterministicGenerator(seed: 5)
        let values = (0..<8000).map { _ in
            let rest = 1 - random.nextUnit()
            return shape == 0
                ? -2 * ReturnSeries.logarithm(rest)
                : 2 * (ReturnSeries.power(rest, -shape) - 1) / shape
        }
        let tail = try #require(ParetoTail(of: values, share: 0.5))
        // The shape of 4,000 exceedances has a standard error of (1 + shape) / sqrt(4000), at most 0.024.
        #expect(abs(tail.shape - shape) < 4 * (1 + shape) / 4000.0.squareRoot())
        #expect(
            abs(
                tail.threshold - 2
                    * (shape == 0 ? 0.6931 : (ReturnSeries.power(2, shape) - 1) / shape)) < 0.12)
    }

    @Test func probabilitiesFallFromTheShare() throws {
        let returns = try #require(try ReturnSeries.all()["bitcoin"])
        let tail = try #require(ParetoTail(of: returns.map { -$0 }))
        let doubled = try #require(ParetoTail(of: returns.map { -2 * $0 }))
        #expect(tail.probability(beyond: tail.threshold) == 0.1)
        #expect(tail.probability(beyond: tail.threshold.nextDown) == nil)
        #expect(tail.returnPeriod(of: tail.threshold / 2) == nil)
        var last = 1.0
        for step in 0..<200 {
            let value = tail.threshold + Double(step) * 0.01
            let probability = try #require(tail.probability(beyond: value))
            #expect(probability < last && probability >= 0)
            #expect(agree(doubled.probability(beyond: 2 * value), probability, relative: 1e-9))
            last = probability
        }
        #expect(tail.probability(beyond: .infinity) == 0 && tail.probability(beyond: .nan) == nil)
    }

    @Test func refusesWhatItCannotFit() {
        let values = (0..<300).map { Double($0 * 7919 % 300) }
        #expect(ParetoTail(of: values, share: 0.05) == nil)
        #expect(
            ParetoTail(of: values, share: 0) == nil && ParetoTail(of: values, share: 0.6) == nil)
        #expect(ParetoTail(of: values, share: .nan) == nil && ParetoTail(of: []) == nil)
        #expect(
            ParetoTail(of: values + [.nan]) == nil && ParetoTail(of: values + [.infinity]) == nil)
        #expect(ParetoTail(of: [Double](repeating: 1, count: 300)) == nil)
        #expect(ParetoTail(of: values.map { $0 * 1e307 }) == nil)
    }
}
