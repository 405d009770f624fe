/// An exponential average that is quick while prices go one way and slow while they go to and fro.
///
/// The efficiency is the way made in `period` bars by the length of the path; it sets the weight of
/// the newest value between that of an exponential average over `slowest` bars and one over
/// `fastest`, squared.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: in the unit of the input, within the values so far; `nil` for the first `period` bars.
/// - Seed: the value of bar `period`, the one before the first output, as in TA-Lib.
/// - Flat market: no path counts as an efficient one, so the average goes to the price quickly, as
///   in TA-Lib.
/// - Source: Kaufman, *Smarter Trading*, 1995.
/// - Checked against: TA-Lib's KAMA within 1e-9 relative, `Fixtures/Indicators/kama.csv`.
package struct KaufmanAdaptiveMovingAverage: Indicator {
    private let slowestWeight: Double
    private let fastestWeight: Double
    private var past: Delay<Double>
    private var path: RollingAggregate<WindowSum>
    private var previous: Double?
    private var average: Double?

    /// An average whose efficiency spans `period` bars; all three must be positive.
    package init(period: Int, fastest: Int = 2, slowest: Int = 30) {
        precondition(fastest > 0 && fastest <= slowest, "the fastest average must span fewer bars")
        fastestWeight = 2 / (Double(fastest) + 1)
        slowestWeight = 2 / (Double(slowest) + 1)
        past = Delay(by: period)
        path = RollingAggregate(period: period)
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Double? {
        let start = past.update(value)
        defer { previous = value }
        guard let previous, let length = path.update(abs(value - previous))?.value, let start,
            length.isFinite
        else { return nil }
        let efficiency = length > 0 ? min(1, abs(value - start) / length) : 1
        let weight = efficiency * (fastestWeight - slowestWeight) + slowestWeight
        let before = average ?? previous
        let now = before + weight * weight * (value - before)
        average = now
        return now.finite
    }
}
