internal import Series

/// Where a move stands among the moves before it.
///
/// "As far" is to the move's own side: for a fall, every earlier move at or below it; for a rise or
/// for no change, every one at or above. Give moves divided by the volatility expected of each to
/// ask the same in calm and nervous markets alike, see `StandardizedReturns`.
///
/// - Input: moves of one length in any one unit, oldest first, none of them overlapping the move.
/// - Degenerate case: `nil` with no earlier move, or where a number is not finite.
/// - Source: the p-value with one added above and below, Davison and Hinkley, *Bootstrap Methods
///   and Their Application*, 1997, section 4.2, so that no move has a probability of zero.
/// - Checked against: `scipy.stats.percentileofscore` and numpy, 1e-12,
///   `Fixtures/Significance/ranks.csv`.
package struct MoveRank: Hashable, Sendable {
    /// The windows that are looked at, in bars, beside the whole.
    package static let usualWindows = [30, 90, 180, 365]

    /// How many earlier moves it was compared with.
    package let compared: Int
    /// How many of them went as far to the same side.
    package let asFar: Int
    /// How many of them went as far to either side.
    package let asFarEitherWay: Int
    /// The share of them below the move, and half of those equal to it; zero to one.
    package let percentile: Double
    /// The move's distance from their mean in their standard deviations (divisor `compared - 1`);
    /// `nil` of moves that are all alike or of one.
    package let deviations: Double?
    /// The place in the history given of the last that went as far; `nil` where none did.
    package let lastAsFar: Int?

    /// Compares a move with all of a history.
    package init?(of move: Double, among history: [Double]) {
        self.init(of: move, among: history[...])
    }

    /// Compares a move with the last `window` of a history; `nil` where there are fewer.
    package init?(of move: Double, among history: [Double], window: Int) {
        guard window > 0, history.count >= window else { return nil }
        self.init(of: move, among: history.suffix(window))
    }

    private init?(of move: Double, among history: ArraySlice<Double>) {
        guard !history.isEmpty, move.isFinite, history.allSatisfy({ $0.isFinite }) else {
            return nil
        }
        let isFall = move < 0
        let isAsFar = { (other: Double) in isFall ? other <= move : other >= move }
        compared = history.count
        asFar = history.count(where: isAsFar)
        asFarEitherWay = history.count { abs($0) >= abs(move) }
        lastAsFar = history.lastIndex(where: isAsFar)
        let below = history.count { $0 < move }
        let equal = history.count { $0 == move }
        percentile = (Double(below) + Double(equal) / 2) / Double(history.count)
        deviations = Self.deviations(of: move, among: history)
    }

    private static func deviations(of move: Double, among history: ArraySlice<Double>) -> Double? {
        guard history.count > 1, history.min() != history.max() else { return nil }
        let count = Double(history.count)
        let mean = history.compensatedSum / count
        let square = history.map { ($0 - mean) * ($0 - mean) }.compensatedSum / (count - 1)
        let found = (move - mean) / square.squareRoot()
        return found.isFinite ? found : nil
    }

    /// The move's place counted from the furthest to its side: one where nothing went as far.
    package var rank: Int { asFar + 1 }

    /// `(asFar + 1) / (compared + 1)`: how often a move as far to this side is to be expected.
    package var probability: Double { Double(asFar + 1) / Double(compared + 1) }

    /// The same for a move as far to either side.
    package var probabilityEitherWay: Double {
        Double(asFarEitherWay + 1) / Double(compared + 1)
    }
}
