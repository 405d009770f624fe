/// Bytes of UTF-8 that are gathered up to a limit.
struct BoundedText {
    private let limit: Int
    private(set) var bytes: [UInt8] = []
    /// Whether more came than the limit.
    private(set) var isCut = false
    /// How many characters were put for what was none, by escapes and by `string`.
    private(set) var repairs = 0

    init(limit: Int) {
        self.limit = limit
    }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ byte: UInt8) {
        if bytes.count < limit { bytes.append(byte) } else { isCut = true }
    }

    mutating func append(_ more: ArraySlice<UInt8>) {
        let room = limit - bytes.count
        bytes.append(contentsOf: more.prefix(room))
        if more.count > room { isCut = true }
    }

    /// Appends a character, or U+FFFD for what is none.
    mutating func append(_ scalar: Unicode.Scalar?) {
        if scalar == nil { repairs += 1 }
        for byte in UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
            append(byte)
        }
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        isCut = false
        repairs = 0
    }

    /// The text, with U+FFFD for each stretch of bytes that is no character.
    var text: FieldText {
        // A cut may part the bytes of a character; what is left of it is no fault of the feed.
        let whole = isCut ? bytes[..<Self.lastWholeCharacter(of: bytes)] : bytes[...]
        if let string = String(validating: whole, as: UTF8.self) {
            return FieldText(string: string, isCut: isCut, repairs: repairs)
        }
        return FieldText(
            string: String(decoding: whole, as: UTF8.self), isCut: isCut,
            repairs: repairs + Self.faults(in: whole))
    }

    private static func lastWholeCharacter(of bytes: [UInt8]) -> Int {
        var end = bytes.count
        while end > 0, bytes[end - 1] & 0xC0 == 0x80, bytes.count - end < 3 { end -= 1 }
        guard end > 0, bytes[end - 1] >= 0xC0 else { return bytes.count }
        return end - 1
    }

    private static func faults(in bytes: ArraySlice<UInt8>) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var count = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue: continue
            case .error: count += 1
            case .emptyInput: return count
            }
        }
    }
}
