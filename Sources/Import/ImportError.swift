package import Store

/// Why a case, or a file of one, was not imported. It says where and what to do, on one line.
package struct ImportError: Error, Hashable, Sendable {
    /// What went wrong, for those who act case by case.
    package enum Kind: Hashable, Sendable {
        /// There is no such file.
        case missingFile
        /// The file holds nothing, or only a header where rows were promised.
        case emptyFile
        /// The file ends before its time.
        case truncated
        /// The bytes are not what they should be: damaged gzip, stray quotes, not UTF-8.
        case corrupt
        /// The file, a line or a field is larger than is sensible.
        case tooLarge
        /// The header or the count of fields is not that of the kind.
        case wrongColumns
        /// A field cannot be read as what it should be.
        case badValue
        /// A field can be read and cannot be true: a negative price, a bar known before it closed.
        case outOfRange
        /// Two rows of the file have the same key.
        case duplicateRow
        /// The store has the row with other values.
        case conflict
        /// The file is not the one the manifest describes.
        case checksumMismatch
        /// The manifest cannot be read, or contradicts itself.
        case badManifest
        /// The manifest names a file outside the case.
        case unsafePath
        /// The store could not take the rows.
        case store(StoreError)
    }

    /// What went wrong.
    package let kind: Kind
    /// The file it went wrong in, as the manifest names it.
    package let file: String
    /// The line of the file, counted from 1, where one is to blame.
    package let line: Int?
    /// What was found.
    package let what: String
    /// What to do about it.
    package let remedy: String

    init(_ kind: Kind, file: String, line: Int? = nil, what: String, remedy: String) {
        self.kind = kind
        self.file = file
        self.line = line
        self.what = what
        self.remedy = remedy
    }
}

extension ImportError: CustomStringConvertible {
    /// `bars-total-1d.csv.gz:17: high is -1 — correct the row`.
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return Printable.line("\(place): \(what) — \(remedy)")
    }
}

extension ImportError {
    /// What the store answered while a file was being imported.
    init(_ error: StoreError, file: String) {
        switch error {
        case .conflict(let key, let detail):
            self.init(
                .conflict, file: file, what: "\(key) is already stored with \(detail)",
                remedy: "import into a new store")
        default:
            let parts = error.description.split(separator: " — ", maxSplits: 1)
            self.init(
                .store(error), file: file, what: parts.first.map { String($0) } ?? "",
                remedy: parts.count > 1 ? String(parts[1]) : "try again")
        }
    }
}
