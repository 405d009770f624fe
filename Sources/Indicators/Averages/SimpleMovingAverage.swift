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

    /// Takes the next values; allocates sixteen numbers a value of the window, and some hundreds.
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
        if (values.count - next) / FourBlocks.count >= period {
            updateBlocks(values, &outputs, &next, isLarge: values.count >= large)
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
        _ values: Span<Double>, _ outputs: inout MutableSpan<Double>, _ next: inout Int,
        isLarge: Bool
    ) {
        var numbers = FourBlocks.slots(period: period)
        var slots = numbers.mutableSpan
        var blocks = FourBlocks(period: period, from: next, of: values, &slots)
        if isLarge { blocks = updateStretches(blocks, values, &slots, &outputs, &next) }
        while values.count - next >= blocks.length {
            blocks.begin(at: next, of: values, target: next, of: outputs.count)
            for _ in 0..<blocks.steps { blocks.step(values, &slots, into: &outputs) }
            blocks.finish(values, into: &outputs)
            next += blocks.length
        }
    }

    private func updateStretches(
        _ blocks: FourBlocks, _ values: Span<Double>, _ slots: inout MutableSpan<Double>,
        _ outputs: inout MutableSpan<Double>, _ next: inout Int
    ) -> FourBlocks {
        // A copy stays in registers.
        var blocks = blocks
        // A stretch of a few numbers would be read again before it has arrived.
        let times = max(1, Self.leastStretch / blocks.length)
        let length = times * blocks.length
        var numbers = [Double](repeating: 0, count: StagedLines.size(length: length))
        var stage = numbers.mutableSpan
        var lines = StagedLines(length: length, of: outputs.span, from: next, on: &stage)
        while values.count - next >= length {
            for time in 0..<times {
                let target = lines.target + time * blocks.length
                blocks.begin(at: next, of: values, target: target, of: stage.count)
                for step in 0..<blocks.steps {
                    blocks.step(values, &slots, into: &stage)
                    lines.write(stage.span, in: &outputs)
                    // The ends are read up to seven blocks on.
                    values.prefetch(after: next &+ 2 &* blocks.length &+ step &* Octet.count)
                }
                blocks.finish(values, into: &stage)
                next += blocks.length
            }
            lines.turn(&stage, in: &outputs)
        }
        lines.finish(stage.span, in: &outputs)
        return blocks
    }

    private static let leastStretch = 256
}
