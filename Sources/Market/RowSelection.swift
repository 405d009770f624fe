/// Some rows of one kind: what was asked of a store, so that it can be asked again.
///
/// A row belongs to a selection where its kind is the selection's, each filter names the value of its
/// column, and the time that rows of the kind are ordered by lies in the range.
public struct RowSelection: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// What the rows are: the name of their kind, such as `bars`.
    public let kind: String
    /// The values that columns must have, by column; none admits all.
    public let filters: [String: String]
    /// The stretch the rows lie in; `nil` for rows of all times.
    public let range: TimeRange?

    /// The rows of a kind.
    public init(_ kind: String, where filters: [String: String] = [:], in range: TimeRange? = nil) {
        self.kind = kind
        self.filters = filters
        self.range = range
    }

    /// The rows among these that lie in another stretch as well; empty stretches hold none.
    public func within(_ other: TimeRange) -> RowSelection {
        guard let range else { return RowSelection(kind, where: filters, in: other) }
        let start = max(range.start, other.start)
        return RowSelection(
            kind, where: filters,
            in: TimeRange(from: start, to: max(start, min(range.end, other.end))))
    }

    /// The rows among these whose column has a value. A filter that stands on the column stays.
    public func with(_ column: String, _ value: String) -> RowSelection {
        RowSelection(
            kind, where: filters.merging([column: value]) { standing, _ in standing }, in: range)
    }

    /// Orders selections by kind, then by stretch, those without one first, then by their texts.
    public static func < (left: RowSelection, right: RowSelection) -> Bool {
        guard left.kind == right.kind else { return left.kind < right.kind }
        // Texts take long to write and are seldom needed: many selections are put in order for each fact.
        guard left.range == right.range else {
            guard let first = left.range else { return true }
            guard let second = right.range else { return false }
            return (first.start, first.end) < (second.start, second.end)
        }
        return left.filters != right.filters && left.description < right.description
    }

    /// The whole for readers: an interval as `1h`.
    public var readable: String {
        let span = filters["interval"].flatMap { Int64($0) }.map {
            TimeSpan(microseconds: $0).description
        }
        return RowSelection(
            kind, where: span.map { filters.merging(["interval": $0]) { $1 } } ?? filters, in: range
        ).description
    }

    /// The whole, such as
    /// `bars interval=3600000000 series=index:TOTAL from 2025-01-26T12:00Z to 2025-01-27T12:00Z`; no two
    /// selections share a text.
    public var description: String {
        let conditions = filters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let stretch = range.map { ["from \($0.start)", "to \($0.end)"] } ?? []
        return ([kind] + conditions + stretch).joined(separator: " ")
    }
}
