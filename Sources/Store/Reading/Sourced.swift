package import Market

/// Rows with the sources they came from.
///
/// Where several sources have a row for one key, the first source by name is taken for that key and
/// the others are left out: two sources never mix within one row. Other keys are decided on their own.
package struct Sourced<Row: Sendable>: Sendable {
    /// The rows, ordered by their key.
    package let rows: [Row]
    /// The sources of these rows, ordered and each once.
    package let sources: [SourceID]

    /// Rows and where they came from, in any order and as often as may be.
    package init(rows: [Row], sources: some Sequence<SourceID>) {
        self.rows = rows
        self.sources = Set(sources).sorted()
    }
}

extension Sourced: Equatable where Row: Equatable {}
