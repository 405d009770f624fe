internal import Series

/// Returns in units of the volatility that was to be expected of each.
///
/// No unit uses the return that it measures or a later one.
package struct StandardizedReturns: Hashable, Sendable {
    /// The returns that had an expectation, each divided by it, oldest first.
    package let values: [Double]
    /// The place in the returns given of the first of the values.
    package let firstIndex: Int
    /// The volatility to be expected of the next return, above zero.
    package let nextVolatility: Double

    /// Measures returns by exponentially weighted volatility; `nil` with fewer than `seedBars`
    /// returns, of a flat market, or where a return is not finite.
    ///
    /// A return after nothing but zeros has no unit and is left out with all before it.
    package init?(returns: [Double], decay: Double = 0.94, seedBars: Int = 20) {
        guard returns.allSatisfy({ $0.isFinite }) else { return nil }
        var volatility = ExponentialVolatility(decay: decay, seedBars: seedBars)
        let expected = returns.map { volatility.update($0) }
        guard let next = expected.last ?? nil, next > 0, next.isFinite else { return nil }
        let units = expected.dropLast()
        let start = units.lastIndex { $0.map { !($0 > 0 && $0.isFinite) } ?? true }
        firstIndex = (start ?? -1) + 2
        values = zip(returns[firstIndex...], units[(firstIndex - 1)...]).map { value, unit in
            value / (unit ?? .infinity)
        }
        nextVolatility = next
    }

    /// The next return in units of what is to be expected of it.
    package func deviations(of move: Double) -> Double { move / nextVolatility }
}
