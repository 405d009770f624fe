/// The mean of the last `period` values.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: in the unit of the input; `nil` for the first `period - 1` bars.
/// - Precision: values are added and never taken off again, so what has left the window leaves no
///   trace. An output is within `period * 2^-53` of the mean magnitude in its window.
/// - Source: the definition.
/// - Checked against: TA-Lib's SMA within 1e-9 relative, `Fixtures/Indicators/sma.csv`.
package struct SimpleMovingAverage: ColumnIndicator {
    private let period: Int
    private var window: RollingAggregate<WindowSum>

    /// An average over `period` values; `period` must be positive.
    package init(period: Int) {
        precondition(period > 0, "an average must span at least one bar")
        self.period = period
        window = RollingAggregate(period: period)
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Double? {
        guard let sum = window.update(value) else { return nil }
        return (sum.value / Double(period)).finite
    }

    /// The fold, compiled for this type.
    package consuming func outputs(for values: [Double]) -> [Double?] {
        folded(over: values)
    }

    /// Takes the next values; allocates at most sixteen numbers a value of the window, and two lines.
    package mutating func update(
        _ values: Span<Double>, into outputs: inout MutableSpan<Double>
    ) {
        update(values, into: &outputs, large: LargeColumn.count)
    }

    /// Takes the next values.
    ///
    /// - Parameter large: from how many values on the outputs are written past the cache.
    package mutating func update(
        _ values: Span<Double>, into outputs: inout MutableSpan<Double>, large: Int
    ) {
        precondition(values.count == outputs.count, "an output a value")
        var next = 0
        // A whole block must lie behind in the column before four set out, and an octet.
        while next < values.count, next < max(period, Octet.count) || window.missing > 0 {
            single(values, &outputs, &next)
        }
        let first = next
        if values.count >= large {
            updatePastCache(values, &outputs, &next)
        } else {
            updateBlocks(values, &outputs, &next)
        }
        if next > first {
            window.reset()
            for index in next - period..<next { _ = window.update(values[index]) }
        }
        while next < values.count { single(values, &outputs, &next) }
    }

    private mutating func single(
        _ values: Span<Double>, _ outputs: inout MutableSpan<Double>, _ next: inout Int
    ) {
        outputs[next] = update(values[next]) ?? .nan
        next += 1
    }

    private func updateBlocks(
        _ values: Span<Double>, _ outputs: inout MutableSpan<Double>, _ next: inout Int
    ) {
        guard (values.count - next) / FourBlocks.count >= period else { return }
        let length = FourBlocks.length(period: period)
        var numbers = FourBlocks.slots(period: period)
        var slots = numbers.mutableSpan
        var blocks = FourBlocks(period: period, from: next, of: values, &slots)
        while values.count - next >= length {
            blocks.begin(at: next, of: values, target: next)
            for _ in 0..<blocks.steps { blocks.step(values, &slots, into: &outputs) }
            blocks.finish(values, into: &outputs)
            next += length
        }
    }

    private func updatePastCache(
        _ values: Span<Double>, _ outputs: inout MutableSpan<Double>, _ next: inout Int
    ) {
        guard (values.count - next) / FourBlocks.count >= period else { return }
        let length = FourBlocks.length(period: period)
        var numbers = FourBlocks.slots(period: period)
        var slots = numbers.mutableSpan
        var blocks = FourBlocks(period: period, from: next, of: values, &slots)
        var staged = [Double](repeating: 0, count: StagedLines.size(length: length))
        var stage = staged.mutableSpan
        var lines = StagedLines(length: length, of: outputs.span, from: next, on: &stage)
        while values.count - next >= length {
            blocks.begin(at: next, of: values, target: lines.target)
            for step in 0..<blocks.steps {
                blocks.step(values, &slots, into: &stage)
                lines.write(stage.span, in: &outputs)
                values.prefetch(after: next &+ length &+ step &* Octet.count)
            }
            blocks.finish(values, into: &stage)
            lines.turn(&stage, in: &outputs)
            next += length
        }
        lines.finish(stage.span, in: &outputs)
    }
}
