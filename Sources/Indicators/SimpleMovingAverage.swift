internal import Series

/// The mean of the last `period` values.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: in the unit of the input; `nil` for the first `period - 1` bars.
/// - Precision: values are added, compensated, and never taken off again, so what has left the window
///   leaves no trace.
/// - Source: the definition.
/// - Checked against: TA-Lib's SMA within 1e-9 relative, `Fixtures/Indicators/sma.csv`.
package struct SimpleMovingAverage: Indicator {
    private let period: Int
    /// The values since the last whole block of `period`, oldest first.
    private var block: [Double] = []
    private var sum = CompensatedSum()
    /// For each value of the last whole block, the sum of it and those after it.
    private var remainders: [Double] = []

    /// An average over `period` values; `period` must be positive.
    package init(period: Int) {
        precondition(period > 0, "an average must span at least one bar")
        self.period = period
        block.reserveCapacity(period)
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Double? {
        block.append(value)
        sum.add(value)
        if block.count == period { startBlock() }
        return remainders.isEmpty
            ? nil : (remainders[block.count] + sum.value) / Double(period)
    }

    private mutating func startBlock() {
        var rest = CompensatedSum()
        remainders = block.reversed().map { value in
            rest.add(value)
            return rest.value
        }.reversed()
        block.removeAll(keepingCapacity: true)
        sum = CompensatedSum()
    }
}
