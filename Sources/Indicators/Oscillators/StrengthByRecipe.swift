/// The relative strength index as other programs average the moves: near the start of a history it reads up
/// to ten points apart from Wilder's.
///
/// - Input: closes in quote currency, oldest first, one a bar.
/// - Output: 0...100, no unit; `nil` for the first `period` bars, as Wilder's.
/// - Flat market: 50.
/// - Source: Cutler's is the simple mean; the others are what `ewm(alpha=1/period)` of pandas gives with
///   `adjust=False` and `adjust=True`.
/// - Checked against: published vectors of twenty closes, to their four decimals, and pandas within 1e-9,
///   `Fixtures/Indicators/strength-by-recipe.csv`.
package struct StrengthByRecipe: Indicator {
    /// How moves are averaged.
    package enum Recipe: String, CaseIterable, Sendable {
        /// The simple mean of the last `period` moves.
        case simpleMean
        /// Exponentially, from the first move on.
        case fromFirstMove
        /// Exponentially, each move with the weight it has left.
        case weightedMean
    }

    /// The averages of one side.
    private enum Mean {
        case simple(SimpleMovingAverage)
        case decaying(Double)

        /// The average once the next move is in; one that is seeded takes the move for its average.
        mutating func update(_ move: Double, keep: Double, isSeeded: Bool) -> Double? {
            switch self {
            case .simple(var average):
                let mean = average.update(move)
                self = .simple(average)
                return mean
            case .decaying(let sum):
                let next = isSeeded ? move : sum * keep + move * (1 - keep)
                self = .decaying(next)
                return next
            }
        }
    }

    private let recipe: Recipe
    private let keep: Double
    private var up: Mean
    private var down: Mean
    private var previousClose: Double?
    private var missing: Int
    private var isFirstMove = true

    /// An index over about `period` moves; `period` must be positive.
    package init(period: Int, recipe: Recipe) {
        precondition(period > 0, "an index must span at least one move")
        self.recipe = recipe
        keep = 1 - 1 / Double(period)
        missing = period
        let mean: Mean =
            recipe == .simpleMean ? .simple(SimpleMovingAverage(period: period)) : .decaying(0)
        up = mean
        down = mean
    }

    /// Takes the next close.
    package mutating func update(_ close: Double) -> Double? {
        defer { previousClose = close }
        guard let previousClose else { return nil }
        let change = close - previousClose
        // What decays from nothing keeps the proportion that weights would: it cancels in the share.
        let isSeeded = recipe == .fromFirstMove && isFirstMove
        isFirstMove = false
        missing = max(0, missing - 1)
        let gain = up.update(max(change, 0), keep: keep, isSeeded: isSeeded)
        let loss = down.update(max(-change, 0), keep: keep, isSeeded: isSeeded)
        guard missing == 0, let gain, let loss else { return nil }
        let whole = gain + loss
        guard whole.isFinite else { return nil }
        return whole > 0 ? 100 * (gain / whole) : 50
    }
}
