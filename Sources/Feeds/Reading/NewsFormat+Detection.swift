extension NewsFormat {
    /// How many bytes of a start are enough to tell.
    static let prefix = 64 << 10

    /// The format of text that begins so, in UTF-8; `nil` where it is none. For XML `rss` stands for
    /// whatever the root element says.
    static func detected(_ start: ArraySlice<UInt8>) -> NewsFormat? {
        let text = start.drop(while: ByteSource.isSpace)
        switch text.first {
        case UInt8(ascii: "<"): return .rss
        case UInt8(ascii: "{"), UInt8(ascii: "["): return ofObjects(Array(text.prefix(prefix)))
        case nil: return nil
        default:
            if isCatalystTable(text) || isCatalystText(text) { return .catalysts }
            return header(text).contains("title") ? .csv : nil
        }
    }

    /// Whether a text begins with the header of a table of catalysts.
    static func isCatalystTable(_ start: ArraySlice<UInt8>) -> Bool {
        let names = header(start)
        return names.contains("time") && names.contains("what")
    }

    /// The names of the first line, in small letters.
    private static func header(_ start: ArraySlice<UInt8>) -> [String] {
        let line = start.prefix(4_096).prefix { $0 != UInt8(ascii: "\n") }
        return line.split(separator: UInt8(ascii: ",")).map { name in
            let text = PlainText.line(String(decoding: name, as: UTF8.self), limit: 40).line
            return text.lowercased().filter { $0 != "\"" }
        }
    }

    private static func isCatalystText(_ start: ArraySlice<UInt8>) -> Bool {
        for line in start.split(separator: UInt8(ascii: "\n")) {
            let words = line.drop(while: ByteSource.isSpace)
            guard let first = words.first, first != UInt8(ascii: "#") else { continue }
            let name = words.prefix(16).prefix { $0 != UInt8(ascii: ":") }
            let shown = PlainText.line(String(decoding: name, as: UTF8.self), limit: 16).line
            return words.prefix(17).contains(UInt8(ascii: ":"))
                && (CatalystEntry.names + ["theme"]).contains(shown.lowercased())
        }
        return false
    }

    /// The format of objects, by the names in the first ones.
    private static func ofObjects(_ start: [UInt8]) -> NewsFormat? {
        let chunks = AnyIterator(CollectionOfOne(start).makeIterator())
        guard let source = try? ByteSource(chunks, limit: prefix) else { return nil }
        var tokenizer = JSONTokenizer(source, .standard)
        var name = ""
        var isOfHackerNews = (time: false, title: false)
        var depth = 1
        while let token = tokenizer.next() {
            switch token {
            case .beginArray where tokenizer.depth == 1: depth = 2
            case .key(let key) where tokenizer.depth == depth:
                name = key
                if key == "items" || key == "catalysts" || key == "what" || key == "publishDate" {
                    return key == "items"
                        ? .jsonFeed : key == "publishDate" ? .readhub : .catalysts
                }
                if key == "title" { isOfHackerNews.title = true }
            case .string(let text) where tokenizer.depth == depth && name == "version":
                if text.string.contains("jsonfeed.org/version/") { return .jsonFeed }
            case .number where tokenizer.depth == depth && name == "time":
                isOfHackerNews.time = true
            default: break
            }
            if isOfHackerNews == (true, true) { return .hackerNews }
        }
        return nil
    }
}
