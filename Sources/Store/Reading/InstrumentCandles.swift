package import Market

/// The bars of one instrument.
package struct InstrumentCandles: Hashable, Sendable {
    /// Whose bars.
    package let instrument: InstrumentID
    /// The bars, oldest first.
    package let candles: [Candle]

    /// Bars of one instrument, oldest first.
    package init(instrument: InstrumentID, candles: [Candle]) {
        self.instrument = instrument
        self.candles = candles
    }
}

/// An instrument and when its bars closed at what, oldest first.
package struct InstrumentCloses: Sendable {
    /// Whose bars.
    package let instrument: InstrumentID
    /// When each bar closed, and at which price.
    package let closes: [(time: Timestamp, price: Double)]
}
