/// A sum that carries what its additions rounded away.
///
/// - Source: Knuth, *The Art of Computer Programming*, volume 2, 1969, section 4.2.2, theorem B.
struct WindowSum: WindowSummary {
    private var rounded: Double
    private var lost = 0.0

    init(_ term: Double) {
        rounded = term
    }

    static func joining(_ older: WindowSum, _ newer: WindowSum) -> WindowSum {
        var sum = WindowSum(older.rounded + newer.rounded)
        let share = sum.rounded - older.rounded
        sum.lost =
            (older.rounded - (sum.rounded - share)) + (newer.rounded - share)
            + (older.lost + newer.lost)
        return sum
    }

    var value: Double { rounded + lost }
}
