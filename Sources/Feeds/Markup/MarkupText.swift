/// Takes the text out of HTML: tags, comments, scripts and styles go, references become characters.
///
/// Only names of HTML are tags; `<y and z>` is text. A tag ends at its first `>`. It is no browser: what
/// is left is text, to be escaped wherever it is shown.
///
/// - Complexity: linear, whatever the text holds.
struct MarkupText {
    private let bytes: [UInt8]
    private var position = 0
    private var text: [UInt8] = []
    /// Whether what looks like a tag waits for its `>`: one taken out within it must not make another.
    private var isOpen = false
    private var isBehindAngle = false
    private let lastEnd: Int

    /// The text of what may be HTML.
    static func text(of string: String, _ kind: TextKind) -> String {
        guard kind != .plain, string.utf8.contains(where: { $0 == lessThan || $0 == ampersand })
        else { return string }
        if kind == .either, !isMarkup(string) { return string }
        var reader = MarkupText(Array(string.utf8))
        reader.read()
        return String(decoding: reader.text, as: UTF8.self)
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lastEnd = bytes.lastIndex(of: Self.greaterThan) ?? -1
    }

    private mutating func read() {
        while position < bytes.count {
            switch bytes[position] {
            case Self.lessThan: readAngle()
            case Self.ampersand: readReference()
            case let byte: put(byte)
            }
        }
    }

    private mutating func put(_ byte: UInt8) {
        if isBehindAngle, Self.opensTag(byte) { isOpen = true }
        if byte == Self.greaterThan { isOpen = false }
        isBehindAngle = byte == Self.lessThan
        text.append(byte)
        position += 1
    }

    private mutating func readReference() {
        guard let end = Self.referenceEnd(bytes, position),
            let scalar = CharacterReference.scalar(bytes[position + 1..<end])
        else { return put(Self.ampersand) }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        isBehindAngle = false
        position = end + 1
    }

    private mutating func readAngle() {
        guard position < lastEnd, let piece = Self.piece(bytes, position) else {
            return put(Self.lessThan)
        }
        switch piece {
        case .comment:
            position = Self.end(of: "-->", in: bytes, from: position + 2) ?? bytes.count
            part(bySpace: false)
        case .declaration:
            position = tagEnd
            part(bySpace: false)
        case .tag(let name, let isEnd):
            position = tagEnd
            if !isEnd, name == "script" || name == "style" {
                skipContent(of: name)
            }
            part(bySpace: HTMLElement.partsWords(name))
        }
    }

    private var tagEnd: Int {
        (bytes[position...].firstIndex(of: Self.greaterThan) ?? bytes.count - 1) + 1
    }

    private mutating func part(bySpace: Bool) {
        if bySpace || isOpen || isBehindAngle { text.append(UInt8(ascii: " ")) }
    }

    /// Goes behind the end tag of a script or style, or to the end where it has none.
    private mutating func skipContent(of name: String) {
        while let end = Self.end(of: "</", in: bytes, from: position) {
            position = end
            if Self.name(bytes, end) == name {
                position = tagEnd
                return
            }
        }
        position = bytes.count
    }
}

extension MarkupText {
    private static let lessThan = UInt8(ascii: "<")
    private static let greaterThan = UInt8(ascii: ">")
    private static let ampersand = UInt8(ascii: "&")

    private enum Piece {
        case comment
        case declaration
        case tag(name: String, isEnd: Bool)
    }

    /// What a `<` begins; `nil` where it is text.
    private static func piece(_ bytes: [UInt8], _ start: Int) -> Piece? {
        let next = start + 1
        guard next < bytes.count else { return nil }
        switch bytes[next] {
        case UInt8(ascii: "!"):
            return bytes[next...].starts(with: "!--".utf8) ? .comment : .declaration
        case UInt8(ascii: "?"): return .declaration
        case UInt8(ascii: "/"):
            return name(bytes, next + 1).map { .tag(name: $0, isEnd: true) }
        default: return name(bytes, next).map { .tag(name: $0, isEnd: false) }
        }
    }

    /// The name of an element of HTML that stands here as a whole word.
    private static func name(_ bytes: [UInt8], _ start: Int) -> String? {
        let word = bytes[start...].prefix(HTMLElement.longest + 1).prefix(while: isOfName)
        let name = String(decoding: word, as: UTF8.self).lowercased()
        guard HTMLElement.names.contains(name) else { return nil }
        let end = start + word.count
        guard end < bytes.count else { return nil }
        return ByteSource.isSpace(bytes[end]) || bytes[end] == greaterThan
            || bytes[end] == UInt8(ascii: "/") ? name : nil
    }

    private static func opensTag(_ byte: UInt8) -> Bool {
        isOfName(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
            || byte == UInt8(ascii: "?")
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Where a reference's `;` stands.
    private static func referenceEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        bytes[(start + 1)...].prefix(CharacterReference.longest + 1)
            .firstIndex(of: UInt8(ascii: ";"))
    }

    /// The place behind the next occurrence of a mark.
    private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while place + mark.utf8.count <= bytes.count {
            if bytes[place...].starts(with: mark.utf8) { return place + mark.utf8.count }
            place += 1
        }
        return nil
    }

    /// Whether a text of unknown kind is HTML: it ends an element, breaks a line, shows an image, runs a
    /// script, has a comment or names a character.
    private static func isMarkup(_ string: String) -> Bool {
        let bytes = Array(string.utf8)
        let lastEnd = bytes.lastIndex(of: greaterThan) ?? -1
        return bytes.indices.contains { place in
            switch bytes[place] {
            case ampersand:
                guard let end = referenceEnd(bytes, place) else { return false }
                return CharacterReference.scalar(bytes[place + 1..<end]) != nil
            case lessThan where place < lastEnd:
                switch piece(bytes, place) {
                case .comment: return true
                case .tag(let name, let isEnd):
                    return isEnd || name == "script" || name == "style" || name == "br"
                default: return false
                }
            default: return false
            }
        }
    }
}
