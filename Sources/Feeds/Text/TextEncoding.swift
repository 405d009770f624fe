/// How the characters of a feed are written as bytes.
enum TextEncoding: Hashable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
    /// Windows-1252, and what calls itself ISO-8859-1: where the two differ, the latter has controls
    /// that no title means, and browsers read it as the former too.
    case windows1252

    /// How many bytes of a start are enough to tell.
    static let prefix = 1_024

    /// The encoding of bytes that begin so, and how many of them are its mark.
    ///
    /// A byte order mark goes before a declaration. A declaration that can be read byte by byte cannot
    /// be UTF-16, whatever it says.
    ///
    /// - Throws: `.unknownEncoding`.
    static func detected(_ start: ArraySlice<UInt8>) throws(FeedError) -> (Self, mark: Int) {
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if start.starts(with: [0xFF, 0xFE, 0, 0]) || start.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw unknown("UTF-32")
        }
        if start.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if start.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if let first = start.first, let second = start.dropFirst().first {
            if second == 0, isOpening(first) { return (.utf16LittleEndian, 0) }
            if first == 0, isOpening(second) { return (.utf16BigEndian, 0) }
        }
        guard let label = declared(start) else { return (.utf8, 0) }
        guard let encoding = named(label.lowercased()) else { throw unknown(label) }
        return (encoding, 0)
    }

    private static func isOpening(_ byte: UInt8) -> Bool {
        [UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "[")].contains(byte)
    }

    /// The label within `<?xml … encoding="…"?>`.
    private static func declared(_ start: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: start.prefix(prefix), as: UTF8.self)
        let declaration = text.drop(while: \.isWhitespace)
        guard declaration.hasPrefix("<?xml"),
            let end = declaration.unicodeScalars.firstIndex(of: ">")
        else { return nil }
        let words = declaration[..<end]
        guard let place = words.firstRange(of: "encoding") else { return nil }
        let value = words[place.upperBound...].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
        return String(value.dropFirst().prefix { $0 != quote }.prefix(40))
    }

    private static func named(_ label: String) -> Self? {
        switch label {
        case "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be", "": .utf8
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "windows-1252",
            "cp1252", "x-cp1252":
            .windows1252
        default: nil
        }
    }

    private static func unknown(_ label: String) -> FeedError {
        FeedError(
            .unknownEncoding, what: "the feed is written in \(PlainText.shown(label))",
            remedy: "convert it to UTF-8 and mend its declaration")
    }
}
