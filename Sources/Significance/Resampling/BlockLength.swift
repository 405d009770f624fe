internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How long the blocks of a stationary bootstrap should be for a series, chosen by the series.
///
/// The longer returns remember, the longer the block. Autocovariances up to twice the lag after
/// which five in a row are insignificant enter a flat-topped window.
///
/// - Source: Politis and White, *Automatic Block-Length Selection for the Dependent Bootstrap*,
///   2004, with the correction of Patton, Politis and White, 2009.
/// - Checked against: `arch.bootstrap.optimal_block_length`, relative 1e-9,
///   `Fixtures/Significance/blocks.csv`.
package enum BlockLength {
    /// Fewer returns than this have no autocovariances worth the name.
    package static let minimumReturns = 20

    /// The mean block length, one or more; `nil` with too few returns, of returns that are all
    /// alike, or where one is not finite. Takes time in proportion to the returns times their
    /// square root.
    ///
    /// The formula's own answer can lie below one; a block has at least one bar.
    package static func automatic(_ returns: [Double]) -> Double? {
        formula(returns).map { max(1, $0) }
    }

    /// The longer of the lengths for returns and for their sizes; `nil` where there is none for
    /// returns.
    ///
    /// Returns forget their direction within a bar or two, but not their size: blocks as short as
    /// the first length would break up the spells of volatility that make large moves cluster.
    package static func keepingSpells(_ returns: [Double]) -> Double? {
        guard let length = automatic(returns) else { return nil }
        return max(length, automatic(returns.map { abs($0) }) ?? 1)
    }

    /// The formula's own answer, zero or more.
    static func formula(_ returns: [Double]) -> Double? {
        guard returns.count >= minimumReturns, returns.allSatisfy({ $0.isFinite }),
            let low = returns.min(), let high = returns.max(), low < high
        else { return nil }
        let count = Double(returns.count)
        // Brought to a range of one, so that no square overflows.
        let scaled = returns.map { $0 / (high / 2 - low / 2) }
        let mean = scaled.compensatedSum / count
        let errors = scaled.map { $0 - mean }
        let run = max(5, Int(log10(count)))
        let furthest = Int(count.squareRoot().rounded(.up)) + run
        let products = (0...furthest).map { product(errors, lag: $0) }
        guard products[0] > 0, products[0].isFinite else { return nil }
        let norms = norms(errors, furthest: furthest)
        let bound = 2 * (log10(count) / count).squareRoot()
        let isFaint = zip(products, norms).map { abs($0) / $1 < bound }
        let quiet = (0...(furthest - run)).first { lag in
            isFaint[lag..<(lag + run)].allSatisfy { $0 }
        }
        let bandwidth = min(quiet.map { 2 * max($0, 1) } ?? furthest, furthest)
        let length = length(products.map { $0 / count }, bandwidth, count)
        // No covariance at all, by rounding: nothing to choose a length by.
        guard !length.isNaN else { return nil }
        return min(length, min(3 * count.squareRoot(), count / 3).rounded(.up))
    }

    private static func length(
        _ covariances: [Double], _ bandwidth: Int, _ count: Double
    ) -> Double {
        var slope = CompensatedSum()
        var spectrum = CompensatedSum()
        spectrum.add(covariances[0])
        for lag in 1...bandwidth {
            let share = Double(lag) / Double(bandwidth)
            let weight = 2 * (share <= 0.5 ? 1 : 2 * (1 - share)) * covariances[lag]
            slope.add(weight * Double(lag))
            spectrum.add(weight)
        }
        let ratio = slope.value / spectrum.value
        return cbrt(ratio * ratio * count)
    }

    /// The sum of products of errors a lag apart.
    private static func product(_ errors: [Double], lag: Int) -> Double {
        var sum = CompensatedSum()
        for index in lag..<errors.count { sum.add(errors[index] * errors[index - lag]) }
        return sum.value
    }

    /// What the product of each lag is measured by: both stretches without the errors up to the lag
    /// from either end.
    private static func norms(_ errors: [Double], furthest: Int) -> [Double] {
        let squares = errors.map { $0 * $0 }
        let earlier = runningSums(squares)
        let later = runningSums(squares.reversed())
        return (0...furthest).map { lag in
            let left = errors.count - lag - 1
            return (earlier[left] * later[left]).squareRoot()
        }
    }

    /// The sums of the first none, one, two and so on to all.
    private static func runningSums(_ values: [Double]) -> [Double] {
        var sum = CompensatedSum()
        return [0]
            + values.map { value in
                sum.add(value)
                return sum.value
            }
    }
}
