#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Logarithms of sizes that are zero or more: volume, open interest, liquidations.
///
/// - Input: sizes in any unit. A negative one counts as missing.
/// - Output: `ln(max(x, least))`: below `least`, in the sizes' unit, differences say nothing. Where `least` is
///   zero, a zero counts as missing.
/// - No look-ahead: a bar's value does not change with others.
package struct LogarithmScale: Hashable, Sendable {
    /// The smallest size told apart from zero; zero or more.
    package let least: Double

    /// A scale with the smallest size that is told apart from zero.
    package init(least: Double) {
        precondition(least >= 0 && least.isFinite, "a size is zero or more")
        self.least = least
    }

    /// The logarithms.
    package func scaled(_ sizes: OnsetSeries) -> OnsetSeries {
        sizes.mapped { point in
            let size = max(point.value, least)
            return point.value >= 0 && size > 0 ? log(size) : nil
        }
    }
}
