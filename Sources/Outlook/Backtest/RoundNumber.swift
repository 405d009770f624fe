#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Prices that people remember: multiples of a tenth of the leading digit's place, such as every thousand
/// between ten and a hundred thousand.
package enum RoundNumber {
    /// The nearest one strictly on a side of a price; `nil` for a price that is none, or so small or large that
    /// its tenth cannot be told.
    package static func next(to price: Double, _ side: LevelSide) -> Double? {
        guard price > 1e-300, price < 1e300 else { return nil }
        // Steps are powers of ten; below one they are exact only as one over a power.
        let power = Int(floor(log10(price))) - 1
        let step = pow(10, Double(abs(power)))
        let units = power < 0 ? price * step : price / step
        // A unit that a price stands on within rounding is not beside it.
        let near = 1e-9 * units
        let whole = side == .down ? ceil(units - near) - 1 : floor(units + near) + 1
        let level = power < 0 ? whole / step : whole * step
        return level > 0 && level.isFinite ? level : nil
    }
}
