internal import Series

/// The mean of the last `period` values.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: in the unit of the input; `nil` for the first `period - 1` bars.
/// - Precision: the running sum is compensated, so a spike that has left the window leaves no trace.
/// - Source: the definition.
/// - Checked against: TA-Lib's SMA within 1e-9 relative, `Fixtures/Indicators/sma.csv`.
package struct SimpleMovingAverage: Indicator {
    private let period: Int
    private var window: [Double] = []
    private var oldest = 0
    private var sum = CompensatedSum()

    /// An average over `period` values; `period` must be positive.
    package init(period: Int) {
        precondition(period > 0, "an average must span at least one bar")
        self.period = period
        window.reserveCapacity(period)
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Double? {
        sum.add(value)
        if window.count < period {
            window.append(value)
        } else {
            sum.add(-window[oldest])
            window[oldest] = value
            oldest = oldest + 1 == period ? 0 : oldest + 1
        }
        return window.count == period ? sum.value / Double(period) : nil
    }
}
