/// Reads items from a feed in XML, by the grammar that its root element calls for.
struct XMLFeedReader {
    private var tokenizer: XMLTokenizer
    private var stack: XMLElementStack
    private var collector: StoryCollector
    private var grammar: (any XMLFeedGrammar.Type)?
    private var item: StoryDraft?
    private var itemDepth = 0
    private var itemUntidy = 0
    /// The field whose text is gathered, and the depth of its element.
    private var field: (field: XMLFeedField, depth: Int)?
    /// The depth of a script or style within the field.
    private var scriptDepth: Int?
    private var isRootClosed = false
    /// Whether an item began for which there is no room.
    private var isFull = false
    private var untidyWithinItems = 0

    init(_ source: ByteSource, _ collector: StoryCollector) {
        tokenizer = XMLTokenizer(source)
        stack = XMLElementStack(limit: collector.limits.depth)
        self.collector = collector
    }

    /// Reads to the end, or to where reading stops.
    ///
    /// - Throws: `.unknownFormat`, `.wrongFormat`, `.entityDeclarations`.
    mutating func read(as wanted: NewsFormat?) throws(FeedError) -> FeedReading {
        while !isRootClosed, !isFull, let token = tokenizer.next() {
            switch token {
            case .start(let tag):
                if grammar == nil { try chooseGrammar(tag, wanted) } else { start(tag) }
                if tag.isEmpty { endInnermost() }
            case .end(let name):
                for _ in 0..<stack.closes(name) { endInnermost() }
            }
        }
        guard let grammar else { throw rootless }
        noteEnding()
        return collector.reading(grammar.format)
    }

    private var rootless: FeedError {
        tokenizer.ending == .entityDeclaration
            ? FeedError(
                .entityDeclarations, line: tokenizer.line, what: "the feed declares entities",
                remedy: "do not read it: no honest feed needs them")
            : FeedError(
                .unknownFormat, what: "there is no element in it",
                remedy: "get a whole copy of the feed")
    }

    private mutating func chooseGrammar(_ tag: XMLTag, _ wanted: NewsFormat?) throws(FeedError) {
        let root = stack.push(tag)
        let found = [RSSGrammar.self, AtomGrammar.self].first {
            (grammar: any XMLFeedGrammar.Type) in
            root.map(grammar.isRoot) ?? false
        }
        guard let found else {
            throw FeedError(
                .unknownFormat, line: tokenizer.line,
                what: "the root element is \(PlainText.shown(tag.name))",
                remedy: "give the address of an RSS or Atom feed, not of a page")
        }
        guard wanted == nil || wanted == found.format else {
            throw FeedError(
                .wrongFormat, line: tokenizer.line, what: "the feed is \(found.format.rawValue)",
                remedy: "name that format, or none")
        }
        grammar = found
        collector.language = languageOfFeed(tag.value("xml:lang"))
    }

    private mutating func start(_ tag: XMLTag) {
        let line = tokenizer.line
        let parent = stack.innermost
        guard let element = stack.push(tag), let grammar else { return }
        if let field {
            startWithin(field.field, element)
        } else if item != nil {
            guard stack.depth == itemDepth + 1 else { return }
            gather(grammar.startField(element, tag, &item))
        } else if grammar.isItem(element) {
            startItem(tag, line)
        } else if grammar.isLanguage(element, in: parent) {
            gather(.feedLanguage)
        }
    }

    private mutating func startItem(_ tag: XMLTag, _ line: Int) {
        isFull = !collector.hasRoom
        item = StoryDraft(line: line)
        item?.language = tag.value("xml:lang").map { FieldText(string: $0) }
        item?.id = tag.value("rdf:about").map { FieldText(string: $0) }
        item?.isIDLink = true
        itemDepth = stack.depth
        itemUntidy = stack.untidy
    }

    private mutating func gather(_ field: XMLFeedField?) {
        guard let field else { return }
        self.field = (field, stack.depth)
        tokenizer.text = BoundedText(limit: collector.limits.text)
    }

    /// An element within a field: XHTML, or HTML that nobody escaped.
    private mutating func startWithin(_ field: XMLFeedField, _ element: XMLElement) {
        let name = element.name.lowercased()
        if scriptDepth == nil, name == "script" || name == "style" {
            scriptDepth = stack.depth
            swap(&hidden, &tokenizer.text)
        } else if HTMLElement.partsWords(name) {
            tokenizer.text?.append(UInt8(ascii: " "))
        }
    }

    /// The text of the field while a script within it is passed over.
    private var hidden: BoundedText?

    private mutating func endInnermost() {
        guard !stack.isTooDeep else { return stack.pop() }
        let depth = stack.depth
        if scriptDepth == depth {
            scriptDepth = nil
            swap(&hidden, &tokenizer.text)
        } else if let field, field.depth == depth {
            endField(field.field)
        } else if field != nil, let name = stack.innermost?.name,
            HTMLElement.partsWords(name.lowercased())
        {
            tokenizer.text?.append(UInt8(ascii: " "))
        } else if item != nil, itemDepth == depth {
            endItem()
        }
        stack.pop()
        isRootClosed = stack.depth == 0
    }

    private mutating func endField(_ field: XMLFeedField) {
        let text = tokenizer.text?.text ?? FieldText(string: "")
        tokenizer.text = nil
        self.field = nil
        if field == .feedLanguage {
            collector.language = languageOfFeed(text.string)
        } else if let grammar {
            grammar.endField(field, text, &item)
        }
    }

    private mutating func endItem() {
        if var whole = item {
            whole.untidy = stack.untidy - itemUntidy
            untidyWithinItems += whole.untidy
            collector.take(whole)
        }
        item = nil
    }

    private func languageOfFeed(_ tag: String?) -> String {
        let code = tag.map(LanguageTag.code) ?? ""
        return code.isEmpty ? collector.language : code
    }

    private mutating func noteEnding() {
        let line = tokenizer.line
        if tokenizer.repairs > 0 {
            collector.note(
                .repairedText, line: line,
                "the feed has \(tokenizer.repairs) bytes that are no character")
        }
        if stack.untidy > untidyWithinItems {
            collector.note(
                .untidyMarkup, line: line,
                "\(stack.untidy - untidyWithinItems) tags outside the items do not fit")
        }
        if isRootClosed { return }
        if isFull {
            collector.note(.tooManyItems, line: line, "there are more items than the limit")
        } else if tokenizer.isOverLimit {
            collector.note(.tooManyBytes, line: line, "there are more bytes than the limit")
        } else if tokenizer.ending == .entityDeclaration {
            collector.note(.entityDeclaration, line: line, "entities are declared")
        } else {
            collector.note(
                .truncated, line: line,
                item == nil ? "the feed ends before its last tag" : "the feed ends within an item")
        }
    }
}
