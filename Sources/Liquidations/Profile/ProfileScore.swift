internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How a profile did on intervals it was not fitted to: dollars expected as the price went, against
/// dollars published.
///
/// - Shape: one pair for each side and interval.
/// - Source: log-log calibration by least squares; Spearman, *The Proof and Measurement of Association
///   between Two Things*, 1904; skill as one less the ratio of mean absolute errors: Murphy, 1988.
/// - Checked against: scipy's linregress and spearmanr, relative 1e-9, `ProfileScoreTests`.
package struct ProfileScore: Hashable, Sendable {
    /// How many pairs.
    package let count: Int
    /// The slope of the logarithm of observed on that of expected dollars, where both are above zero: one
    /// is calibrated, zero knows nothing. `nil` with fewer than three such pairs or no spread.
    package let slope: Double?
    /// The share of the variance of those logarithms that the line explains.
    package let explained: Double?
    /// Spearman's rank correlation of all pairs; `nil` where either is the same throughout.
    package let rankCorrelation: Double?
    /// The share of pairs with a band that were observed within it.
    package let coverage: Double
    /// What the band promises.
    package let nominalCoverage: Double
    /// By how much the mean absolute error is less than each baseline's: one is perfect, zero no better,
    /// below zero worse. `nil` where a baseline made no error.
    package let skill: [ProfileBaseline: Double?]

    /// Scores pairs under one band; `nil` of none, or where the numbers of anything differ.
    ///
    /// - Parameters:
    ///   - band: Ratios of expected dollars between which observed ones should lie, and how often.
    ///   - baselines: Each baseline's dollars for the same pairs.
    package init?(
        expected: [Double], observed: [Double], band: (low: Double, high: Double, share: Double),
        baselines: [ProfileBaseline: [Double]]
    ) {
        let bands = [(low: Double, high: Double)?](
            repeating: (band.low, band.high), count: observed.count)
        self.init(
            expected: expected, observed: observed, bands: bands, share: band.share,
            baselines: baselines)
    }

    /// Scores pairs, each under a band of its own or none; `nil` where no pair has a band, or where the numbers
    /// of anything differ.
    package init?(
        expected: [Double], observed: [Double], bands: [(low: Double, high: Double)?],
        share: Double, baselines: [ProfileBaseline: [Double]]
    ) {
        let inside = Self.inside(expected, observed, bands)
        guard expected.count == observed.count, bands.count == observed.count, !inside.isEmpty,
            baselines.values.allSatisfy({ $0.count == observed.count })
        else { return nil }
        count = observed.count
        let both = zip(expected, observed).filter { $0 > 0 && $1 > 0 }
        let line = Self.line(both.map { log($0.0) }, both.map { log($0.1) })
        slope = line?.slope
        explained = line?.explained
        rankCorrelation = Self.line(Self.ranks(expected), Self.ranks(observed)).map {
            $0.explained.squareRoot() * ($0.slope < 0 ? -1 : 1)
        }
        coverage = Double(inside.count { $0 }) / Double(inside.count)
        nominalCoverage = share
        let error = Self.error(expected, observed)
        skill = baselines.mapValues { numbers in
            let theirs = Self.error(numbers, observed)
            return theirs > 0 ? 1 - error / theirs : nil
        }
    }

    /// Whether it beats every baseline, and its band holds about as often as it promises: within five in a
    /// hundred.
    package var isWorthShowing: Bool {
        isBetterThanBaselines && abs(coverage - nominalCoverage) <= 0.05
    }

    /// Whether it beats every baseline, and there is one.
    package var isBetterThanBaselines: Bool {
        !skill.isEmpty && skill.values.allSatisfy { ($0 ?? -1) > 0 }
    }

    /// Of the pairs with a band, whether each lies within.
    private static func inside(
        _ expected: [Double], _ observed: [Double], _ bands: [(low: Double, high: Double)?]
    ) -> [Bool] {
        zip(zip(expected, observed), bands).compactMap { pair, band in
            band.map { pair.1 >= pair.0 * $0.low && pair.1 <= pair.0 * $0.high }
        }
    }

    private static func error(_ expected: [Double], _ observed: [Double]) -> Double {
        zip(expected, observed).map { abs($0 - $1) }.compensatedSum
    }

    /// The least-squares line of `y` on `x`; `nil` with fewer than three points or no spread in either.
    private static func line(_ x: [Double], _ y: [Double]) -> (slope: Double, explained: Double)? {
        guard x.count >= 3 else { return nil }
        let count = Double(x.count)
        let meanX = x.compensatedSum / count
        let meanY = y.compensatedSum / count
        let spreadX = x.map { ($0 - meanX) * ($0 - meanX) }.compensatedSum
        let spreadY = y.map { ($0 - meanY) * ($0 - meanY) }.compensatedSum
        let shared = zip(x, y).map { ($0 - meanX) * ($1 - meanY) }.compensatedSum
        guard spreadX > 0, spreadY > 0 else { return nil }
        return (shared / spreadX, shared / spreadX * (shared / spreadY))
    }

    /// Ranks from one; equals share the mean of theirs.
    private static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
            for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
            start = end + 1
        }
        return ranks
    }
}
