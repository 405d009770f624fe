/// What `&amp;`, `&#8217;` and `&#x2019;` stand for.
enum CharacterReference {
    /// The longest name or number between `&` and `;` that is looked up.
    static let longest = 32

    /// The character of what stands between `&` and `;`.
    ///
    /// A number that is no character gives U+FFFD. Numbers 128 to 159 are those of Windows-1252, as HTML
    /// has it, because that is what whoever wrote them meant.
    ///
    /// - Output: `nil` where it is no reference; what was written then stands for itself.
    static func scalar(_ body: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard body.count <= longest, let first = body.first else { return nil }
        guard first == UInt8(ascii: "#") else {
            return NamedCharacter.scalar(String(decoding: body, as: UTF8.self))
        }
        let digits = body.dropFirst()
        let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let radix: UInt32 = isHexadecimal ? 16 : 10
        return number(isHexadecimal ? digits.dropFirst() : digits, radix).map(character)
    }

    private static func number(_ digits: ArraySlice<UInt8>, _ radix: UInt32) -> UInt32? {
        guard !digits.isEmpty else { return nil }
        var number: UInt32 = 0
        for byte in digits {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix else {
                return nil
            }
            // Beyond the last character all numbers are alike.
            number = min(number * radix + UInt32(digit), 0x110000)
        }
        return number
    }

    private static func character(_ number: UInt32) -> Unicode.Scalar {
        if let byte = UInt8(exactly: number), byte >= 0x80 {
            return Transcoder.windows1252(byte) ?? "\u{FFFD}"
        }
        return number == 0 ? "\u{FFFD}" : Unicode.Scalar(number) ?? "\u{FFFD}"
    }
}
