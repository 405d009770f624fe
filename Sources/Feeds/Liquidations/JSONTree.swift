/// A value of JSON as a tree, for messages whose parts lie in one another.
///
/// - Complexity: that of the bytes; no more nodes are kept than the limit, and none deeper than the tokenizer goes.
indirect enum JSONTree: Hashable {
    case object([String: JSONTree])
    case array([JSONTree])
    case text(String)
    case number(String)
    /// True, false or nothing.
    case other

    /// The most values that one message may hold.
    static let mostNodes = 100_000

    /// The next value and the line on which it begins; no value where none comes whole, or it holds too many.
    static func next(_ tokenizer: inout JSONTokenizer) -> (value: JSONTree?, line: Int) {
        var left = mostNodes
        let token = tokenizer.next()
        let line = tokenizer.line
        return (token.flatMap { value($0, &tokenizer, &left) }, line)
    }

    private static func value(
        _ token: JSONTokenizer.Token, _ tokenizer: inout JSONTokenizer, _ left: inout Int
    ) -> JSONTree? {
        left -= 1
        guard left > 0 else { return nil }
        switch token {
        case .string(let text): return text.isCut ? .other : .text(text.string)
        case .number(let digits): return .number(digits)
        case .bool, .null: return .other
        case .beginArray:
            var items: [JSONTree] = []
            while let token = tokenizer.next() {
                if token == .endArray { return .array(items) }
                guard let item = value(token, &tokenizer, &left) else { return nil }
                items.append(item)
            }
            return nil
        case .beginObject:
            var fields: [String: JSONTree] = [:]
            while let token = tokenizer.next() {
                if token == .endObject { return .object(fields) }
                guard case .key(let name) = token, let first = tokenizer.next(),
                    let item = value(first, &tokenizer, &left)
                else { return nil }
                fields[name] = item
            }
            return nil
        case .endObject, .endArray, .key: return nil
        }
    }

    /// A field of an object.
    subscript(name: String) -> JSONTree? {
        if case .object(let fields) = self { fields[name] } else { nil }
    }

    /// The items of an array; a value by itself is one item.
    var items: [JSONTree] {
        if case .array(let items) = self { items } else { [self] }
    }

    /// Text as it is.
    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The digits of a number, written as one or as text.
    var digits: String? {
        switch self {
        case .text(let text): text
        case .number(let digits): digits
        case .object, .array, .other: nil
        }
    }
}
