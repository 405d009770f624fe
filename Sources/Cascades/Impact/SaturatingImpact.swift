#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The price gives way ever less and never falls below a floor: `(1 - B / S) (1 - exp(-q / delta))`.
///
/// - Unit: `floor` the lowest price as a ratio of the price before; `scale` dollars.
/// - Range: from zero up to `1 - floor`, excluded.
/// - Source: Cont and Schaanning, *Fire Sales, Indirect Contagion and Systemic Stress Testing*, 2017.
package struct SaturatingImpact: Hashable, Sendable {
    /// The floor over the price before, `B / S`: zero to below one.
    package let floor: Double
    /// `delta`, the dollars over which the distance to the floor shrinks to 1/e.
    package let scale: Double

    /// A law by its two parameters.
    package init(floor: Double = 0.5, scale: Double) throws(CascadeError) {
        try CascadeError.within(0...1, floor, "floor")
        guard floor < 1 else { throw .outOfRange("floor") }
        try CascadeError.positive(scale, "scale")
        self.floor = floor
        self.scale = scale
    }

    /// A law from a day's volume and volatility: depth `c V / sigma sqrt(days)` dollars a unit of
    /// return, which the slope of the first dollar keeps.
    ///
    /// The factor `c` is 0.25 to 0.4 in the source's stress tests.
    package init(
        volume: Double, volatility: Double, days: Double = 1, factor: Double = 0.4,
        floor: Double = 0.5
    ) throws(CascadeError) {
        try CascadeError.positive(volume, "volume")
        try CascadeError.positive(volatility, "volatility")
        try CascadeError.positive(days, "days")
        try CascadeError.positive(factor, "factor")
        let depth = factor * volume / volatility * days.squareRoot()
        try self.init(floor: floor, scale: depth * (1 - floor))
    }

    /// The relative move of a sale of so many dollars.
    func move(_ notional: Double) -> Double { (floor - 1) * expm1(-notional / scale) }
}
