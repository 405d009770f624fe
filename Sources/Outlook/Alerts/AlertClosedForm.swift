internal import Series
internal import Significance

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How likely what an alert promises is, if the price walks with a steady volatility and no drift.
///
/// A bar passes before the promise counts, so the walk may be anywhere by then: the passage from each place is
/// weighed by how likely the place is. Who stands beyond a level by then has touched it.
///
/// - Input: the promise, with distances in deviations of a bar; the volatility itself is of no account.
/// - Output: a probability; the sum of 256 steps between the levels, exact beyond them.
/// - Checked against: the same integrals by scipy from other formulas, within 1e-8,
///   `Fixtures/Outlook/alert-walks.csv`.
package enum AlertClosedForm {
    private static let steps = 256
    /// Further than this nobody walks in one bar.
    private static let reach = 9.0

    /// The probability of a promise.
    package static func probability(of promise: AlertPromise) -> Double? {
        guard let walk = FirstPassage(volatility: 1, days: Double(promise.bars)) else { return nil }
        let level = promise.swings
        let low = promise.way == .either ? -level : -reach
        let beyond = NormalDistribution.upper(level) * (promise.way == .either ? 2 : 1)
        let inside = integral(from: max(low, -reach), to: min(level, reach)) { place in
            let above = exp(level - place)
            switch promise.way {
            case .further: return walk.probability(ofTouching: above) ?? 1
            case .either:
                let stays = walk.probability(
                    ofStayingBetween: exp(-level - place), and: above)
                return 1 - (stays ?? 0)
            }
        }
        return min(1, max(0, beyond + inside))
    }

    /// Simpson's rule over places weighed by how likely they are.
    private static func integral(
        from low: Double, to high: Double, of value: (Double) -> Double
    ) -> Double {
        let width = (high - low) / Double(steps)
        return (0...steps).map { step in
            let place = low + Double(step) * width
            let weight: Double = step == 0 || step == steps ? 1 : step.isMultiple(of: 2) ? 2 : 4
            return weight * exp(-place * place / 2) * value(place)
        }
        .compensatedSum * width / 3 / (2 * Double.pi).squareRoot()
    }
}
