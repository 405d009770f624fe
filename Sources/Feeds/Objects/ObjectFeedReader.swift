/// Reads items that are objects of JSON: in a list, one a line, or in the list `items` of a feed.
struct ObjectFeedReader {
    private var tokenizer: JSONTokenizer
    private var collector: StoryCollector
    private let grammar: ObjectGrammar
    private var isFull = false

    init(_ source: ByteSource, _ collector: StoryCollector, _ grammar: ObjectGrammar) {
        tokenizer = JSONTokenizer(source, collector.limits)
        self.collector = collector
        self.grammar = grammar
        if !grammar.language.isEmpty { self.collector.language = grammar.language }
    }

    /// Reads to the end, or to where reading stops.
    mutating func read() -> FeedReading {
        if grammar.format == .jsonFeed { readFeed() } else { readValues() }
        noteEnding()
        return collector.reading(grammar.format)
    }

    /// Values one after another, each an item or a list of items. A line that is no JSON costs itself.
    private mutating func readValues() {
        while !isFull {
            let token = tokenizer.next()
            let start = tokenizer.line
            switch token {
            case .beginArray: readList()
            case let token?: readItem(token)
            case nil: break
            }
            guard let ending = tokenizer.ending else { continue }
            guard token != .beginArray, ending == .malformed || ending == .tooDeep else { return }
            isFull = !collector.hasRoom
            if isFull { return }
            collector.takeMalformed(line: start, "the line is no object of JSON")
            tokenizer.resume(after: start)
        }
    }

    /// The items of a list whose beginning was just read.
    private mutating func readList() {
        while !isFull, let token = tokenizer.next(), token != .endArray { readItem(token) }
    }

    private mutating func readItem(_ token: JSONTokenizer.Token) {
        guard collector.hasRoom else {
            isFull = true
            return
        }
        let line = tokenizer.line
        guard token == .beginObject else {
            if token == .beginArray { JSONFields.skip(&tokenizer) }
            return collector.takeMalformed(line: line, "the item is no object")
        }
        guard let fields = JSONFields(&tokenizer, wanted: grammar.fields) else { return }
        collector.take(grammar.draft(fields))
    }

    private mutating func readFeed() {
        guard tokenizer.next() == .beginObject else { return }
        var name = ""
        while !isFull, let token = tokenizer.next() {
            switch token {
            case .endObject: return
            case .key(let key): name = key
            case .beginArray where name == "items": readList()
            case .beginArray, .beginObject: JSONFields.skip(&tokenizer)
            case .string(let text) where name == "language":
                let code = LanguageTag.code(text.string)
                if !code.isEmpty { collector.language = code }
            default: continue
            }
        }
    }

    private mutating func noteEnding() {
        let line = tokenizer.line
        if tokenizer.repairs > 0 {
            collector.note(
                .repairedText, line: line,
                "the feed has \(tokenizer.repairs) bytes that are no character")
        }
        if isFull {
            collector.note(.tooManyItems, line: line, "there are more items than the limit")
        } else if tokenizer.isOverLimit {
            collector.note(.tooManyBytes, line: line, "there are more bytes than the limit")
        } else {
            switch tokenizer.ending {
            case .truncated: collector.note(.truncated, line: line, "the bytes end within a value")
            case .malformed: collector.note(.malformed, line: line, "what follows is not JSON")
            case .tooDeep:
                collector.note(.malformed, line: line, "values lie deeper than the limit")
            case .complete, nil: break
            }
        }
    }
}
