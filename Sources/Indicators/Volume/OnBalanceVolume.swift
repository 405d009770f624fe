package import Market
internal import Series

/// Granville's OBV: the volume of all bars that closed higher less that of all that closed lower.
///
/// - Input: candles, oldest first; reads close and volume.
/// - Output: in the unit of the volume, of either sign; from the first bar on. Its level depends on
///   where the history begins; only its changes mean anything.
/// - Seed: the volume of the first bar, as in TA-Lib.
/// - Flat market: the volume of the first bar, as a close that stands still counts for neither
///   side.
/// - Unknown volume: `nil` from that bar on, as a total with a part unknown is unknown.
/// - Source: Granville, *Granville's New Key to Stock Market Profits*, 1963.
/// - Checked against: TA-Lib's OBV within 1e-9 relative, `Fixtures/Indicators/obv.csv`.
package struct OnBalanceVolume: Indicator {
    private var previousClose: Double?
    private var total: CompensatedSum? = CompensatedSum()

    /// A balance that starts with the next bar.
    package init() {}

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Double? {
        let before = previousClose
        previousClose = candle.close
        guard let volume = candle.volume else {
            total = nil
            return nil
        }
        guard let before, candle.close < before else {
            if before.map({ candle.close > $0 }) ?? true { total?.add(volume) }
            return total?.value.finite
        }
        total?.add(-volume)
        return total?.value.finite
    }
}
