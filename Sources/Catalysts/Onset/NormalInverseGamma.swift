/// What is believed about the level and the variance of values before any is seen.
///
/// The variance is inverse gamma with a shape and a scale, the level normal about `mean` with the variance
/// over `weight`: a mean seen in `weight` values.
///
/// - Source: DeGroot, *Optimal Statistical Decisions*, 1970, section 9.6.
package struct NormalInverseGamma: Hashable, Sendable {
    /// The level expected.
    package let mean: Double
    /// How many values that expectation is worth; above zero.
    package let weight: Double
    /// The shape of the variance; above zero.
    package let shape: Double
    /// The scale of the variance, in squares of the values' unit; above zero.
    package let scale: Double

    /// A belief; `nil` unless the mean is within 1e100 and the others are from 1e-100 to 1e100.
    package init?(mean: Double, weight: Double, shape: Double, scale: Double) {
        let sizes = [weight, shape, scale]
        guard abs(mean) <= 1e100, sizes.allSatisfy({ $0 >= 1e-100 && $0 <= 1e100 }) else {
            return nil
        }
        (self.mean, self.weight, self.shape, self.scale) = (mean, weight, shape, scale)
    }
}
