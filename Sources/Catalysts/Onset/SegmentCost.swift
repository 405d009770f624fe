/// What it costs to take some neighbouring values as one segment.
package enum SegmentCost: Hashable, Sendable {
    /// The squared deviations from the segment's mean: segments differ in level.
    case squares
    /// Twice the least negative logarithm of a normal likelihood, but for `n ln(2 pi)`: segments differ in
    /// level and in variance. No variance is taken below the floor, which is above zero.
    case normal(varianceFloor: Double)
}
