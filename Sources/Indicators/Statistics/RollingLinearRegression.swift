/// The straight line through the last `period` values that leaves the least squares.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: the line and how well it fits; `nil` for the first `period - 1` bars.
/// - Flat market: slope 0, value and intercept at the price, no share explained (`nil`).
/// - Precision: moments are joined by Chan's update; see `ValueMoments`.
/// - Source: the definition.
/// - Checked against: TA-Lib's LINEARREG, LINEARREG_SLOPE and LINEARREG_INTERCEPT, and the square
///   of the correlation in rational numbers, within 1e-9, `Fixtures/Indicators/regression.csv`.
package struct RollingLinearRegression: Indicator {
    /// A line over the window, whose oldest bar stands at 0 and whose newest at `period - 1`.
    package struct Line: Hashable, Sendable {
        /// The height of the line at the newest bar, in the unit of the input.
        package let value: Double
        /// How much the line rises a bar, in the unit of the input.
        package let slope: Double
        /// The height of the line at the oldest bar of the window, in the unit of the input.
        package let intercept: Double
        /// The share of the variance that the line explains, 0...1; `nil` where nothing varies.
        package let determination: Double?
    }

    private let lastPosition: Double
    /// The sum of the squared distances of the positions from their mean.
    private let positionSquares: Double
    private var window: RollingAggregate<LineMoments>

    /// A line through `period` values; `period` must be at least two.
    package init(period: Int) {
        precondition(period > 1, "a line must span at least two bars")
        let count = Double(period)
        lastPosition = count - 1
        positionSquares = count * (count * count - 1) / 12
        window = RollingAggregate(period: period)
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Line? {
        guard let moments = window.update(value) else { return nil }
        let slope = moments.products / positionSquares
        let half = slope * lastPosition / 2
        let line = Line(
            value: moments.values.mean + half, slope: slope, intercept: moments.values.mean - half,
            determination: determination(slope: slope, moments))
        return line.value.isFinite && line.slope.isFinite && line.intercept.isFinite ? line : nil
    }

    private func determination(slope: Double, _ moments: LineMoments) -> Double? {
        guard moments.values.squares > 0, moments.values.squares.isFinite else { return nil }
        return min(1, slope * (moments.products / moments.values.squares))
    }
}

/// The moments of a stretch of values, by themselves and against their positions, which are one apart.
private struct LineMoments: WindowSummary {
    private(set) var values: ValueMoments
    private(set) var products = 0.0

    init(_ value: Double) {
        values = ValueMoments(value)
    }

    static func joining(_ older: LineMoments, _ newer: LineMoments) -> LineMoments {
        var whole = older
        whole.values = .joining(older.values, newer.values)
        let distance = newer.values.mean - older.values.mean
        let count = whole.values.count
        let share = newer.values.count / count
        // The middles of two neighbouring stretches lie half their joint length apart.
        whole.products +=
            newer.products + distance * (count / 2) * (older.values.count * share)
        return whole
    }
}
