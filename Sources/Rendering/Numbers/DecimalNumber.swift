/// The shortest decimal that reads back as a given double, digit by digit, so that rounding is done
/// on what a reader would see and not on the binary beneath it: 0.125 becomes 0.13, 1.005 becomes 1.01.
struct DecimalNumber: Equatable {
    /// Whether there is a minus sign; never for zero.
    private(set) var isNegative: Bool
    /// Digits 0 to 9 without zeros at either end; empty for zero.
    private(set) var digits: [UInt8]
    /// Where the point stands, counted from before the first digit: 12.3 has 2, 0.05 has -1.
    private(set) var point: Int

    /// The shortest decimal of a finite number; zero for what is not finite.
    init(_ value: Double) {
        guard value.isFinite else {
            self.init(isNegative: false, digits: [], point: 0)
            return
        }
        // Swift prints the shortest round trip: digits, an optional point, an optional exponent.
        let text = value.magnitude.description
        let mantissa = text.utf8.prefix { $0 != UInt8(ascii: "e") }
        let exponent = Int(text[mantissa.endIndex...].dropFirst()) ?? 0
        var digits: [UInt8] = []
        var point: Int?
        for byte in mantissa {
            if byte == UInt8(ascii: ".") {
                point = digits.count
            } else {
                digits.append(byte - UInt8(ascii: "0"))
            }
        }
        self.init(
            isNegative: value < 0, digits: digits, point: (point ?? digits.count) + exponent)
    }

    private init(isNegative: Bool, digits: [UInt8], point: Int) {
        let leading = digits.prefix { $0 == 0 }.count
        var kept = Array(digits.dropFirst(leading))
        while kept.last == 0 { kept.removeLast() }
        self.digits = kept
        self.isNegative = isNegative && !kept.isEmpty
        self.point = kept.isEmpty ? 0 : point - leading
    }

    /// Whether nothing is left.
    var isZero: Bool { digits.isEmpty }

    /// The number of digits behind the point.
    var fractionDigits: Int { max(0, digits.count - point) }

    /// The number times ten to the power of `places`, exactly.
    func shifted(by places: Int) -> DecimalNumber {
        DecimalNumber(isNegative: isNegative, digits: digits, point: point + places)
    }

    /// The number without its sign.
    var magnitude: DecimalNumber {
        DecimalNumber(isNegative: false, digits: digits, point: point)
    }

    /// The number with `places` digits behind the point, halves away from zero.
    func rounded(fractionDigits places: Int) -> DecimalNumber {
        let keep = point + places
        guard keep >= 0 else { return DecimalNumber(isNegative: false, digits: [], point: 0) }
        guard keep < digits.count else { return self }
        // One place is kept free in front for the carry of 9.99 to 10.
        var kept: [UInt8] = [0] + digits.prefix(keep)
        if digits[keep] >= 5 {
            var place = keep
            while kept[place] == 9 {
                kept[place] = 0
                place -= 1
            }
            kept[place] += 1
        }
        return DecimalNumber(isNegative: isNegative, digits: kept, point: point + 1)
    }

    /// The number with its first `count` digits, halves away from zero.
    func rounded(significantDigits count: Int) -> DecimalNumber {
        rounded(fractionDigits: count - point)
    }

    /// The digits without sign or exponent, with the marks of a language, at least `minimumFractionDigits` behind the
    /// point.
    func text(_ marks: NumberMarks = .english, minimumFractionDigits: Int = 0) -> String {
        let whole = max(point, 1)
        var text: [UInt8] = []
        for place in 0..<whole {
            if place > 0, (whole - place) % 3 == 0, whole >= marks.leastGrouped {
                text += marks.group.utf8
            }
            text.append(digit(point > 0 ? place : place - 1))
        }
        let places = max(fractionDigits, minimumFractionDigits)
        if places > 0 { text += marks.point.utf8 }
        for place in 0..<places { text.append(digit(point + place)) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The digit at a place counted from the first, in ASCII; zero beyond either end.
    private func digit(_ place: Int) -> UInt8 {
        UInt8(ascii: "0") + (digits.indices.contains(place) ? digits[place] : 0)
    }
}
