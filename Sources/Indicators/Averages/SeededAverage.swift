/// An exponential average that starts from the simple mean of its first `period` values.
///
/// The exponential moving average and Wilder's smoothing differ only in the weight of the newest
/// value.
struct SeededAverage: Indicator {
    private let weightOfNewest: Double
    private var average = 0.0
    /// How many values the seed still lacks.
    private var missing: Int
    private var seed: SimpleMovingAverage

    init(period: Int, weightOfNewest: Double) {
        self.weightOfNewest = weightOfNewest
        missing = period
        seed = SimpleMovingAverage(period: period)
    }

    /// Wilder's smoothing, whose newest value weighs `1 / period`.
    static func wilder(period: Int) -> SeededAverage {
        SeededAverage(period: period, weightOfNewest: 1 / Double(period))
    }

    mutating func update(_ value: Double) -> Double? {
        if missing == 0 {
            average += weightOfNewest * (value - average)
            return average.finite
        }
        missing -= 1
        let mean = seed.update(value)
        // A seed too large to hold must not leave the zero it starts from.
        if missing == 0 { average = mean ?? .infinity }
        return mean
    }
}
