/// The character references that occur in articles.
enum TextEntity {
    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
        "mdash": "—", "ndash": "–", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”",
        "hellip": "…", "euro": "€", "pound": "£", "yen": "¥", "percnt": "%", "dollar": "$",
        "thinsp": "\u{2009}", "minus": "−", "plus": "+", "num": "#", "laquo": "«", "raquo": "»",
        "aacute": "á", "eacute": "é", "iacute": "í", "oacute": "ó", "uacute": "ú", "ntilde": "ñ",
        "asymp": "≈", "bull": "•", "middot": "·", "comma": ",", "period": ".", "shy": "\u{AD}",
    ]

    /// What stands between `&` and `;`: a name, `#` and a number, or `#x` and a hexadecimal number.
    static func scalar(_ reference: String) -> Unicode.Scalar? {
        guard reference.hasPrefix("#") else { return named[reference] }
        let digits = reference.dropFirst()
        let value =
            digits.hasPrefix("x") || digits.hasPrefix("X")
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init)
    }
}
