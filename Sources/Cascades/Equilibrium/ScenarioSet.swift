/// Scenarios to be followed at once: a shock and a scale each, both zero or more and finite.
///
/// What the two are worth is for the table or the paths that follow them to say.
package struct ScenarioSet: Hashable, Sendable {
    /// More scenarios than this are refused.
    package static let maximumCount = 10_000_000

    /// The shocks.
    package let shocks: [Double]
    /// The scales, one for each shock.
    package let scales: [Double]

    /// Scenarios by two columns of one length.
    package init(shocks: [Double], scales: [Double]) throws(CascadeError) {
        guard shocks.count == scales.count else { throw .lengthsDiffer("shocks and scales") }
        guard shocks.count <= Self.maximumCount else {
            throw .tooMany("scenarios", allowed: Self.maximumCount)
        }
        guard Self.areAmounts(shocks) else { throw .outOfRange("shock") }
        guard Self.areAmounts(scales) else { throw .outOfRange("scale") }
        self.shocks = shocks
        self.scales = scales
    }

    /// How many scenarios there are.
    package var count: Int { shocks.count }

    private static func areAmounts(_ values: [Double]) -> Bool {
        // NaN and infinity less themselves are not zero.
        var (least, oddity) = (0.0, 0.0)
        for value in values {
            least = min(least, value)
            oddity += value - value
        }
        return least >= 0 && oddity == 0
    }
}
