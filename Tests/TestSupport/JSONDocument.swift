/// JSON read by the letter of RFC 8259, apart from the product's own writer so that the two check
/// each other. Keys of an object are kept in the order they were written in.
public indirect enum JSONDocument: Equatable {
    /// Text.
    case string(String)
    /// A number.
    case number(Double)
    /// True or false.
    case bool(Bool)
    /// Nothing.
    case null
    /// Values in order.
    case array([JSONDocument])
    /// Keys and values in order.
    case object([Member])

    /// A key with its value.
    public struct Member: Equatable {
        /// The key.
        public let key: String
        /// The value.
        public let value: JSONDocument
    }

    /// Reads a whole text; `nil` where it is not JSON.
    public init?(_ text: String) {
        var reader = JSONReader(text)
        guard let document = reader.document() else { return nil }
        self = document
    }

    /// The value of a key of an object.
    public subscript(_ key: String) -> JSONDocument? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The items of an array; none for anything else.
    public var items: [JSONDocument] {
        guard case .array(let items) = self else { return [] }
        return items
    }

    /// The members of an object; none for anything else.
    public var members: [Member] {
        guard case .object(let members) = self else { return [] }
        return members
    }

    /// The text of a string.
    public var string: String? {
        guard case .string(let string) = self else { return nil }
        return string
    }

    /// The name of the value's type in JSON Schema.
    var typeName: String {
        switch self {
        case .string: "string"
        case .number: "number"
        case .bool: "boolean"
        case .null: "null"
        case .array: "array"
        case .object: "object"
        }
    }
}
