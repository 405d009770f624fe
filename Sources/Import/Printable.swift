/// Text from a file made fit for a message: short, and on one line whatever it held.
enum Printable {
    /// The text with control characters made visible and without breaks.
    static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "?" : $0 }))
    }

    /// The first characters of some bytes, in quotes.
    static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
        let shown = String(decoding: bytes.prefix(40), as: UTF8.self)
        return "\"" + line(shown) + (bytes.count > 40 ? "…" : "") + "\""
    }

    /// Whether the scalar would move a terminal's cursor or hide text.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
