package import Market

/// A file whose rows are in the store, named by its content.
package struct ImportedFile: Hashable, Sendable {
    /// The file's path within its case.
    package let name: String
    /// The SHA-256 of the file's bytes, as 64 lower-case hexadecimal digits.
    package let sha256: String
    /// What its rows are.
    package let kind: RowKind
    /// Where they came from.
    package let source: SourceID
    /// How many rows it has.
    package let rows: Int

    /// A file of rows.
    package init(name: String, sha256: String, kind: RowKind, source: SourceID, rows: Int) {
        self.name = name
        self.sha256 = sha256
        self.kind = kind
        self.source = source
        self.rows = rows
    }
}
