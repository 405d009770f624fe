/// What became of the rows of one file.
package struct AppendedRows: Hashable, Sendable {
    /// Rows that the store did not have.
    package internal(set) var inserted: Int
    /// Rows that the store had already, with the same values.
    package internal(set) var alreadyThere: Int

    /// Counts of rows.
    package init(inserted: Int = 0, alreadyThere: Int = 0) {
        self.inserted = inserted
        self.alreadyThere = alreadyThere
    }
}
