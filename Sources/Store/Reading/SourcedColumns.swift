package import Market
package import Series

/// Bars of one series as columns, with the sources they came from; see `Sourced`.
package struct SourcedColumns: Sendable {
    /// The bars.
    package let columns: CandleColumns
    /// The sources of these bars, ordered and each once.
    package let sources: [SourceID]

    /// Bars and where they came from, in any order and as often as may be.
    package init(columns: CandleColumns, sources: some Sequence<SourceID>) {
        self.columns = columns
        self.sources = Set(sources).sorted()
    }
}
