internal import Series
internal import Significance

/// How likely as few or as many heads are of a fair coin.
///
/// Exact up to `maximumExact` throws; beyond, by the normal law with half a throw towards the middle.
///
/// - Checked against: `scipy.stats.binom`, relative 1e-12, `Fixtures/EventStudy/signs.csv`.
struct BinomialTails {
    /// More throws than this are not counted out.
    static let maximumExact = 2000

    /// The probability of at most as many.
    let lower: Double
    /// The probability of at least as many.
    let upper: Double

    /// The tails of a count of successes among trials.
    init(trials: Int, successes: Int) {
        guard trials <= Self.maximumExact else {
            let (middle, deviation) = (Double(trials) / 2, (Double(trials) / 4).squareRoot())
            lower = NormalDistribution.lower((Double(successes) - middle + 0.5) / deviation)
            upper = NormalDistribution.upper((Double(successes) - middle - 0.5) / deviation)
            return
        }
        // Built up row by row, so that no factorial overflows and no power underflows early.
        var masses = [1.0]
        for _ in 0..<max(0, trials) {
            var next = [Double](repeating: 0, count: masses.count + 1)
            for (place, mass) in masses.enumerated() {
                next[place] += mass / 2
                next[place + 1] += mass / 2
            }
            masses = next
        }
        lower = min(1, masses.prefix(successes + 1).compensatedSum)
        upper = min(1, masses.dropFirst(successes).compensatedSum)
    }
}
