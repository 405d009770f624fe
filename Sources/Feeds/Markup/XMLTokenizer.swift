/// Takes XML apart into tags and text, one after another, and forgives what feeds get wrong.
///
/// It expands nothing but the five references of XML, numbers, and names of HTML; a declaration of
/// entities ends the reading. Nothing of it recurs or looks back, so it takes linear time and holds one
/// tag and one text, each bounded.
///
/// Source: XML 1.0, fifth edition, read leniently: a `<` or `&` that begins nothing stands for itself, an
/// attribute may lack its quotes.
struct XMLTokenizer {
    /// What was found.
    enum Token {
        case start(XMLTag)
        case end(String)
    }

    /// What ended the reading before the bytes did, or with them.
    enum Ending {
        /// The bytes ended within a tag, a comment or the like.
        case truncated
        /// Entities are declared.
        case entityDeclaration
    }

    /// The text since it was opened; `nil` while nobody wants it.
    var text: BoundedText?
    /// Why there is no further token, where it is a fault.
    private(set) var ending: Ending?
    private var source: ByteSource

    private static let longestName = 256
    private static let longestValue = 8_192
    private static let mostAttributes = 64
    private static let lessThan = UInt8(ascii: "<")
    private static let greaterThan = UInt8(ascii: ">")
    private static let slash = UInt8(ascii: "/")
    private static let ampersand = UInt8(ascii: "&")

    init(_ source: ByteSource) {
        self.source = source
    }

    var line: Int { source.line }
    var repairs: Int { source.repairs }
    var isOverLimit: Bool { source.isOverLimit }

    /// The next tag; text before it is appended to `text`. `nil` at the end.
    mutating func next() -> Token? {
        while ending == nil {
            source.run(to: Self.lessThan, or: Self.ampersand, into: &text)
            guard let byte = source.next() else { return nil }
            if byte == Self.ampersand {
                readReference()
            } else if let token = readAngle() {
                return token
            }
        }
        return nil
    }

    private mutating func readAngle() -> Token? {
        guard let byte = source.peek() else {
            ending = .truncated
            return nil
        }
        switch byte {
        case UInt8(ascii: "!"): readDeclaration()
        case UInt8(ascii: "?"): skip(to: "?>")
        case Self.slash:
            _ = source.next()
            let name = readName()
            skip(to: ">")
            return ending == nil ? .end(name) : nil
        case let byte where Self.startsName(byte):
            return readTag().map { .start($0) }
        default: text?.append(Self.lessThan)
        }
        return nil
    }
}

extension XMLTokenizer {
    private mutating func readTag() -> XMLTag? {
        var tag = XMLTag(name: readName())
        while ending == nil {
            source.skipSpaces()
            guard let byte = source.peek() else { break }
            switch byte {
            case Self.greaterThan:
                _ = source.next()
                return tag
            case Self.slash:
                _ = source.next()
                tag.isEmpty = source.peek() == Self.greaterThan
            case let byte where Self.startsName(byte):
                let attribute = readAttribute()
                if tag.attributes.count < Self.mostAttributes { tag.attributes.append(attribute) }
            default: _ = source.next()
            }
        }
        ending = .truncated
        return nil
    }

    private mutating func readAttribute() -> XMLTag.Attribute {
        let name = readName()
        source.skipSpaces()
        guard source.take(UInt8(ascii: "=")) else { return XMLTag.Attribute(name: name, value: "") }
        source.skipSpaces()
        let outer = text
        text = BoundedText(limit: Self.longestValue)
        readValue()
        let value = text?.text.string ?? ""
        text = outer
        return XMLTag.Attribute(name: name, value: value)
    }

    /// Appends an attribute's value to `text`.
    private mutating func readValue() {
        let quote = source.peek()
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), let quote else {
            while let byte = source.peek(), !ByteSource.isSpace(byte), byte != Self.greaterThan {
                text?.append(byte)
                _ = source.next()
            }
            return
        }
        _ = source.next()
        while ending == nil {
            source.run(to: quote, or: Self.ampersand, into: &text)
            guard let byte = source.next() else {
                ending = .truncated
                return
            }
            if byte == quote { return }
            readReference()
        }
    }

    private mutating func readName() -> String {
        var name: [UInt8] = []
        while let byte = source.peek(), Self.startsName(byte) || Self.continuesName(byte) {
            if name.count < Self.longestName { name.append(byte) }
            _ = source.next()
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// Appends what stands behind an `&` to `text`.
    private mutating func readReference() {
        var body: [UInt8] = []
        while let byte = source.peek(), Self.isOfReference(byte),
            body.count <= CharacterReference.longest
        {
            body.append(byte)
            _ = source.next()
        }
        if source.peek() == UInt8(ascii: ";"), let scalar = CharacterReference.scalar(body[...]) {
            _ = source.next()
            text?.append(Optional(scalar))
        } else {
            text?.append(Self.ampersand)
            text?.append(body[...])
        }
    }

    /// Reads from the `!` of a comment, a CDATA section or a declaration.
    private mutating func readDeclaration() {
        _ = source.next()
        switch source.peek() {
        case UInt8(ascii: "-"):
            _ = source.next()
            skip(to: source.take(UInt8(ascii: "-")) ? "-->" : ">")
        case UInt8(ascii: "["):
            for byte in "[CDATA[".utf8 where !source.take(byte) { return skip(to: ">") }
            readCharacterData()
        default: skipDeclaration()
        }
    }

    private mutating func readCharacterData() {
        let bracket = UInt8(ascii: "]")
        while true {
            source.run(to: bracket, or: bracket, into: &text)
            var brackets = 0
            while source.take(bracket) { brackets += 1 }
            guard brackets > 0 else {
                ending = .truncated
                return
            }
            let isEnd = brackets >= 2 && source.take(Self.greaterThan)
            for _ in 0..<(isEnd ? brackets - 2 : brackets) { text?.append(bracket) }
            if isEnd { return }
        }
    }

    /// Passes over a document type that names a file; one that declares anything ends the reading.
    private mutating func skipDeclaration() {
        var quote: UInt8?
        while let byte = source.next() {
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case Self.greaterThan: return
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "["), Self.lessThan:
                ending = .entityDeclaration
                return
            default: continue
            }
        }
        ending = .truncated
    }

    /// Goes behind a mark of at most four bytes, without keeping what stands before it.
    private mutating func skip(to mark: StaticString) {
        let wanted = mark.withUTF8Buffer { $0.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }
        let mask = UInt32.max >> (32 - 8 * UInt32(mark.utf8CodeUnitCount))
        var last: UInt32 = 0
        while let byte = source.next() {
            last = last << 8 | UInt32(byte)
            if last & mask == wanted { return }
        }
        ending = .truncated
    }

    private static func startsName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
    }

    private static func continuesName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    private static func isOfReference(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "#")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
