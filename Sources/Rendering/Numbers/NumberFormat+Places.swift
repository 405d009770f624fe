import Evidence

extension NumberFormat {
    /// A number rounded to a power of ten of what a reader sees: hundredths for a share, whole dollars in the
    /// scale that the place allows.
    static func places(_ number: DecimalNumber, _ unit: Unit, _ power: Int) -> RoundedNumber {
        let isPercent = unit == .ratio || unit == .points
        let seen = isPercent ? number.shifted(by: 2) : number
        guard seen.point <= 18, (-12...18).contains(power) else { return rounded(number, unit) }
        let shown = seen.shifted(by: -power).rounded(fractionDigits: 0).shifted(by: power)
        guard unit == .usd, shown.point > 6 else {
            return RoundedNumber(number: shown, places: max(0, -power))
        }
        let step = min((shown.point - 1) / 3, 4)
        return RoundedNumber(
            number: shown.shifted(by: -3 * step), places: max(0, 3 * step - power), step: step)
    }
}
