package import Market
package import Series

/// Bars of one series as columns, with the sources they came from; see `Sourced`.
package struct SourcedColumns: Sendable {
    /// The bars.
    package let columns: CandleColumns
    /// The sources of these bars, and which bars were looked for.
    package let sources: Provenance

    /// Bars and where they came from.
    package init(columns: CandleColumns, sources: Provenance) {
        self.columns = columns
        self.sources = sources
    }
}
