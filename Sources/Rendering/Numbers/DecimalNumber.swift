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
        let parts = value.magnitude.description.split(separator: "e")
        let mantissa = (parts.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let whole = mantissa.first ?? ""
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        self.init(
            isNegative: value < 0,
            digits: (Array(whole.utf8) + Array(fraction.utf8)).map { $0 - UInt8(ascii: "0") },
            point: whole.utf8.count + exponent)
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

    /// The digits without sign or exponent, thousands parted by commas, at least
    /// `minimumFractionDigits` behind the point.
    func text(minimumFractionDigits: Int = 0) -> String {
        let whole = (0..<max(point, 1)).map { place in digit(point > 0 ? place : place - 1) }
        var text = ""
        for (place, digit) in whole.enumerated() {
            if place > 0, (whole.count - place) % 3 == 0 { text += "," }
            text += String(digit)
        }
        let places = max(fractionDigits, minimumFractionDigits)
        guard places > 0 else { return text }
        text += "."
        for place in 0..<places { text += String(digit(point + place)) }
        return text
    }

    /// The digit at a place counted from the first; zero beyond either end.
    private func digit(_ place: Int) -> UInt8 {
        digits.indices.contains(place) ? digits[place] : 0
    }
}
