internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Contributions of several periods made to add up to the change over all of them.
///
/// A day's contributions add up to the day's change `r`, but days compound: a period's contributions are
/// multiplied by `(ln(1 + r) / r) / (ln(1 + R) / R)`, with `R` the change over all periods.
///
/// - Input: one dictionary a period, oldest first, of points that add up to that period's change.
/// - Output: points that add up to `change`, as ratios of the level before the first period.
/// - Degenerate case: `nil` without periods, and where a period lost everything or a number is not finite.
///   A period that did not move has a factor of one.
/// - Source: Carino, *Combining Attribution Effects Over Time*, Journal of Performance Measurement 3, 1999.
/// - Checked against: `Scripts/reference/indices.py`, `Fixtures/Indices/linked.csv`, within 1e-12.
package struct LinkedContributions<Part: Hashable & Comparable & Sendable>: Sendable {
    /// What a part added over all periods, as a ratio; parts add up to the change.
    package let points: [Part: Double]
    /// The compounded change over all periods, as a ratio.
    package let change: Double

    /// Links periods.
    package init?(_ periods: [[Part: Double]]) {
        guard !periods.isEmpty else { return nil }
        let ordered = periods.map { $0.sorted { $0.key < $1.key } }
        let changes = ordered.map { $0.map(\.value).compensatedSum }
        guard changes.allSatisfy({ $0.isFinite && $0 > -1 }) else { return nil }
        let compounded = expm1(changes.map { log1p($0) }.compensatedSum)
        let whole = Self.factor(of: compounded)
        guard compounded.isFinite, whole > 0 else { return nil }
        var sums: [Part: CompensatedSum] = [:]
        for (period, change) in zip(ordered, changes) {
            let factor = Self.factor(of: change) / whole
            for (part, points) in period {
                sums[part, default: CompensatedSum()].add(points * factor)
            }
        }
        points = sums.mapValues(\.value)
        change = compounded
        guard points.values.allSatisfy(\.isFinite) else { return nil }
    }

    /// `ln(1 + r) / r`, and its limit of one where nothing moved.
    private static func factor(of change: Double) -> Double {
        change == 0 ? 1 : log1p(change) / change
    }
}
