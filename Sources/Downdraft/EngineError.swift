public import Market

/// Why a question has no answer at all.
public enum EngineError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The store holds nothing near the as-of; `extent` is what it does hold.
    case outsideData(asOf: Timestamp, extent: TimeRange?)
    /// Nothing by this name was known by the as-of.
    case unknownName(String, suggestions: [String])
    /// More than one asset is called so by the as-of.
    case ambiguousName(String, candidates: [String])
    /// No sector of this name was known by the as-of.
    case unknownSector(String, known: [String])
    /// No index of this name is defined.
    case unknownIndex(String, known: [String])
    /// The question cannot be answered as it was put; the text says why.
    case refused(String)
    /// No bar of the thing charted was known by the as-of.
    case noBars(of: String)

    /// The reason and the remedy, on one line.
    public var description: String {
        switch self {
        case .outsideData(let asOf, let extent?):
            "no data near \(asOf): the store speaks of \(extent.start) to \(extent.end); "
                + "ask about a time in between, or import that day"
        case .outsideData(let asOf, nil):
            "no data near \(asOf): the store is empty; import a case first"
        case .unknownName(let name, let suggestions):
            suggestions.isEmpty
                ? "nothing is called \(name) — write TOTAL or the ticker of an asset, such as BTC"
                : "nothing is called \(name) — did you mean \(suggestions.joined(separator: ", "))?"
        case .ambiguousName(let name, let candidates):
            "\(name) is the ticker of several: \(candidates.joined(separator: ", ")) — "
                + "write asset:NAME with the one you mean"
        case .unknownSector(let name, let known):
            known.isEmpty
                ? "no sector is known by then, and so not \(name)"
                : "no sector is called \(name) — the known are \(known.joined(separator: ", "))"
        case .unknownIndex(let name, let known):
            "no index is called \(name) — the known are \(known.joined(separator: ", "))"
        case .refused(let reason): reason
        case .noBars(let name):
            "no bar of \(name) is known by then; ask about a later time, or import its bars"
        }
    }
}
