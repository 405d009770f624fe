/// A value of JSON whose objects keep the order of their keys.
enum JSONNode {
    /// Text.
    case string(String)
    /// A finite number; anything else is written as `null`.
    case number(Double)
    /// True or false.
    case bool(Bool)
    /// Nothing.
    case null
    /// Values in order.
    case array([JSONNode])
    /// Keys and values in order.
    case object([(key: String, value: JSONNode)])

    /// Text, or nothing.
    static func optional(_ text: String?) -> JSONNode { text.map(JSONNode.string) ?? .null }

    /// A number, or nothing.
    static func optional(_ number: Double?) -> JSONNode { number.map(JSONNode.number) ?? .null }

    /// Several texts.
    static func strings(_ texts: [String]) -> JSONNode { .array(texts.map(JSONNode.string)) }

    /// The characters of the value, ending in a line break.
    var text: String {
        var writer = JSONWriter()
        writer.write(self)
        return writer.text + "\n"
    }

    /// Lists of plain values stand on one line, so that a series does not take a thousand.
    var isPlain: Bool {
        switch self {
        case .array(let items): items.isEmpty
        case .object(let members): members.isEmpty
        case .string, .number, .bool, .null: true
        }
    }
}
