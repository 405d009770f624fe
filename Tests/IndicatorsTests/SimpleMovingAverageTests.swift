import Indicators
import TestSupport
import Testing

@Suite struct SimpleMovingAverageTests {
    /// Spikes far beyond the values, alone and several of different size in one window.
    @Test(arguments: [[1e300], [1e300, 3.3e299], [1e30, 3.3e29], [-1e16, 3.7e15, 1.1e15]])
    func aSpikeThatHasLeftLeavesNoTrace(spikes: [Double]) {
        let period = 5
        let values = (0..<60).map { 100.1 + Double($0) / 7 }
        var spiked = values
        spiked.replaceSubrange(10..<(10 + spikes.count), with: spikes)
        let clean = SimpleMovingAverage(period: period).outputs(for: values)
        let after = SimpleMovingAverage(period: period).outputs(for: spiked)
        for index in (10 + spikes.count + period - 1)..<values.count {
            #expect(agree(after[index], clean[index]), "at \(index)")
        }
    }

    /// The bound of the doc comment, against sums of whole numbers, which are exact: half of them near
    /// 2^52, half near one, of either sign.
    @Test(arguments: [1, 3, 7, 49, 200, 500])
    func anOutputIsWithinItsBound(period: Int) {
        var random = SeededGenerator(seed: 5)
        let values = (0..<2000).map { _ in
            Int.random(in: 0..<2, using: &random) == 0
                ? Int.random(in: -9...9, using: &random)
                : Int.random(in: -(1 << 52)...(1 << 52), using: &random)
        }
        let outputs = SimpleMovingAverage(period: period).outputs(for: values.map { Double($0) })
        for index in (period - 1)..<values.count {
            let window = values[(index - period + 1)...index]
            let exact = Double(window.reduce(0, +)) / Double(period)
            let magnitude = window.reduce(0) { $0 + Double($1.magnitude) } / Double(period)
            // The exact mean is rounded twice itself.
            let bound = Double(period + 2) * 0x1p-53 * magnitude
            #expect(abs((outputs[index] ?? .infinity) - exact) <= bound, "at \(index)")
        }
    }
}
