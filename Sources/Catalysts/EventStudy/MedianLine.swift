internal import Series
internal import Significance

/// A line by Sen's median slope, and the median of what it leaves.
///
/// - Degenerate case: `nil` where no two places differ, or beyond `TheilSenSlope.maximumPoints`.
/// - Source: Sen, *Estimates of the Regression Coefficient Based on Kendall's Tau*, 1968.
/// - Checked against: `scipy.stats.theilslopes` with `method="joint"`,
///   `Fixtures/EventStudy/assets.csv`.
struct MedianLine {
    let alpha: Double
    let beta: Double

    init?(of values: [Double], on places: [Double]) {
        guard let slope = TheilSenSlope.slope(of: values, on: places),
            let middle = zip(values, places).map({ $0 - slope * $1 }).median
        else { return nil }
        alpha = middle
        beta = slope
    }
}
