/// The one place where text becomes safe in HTML and SVG, between tags and inside quotes alike.
enum HTMLEscaping {
    /// Text with every character that could begin or end markup written as its entity.
    static func text(_ text: String) -> String {
        guard text.utf8.contains(where: { entity($0) != nil }) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(2 * text.utf8.count)
        for byte in text.utf8 {
            if let entity = entity(byte) {
                escaped += entity.utf8
            } else {
                escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func entity(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case UInt8(ascii: "`"): "&#96;"
        default: nil
        }
    }

    /// Lines inside an attribute.
    static func attribute(_ lines: [String]) -> String {
        lines.map(text).joined(separator: "&#10;")
    }

    /// A name that may stand as an anchor: letters, digits and dashes.
    static func anchor(_ id: String) -> String {
        String(
            id.unicodeScalars.map { scalar -> Character in
                let isPlain =
                    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9" ~= scalar))
                return isPlain ? Character(scalar) : "-"
            })
    }
}
