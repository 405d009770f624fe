package import Market
package import Store

/// What an import did, file by file.
package struct ImportReport: Hashable, Sendable {
    /// What became of one file.
    package struct File: Hashable, Sendable {
        /// The file's path within the case.
        package let path: String
        /// What its rows are.
        package let kind: RowKind
        /// Where they came from.
        package let source: SourceID
        /// How many rows were new and how many were already there.
        package let rows: AppendedRows
        /// Whether the same bytes had been imported before, so that nothing had to be done.
        package let wasSkipped: Bool
    }

    /// The case's name.
    package let caseName: String
    /// The files in the order of the manifest.
    package let files: [File]

    /// Rows that the store did not have.
    package var inserted: Int { files.reduce(0) { $0 + $1.rows.inserted } }
    /// Rows that the store had already.
    package var alreadyThere: Int { files.reduce(0) { $0 + $1.rows.alreadyThere } }
}
