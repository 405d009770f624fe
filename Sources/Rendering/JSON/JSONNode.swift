/// A value of JSON whose objects keep the order of their keys.
indirect enum JSONNode {
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

    /// The bytes of the value, ending in a line break.
    var text: String {
        var text = ""
        write(to: &text, indent: "")
        return text + "\n"
    }

    /// Lists of plain values stand on one line, so that a series does not take a thousand.
    private var isPlain: Bool {
        switch self {
        case .array(let items): items.isEmpty
        case .object(let members): members.isEmpty
        case .string, .number, .bool, .null: true
        }
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .string(let string): Self.write(string, to: &text)
        case .number(let number): text += Self.digits(number)
        case .bool(let bool): text += bool ? "true" : "false"
        case .null: text += "null"
        case .array(let items) where items.allSatisfy(\.isPlain):
            text += "["
            for (place, item) in items.enumerated() {
                if place > 0 { text += ", " }
                item.write(to: &text, indent: indent)
            }
            text += "]"
        case .array(let items):
            Self.write(items.map { ("", $0) }, "[", "]", to: &text, indent)
        case .object(let members):
            members.isEmpty ? text += "{}" : Self.write(members, "{", "}", to: &text, indent)
        }
    }

    private static func write(
        _ members: [(key: String, value: JSONNode)], _ open: String, _ close: String,
        to text: inout String, _ indent: String
    ) {
        text += open
        for (place, member) in members.enumerated() {
            text += (place > 0 ? ",\n" : "\n") + indent + "  "
            if open == "{" {
                write(member.key, to: &text)
                text += ": "
            }
            member.value.write(to: &text, indent: indent + "  ")
        }
        text += "\n" + indent + close
    }

    /// The shortest digits that read back as the number.
    private static func digits(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        let digits = number.description
        return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
    }

    /// Whatever could steer a terminal or turn text around is written as its number: reading it
    /// back gives the same text, printing it does nothing.
    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            // `</script>` within a page that embeds the report must not end its script.
            case "<": text += "\\u003c"
            default:
                if CleanText.isHarmful(scalar) {
                    for unit in String(scalar).utf16 { text += "\\u" + hexadecimal(unit) }
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }

    private static func hexadecimal(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
