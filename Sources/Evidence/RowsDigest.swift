internal import Digests
public import Market

/// The rows of a selection as they were when a report was made: how many, and a digest that changes with
/// any of their values.
public struct RowsDigest: Hashable, Comparable, Sendable, Identifiable {
    /// A file whose rows are among those of a source.
    public struct File: Hashable, Sendable {
        /// Its path within its case.
        public let name: String
        /// The SHA-256 of its bytes, 64 hexadecimal digits.
        public let sha256: String
        /// Where its rows came from.
        public let source: SourceID

        /// A file.
        public init(name: String, sha256: String, source: SourceID) {
            self.name = name
            self.sha256 = sha256
            self.source = source
        }
    }

    /// The first 12 digits of the SHA-256 of `text`: the same selection has the same id in every report.
    public let id: String
    /// Which rows.
    public let rows: RowSelection
    /// Which rows, in words: written once, since every fact made from them tells of them.
    public let text: String
    /// How many there were.
    public let count: Int
    /// The SHA-256 of their values, 64 hexadecimal digits.
    public let sha256: String
    /// The files they came from: all of the sources and the kind, as a row does not say which.
    public let files: [File]

    /// Rows as they were.
    public init(rows: RowSelection, count: Int, sha256: String, files: [File]) {
        text = rows.description
        id = ContentDigest(of: text).short
        self.rows = rows
        self.count = count
        self.sha256 = sha256
        self.files = files
    }

    /// In the order of the selections.
    public static func < (left: RowsDigest, right: RowsDigest) -> Bool {
        let isAlike = left.rows.kind == right.rows.kind && left.rows.range == right.rows.range
        return isAlike ? left.text < right.text : left.rows < right.rows
    }
}
