/// Reads catalysts that a person wrote down, in one of three forms with the same fields.
///
/// As text, one field a line, an empty line between two, and `#` before a remark:
///
///     time: 2025-01-27T08:30Z
///     what: DeepSeek's app reaches first place
///     themes: ai, semiconductors
///     source: https://example.com/story
///     known: 2025-01-27T09:00Z
///
/// As JSON, `{"catalysts": [{"time": …, "what": …, "themes": ["ai"]}]}` or the list alone; as a table with
/// the header `time,what,themes,source,known`. `time` and `what` must be there; `id` and `language` may.
///
/// A person can mend what a person wrote: the first thing that is wrong is an error with its line, and
/// nothing is taken by half.
struct CatalystReader {
    private let name: String
    private let language: String
    private let limits: FeedLimits
    private var stories: [NewsStory] = []
    private var ids: [String: Int] = [:]

    init(name: String, language: String, limits: FeedLimits) {
        self.name = name
        self.language = language
        self.limits = limits
    }

    /// Reads the whole.
    ///
    /// - Throws: `.badCatalyst`, `.wrongColumns`.
    mutating func read(_ source: ByteSource) throws(FeedError) -> FeedReading {
        var source = source
        source.skipSpaces()
        switch source.peek() {
        case UInt8(ascii: "{"), UInt8(ascii: "["): try readObjects(source)
        default:
            if NewsFormat.isCatalystTable(source.ahead(NewsFormat.prefix)) {
                try readTable(source)
            } else {
                try readText(source)
            }
        }
        return FeedReading(
            format: .catalysts, stories: stories, items: stories.count, faults: [],
            faultCounts: [:])
    }

    private mutating func take(_ entry: CatalystEntry) throws(FeedError) {
        let story = try entry.story(name, language: language, limits)
        if let before = ids.updateValue(entry.line, forKey: story.id) {
            throw CatalystEntry.wrong(
                entry.line, "the catalyst has the id of the one on line \(before)",
                "leave one of them, or give each an id")
        }
        guard stories.count < limits.items else {
            throw CatalystEntry.wrong(
                entry.line, "there are more catalysts than \(limits.items)", "part the file")
        }
        stories.append(story)
    }

    private func check(isOverLimit: Bool, _ line: Int) throws(FeedError) {
        guard isOverLimit else { return }
        throw CatalystEntry.wrong(line, "the file is larger than is sensible", "part it")
    }

    private mutating func readText(_ source: ByteSource) throws(FeedError) {
        var source = source
        var entry: CatalystEntry?
        while source.peek() != nil {
            let line = source.line
            let text = Self.readLine(&source, limits.text)
            let words = text.string.drop { $0.isWhitespace }
            if words.isEmpty {
                if let whole = entry { try take(whole) }
                entry = nil
            } else if words.first != "#" {
                var current = entry ?? CatalystEntry(line: line)
                let (name, value) = try Self.field(words, text, line)
                try current.set(name, value, line: line)
                entry = current
            }
        }
        try check(isOverLimit: source.isOverLimit, source.line)
        if let whole = entry { try take(whole) }
    }

    private static func readLine(_ source: inout ByteSource, _ limit: Int) -> FieldText {
        var text: BoundedText? = BoundedText(limit: limit)
        source.run(to: 0x0A, or: 0x0A, into: &text)
        _ = source.next()
        return text?.text ?? FieldText(string: "")
    }

    private static func field(_ words: Substring, _ text: FieldText, _ line: Int) throws(FeedError)
        -> (String, FieldText)
    {
        guard let colon = words.firstIndex(of: ":") else {
            throw CatalystEntry.wrong(
                line, "the line \(PlainText.shown(String(words))) has no colon",
                "write the name of a field and a colon before its value, or # before a remark")
        }
        var value = text
        value.string = String(words[words.index(after: colon)...])
        return (PlainText.line(String(words[..<colon]), limit: 40).line.lowercased(), value)
    }

    private mutating func readTable(_ source: ByteSource) throws(FeedError) {
        var records = RecordReader(source, limit: limits.text)
        guard let header = records.next() else { return }
        let names = header.fields.map { PlainText.line($0.string, limit: 40).line.lowercased() }
        while let record = records.next() {
            guard !record.isMalformed, record.fields.count == names.count else {
                throw CatalystEntry.wrong(
                    record.line, "the line has \(record.fields.count) fields, not \(names.count)",
                    "put a field with a comma or a quote in quotes")
            }
            var entry = CatalystEntry(line: record.line)
            for (name, field) in zip(names, record.fields) where !field.string.isEmpty {
                try entry.set(name, field, line: record.line)
            }
            try take(entry)
        }
        try check(isOverLimit: records.isOverLimit, records.line)
    }
}

extension CatalystReader {
    private mutating func readObjects(_ source: ByteSource) throws(FeedError) {
        var tokenizer = JSONTokenizer(source, limits)
        var isInList = false
        var isOverOnce = false
        while let token = tokenizer.next() {
            switch token {
            case .beginArray: isInList = true
            case .key("catalysts"), .endArray, .endObject: continue
            case .key("format"):
                _ = tokenizer.next()
            case .beginObject where isInList: try readObject(&tokenizer)
            case .beginObject where !isOverOnce: isOverOnce = true
            default:
                throw CatalystEntry.wrong(
                    tokenizer.line, "the file is no list of catalysts",
                    #"write {"catalysts": [{"time": …, "what": …}]}"#)
            }
        }
        try check(isOverLimit: tokenizer.isOverLimit, tokenizer.line)
        guard tokenizer.ending == .complete else { throw Self.notJSON(tokenizer) }
    }

    private mutating func readObject(_ tokenizer: inout JSONTokenizer) throws(FeedError) {
        let line = tokenizer.line
        let wanted = Set(CatalystEntry.names + ["theme"])
        guard let fields = JSONFields(&tokenizer, wanted: wanted) else {
            throw Self.notJSON(tokenizer)
        }
        var entry = CatalystEntry(line: line)
        for name in fields.names {
            guard fields.values[name] != .null else { continue }
            let list = fields.lists[name].map { $0.map(\.string).joined(separator: ",") }
            guard wanted.contains(name) else {
                try entry.set(name, FieldText(string: ""), line: line)
                continue
            }
            guard let text = fields.text(name) ?? list.map({ FieldText(string: $0) }) else {
                throw CatalystEntry.wrong(line, "\(name) is no text", "write it in quotes")
            }
            try entry.set(name, text, line: line)
        }
        try take(entry)
    }

    private static func notJSON(_ tokenizer: JSONTokenizer) -> FeedError {
        CatalystEntry.wrong(
            tokenizer.line,
            tokenizer.ending == .truncated ? "the file ends within a value" : "this is not JSON",
            "mend the file at this line")
    }
}
