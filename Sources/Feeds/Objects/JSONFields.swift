/// The fields of one object that somebody wants, the last of two of a name.
struct JSONFields {
    /// The line on which the object begins.
    let line: Int
    private(set) var values: [String: JSONTokenizer.Token] = [:]
    /// Lists of strings, by name.
    private(set) var lists: [String: [FieldText]] = [:]
    /// The names in their order, wanted or not.
    private(set) var names: [String] = []

    /// The most names that are kept.
    private static let mostNames = 256

    /// Reads an object whose beginning was just read; `nil` where its end does not come.
    init?(_ tokenizer: inout JSONTokenizer, wanted: Set<String>) {
        line = tokenizer.line
        let depth = tokenizer.depth
        var name = ""
        while let token = tokenizer.next() {
            switch token {
            case .endObject where tokenizer.depth < depth: return
            case .key(let key):
                name = key
                if names.count < Self.mostNames { names.append(key) }
            case .beginArray:
                let texts = Self.texts(&tokenizer)
                if wanted.contains(name) { lists[name] = texts }
            case .beginObject: Self.skip(&tokenizer)
            case let value: if wanted.contains(name) { values[name] = value }
            }
        }
        return nil
    }

    /// The text of a field that is text or a number.
    func text(_ name: String) -> FieldText? {
        switch values[name] {
        case .string(let text): text
        case .number(let digits): FieldText(string: digits)
        default: nil
        }
    }

    /// The time of a field that is text, or a number of seconds.
    func time(_ name: String) -> StoryDraft.WrittenTime? {
        switch values[name] {
        case .string(let text): .text(text)
        case .number(let digits): .unixSeconds(digits)
        default: nil
        }
    }

    /// The strings of an array whose beginning was just read; other values of it are passed over.
    private static func texts(_ tokenizer: inout JSONTokenizer) -> [FieldText] {
        let depth = tokenizer.depth
        var texts: [FieldText] = []
        while let token = tokenizer.next(), tokenizer.depth >= depth {
            if case .string(let text) = token, tokenizer.depth == depth, texts.count < mostNames {
                texts.append(text)
            }
        }
        return texts
    }

    /// Goes behind the object or array whose beginning was just read.
    static func skip(_ tokenizer: inout JSONTokenizer) {
        let depth = tokenizer.depth
        while tokenizer.next() != nil, tokenizer.depth >= depth {}
    }
}
