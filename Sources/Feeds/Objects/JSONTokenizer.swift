/// Takes JSON apart into tokens, one after another; several values may follow each other.
///
/// Nothing of it recurs or looks back, so it takes linear time; it holds one string, bounded.
///
/// Source: RFC 8259, read strictly, but that a string may hold any control but a line's end.
struct JSONTokenizer {
    /// What was found. A key comes before its value.
    enum Token: Hashable {
        case beginObject
        case endObject
        case beginArray
        case endArray
        case key(String)
        case string(FieldText)
        case number(String)
        case bool(Bool)
        case null
    }

    /// Why there is no further token.
    enum Ending: Hashable {
        /// The bytes end between values.
        case complete
        /// The bytes end within a value.
        case truncated
        /// What comes is not JSON.
        case malformed
        /// Values lie deeper than the limit.
        case tooDeep
    }

    private enum Expected {
        case value
        case valueOrEnd
        case keyOrEnd
        case key
        case commaOrEnd
    }

    /// Why `next` answered `nil`.
    private(set) var ending: Ending?
    private var source: ByteSource
    private let limits: FeedLimits
    /// The values that are open; whether each is an object.
    private var open: [Bool] = []
    private var expected = Expected.value

    init(_ source: ByteSource, _ limits: FeedLimits) {
        self.source = source
        self.limits = limits
    }

    var line: Int { source.line }
    var depth: Int { open.count }
    var isOverLimit: Bool { source.isOverLimit }
    var repairs: Int { source.repairs }

    /// The next token; `nil` at the end, and from then on.
    mutating func next() -> Token? {
        guard ending == nil else { return nil }
        source.skipSpaces()
        guard let byte = source.peek() else {
            return end(open.isEmpty ? .complete : .truncated)
        }
        switch expected {
        case .commaOrEnd where source.take(UInt8(ascii: ",")):
            expected = open.last == true ? .key : .value
            return next()
        case .commaOrEnd: return readEnd()
        case .keyOrEnd where byte == UInt8(ascii: "}"): return readEnd()
        case .valueOrEnd where byte == UInt8(ascii: "]"): return readEnd()
        case .keyOrEnd, .key: return readKey()
        case .value, .valueOrEnd: return readValue(byte)
        }
    }

    /// Goes on behind something that is not JSON: at the next line, or here where the line on which the
    /// value began is over. For values that stand one a line.
    mutating func resume(after start: Int) {
        var nothing: BoundedText?
        if source.line == start { source.run(to: 0x0A, or: 0x0A, into: &nothing) }
        open = []
        expected = .value
        ending = nil
    }

    private mutating func end(_ ending: Ending) -> Token? {
        self.ending = ending
        return nil
    }

    /// What is wrong where another byte was to come.
    private mutating func wrong() -> Token? {
        end(source.peek() == nil ? .truncated : .malformed)
    }

    private mutating func readEnd() -> Token? {
        guard let isObject = open.last,
            source.take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        else { return wrong() }
        open.removeLast()
        finishValue()
        return isObject ? .endObject : .endArray
    }

    private mutating func finishValue() {
        expected = open.isEmpty ? .value : .commaOrEnd
    }

    private mutating func readKey() -> Token? {
        guard source.take(UInt8(ascii: "\"")), let key = readString(limit: 256) else {
            return wrong()
        }
        source.skipSpaces()
        guard source.take(UInt8(ascii: ":")) else { return wrong() }
        expected = .value
        return .key(key.string)
    }

    private mutating func readValue(_ byte: UInt8) -> Token? {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard open.count < limits.depth else { return end(.tooDeep) }
            _ = source.next()
            let isObject = byte == UInt8(ascii: "{")
            open.append(isObject)
            expected = isObject ? .keyOrEnd : .valueOrEnd
            return isObject ? .beginObject : .beginArray
        case UInt8(ascii: "\""):
            _ = source.next()
            guard let text = readString(limit: limits.text) else { return wrong() }
            finishValue()
            return .string(text)
        default: return readWord()
        }
    }

    /// A number or one of three words; at the very end of the bytes it may be cut and does not count.
    private mutating func readWord() -> Token? {
        var word: [UInt8] = []
        while let byte = source.peek(), Self.isOfWord(byte) {
            if word.count > 64 { return end(.malformed) }
            word.append(byte)
            _ = source.next()
        }
        guard source.peek() != nil else { return end(.truncated) }
        let text = String(decoding: word, as: UTF8.self)
        finishValue()
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        default: return Self.isNumber(word) ? .number(text) : end(.malformed)
        }
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Whether the bytes are a number by the letter of the RFC.
    private static func isNumber(_ word: [UInt8]) -> Bool {
        var rest = word[...]
        func digits() -> Int {
            let run = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            rest = rest[run.endIndex...]
            return run.count
        }
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let isZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, !isZero || whole == 1 else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard digits() > 0 else { return false }
        }
        if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                rest.removeFirst()
            }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}

extension JSONTokenizer {
    /// What stands up to the closing quote; `nil` where there is none, or an escape is none.
    private mutating func readString(limit: Int) -> FieldText? {
        var text: BoundedText? = BoundedText(limit: limit)
        while true {
            source.run(to: UInt8(ascii: "\""), or: UInt8(ascii: "\\"), or: 0x0A, into: &text)
            guard let byte = source.peek(), byte != 0x0A else { return nil }
            _ = source.next()
            if byte == UInt8(ascii: "\"") { return text?.text }
            guard readEscape(&text) else { return nil }
        }
    }

    private mutating func readEscape(_ text: inout BoundedText?) -> Bool {
        guard let byte = source.next() else { return false }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text?.append(byte)
        case UInt8(ascii: "b"): text?.append(UInt8(0x08))
        case UInt8(ascii: "f"): text?.append(UInt8(0x0C))
        case UInt8(ascii: "n"): text?.append(UInt8(0x0A))
        case UInt8(ascii: "r"): text?.append(UInt8(0x0D))
        case UInt8(ascii: "t"): text?.append(UInt8(0x09))
        case UInt8(ascii: "u"): return readUnits(&text)
        default: return false
        }
        return true
    }

    /// Four digits, and four more where the first are half of a pair.
    private mutating func readUnits(_ text: inout BoundedText?) -> Bool {
        guard var unit = readUnit() else { return false }
        while UTF16.isLeadSurrogate(unit) {
            guard source.peek() == UInt8(ascii: "\\") else {
                text?.append(nil as Unicode.Scalar?)
                return true
            }
            _ = source.next()
            guard source.peek() == UInt8(ascii: "u") else {
                text?.append(nil as Unicode.Scalar?)
                return readEscape(&text)
            }
            _ = source.next()
            guard let second = readUnit() else { return false }
            if UTF16.isTrailSurrogate(second) {
                let value = 0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(second & 0x3FF)
                text?.append(Unicode.Scalar(value))
                return true
            }
            text?.append(nil as Unicode.Scalar?)
            unit = second
        }
        text?.append(Unicode.Scalar(unit))
        return true
    }

    private mutating func readUnit() -> UInt16? {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = source.next(),
                let digit = Character(Unicode.Scalar(byte)).hexDigitValue
            else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
