/// What a tick, a lot and their product are worth.
///
/// In the time-stepped engine prices are whole ticks, sizes whole lots and money whole quanta of tick
/// times lot, so that nothing is lost or made by rounding.
package struct CascadeUnits: Hashable, Sendable {
    /// Quote units a tick.
    package let tickSize: Double
    /// Coins a lot.
    package let lotSize: Double
    /// The price before anything happened, in ticks.
    package let referenceTick: Int

    /// The highest reference price in ticks.
    package static let maximumTick = 1 << 27
    /// No price goes beyond this many times the reference.
    static let maximumRise = 16

    /// Units; all are above zero.
    package init(tickSize: Double, lotSize: Double, referenceTick: Int) throws(CascadeError) {
        try CascadeError.positive(tickSize, "tick size")
        try CascadeError.positive(lotSize, "lot size")
        guard referenceTick > 0 else { throw .notPositive("reference price") }
        guard referenceTick <= Self.maximumTick else { throw .outOfRange("reference price") }
        self.tickSize = tickSize
        self.lotSize = lotSize
        self.referenceTick = referenceTick
    }

    /// Dollars a quantum of money.
    package var quantum: Double { tickSize * lotSize }

    /// Dollars of lots at the reference price, in which depth and flows are counted.
    package func notional(ofLots lots: Int) -> Double {
        Double(lots) * Double(referenceTick) * quantum
    }
}
