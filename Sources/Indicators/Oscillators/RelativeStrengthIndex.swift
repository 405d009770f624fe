/// Wilder's relative strength index: the share of recent movement that was upward.
///
/// - Input: closes in quote currency, oldest first, one a bar.
/// - Output: 0...100, no unit; `nil` for the first `period` bars.
/// - Seed: the simple mean of the first `period` moves. It fades as `(1 - 1/period)^bars`: with
///   period 14 it is worth a thousandth after 94 further bars. See `SeedSpread`.
/// - Flat market: 50. (TA-Lib answers 0.)
/// - Source: Wilder, *New Concepts in Technical Trading Systems*, 1978.
/// - Checked against: TA-Lib's RSI within 1e-9, `Fixtures/Indicators/rsi.csv`.
package struct RelativeStrengthIndex: ColumnIndicator {
    private var gain: SeededAverage
    private var loss: SeededAverage
    private var previousClose: Double?

    /// An index over about `period` moves; `period` must be positive.
    package init(period: Int) {
        gain = .wilder(period: period)
        loss = .wilder(period: period)
    }

    /// Takes the next close.
    package mutating func update(_ close: Double) -> Double? {
        defer { previousClose = close }
        guard let previousClose else { return nil }
        let change = close - previousClose
        let up = gain.update(Self.rise(change))
        let down = loss.update(Self.rise(-change))  // Both must advance before either is judged.
        guard let up, let down else { return nil }
        return Self.share(of: up, against: down).finite
    }

    /// Twice the change where it is upward, nought where it is not: without a branch, as there is no
    /// telling which it will be, and twice, as that leaves the share the same.
    @inline(__always) private static func rise(_ change: Double) -> Double {
        abs(change) + change
    }

    /// The share of `up` in the whole, 0...100; NaN where that is too large.
    @inline(__always) private static func share(of up: Double, against down: Double) -> Double {
        let whole = up + down
        // The share first: `100 * up / up` can round to more than 100.
        let share = 100 * (up / whole) + (whole - whole)
        return whole == 0 ? 50 : share
    }

    /// The fold, compiled for this type.
    package consuming func outputs(for closes: [Double]) -> [Double?] {
        folded(over: closes)
    }

    /// Takes the next closes; allocates nothing.
    package mutating func update(
        _ closes: Span<Double>, into outputs: inout MutableSpan<Double>
    ) {
        precondition(closes.count == outputs.count, "an output a value")
        var next = 0
        while next < closes.count {
            // Both averages begin their blocks together.
            if gain.isAtBlock, next > 0, closes.count - next > Block.last {
                updateBlocks(closes, &outputs, &next)
            } else {
                outputs[next] = update(closes[next]) ?? .nan
                next += 1
            }
        }
    }

    private mutating func updateBlocks(
        _ closes: Span<Double>, _ outputs: inout MutableSpan<Double>, _ next: inout Int
    ) {
        var (gains, losses) = (gain.recursion, loss.recursion)
        while closes.count - next > Block.last {
            let change = Block(closes, at: next) - Block(closes, at: next - 1)
            let up = gains.update(Block { Self.rise(change[$0]) })
            let down = losses.update(Block { Self.rise(-change[$0]) })
            Block { Self.share(of: up[$0], against: down[$0]) }.store(in: &outputs, at: next)
            next += Block.scalarCount
        }
        (gain.recursion, loss.recursion) = (gains, losses)
        previousClose = closes[next - 1]
    }
}
