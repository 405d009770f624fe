internal import Market
internal import Series

/// The mean of typical prices, each by the volume of its bar.
///
/// Advanced by the share of each bar in the whole rather than as a quotient of sums: neither a
/// large nor a small product of price and volume can fall out of what a number holds.
struct VolumeWeightedMean {
    private var mean = 0.0
    private var volume = CompensatedSum()
    private var isKnown = true

    /// Takes the next bar; answers `nil` while nothing was traded, and from a bar of unknown volume
    /// on.
    mutating func update(_ candle: Candle) -> Double? {
        guard isKnown, let added = candle.volume else {
            isKnown = false
            return nil
        }
        volume.add(added)
        let whole = volume.value
        guard whole > 0 else { return nil }
        mean += (candle.typicalPrice - mean) * min(1, added / whole)
        return mean.finite
    }
}
