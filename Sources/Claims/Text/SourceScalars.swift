/// The scalars of UTF-8 with the byte at which each begins; what is not UTF-8 becomes U+FFFD, a byte a
/// scalar.
struct SourceScalars: Sequence, IteratorProtocol {
    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    mutating func next() -> (scalar: Unicode.Scalar, origin: Int)? {
        guard place < bytes.endIndex else { return nil }
        let origin = place - bytes.startIndex
        let lead = bytes[place]
        let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        if length > 0, let scalar = decoded(lead, length) {
            place += length
            return (scalar, origin)
        }
        place += 1
        return ("\u{FFFD}", origin)
    }

    private func decoded(_ lead: UInt8, _ length: Int) -> Unicode.Scalar? {
        guard length > 1 else { return Unicode.Scalar(lead) }
        guard place + length <= bytes.endIndex, lead < 0xF5 else { return nil }
        var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for byte in bytes[(place + 1)..<(place + length)] {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        return value < least ? nil : Unicode.Scalar(value)
    }
}
