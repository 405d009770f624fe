package import Market

/// VWAP: the mean of the typical prices since the session began, each by the volume of its bar.
///
/// - Input: candles, oldest first; reads opening time, high, low, close and volume.
/// - Output: in quote currency, within the lows and highs of the session; from the first bar on.
/// - Session: a bar belongs to the one it opens in; sessions follow each other from midnight UTC of
///   1970-01-01, so one of a day is a UTC day.
/// - No volume: `nil` until something was traded in the session.
/// - Unknown volume: `nil` from that bar to the end of the session.
/// - Source: Berkowitz, Logue and Noser, *The Total Cost of Transactions on the NYSE*, 1988;
///   typical prices stand for trades.
/// - Checked against: the quotient of sums in rational numbers within 1e-9 relative,
///   `Fixtures/Indicators/vwap.csv`.
package struct SessionVolumeWeightedAveragePrice: Indicator {
    private let session: TimeSpan
    private var sessionStart: Timestamp?
    private var mean = VolumeWeightedMean()

    /// A price over sessions of that length, which must be positive.
    package init(session: TimeSpan = .day) {
        precondition(session.microseconds > 0, "a session must last")
        self.session = session
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Double? {
        let start = startOfSession(at: candle.openTime)
        if start != sessionStart {
            sessionStart = start
            mean = VolumeWeightedMean()
        }
        return mean.update(candle)
    }

    private func startOfSession(at instant: Timestamp) -> Timestamp {
        let length = session.microseconds
        let past = instant.microseconds % length
        return instant - TimeSpan(microseconds: past < 0 ? past + length : past)
    }
}
