package import Market

/// One row of a selection, as it counts at the as-of of a snapshot.
package struct SelectedRow: Hashable, Sendable {
    /// Where the row came from; of bars, which are kept many together, the first of their sources.
    package let source: SourceID
    /// The row's values, in the order of `RowKind.selectedColumns`.
    package let values: [StoreValue]
}

extension RowKind {
    /// What of a row counts for an answer, by the names of its columns: all but, of bars, when they
    /// were known.
    package var selectedColumns: [String] {
        self == .bars ? columns.filter { $0 != "known" } : columns
    }

    /// The column by whose time a selection is cut, and whether the row lasts an interval from then on.
    var timeColumn: (name: String, lasts: Bool)? {
        switch self {
        case .bars, .liquidations, .openInterest, .funding, .takerFlow, .depth:
            ("open_time", true)
        case .liquidationEvents: ("time", false)
        case .headlines: ("published", false)
        case .closes: ("day", false)
        case .assets, .instruments, .supplies, .sectors, .themes, .tickers, .published, .fundFlows,
            .events:
            nil
        }
    }
}
