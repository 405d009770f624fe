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
}
