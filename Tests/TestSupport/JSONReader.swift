/// Reads JSON from the left, one value after another.
struct JSONReader {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        rest = Substring(text).unicodeScalars
    }

    /// The one value of the whole text.
    mutating func document() -> JSONDocument? {
        guard let value = value() else { return nil }
        skipSpace()
        return rest.isEmpty ? value : nil
    }

    private mutating func value() -> JSONDocument? {
        skipSpace()
        switch rest.first {
        case "{": return object()
        case "[": return array()
        case "\"": return string().map(JSONDocument.string)
        case "t": return take("true") ? .bool(true) : nil
        case "f": return take("false") ? .bool(false) : nil
        case "n": return take("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func object() -> JSONDocument? {
        guard take("{") else { return nil }
        var members: [JSONDocument.Member] = []
        skipSpace()
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            guard let key = string() else { return nil }
            skipSpace()
            guard take(":"), let value = value() else { return nil }
            // A key written twice would hide one of its values from most readers.
            guard !members.contains(where: { $0.key == key }) else { return nil }
            members.append(JSONDocument.Member(key: key, value: value))
            skipSpace()
        } while take(",")
        return take("}") ? .object(members) : nil
    }

    private mutating func array() -> JSONDocument? {
        guard take("[") else { return nil }
        var items: [JSONDocument] = []
        skipSpace()
        if take("]") { return .array(items) }
        repeat {
            guard let item = value() else { return nil }
            items.append(item)
            skipSpace()
        } while take(",")
        return take("]") ? .array(items) : nil
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var units: [UInt16] = []
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return String(decoding: units, as: UTF16.self)
            case "\\":
                guard let unit = escape() else { return nil }
                units.append(unit)
            default:
                guard scalar.value >= 0x20 else { return nil }
                units += Array(String(scalar).utf16)
            }
        }
        return nil
    }

    private mutating func escape() -> UInt16? {
        guard let scalar = rest.popFirst() else { return nil }
        let plain: [Unicode.Scalar: UInt16] = [
            "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9,
        ]
        guard scalar == "u" else { return plain[scalar] }
        let digits = String(String.UnicodeScalarView(rest.prefix(4)))
        rest = rest.dropFirst(4)
        return digits.count == 4 ? UInt16(digits, radix: 16) : nil
    }

    private mutating func number() -> JSONDocument? {
        let text = String(
            String.UnicodeScalarView(
                rest.prefix { ("0"..."9").contains($0) || "+-.eE".unicodeScalars.contains($0) }))
        rest = rest.dropFirst(text.unicodeScalars.count)
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let isPadded = digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true
        guard digits.first?.isNumber == true, !isPadded, digits.last?.isNumber == true else {
            return nil
        }
        return Double(text).map(JSONDocument.number)
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return true
    }

    private mutating func skipSpace() {
        rest = rest.drop { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
    }
}
