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

    /// Takes the next values; allocates four numbers a value of the window.
    package mutating func update(
        _ values: Span<Double>, into outputs: inout MutableSpan<Double>
    ) {
        precondition(values.count == outputs.count, "an output a value")
        var next = 0
        // A whole block must lie behind in the column before the quarters can set out.
        let first = min(values.count, window.missing + period)
        while next < first { single(values, &outputs, &next) }
        let quarter = (values.count - next) / period / 4 * period
        if quarter > 0 {
            updateQuarters(values, &outputs, from: next, quarter)
            next += 4 * quarter
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

    /// The blocks of `RollingAggregate` over four quarters of whole blocks, which are walked
    /// abreast: a sum waits for the one before it, four do not wait for each other.
    private func updateQuarters(
        _ values: Span<Double>, _ outputs: inout MutableSpan<Double>, from first: Int,
        _ quarter: Int
    ) {
        precondition(first >= period && first + 4 * quarter <= outputs.count)
        func lanes(_ place: Int) -> SIMD4<Double> {
            SIMD4(
                values[unchecked: place], values[unchecked: place &+ quarter],
                values[unchecked: place &+ 2 &* quarter],
                values[unchecked: place &+ 3 &* quarter])
        }
        let count = Double(period)
        // A window is an end of the last block and a start of this one, which may be the whole.
        var slots = [SIMD4<Double>](repeating: SIMD4(repeating: -0.0), count: period + 1)
        var ends = slots.mutableSpan
        for block in stride(from: first, to: first + quarter, by: period) {
            var end = SIMD4(repeating: -0.0)
            for index in (1..<period).reversed() {
                end += lanes(block &- period &+ index)
                ends[index] = end
            }
            var start = SIMD4(repeating: -0.0)
            for place in stride(from: 0, to: period - 1, by: 2) {
                start += lanes(block &+ place)
                let one = ((ends[place + 1] + start) / count).finiteOrNaN
                start += lanes(block &+ place &+ 1)
                let two = ((ends[place + 2] + start) / count).finiteOrNaN
                for lane in 0..<4 {
                    let target = block &+ place &+ lane &* quarter
                    outputs[unchecked: target] = one[lane]
                    outputs[unchecked: target &+ 1] = two[lane]
                }
            }
            guard !period.isMultiple(of: 2) else { continue }
            start += lanes(block &+ period &- 1)
            let last = (start / count).finiteOrNaN
            for lane in 0..<4 {
                outputs[unchecked: block &+ period &- 1 &+ lane &* quarter] = last[lane]
            }
        }
    }
}
