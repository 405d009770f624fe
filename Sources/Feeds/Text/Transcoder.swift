/// Turns bytes of another encoding into UTF-8, chunk by chunk.
///
/// What is no character becomes U+FFFD and is counted. At most three bytes come of one.
struct Transcoder {
    private let encoding: TextEncoding
    /// The first byte of a pair that a chunk's end parted.
    private var half: UInt8?
    /// A leading surrogate whose partner is still to come.
    private var leading: UInt16?
    /// How often something was no character.
    private(set) var repairs = 0

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// The UTF-8 of a chunk.
    mutating func utf8(_ chunk: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(chunk.count)
        switch encoding {
        case .utf8: return chunk
        case .windows1252:
            for byte in chunk { append(Self.windows1252(byte), to: &text) }
        case .utf16LittleEndian, .utf16BigEndian:
            for byte in chunk {
                guard let first = half else {
                    half = byte
                    continue
                }
                half = nil
                let (high, low) = encoding == .utf16BigEndian ? (first, byte) : (byte, first)
                take(UInt16(high) << 8 | UInt16(low), &text)
            }
        }
        return text
    }

    /// The UTF-8 of what the last chunk left unfinished.
    mutating func rest() -> [UInt8] {
        var text: [UInt8] = []
        if leading != nil || half != nil { append(nil, to: &text) }
        leading = nil
        half = nil
        return text
    }

    private mutating func take(_ unit: UInt16, _ text: inout [UInt8]) {
        if let first = leading {
            leading = nil
            if UTF16.isTrailSurrogate(unit) {
                let value = 0x10000 + (UInt32(first & 0x3FF) << 10) + UInt32(unit & 0x3FF)
                return append(Unicode.Scalar(value), to: &text)
            }
            append(nil, to: &text)
        }
        if UTF16.isLeadSurrogate(unit) {
            leading = unit
        } else {
            append(Unicode.Scalar(unit), to: &text)
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar?, to text: inout [UInt8]) {
        if scalar == nil { repairs += 1 }
        text.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? Self.replacement)
    }

    private static let replacement = UTF8.encodedReplacementCharacter

    /// The character of a byte; `nil` for the five bytes that have none.
    static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(upperRow[Int(byte) - 0x80]).flatMap { $0 == "\0" ? nil : $0 }
    }

    private static let upperRow: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}
