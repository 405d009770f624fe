/// How many values a stretch holds, their mean, and the sum of their squared distances from it.
///
/// Joined by the update of Chan, which subtracts means and not sums of squares: a small spread
/// around a large mean keeps its digits, and equal values have a spread of exactly zero.
///
/// - Source: Chan, Golub and LeVeque, *Algorithms for Computing the Sample Variance*, 1983.
struct ValueMoments: WindowSummary {
    private(set) var count = 1.0
    private(set) var mean: Double
    private(set) var squares = 0.0

    init(_ value: Double) {
        mean = value
    }

    static func joining(_ older: ValueMoments, _ newer: ValueMoments) -> ValueMoments {
        var whole = older
        whole.count += newer.count
        let distance = newer.mean - older.mean
        let share = newer.count / whole.count
        whole.mean += distance * share
        whole.squares += newer.squares + distance * distance * (older.count * share)
        return whole
    }

    /// The population variance.
    var variance: Double { squares / count }
}
