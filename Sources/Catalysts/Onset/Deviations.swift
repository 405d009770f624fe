internal import Series

/// Values about their mean, in units of the largest distance from it, so that squares neither overflow
/// nor vanish.
struct Deviations {
    /// From -1 to 1, adding to zero.
    let values: [Double]
    /// The sum of their squares, one or more.
    let squares: Double
    /// What one stands for.
    let unit: Double

    /// The deviations; `nil` of fewer than two values, of values that are all the same but for rounding, and
    /// of ones that are not finite or beyond 1e100.
    init?(_ values: [Double]) {
        guard values.count > 1, values.allSatisfy(Self.isUsable), let first = values.first else {
            return nil
        }
        // About the first value the sum is small, and so is its rounding.
        let mean = first + values.lazy.map { $0 - first }.compensatedSum / Double(values.count)
        let raw = values.map { $0 - mean }
        let unit = raw.reduce(0) { max($0, abs($1)) }
        let largest = values.reduce(0) { max($0, abs($1)) }
        guard unit > 8 * largest.ulp else { return nil }
        self.unit = unit
        self.values = raw.map { $0 / unit }
        squares = self.values.lazy.map { $0 * $0 }.compensatedSum
    }

    /// Whether a value can be squared and summed.
    static func isUsable(_ value: Double) -> Bool { abs(value) <= 1e100 }
}
