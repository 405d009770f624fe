/// An exponential average that starts from the simple mean of its first `period` values.
///
/// The exponential moving average and Wilder's smoothing differ only in the weight of the newest value.
struct SeededAverage: Indicator {
    private let period: Int
    private let weightOfNewest: Double
    private var seed: SimpleMovingAverage?
    private var average: Double?

    init(period: Int, weightOfNewest: Double) {
        self.period = period
        self.weightOfNewest = weightOfNewest
        seed = SimpleMovingAverage(period: period)
    }

    /// Wilder's smoothing, whose newest value weighs `1 / period`.
    static func wilder(period: Int) -> SeededAverage {
        SeededAverage(period: period, weightOfNewest: 1 / Double(period))
    }

    mutating func update(_ value: Double) -> Double? {
        if let previous = average {
            average = previous + weightOfNewest * (value - previous)
        } else {
            average = seed?.update(value)
            if average != nil { seed = nil }
        }
        return average
    }
}
