import Indicators
import Market
import TestSupport
import Testing

@Suite struct ExponentialMovingAverageTests {
    /// The recursion as textbooks write it, `average + weight x (value - average)`, over far more
    /// values than a block has.
    @Test(arguments: [1, 2, 9, 50, 365])
    func isTheRecursionWrittenOut(period: Int) {
        let closes = SampleCandles.walk(seed: 21, bars: 3000).map(\.close)
        let outputs = ExponentialMovingAverage(period: period).outputs(for: closes)
        var average = closes.prefix(period).reduce(0, +) / Double(period)
        for index in period..<closes.count {
            average += 2 / (Double(period) + 1) * (closes[index] - average)
            #expect(agree(outputs[index], average, relative: 1e-13), "at \(index)")
        }
    }

    /// Weights that do not add up to one would pull a flat market away, by a little each bar.
    @Test(arguments: [3, 26, 200, 5000])
    func aFlatMarketStaysFlat(period: Int) {
        for price in [0.1, 1 / 3.0, 97_123.45] {
            let flat = [Double](repeating: price, count: period + 20_000)
            let outputs = ExponentialMovingAverage(period: period).column(for: flat)
            let worst = outputs.dropFirst(period).reduce(0) { max($0, abs($1 / price - 1)) }
            #expect(worst <= Double(period) * 0x1p-52, "\(price): \(worst)")
        }
    }
}
