/// The means of pairs of values and the sums of the products of their distances from them.
///
/// - Source: Chan, Golub and LeVeque, *Algorithms for Computing the Sample Variance*, 1983, the
///   same update for products.
struct PairMoments: WindowSummary {
    private var count = 1.0
    private var valueMean: Double
    private var benchmarkMean: Double
    private(set) var valueSquares = 0.0
    private(set) var benchmarkSquares = 0.0
    private(set) var products = 0.0

    init(_ pair: ValuePair) {
        valueMean = pair.value
        benchmarkMean = pair.benchmark
    }

    static func joining(_ older: PairMoments, _ newer: PairMoments) -> PairMoments {
        var whole = older
        whole.count += newer.count
        let value = newer.valueMean - older.valueMean
        let benchmark = newer.benchmarkMean - older.benchmarkMean
        let share = newer.count / whole.count
        let weight = older.count * share
        whole.valueMean += value * share
        whole.benchmarkMean += benchmark * share
        whole.valueSquares += newer.valueSquares + value * value * weight
        whole.benchmarkSquares += newer.benchmarkSquares + benchmark * benchmark * weight
        whole.products += newer.products + value * benchmark * weight
        return whole
    }
}
