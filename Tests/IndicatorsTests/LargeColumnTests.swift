import Indicators
import Market
import TestSupport
import Testing

/// Columns that are written past the cache, a line of it at a time, wherever the lines lie.
@Suite struct LargeColumnTests {
    private static let guardValue = 77.5

    /// All ways in which eight numbers lie across lines, and all lengths of what is left over.
    @Test(arguments: 0..<8)
    func linesMayLieAnywhere(offset: Int) {
        let closes = SampleCandles.walk(seed: 91, bars: 130).map(\.close)
        for count in 90...130 {
            let some = Array(closes.prefix(count))
            #expect(
                distances(some, offsets: [offset, offset, offset], large: 0)
                    == distances(some, offsets: [0, 0, 0], large: .max))
            #expect(
                ranges(some, offset: offset, large: 0) == ranges(some, offset: 0, large: .max))
        }
    }

    /// Averages come in four places at once, in stretches of some hundreds: none, one, several, and
    /// all that may be left over.
    @Test(arguments: 0..<8)
    func linesOfAveragesMayLieAnywhere(offset: Int) {
        let closes = SampleCandles.walk(seed: 94, bars: 840).map(\.close)
        for period in [1, 2, 3, 7, 8, 11, 65, 66] {
            var indicator = SimpleMovingAverage(period: period)
            let streamed = closes.map { (indicator.update($0) ?? .nan).bitPattern }
            for count in [20, 300, 600] + Array(824...840) {
                let some = Array(closes.prefix(count))
                let expected = Array(streamed.prefix(count))
                #expect(averages(some, period: period, offset: offset, large: 0) == expected)
                #expect(averages(some, period: period, offset: offset, large: .max) == expected)
            }
        }
    }

    @Test func columnsMayLieDifferently() {
        let closes = SampleCandles.walk(seed: 92, bars: 200).map(\.close)
        let expected = distances(closes, offsets: [0, 0, 0], large: .max)
        for offsets in [[0, 0, 1], [0, 1, 0], [1, 0, 0], [1, 2, 3], [7, 4, 4]] {
            #expect(distances(closes, offsets: offsets, large: 0) == expected, "\(offsets)")
        }
    }

    /// Figures that are finite each, and whose sum is not.
    @Test(arguments: [0, Int.max])
    func aSumTooLargeLosesNothing(large: Int) {
        let closes = [Double](repeating: 0, count: 220) + [Double](repeating: 2e307, count: 100)
        let slow = MovingAverageConvergenceDivergence(fast: 2, slow: 100, signal: 100)
        var indicator = slow
        let expected = closes.map { indicator.update($0)?.histogram ?? .nan }
        let found = distances(closes, offsets: [0, 0, 0], large: large, by: slow)[2]
        #expect(found == expected.map { ($0.isNaN ? .nan : $0).bitPattern })
        let finite = expected.dropFirst(198)
        #expect(finite.allSatisfy { $0.isFinite } && finite.reduce(0, +) == .infinity)
    }

    /// Two closes that the slow average cannot hold and the fast one can: the line is infinite, so all
    /// three figures are missing.
    @Test(arguments: [0, Int.max])
    func whereOneFigureIsMissingAllAre(large: Int) {
        var missing = 0
        for place in 60..<68 {
            var closes = [Double](repeating: 0, count: 120)
            (closes[place], closes[place + 1]) = (1e308, 0.9e308)
            var indicator = MovingAverageConvergenceDivergence()
            let readings = closes.map { indicator.update($0) }
            missing += readings.dropFirst(33).count { $0 == nil }
            let found = distances(closes, offsets: [0, 0, 0], large: large)
            #expect(found[0] == readings.map { ($0?.line ?? .nan).bitPattern })
            #expect(found[1] == readings.map { ($0?.signal ?? .nan).bitPattern })
            #expect(found[2] == readings.map { ($0?.histogram ?? .nan).bitPattern })
        }
        #expect(missing > 0)
    }

    /// One number fewer than a large column has, as many, and one more.
    @Test(arguments: [199, 200, 201])
    func aLargeColumnBeginsLikeASmallOne(count: Int) {
        let closes = SampleCandles.walk(seed: 93, bars: count).map(\.close)
        #expect(
            distances(closes, offsets: [0, 0, 0], large: 200)
                == distances(closes, offsets: [0, 0, 0], large: .max))
        #expect(ranges(closes, offset: 0, large: 200) == ranges(closes, offset: 0, large: .max))
        #expect(
            averages(closes, period: 9, offset: 0, large: 200)
                == averages(closes, period: 9, offset: 0, large: .max))
    }

    /// The three columns, each from its offset on in storage that has more on both sides.
    private func distances(
        _ closes: [Double], offsets: [Int], large: Int,
        by indicator: MovingAverageConvergenceDivergence = MovingAverageConvergenceDivergence()
    ) -> [[UInt64]] {
        var indicator = indicator
        var line = storage(closes.count)
        var signal = line
        var histogram = line
        within(&line, offsets[0], closes.count) { first in
            within(&signal, offsets[1], closes.count) { second in
                within(&histogram, offsets[2], closes.count) { third in
                    var line = first.mutableSpan
                    var signal = second.mutableSpan
                    var histogram = third.mutableSpan
                    indicator.update(
                        closes.span, line: &line, signal: &signal, histogram: &histogram,
                        large: large)
                }
            }
        }
        return zip([line, signal, histogram], offsets).map { bits($0, $1, closes.count) }
    }

    private func averages(
        _ closes: [Double], period: Int, offset: Int, large: Int
    ) -> [UInt64] {
        var indicator = SimpleMovingAverage(period: period)
        var outputs = storage(closes.count)
        within(&outputs, offset, closes.count) { numbers in
            var span = numbers.mutableSpan
            indicator.update(closes.span, into: &span, large: large)
        }
        return bits(outputs, offset, closes.count)
    }

    private func ranges(_ closes: [Double], offset: Int, large: Int) -> [UInt64] {
        var indicator = AverageTrueRange(period: 14)
        var outputs = storage(closes.count)
        let (highs, lows) = (closes.map { $0 + 1 }, closes.map { $0 - 2 })
        within(&outputs, offset, closes.count) { numbers in
            var span = numbers.mutableSpan
            indicator.update(
                high: highs.span, low: lows.span, close: closes.span, into: &span, large: large)
        }
        return bits(outputs, offset, closes.count)
    }

    private func storage(_ count: Int) -> [Double] {
        [Double](repeating: Self.guardValue, count: count + 32)
    }

    private func within(
        _ storage: inout [Double], _ offset: Int, _ count: Int,
        body: (UnsafeMutableBufferPointer<Double>) -> Void
    ) {
        storage.withUnsafeMutableBufferPointer { numbers in
            body(UnsafeMutableBufferPointer(rebasing: numbers[16 + offset..<16 + offset + count]))
        }
    }

    /// The bits of a column, one pattern for all that is missing; what lies around is checked.
    private func bits(_ storage: [Double], _ offset: Int, _ count: Int) -> [UInt64] {
        let begin = 16 + offset
        let around = storage[..<begin] + storage[(begin + count)...]
        #expect(around.allSatisfy { $0 == Self.guardValue })
        return storage[begin..<begin + count].map { ($0.isNaN ? .nan : $0).bitPattern }
    }
}
