/// Which assets a study leaves out, because what they did in the estimation window says little.
package struct StaleRule: Hashable, Sendable {
    /// Why an asset was left out.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// A bar of the event has no return.
        case absentInEvent
        /// Too few bars of the estimation window have one.
        case tooFewReturns
        /// Too many of them are exactly zero: nobody traded.
        case tooOftenUnchanged
        /// The model leaves nothing to measure by, or cannot be fitted.
        case noVariation
    }

    /// The share of the estimation window's bars that must have a return, zero to one.
    package let minimumPresence: Double
    /// The share of those that may be exactly zero, zero to one.
    package let maximumUnchanged: Double

    /// A rule; by default half of the bars must be there, and half of those may be unchanged.
    package init(minimumPresence: Double = 0.5, maximumUnchanged: Double = 0.5) {
        self.minimumPresence = minimumPresence
        self.maximumUnchanged = maximumUnchanged
    }
}
