/// Reads numbers from bytes.
package enum DecimalText {
    /// The double nearest to a decimal: `-12`, `0.25`, `1.5e-9`; `nil` for anything else, and where
    /// no finite double is near.
    ///
    /// - Source: Clinger, *How to read floating point numbers accurately*, 1990: where the digits
    ///   fit 53 bits and the power of ten is exact, one multiplication or division rounds right.
    /// - Checked against: `Double(String)`, bit for bit, `DecimalTextTests`.
    package static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
        guard let parts = DecimalParts(bytes, range) else { return nil }
        if let exact = parts.exact { return exact }
        let text = String(decoding: bytes[range], as: UTF8.self)
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }
}

/// A decimal taken apart: `mantissa` times ten to the `exponent`.
private struct DecimalParts {
    private var mantissa: UInt64 = 0
    private var exponent = 0
    private var isNegative = false
    // Digits beyond the nineteenth could overflow the mantissa; then it does not count.
    private var overflows = false

    init?(_ bytes: [UInt8], _ range: Range<Int>) {
        var position = range.lowerBound
        let end = range.upperBound
        if position < end, bytes[position] == UInt8(ascii: "-") {
            isNegative = true
            position += 1
        }
        guard takeDigits(bytes, &position, end) else { return nil }
        if position < end, bytes[position] == UInt8(ascii: ".") {
            position += 1
            let start = position
            guard takeDigits(bytes, &position, end) else { return nil }
            exponent = start - position
        }
        if position < end {
            guard takeExponent(bytes, &position, end), position == end else { return nil }
        }
    }

    /// The value where one exactly rounded operation gives it.
    var exact: Double? {
        guard !overflows, mantissa <= 1 << 53, abs(exponent) <= 22 else { return nil }
        let whole = Double(mantissa)
        let size =
            exponent < 0
            ? whole / Self.powersOfTen[-exponent] : whole * Self.powersOfTen[exponent]
        return isNegative ? -size : size
    }

    private mutating func takeDigits(_ bytes: [UInt8], _ position: inout Int, _ end: Int) -> Bool {
        let start = position
        while position < end {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit <= 9 else { break }
            if mantissa >= 1_000_000_000_000_000_000 { overflows = true }
            mantissa = mantissa &* 10 &+ UInt64(digit)
            position += 1
        }
        return position > start
    }

    private mutating func takeExponent(_ bytes: [UInt8], _ position: inout Int, _ end: Int) -> Bool
    {
        guard bytes[position] | 0x20 == UInt8(ascii: "e") else { return false }
        position += 1
        var isBelowOne = false
        if position < end,
            bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
        {
            isBelowOne = bytes[position] == UInt8(ascii: "-")
            position += 1
        }
        let start = position
        var size = 0
        while position < end, bytes[position] &- UInt8(ascii: "0") <= 9 {
            size = min(size * 10 + Int(bytes[position] &- UInt8(ascii: "0")), 100_000)
            position += 1
        }
        exponent += isBelowOne ? -size : size
        return position > start
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}
