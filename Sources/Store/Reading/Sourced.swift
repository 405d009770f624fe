package import Market

/// Rows with the sources they came from.
///
/// Where several sources have a row for one key, the first source by name is taken for that key and
/// the others are left out: two sources never mix within one row. Other keys are decided on their own.
package struct Sourced<Row: Sendable>: Sendable {
    /// The rows, ordered by their key.
    package let rows: [Row]
    /// The sources of these rows, and which rows were looked for.
    package let sources: Provenance

    /// Rows and where they came from.
    package init(rows: [Row], sources: Provenance) {
        self.rows = rows
        self.sources = sources
    }
}

extension Sourced: Equatable where Row: Equatable {}
