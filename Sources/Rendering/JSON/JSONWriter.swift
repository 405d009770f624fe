/// Writes values of JSON one behind the other into bytes.
struct JSONWriter {
    private var bytes: [UInt8] = []
    private var depth = 0

    /// What has been written.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes a value at the depth reached.
    mutating func write(_ node: JSONNode) {
        switch node {
        case .string(let string): write(string)
        case .number(let number): write(number)
        case .bool(let bool): bytes += (bool ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        case .array(let items) where items.allSatisfy(\.isPlain): writeLine(items)
        case .array(let items):
            block("[", "]", items) { writer, item in writer.write(item) }
        case .object(let members) where members.isEmpty: bytes += "{}".utf8
        case .object(let members):
            block("{", "}", members) { writer, member in
                writer.write(member.key)
                writer.bytes += ": ".utf8
                writer.write(member.value)
            }
        }
    }

    private mutating func writeLine(_ items: [JSONNode]) {
        bytes.append(UInt8(ascii: "["))
        for (place, item) in items.enumerated() {
            if place > 0 { bytes += ", ".utf8 }
            write(item)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Items on lines of their own, one step further in.
    private mutating func block<Item>(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ items: [Item],
        _ body: (inout JSONWriter, Item) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        depth += 1
        for (place, item) in items.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine()
            body(&self, item)
        }
        depth -= 1
        breakLine()
        bytes.append(UInt8(ascii: close))
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }

    /// The shortest digits that read back as the number.
    private mutating func write(_ number: Double) {
        guard number.isFinite else {
            bytes += "null".utf8
            return
        }
        bytes += number.description.utf8
        let fraction: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: "0")]
        if bytes.suffix(2) == fraction[...] { bytes.removeLast(2) }
    }

    /// Whatever could steer a terminal or turn text around is written as its number: reading it
    /// back gives the same text, printing it does nothing.
    private mutating func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        if string.utf8.allSatisfy(Self.standsForItself) {
            bytes += string.utf8
        } else {
            for scalar in string.unicodeScalars { write(scalar) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func standsForItself(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"): false
        default: (0x20..<0x7F).contains(byte)
        }
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": bytes += "\\\"".utf8
        case "\\": bytes += "\\\\".utf8
        case "\n": bytes += "\\n".utf8
        case "\t": bytes += "\\t".utf8
        case "\r": bytes += "\\r".utf8
        // `</script>` within a page that embeds the report must not end its script.
        case "<": bytes += "\\u003c".utf8
        case _ where CleanText.isHarmful(scalar):
            for unit in String(scalar).utf16 { bytes += ("\\u" + Self.hexadecimal(unit)).utf8 }
        default: bytes += String(scalar).utf8
        }
    }

    private static func hexadecimal(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
