/// P-values of several tests, made larger for being several.
///
/// Checked against: `statsmodels.stats.multitest.multipletests`, relative 1e-12,
/// `Fixtures/EventStudy/adjusted.csv`.
package enum MultipleTesting: String, Hashable, Sendable, CaseIterable {
    /// The chance that any is wrongly found stays in bounds, whatever they have in common.
    ///
    /// - Source: Holm, *A Simple Sequentially Rejective Multiple Test Procedure*, 1979.
    case holm
    /// The share of wrong ones among those found stays in bounds, where they are not opposed.
    ///
    /// - Source: Benjamini and Hochberg, *Controlling the False Discovery Rate*, 1995.
    case benjaminiHochberg

    /// The adjusted p-values in the order given, each at most one; all input in zero to one.
    package func adjusted(_ pValues: [Double]) -> [Double] {
        let count = pValues.count
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        var answers = pValues
        switch self {
        case .holm:
            var largest = 0.0
            for (rank, place) in order.enumerated() {
                largest = max(largest, min(1, pValues[place] * Double(count - rank)))
                answers[place] = largest
            }
        case .benjaminiHochberg:
            var least = 1.0
            for (rank, place) in order.enumerated().reversed() {
                least = min(least, pValues[place] * Double(count) / Double(rank + 1))
                answers[place] = least
            }
        }
        return answers
    }
}
