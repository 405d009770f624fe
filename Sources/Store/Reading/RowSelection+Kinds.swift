package import Market

extension RowSelection {
    /// The rows of a kind; columns are named as in the store and hold their values as text.
    package init(_ kind: RowKind, where filters: [String: String] = [:], in range: TimeRange? = nil)
    {
        self.init(kind.rawValue, where: filters, in: range)
    }

    /// The bars of one length that lie in a range, of every series.
    package static func bars(_ interval: TimeSpan, _ range: TimeRange) -> RowSelection {
        RowSelection(.bars, where: ["interval": "\(interval.microseconds)"], in: range)
    }

    /// Those bars that are of a series.
    package func of(_ series: SeriesID) -> RowSelection { with("series", series.text) }
}
