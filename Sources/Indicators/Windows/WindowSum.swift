/// A sum in which every term has been added and none taken off again.
///
/// - Precision: after `n` terms the sum is within `n * 2^-53` of the sum of their magnitudes, whatever
///   was added before them; a window of ten thousand prices keeps eleven digits.
/// - Source: Higham, *Accuracy and Stability of Numerical Algorithms*, 2002, section 4.2.
struct WindowSum: WindowSummary {
    private(set) var value: Double

    init(_ term: Double) {
        value = term
    }

    static func joining(_ older: WindowSum, _ newer: WindowSum) -> WindowSum {
        WindowSum(older.value + newer.value)
    }
}
