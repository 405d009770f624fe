import Indicators
import Market
import TestSupport
import Testing

/// A column leaves the bits that value by value leaves, wherever it is cut.
@Suite struct ColumnIndicatorTests {
    @Test(arguments: ColumnSubject.all)
    func aColumnIsTheStream(subject: ColumnSubject) {
        let bars = SampleCandles.walk(seed: 81, bars: 1500)
        #expect(differences(subject.streamed(bars), subject.cut(bars, [])) == 0)
        // Every length up to some blocks, so that each way to begin and to end is met.
        for count in 0...70 {
            let some = Array(bars.prefix(count))
            #expect(differences(subject.streamed(some), subject.cut(some, [])) == 0)
        }
    }

    @Test(arguments: ColumnSubject.all)
    func aColumnMayBeCutAnywhere(subject: ColumnSubject) {
        let bars = SampleCandles.walk(seed: 82, bars: 900)
        let streamed = subject.streamed(bars)
        var random = SeededGenerator(seed: 83)
        for _ in 0..<12 {
            let lengths = (0..<8).map { _ in
                Bool.random(using: &random) ? 1 : Int.random(in: 0...200, using: &random)
            }
            #expect(differences(streamed, subject.cut(bars, lengths)) == 0, "cut by \(lengths)")
        }
    }

    /// Prices of every size and both signs: sums that exceed what a number holds, zeros of either
    /// sign, and numbers next to zero. The same outputs must be missing.
    @Test(arguments: ColumnSubject.all)
    func aColumnOfExtremesIsTheStream(subject: ColumnSubject) {
        var random = SeededGenerator(seed: 84)
        let palette = [
            0, -0.0, 1, -1, 0x1p-1030, -0x1p-1074, 1e300, 1.7e308, -1.7e308,
            Double.greatestFiniteMagnitude, -Double.greatestFiniteMagnitude,
        ]
        for size in [3, 6, palette.count] {
            for _ in 0..<20 {
                let bars = (0..<260).map { index in
                    // Extremes come late and seldom, so that what was seeded before is met as well.
                    let isCalm = index < 120 || Int.random(in: 0..<40, using: &random) > 0
                    let price =
                        isCalm
                        ? Double.random(in: -1...1, using: &random)
                        : palette.suffix(size).randomElement(using: &random) ?? 0
                    return SampleCandles.candle(
                        index, open: price, high: price + 1, low: price - 1, close: price,
                        volume: 1)
                }
                #expect(differences(subject.streamed(bars), subject.cut(bars, [])) == 0)
            }
        }
    }

    @Test func aColumnOfItsOwnIsAsLongAsTheValues() {
        let column = SimpleMovingAverage(period: 3).column(for: [1, 2, 3, 4, 5])
        #expect(column.prefix(2).allSatisfy { $0.isNaN })
        #expect(Array(column.dropFirst(2)) == [2, 3, 4])
        #expect(ExponentialMovingAverage(period: 3).column(for: []).isEmpty)
    }

    @Test func columnsMustBeOfOneLength() async {
        await #expect(processExitsWith: .failure) {
            var outputs = [0.0, 0]
            var span = outputs.mutableSpan
            var average = ExponentialMovingAverage(period: 2)
            average.update([1.0].span, into: &span)
        }
        await #expect(processExitsWith: .failure) {
            var outputs = [0.0, 0]
            var span = outputs.mutableSpan
            var range = AverageTrueRange(period: 2)
            range.update(
                high: [1.0, 1].span, low: [1.0, 1].span, close: [1.0].span, into: &span)
        }
    }

    @Test func allCoresAnswerInOrder() async {
        let series = (0..<40).map { seed in
            SampleCandles.walk(seed: UInt64(seed), bars: 200).map(\.close)
        }
        let work: @Sendable ([Double]) -> [UInt64] = {
            RelativeStrengthIndex(period: 14).column(for: $0).map(\.bitPattern)
        }
        let all = await series.concurrentMap(work)
        #expect(all == series.map(work))
        let none = await [[Double]]().concurrentMap(work)
        #expect(none.isEmpty)
    }

    /// How many rows differ in a bit; one that is missing equals one that is missing.
    private func differences(_ left: [[Double]], _ right: [[Double]]) -> Int {
        guard left.count == right.count else { return .max }
        return zip(left, right).count { rows in
            !zip(rows.0, rows.1).allSatisfy {
                $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN)
            }
        }
    }
}
