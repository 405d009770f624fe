/// A mean in which each value weighs less the older it is: `2 / (period + 1)` for the newest.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: in the unit of the input; `nil` for the first `period - 1` bars.
/// - Seed: the simple mean of the first `period` values.
/// - Source: Appel, *The Moving Average Convergence-Divergence Trading Method*, 1979; seed as in
///   TA-Lib.
/// - Checked against: TA-Lib's EMA within 1e-9 relative, `Fixtures/Indicators/ema.csv`.
package struct ExponentialMovingAverage: ColumnIndicator {
    private var average: SeededAverage

    /// An average over about `period` values; `period` must be positive.
    package init(period: Int) {
        average = .exponential(period: period)
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Double? {
        average.update(value)
    }

    /// The fold, compiled for this type.
    package consuming func outputs(for values: [Double]) -> [Double?] {
        folded(over: values)
    }

    /// Takes the next values; allocates nothing.
    package mutating func update(
        _ values: Span<Double>, into outputs: inout MutableSpan<Double>
    ) {
        precondition(values.count == outputs.count, "an output a value")
        var next = 0
        while next < values.count {
            if average.isAtBlock, values.count - next > Block.last {
                updateBlocks(values, &outputs, &next)
            } else {
                outputs[next] = update(values[next]) ?? .nan
                next += 1
            }
        }
    }

    private mutating func updateBlocks(
        _ values: Span<Double>, _ outputs: inout MutableSpan<Double>, _ next: inout Int
    ) {
        var recursion = average.recursion
        while values.count - next > Block.last {
            recursion.update(Block(values, at: next)).finiteOrNaN.store(in: &outputs, at: next)
            next += Block.scalarCount
        }
        average.recursion = recursion
    }
}
