import Cascades
import TestSupport
import Testing

@Suite struct WeightedSampleTests {
    /// A whole weight is as many equal values.
    @Test func weightsAreRepeats() throws {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<50 {
            let values = (0..<20).map { _ in Double.random(in: -5...5, using: &random) }
            let counts = values.map { _ in Int.random(in: 0...4, using: &random) }
            guard counts.contains(where: { $0 > 0 }) else { continue }
            let sample = try #require(WeightedSample(values, weights: counts.map(Double.init)))
            let repeated = zip(values, counts).flatMap {
                [Double](repeating: $0.0, count: $0.1)
            }
            .sorted()
            for step in 1...10 {
                let share = Double(step) / 10
                let place = Int((share * Double(repeated.count) - 1e-9).rounded(.up)) - 1
                #expect(sample.quantile(share) == repeated[max(0, place)])
            }
            #expect(sample.quantile(0) == repeated[0])
            #expect(agree(sample.mean, repeated.reduce(0, +) / Double(repeated.count)))
        }
    }

    @Test func effectiveSize() {
        #expect(WeightedSample.effectiveSize([1, 1, 1, 1]) == 4)
        #expect(WeightedSample.effectiveSize([5, 0, 0]) == 1)
        #expect(WeightedSample.effectiveSize([]) == 0)
        #expect(WeightedSample([1], weights: [0]) == nil)
        #expect(WeightedSample([1], weights: [.nan]) == nil)
        #expect(WeightedSample([.nan], weights: [1]) == nil)
        #expect(WeightedSample([1], weights: []) == nil)
    }
}
