/// What something was made from: the rows that were looked at, and the sources of those that were there.
///
/// Written as the sources alone (`["binance"]`) it says nothing about rows.
public struct Provenance: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// Where the rows came from, in order of name and each once.
    public let sources: [SourceID]
    /// Which rows were looked at, in order and each once.
    public let rows: [RowSelection]

    /// What something was made from, in any order and as often as may be.
    public init(_ sources: some Sequence<SourceID>, rows: [RowSelection] = []) {
        self.sources = Self.each(Array(sources))
        self.rows = Self.each(rows)
    }

    /// Sources, nothing being known of the rows.
    public init(arrayLiteral sources: SourceID...) {
        self.init(sources)
    }

    /// What both were made from.
    public static func + (left: Provenance, right: Provenance) -> Provenance {
        if left == right || right.isEmpty { return left }
        if left.isEmpty { return right }
        return Provenance(left.sources + right.sources, rows: left.rows + right.rows)
    }

    /// Adds what another thing was made from.
    public static func += (left: inout Provenance, right: Provenance) { left = left + right }

    /// Whether it is nothing that is known.
    public var isEmpty: Bool { sources.isEmpty && rows.isEmpty }

    /// The same rows, from sources in any order and as often as may be. Takes no time for the rows.
    public func naming(_ sources: some Sequence<SourceID>) -> Provenance {
        Provenance(ordered: Self.each(Array(sources)), rows)
    }

    private init(ordered sources: [SourceID], _ rows: [RowSelection]) {
        self.sources = sources
        self.rows = rows
    }

    /// The same with other rows, such as those of a part that alone was used.
    public func narrowed(_ narrow: (RowSelection) -> RowSelection) -> Provenance {
        Provenance(sources, rows: rows.map(narrow))
    }

    /// The same with no row but those in a stretch.
    public func within(_ range: TimeRange) -> Provenance { narrowed { $0.within(range) } }

    private static func each<Element: Hashable & Comparable>(_ elements: [Element]) -> [Element] {
        elements.count > 1 ? Set(elements).sorted() : elements
    }
}

extension Sequence<Provenance> {
    /// What all were made from.
    public var joined: Provenance {
        Provenance(flatMap(\.sources), rows: flatMap(\.rows))
    }
}
