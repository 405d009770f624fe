/// A number as it is to be shown, before a language sets it: which digits, in which scale. Its sign is written apart.
struct RoundedNumber {
    /// The digits that are shown.
    var number: DecimalNumber
    /// How many of them stand behind the point at least.
    var places = 0
    /// How often a thousand was taken out: 1 for thousands, 4 for trillions.
    var step = 0
    /// The power of ten that was taken out of a number that no market has.
    var exponent: Int?

    /// Whether nothing but zeros is shown.
    var isZero: Bool { number.isZero }

    /// The digits.
    func text(_ marks: NumberMarks) -> String {
        number.text(marks, minimumFractionDigits: places)
    }

    /// The same number in a scale of fewer thousands.
    func unscaled(by steps: Int) -> RoundedNumber {
        RoundedNumber(
            number: number.shifted(by: 3 * steps), places: max(0, places - 3 * steps),
            step: step - steps)
    }
}

/// What a language puts between the digits of a number.
struct NumberMarks {
    /// Before the decimals.
    let point: String
    /// Between groups of three digits.
    let group: String
    /// The least number of digits before the point that is grouped.
    let leastGrouped: Int

    /// A point before decimals, commas between thousands.
    static let english = NumberMarks(point: ".", group: ",", leastGrouped: 4)
}
