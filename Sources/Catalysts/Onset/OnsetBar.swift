package import Market

/// A stretch of time in which a change may have come, with its probability.
package struct OnsetBar: Hashable, Sendable {
    /// The bar, with the missing bars before it: where in the stretch it came cannot be seen.
    package let range: TimeRange
    /// Its probability, zero to one.
    package let probability: Double

    /// A stretch with its probability.
    package init(range: TimeRange, probability: Double) {
        self.range = range
        self.probability = probability
    }
}
