/// Why a feed was not read at all. It says where and what to do, on one line.
package struct FeedError: Error, Hashable, Sendable {
    /// What went wrong, for those who act case by case.
    package enum Kind: Hashable, Sendable {
        /// There are no bytes, or only spaces.
        case empty
        /// The bytes are of no format that is read here.
        case unknownFormat
        /// The bytes are not of the format that was asked for.
        case wrongFormat
        /// The feed declares an encoding that is not read here.
        case unknownEncoding
        /// The feed declares entities of its own.
        case entityDeclarations
        /// A table lacks a column, or has one twice.
        case wrongColumns
        /// A hand-entered catalyst cannot be read as what it should be.
        case badCatalyst
        /// The source's short name cannot stand before an id.
        case badSourceName
    }

    /// What went wrong.
    package let kind: Kind
    /// The line it went wrong on, counted from 1, where one is to blame.
    package let line: Int?
    /// What was found.
    package let what: String
    /// What to do about it.
    package let remedy: String

    init(_ kind: Kind, line: Int? = nil, what: String, remedy: String) {
        self.kind = kind
        self.line = line
        self.what = what
        self.remedy = remedy
    }
}

extension FeedError: CustomStringConvertible {
    /// `line 3: time is "noon" — write it as 2025-01-27T12:00Z`.
    package var description: String {
        let place = line.map { "line \($0): " } ?? ""
        return place + what + " — " + remedy
    }
}
