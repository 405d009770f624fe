/// The one place where text becomes safe in HTML and SVG, between tags and inside quotes alike.
enum HTMLEscaping {
    /// Text with every character that could begin or end markup written as its entity.
    static func text(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "`": escaped += "&#96;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
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
