import Evidence

/// Round numbers along an axis, one, two or five times a power of ten apart.
struct Ticks {
    /// The numbers, ascending; none where the range is not one.
    let values: [Double]
    /// The distance between two of them.
    let step: Double

    /// About `count` round numbers from `low` to `high`.
    init(from low: Double, to high: Double, about count: Int) {
        let raw = (high / 2 - low / 2) / Double(max(1, count)) * 2
        guard raw > 0, raw.isFinite else {
            values = low.isFinite && low == high ? [low] : []
            step = 0
            return
        }
        // The digit before the first one gives the power of ten at or below the raw step.
        let power = Double("1e\(DecimalNumber(raw).point - 1)") ?? raw
        let step = power * ([1, 2, 5].first { $0 * power >= raw * 0.8 } ?? 10)
        self.step = step
        let first = (low / step - 1e-9).rounded(.up)
        let last = (high / step + 1e-9).rounded(.down)
        guard step.isFinite, step > 0, abs(first) < 1e15, last >= first, last - first < 100 else {
            values = []
            return
        }
        values = (0...Int(last - first)).map { (first + Double($0)) * step }
    }

    /// The labels, alike in scale and in digits.
    func labels(_ unit: Unit, in language: any PageLanguage = EnglishPage()) -> [String] {
        let isPercent = unit == .ratio || unit == .points
        let greatest = values.map(\.magnitude).max() ?? 0
        let thousands = unit == .usd || unit == .coins || unit == .count
        let place = DecimalNumber(greatest).point
        let scale = thousands ? max(0, min(4, (place - 1) / 3)) : 0
        let shift = isPercent ? 2 : -3 * scale
        let digits = max(0, min(12, 1 - DecimalNumber(step).point - shift))
        return values.map { value in
            let shown = DecimalNumber(value).shifted(by: shift).rounded(fractionDigits: digits)
            let sign = shown.isNegative ? NumberFormat.minus : ""
            return sign
                + language.tick(
                    shown, fractionDigits: shown.isZero ? 0 : digits, unit, scale: scale)
        }
    }
}
