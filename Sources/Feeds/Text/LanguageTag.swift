/// The language of a text.
enum LanguageTag {
    /// The two-letter code that a tag such as `en-US` or `zh_CN` begins with; empty where it has none.
    static func code(_ tag: String) -> String {
        let letters = PlainText.line(tag, limit: 40).line.lowercased().utf8
        let code = letters.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
        let isCode =
            code.count == 2
            && code.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        return isCode ? String(decoding: code, as: UTF8.self) : ""
    }
}
