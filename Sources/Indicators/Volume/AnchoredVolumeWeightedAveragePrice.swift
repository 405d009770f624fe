package import Market

/// VWAP since an anchor: what the average buyer since a moment that mattered has paid.
///
/// - Input: candles, oldest first; reads opening time, high, low, close and volume.
/// - Output: in quote currency, within the lows and highs since the anchor; `nil` for bars that
///   open before it.
/// - No volume: `nil` until something was traded.
/// - Unknown volume: `nil` from that bar on. One before the anchor does not matter.
/// - Source: Shannon, *Maximum Trading Gains With Anchored VWAP*, 2023.
/// - Checked against: the quotient of sums in rational numbers within 1e-9 relative,
///   `Fixtures/Indicators/anchored-vwap.csv`.
package struct AnchoredVolumeWeightedAveragePrice: Indicator {
    private let anchor: Timestamp
    private var mean = VolumeWeightedMean()

    /// A price since `anchor`; the first bar that counts is the first that opens then or later.
    package init(anchor: Timestamp) {
        self.anchor = anchor
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Double? {
        candle.openTime >= anchor ? mean.update(candle) : nil
    }
}
