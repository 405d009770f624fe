#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The price gives way with a power of what is sold, in the day's own units: `Y sigma (Q / V)^p`.
///
/// With a half for the power it is the square-root law, found for parent orders of four decades of
/// size on Bitcoin too. On a day's volume it is the lower of the usual answers.
///
/// - Unit: `volatility` the standard deviation of a day's return as a ratio, `volume` the dollars
///   traded that day.
/// - Range: not bounded; zero for a sale of nothing.
/// - Source: Toth and others, *Anomalous Price Impact and the Critical Nature of Liquidity in
///   Financial Markets*, 2011; Donier and Bonart, *A Million Metaorder Analysis of Market Impact on
///   the Bitcoin*, 2015.
package struct PowerImpact: Hashable, Sendable {
    /// `Y`: between 0.5 and 1 in most markets.
    package let prefactor: Double
    /// A day's volatility.
    package let volatility: Double
    /// A day's volume.
    package let volume: Double
    /// The power, above zero and at most one.
    package let exponent: Double

    /// A law from a day's volatility and volume; all of them are above zero.
    package init(
        prefactor: Double = 0.8, volatility: Double, volume: Double, exponent: Double = 0.5
    ) throws(CascadeError) {
        try CascadeError.positive(prefactor, "prefactor")
        try CascadeError.positive(volatility, "volatility")
        try CascadeError.positive(volume, "volume")
        try CascadeError.positive(exponent, "exponent")
        guard exponent <= 1 else { throw .outOfRange("exponent") }
        self.prefactor = prefactor
        self.volatility = volatility
        self.volume = volume
        self.exponent = exponent
    }

    /// The relative move of a sale of so many dollars, zero or more.
    func move(_ notional: Double) -> Double {
        let part = notional / volume
        return prefactor * volatility * (exponent == 0.5 ? part.squareRoot() : pow(part, exponent))
    }

    /// The leverage above which a holder of so many dollars cannot leave solvent: the sale costs
    /// two thirds of its final impact on average, and that has to stay below the equity,
    /// `3 / (2 I)`.
    ///
    /// Infinite for a holding of nothing. For the square root alone, whose mean is two thirds.
    ///
    /// - Source: Caccioli, Bouchaud and Farmer, *Impact-Adjusted Valuation and the Criticality of
    ///   Leverage*, 2012.
    package func criticalLeverage(ofHolding notional: Double) -> Double? {
        guard exponent == 0.5, notional >= 0, notional.isFinite else { return nil }
        return 3 / (2 * move(notional))
    }
}
