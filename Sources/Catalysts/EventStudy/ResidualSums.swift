/// What the residuals of a group have in common: their mean correlation, and how far their plain
/// mean swings.
struct ResidualSums: Sendable {
    private var scaled: [Double]
    private var raw: [Double]
    private var present: [Double]

    /// Nothing yet, of a window of that many bars.
    init(bars: Int) {
        scaled = [Double](repeating: 0, count: bars)
        raw = scaled
        present = scaled
    }

    /// Takes one asset's residuals, NaN where absent, with their mean and the root of their mean
    /// square about it.
    mutating func add(_ residuals: [Double], mean: Double, scale: Double) {
        let none = [Double](repeating: 0, count: residuals.count)
        add(residuals[...], alpha: 0, slope: 0, on: none[...], mean: mean, scale: scale)
    }

    /// Takes `value - alpha - slope x regressor` of every bar, as `add(_:mean:scale:)` would.
    ///
    /// Written on bare memory, because a thousand dates of thirty members come through here.
    mutating func add(
        _ values: ArraySlice<Double>, alpha: Double, slope: Double,
        on regressor: ArraySlice<Double>, mean: Double, scale: Double
    ) {
        precondition(
            values.count == scaled.count && regressor.count == scaled.count,
            "residuals must be of the window")
        let unit = 1 / scale
        let bars = scaled.count
        values.withUnsafeBufferPointer { values in
            regressor.withUnsafeBufferPointer { regressor in
                scaled.withUnsafeMutableBufferPointer { scaled in
                    raw.withUnsafeMutableBufferPointer { raw in
                        present.withUnsafeMutableBufferPointer { present in
                            for bar in 0..<bars {
                                let value = values[bar] - alpha - slope * regressor[bar]
                                let there = value == value ? value : mean
                                scaled[bar] += (there - mean) * unit
                                raw[bar] += value == value ? value : 0
                                present[bar] += value == value ? 1 : 0
                            }
                        }
                    }
                }
            }
        }
    }

    /// The mean correlation of two different members: over all pairs, each weighing as many bars as
    /// it shares. `nil` without two that meet.
    ///
    /// The square of a sum is the squares and twice the products, so it takes no pair by itself.
    var meanCorrelation: Double? {
        var (pairs, squares, all) = (0.0, 0.0, 0.0)
        for bar in scaled.indices {
            pairs += present[bar] * (present[bar] - 1)
            squares += scaled[bar] * scaled[bar]
            all += present[bar]
        }
        return pairs > 0 ? (squares - all) / pairs : nil
    }

    /// The standard deviation over time of the mean of those present; `nil` of fewer than two bars.
    var portfolioDeviation: Double? {
        var (sum, count) = (0.0, 0.0)
        for bar in raw.indices where present[bar] > 0 {
            sum += raw[bar] / present[bar]
            count += 1
        }
        guard count > 1 else { return nil }
        let mean = sum / count
        var square = 0.0
        for bar in raw.indices where present[bar] > 0 {
            let distance = raw[bar] / present[bar] - mean
            square += distance * distance
        }
        let found = (square / (count - 1)).squareRoot()
        return found > 0 ? found : nil
    }

    /// Bars with anyone present.
    var bars: Int { present.count { $0 > 0 } }
}
