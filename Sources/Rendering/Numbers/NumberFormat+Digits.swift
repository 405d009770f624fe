import Evidence

/// The digits of a number without its sign, and whether they are all zero.
struct RoundedDigits {
    /// What stands before the digits: a dollar sign or nothing.
    var prefix = ""
    /// The digits, with point, commas and the letter of the scale.
    let digits: String
    /// Whether nothing but zeros is shown.
    let isZero: Bool
}

extension NumberFormat {
    /// Every digit that matters.
    static func exact(_ number: DecimalNumber, _ unit: Unit) -> RoundedDigits {
        let isPercent = unit == .ratio || unit == .points
        let shifted = isPercent ? number.shifted(by: 2) : number
        return RoundedDigits(
            prefix: unit == .usd ? "$" : "", digits: shifted.text(), isZero: shifted.isZero)
    }

    /// As many digits as a reader of the unit wants.
    static func rounded(_ number: DecimalNumber, _ unit: Unit) -> RoundedDigits {
        switch unit {
        case .usd:
            var dollars = compact(number)
            dollars.prefix = "$"
            return dollars
        case .ratio:
            // Funding rates and spreads would vanish at two decimals.
            let isSmall = !number.isZero && number.point < -2
            return fixed(number.shifted(by: 2), isSmall ? 4 : 2)
        case .points: return fixed(number.shifted(by: 2), 2)
        case .coefficient: return fixed(number, 2)
        case .score: return fixed(number, 1)
        case .level: return fixed(number, 2)
        case .count: return fixed(number, 0)
        case .coins: return coins(number)
        case .days: return plain(number.rounded(fractionDigits: 0))
        case .hours, .instant, .day, .text:
            return plain(number.rounded(fractionDigits: 2))
        }
    }

    /// Digits with at most six that matter, for columns of figures: `$102,300.5`, `$0.16689`, `$3.296T`.
    static func fine(_ value: Double, _ unit: Unit) -> String {
        guard unit == .usd || unit == .coefficient, abs(value) < 1e6 else {
            return text(value, unit)
        }
        let number = DecimalNumber(value).rounded(significantDigits: 6)
        guard number.isZero || number.point > -12 else { return text(value, unit) }
        return (number.isNegative ? minus : "") + (unit == .usd ? "$" : "") + number.text()
    }

    /// The two digits that matter most, dollars in their scale.
    static func rough(_ number: DecimalNumber, _ unit: Unit) -> RoundedDigits {
        let isPercent = unit == .ratio || unit == .points
        let shown = number.rounded(significantDigits: 2).shifted(by: isPercent ? 2 : 0)
        guard unit == .usd else {
            return RoundedDigits(digits: shown.text(), isZero: shown.isZero)
        }
        let step = max(0, min((shown.point - 1) / 3, 4))
        return RoundedDigits(
            prefix: "$",
            digits: shown.shifted(by: -3 * step).text() + ["", "K", "M", "B", "T"][step],
            isZero: shown.isZero)
    }

    /// Four digits from a trillion, three below, two decimals under a thousand.
    private static func compact(_ number: DecimalNumber) -> RoundedDigits {
        let reaches = number.rounded(significantDigits: 3).point
        if reaches <= 3 { return small(number) }
        let digits = reaches > 12 ? 4 : 3
        let shown = number.rounded(significantDigits: digits)
        guard shown.point <= 18 else { return scientific(number) }
        let step = min((shown.point - 1) / 3, 4)
        let scaled = shown.shifted(by: -3 * step)
        let letters = ["", "K", "M", "B", "T"]
        return RoundedDigits(
            digits: scaled.text(minimumFractionDigits: max(0, digits - scaled.point))
                + letters[step],
            isZero: false)
    }

    /// Two decimals from one upwards, four digits below.
    private static func small(_ number: DecimalNumber) -> RoundedDigits {
        if number.isZero || number.point > 0 { return fixed(number, 2) }
        guard number.point > -12 else { return scientific(number) }
        let shown = number.rounded(significantDigits: 4)
        return RoundedDigits(
            digits: shown.text(minimumFractionDigits: max(2, 4 - shown.point)), isZero: false)
    }

    private static func coins(_ number: DecimalNumber) -> RoundedDigits {
        let reaches = number.rounded(significantDigits: 3).point
        if reaches > 6 { return compact(number) }
        if reaches > 3 { return fixed(number, 0) }
        return number.isZero || number.point > 0
            ? plain(number.rounded(fractionDigits: 2)) : plain(number.rounded(significantDigits: 4))
    }

    private static func fixed(_ number: DecimalNumber, _ places: Int) -> RoundedDigits {
        guard number.point <= 18 else { return scientific(number) }
        let shown = number.rounded(fractionDigits: places)
        return RoundedDigits(
            digits: shown.text(minimumFractionDigits: places), isZero: shown.isZero)
    }

    private static func plain(_ number: DecimalNumber) -> RoundedDigits {
        number.point > 18 || number.point <= -12
            ? scientific(number) : RoundedDigits(digits: number.text(), isZero: number.isZero)
    }

    /// For numbers no market has: a page must not be torn by three hundred digits.
    private static func scientific(_ number: DecimalNumber) -> RoundedDigits {
        let shown = number.rounded(significantDigits: 3)
        let exponent = shown.point - 1
        let mantissa = shown.shifted(by: -exponent).text(minimumFractionDigits: 2)
        let sign = exponent < 0 ? minus : ""
        return RoundedDigits(digits: "\(mantissa)e\(sign)\(abs(exponent))", isZero: false)
    }
}
