internal import GRDB

/// One value of one row, as it stands in the store.
///
/// Times are microseconds since the Unix epoch, days are counted from it, intervals are microseconds.
package enum StoreValue: Hashable, Sendable {
    /// Nothing: an absent optional figure.
    case null
    /// A time, day, interval or count.
    case integer(Int64)
    /// A figure; it must be finite.
    case real(Double)
    /// A name or text.
    case text(String)
}

extension StoreValue {
    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        }
    }

    /// What the database holds; a blob, which no table of ours has, reads as nothing.
    init(_ value: DatabaseValue) {
        switch value.storage {
        case .int64(let value): self = .integer(value)
        case .double(let value): self = .real(value)
        case .string(let value): self = .text(value)
        case .null, .blob: self = .null
        }
    }
}

extension StoreValue: CustomStringConvertible {
    /// The value as a reader would write it.
    package var description: String {
        switch self {
        case .null: "nothing"
        case .integer(let value): String(value)
        case .real(let value): String(value)
        case .text(let value): value
        }
    }
}
