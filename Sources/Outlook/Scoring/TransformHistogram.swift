internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Where outcomes lay in their forecast distributions, in ten equal parts that should be equally full.
///
/// More in the outer parts: distributions were too narrow. More in the middle: too wide. More on one side: too
/// high or too low.
///
/// - Input: probability integral transforms from 0 to 1, of times that do not overlap.
/// - Test: Pearson's chi-squared with nine degrees of freedom.
/// - Degenerate case: `nil` with fewer than fifty, or where one is no probability.
/// - Checked against: `scipy.stats.chisquare`, within 1e-12, `Fixtures/Outlook/transforms.csv`.
package struct TransformHistogram: Hashable, Codable, Sendable {
    /// How many lie in each tenth, the lowest first.
    package let counts: [Int]
    /// The sum of squared distances from equal counts over equal counts.
    package let statistic: Double
    /// How often equally likely tenths would be as uneven.
    package let probability: Double

    /// Fewer than this tell nothing.
    package static let minimumCount = 50

    /// The histogram of transforms.
    package init?(_ transforms: [Double]) {
        guard transforms.count >= Self.minimumCount,
            transforms.allSatisfy({ $0 >= 0 && $0 <= 1 })
        else { return nil }
        var counts = [Int](repeating: 0, count: 10)
        for transform in transforms { counts[min(Int(transform * 10), 9)] += 1 }
        let expected = Double(transforms.count) / 10
        self.counts = counts
        statistic =
            counts.map { (Double($0) - expected) * (Double($0) - expected) / expected }
            .compensatedSum
        probability = Self.upperNine(statistic)
    }

    /// The probability that chi-squared with nine degrees of freedom is at least `value`: for an odd number
    /// the incomplete gamma function is an error function and a few powers.
    private static func upperNine(_ value: Double) -> Double {
        let powers = 1 + value / 3 + value * value / 15 + value * value * value / 105
        return erfc((value / 2).squareRoot())
            + (2 * value / .pi).squareRoot() * exp(-value / 2) * powers
    }
}
