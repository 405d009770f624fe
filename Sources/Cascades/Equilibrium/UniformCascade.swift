/// The cascade through liquidations that lie equally dense at every price, solved on paper.
///
/// What the numerical equilibrium tends to when a uniform profile is cut ever finer.
///
/// - Unit: points of price; dollars a point.
/// - Range: the move is at least the shock; `nil` where a linear gain is one or more, from which
///   there is no end before the profile's.
/// - Checked against: published figures, `UniformCascadeTests`.
package struct UniformCascade: Hashable, Sendable {
    /// Dollars liquidated a point of price.
    package let density: Double

    /// A profile of one density, zero or more.
    package init(density: Double) throws(CascadeError) {
        try CascadeError.within(0...1e300, density, "density")
        self.density = density
    }

    /// The gain of an impact of so many points a dollar.
    package func gain(pointsPerDollar: Double) -> Double { pointsPerDollar * density }

    /// The whole move after a shock, the impact being in proportion: `e / (1 - g)`.
    package func move(shock: Double, pointsPerDollar: Double) -> Double? {
        let gain = gain(pointsPerDollar: pointsPerDollar)
        return gain < 1 ? shock / (1 - gain) : nil
    }

    /// The whole move after a shock, the impact being `a0 sqrt(Q)` points: `((a + sqrt(a^2 + 4
    /// e)) / 2)^2` with `a = a0 sqrt(density)`.
    package func move(shock: Double, pointsPerRootDollar: Double) -> Double {
        let slope = pointsPerRootDollar * density.squareRoot()
        let root = (slope + (slope * slope + 4 * shock).squareRoot()) / 2
        return root * root
    }
}
