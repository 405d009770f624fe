public import Market

/// Why a question has no answer at all.
public enum EngineError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The store holds nothing near the as-of; `extent` is what it does hold.
    case outsideData(asOf: Timestamp, extent: TimeRange?)

    /// The reason and the remedy, on one line.
    public var description: String {
        switch self {
        case .outsideData(let asOf, let extent?):
            "no data near \(asOf): the store speaks of \(extent.start) to \(extent.end); "
                + "ask about a time in between, or import that day"
        case .outsideData(let asOf, nil):
            "no data near \(asOf): the store is empty; import a case first"
        }
    }
}
