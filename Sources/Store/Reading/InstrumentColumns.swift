package import Market
package import Series

/// The bars of one instrument as columns.
package struct InstrumentColumns: Sendable {
    /// Whose bars.
    package let instrument: InstrumentID
    /// The bars.
    package let columns: CandleColumns

    /// Bars of one instrument.
    package init(instrument: InstrumentID, columns: CandleColumns) {
        self.instrument = instrument
        self.columns = columns
    }
}
