import Evidence

extension NumberFormat {
    /// Every digit that matters.
    static func exact(_ number: DecimalNumber, _ unit: Unit) -> RoundedNumber {
        let isPercent = unit == .ratio || unit == .points
        return RoundedNumber(number: isPercent ? number.shifted(by: 2) : number)
    }

    /// As many digits as a reader of the unit wants.
    static func rounded(_ number: DecimalNumber, _ unit: Unit) -> RoundedNumber {
        switch unit {
        case .usd: return compact(number)
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
    static func fine(_ value: Double, _ unit: Unit) -> RoundedNumber {
        guard unit == .usd || unit == .coefficient, abs(value) < 1e6 else {
            return rounded(DecimalNumber(value), unit)
        }
        let number = DecimalNumber(value).rounded(significantDigits: 6)
        guard number.isZero || number.point > -12 else {
            return rounded(DecimalNumber(value), unit)
        }
        return RoundedNumber(number: number)
    }

    /// The two digits that matter most, dollars in their scale.
    static func rough(_ number: DecimalNumber, _ unit: Unit) -> RoundedNumber {
        let isPercent = unit == .ratio || unit == .points
        let shown = number.rounded(significantDigits: 2).shifted(by: isPercent ? 2 : 0)
        // Nobody counts six zeros.
        guard shown.isZero || shown.point > -6 else {
            let exponent = shown.point - 1
            return RoundedNumber(number: shown.shifted(by: -exponent), exponent: exponent)
        }
        guard unit == .usd else { return RoundedNumber(number: shown) }
        let step = max(0, min((shown.point - 1) / 3, 4))
        return RoundedNumber(number: shown.shifted(by: -3 * step), step: step)
    }

    /// Four digits from a trillion, three below, two decimals under a thousand.
    private static func compact(_ number: DecimalNumber) -> RoundedNumber {
        let reaches = number.rounded(significantDigits: 3).point
        if reaches <= 3 { return small(number) }
        let digits = reaches > 12 ? 4 : 3
        let shown = number.rounded(significantDigits: digits)
        guard shown.point <= 18 else { return scientific(number) }
        let step = min((shown.point - 1) / 3, 4)
        let scaled = shown.shifted(by: -3 * step)
        return RoundedNumber(
            number: scaled, places: max(0, digits - scaled.point), step: step)
    }

    /// Two decimals from one upwards, four digits below.
    private static func small(_ number: DecimalNumber) -> RoundedNumber {
        if number.isZero || number.point > 0 { return fixed(number, 2) }
        guard number.point > -12 else { return scientific(number) }
        let shown = number.rounded(significantDigits: 4)
        return RoundedNumber(number: shown, places: max(2, 4 - shown.point))
    }

    private static func coins(_ number: DecimalNumber) -> RoundedNumber {
        let reaches = number.rounded(significantDigits: 3).point
        if reaches > 6 { return compact(number) }
        if reaches > 3 { return fixed(number, 0) }
        return number.isZero || number.point > 0
            ? plain(number.rounded(fractionDigits: 2)) : plain(number.rounded(significantDigits: 4))
    }

    private static func fixed(_ number: DecimalNumber, _ places: Int) -> RoundedNumber {
        guard number.point <= 18 else { return scientific(number) }
        return RoundedNumber(number: number.rounded(fractionDigits: places), places: places)
    }

    private static func plain(_ number: DecimalNumber) -> RoundedNumber {
        number.point > 18 || number.point <= -12
            ? scientific(number) : RoundedNumber(number: number)
    }

    /// For numbers no market has: a page must not be torn by three hundred digits.
    private static func scientific(_ number: DecimalNumber) -> RoundedNumber {
        let shown = number.rounded(significantDigits: 3)
        let exponent = shown.point - 1
        return RoundedNumber(
            number: shown.shifted(by: -exponent), places: 2, exponent: exponent)
    }
}
