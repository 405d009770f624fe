/// What of a subject is measured.
package enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The price of an asset.
    case price
    /// Price times supply, of one or of many.
    case marketCap
    /// What was traded.
    case volume
    /// Positions closed by force.
    case liquidations
    /// Contracts that are open.
    case openInterest
    /// The share of one asset in the market.
    case dominance
    /// What longs pay shorts.
    case funding
    /// What came into or went out of funds.
    case flows
    /// Deposits in protocols.
    case valueLocked
    /// A reading of an indicator.
    case indicator
}
