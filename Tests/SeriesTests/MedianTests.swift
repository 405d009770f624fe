import Series
import TestSupport
import Testing

@Suite struct MedianTests {
    @Test func everySmallCollection() {
        for values in sequences(over: [1.0, 2, 5], upTo: 6) {
            #expect(values.median == Self.counted(values), "\(values)")
        }
    }

    /// The median by counting alone: the value with fewer than half on either side of it.
    private static func counted(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        func place(_ rank: Int) -> Double {
            [1.0, 2, 5].first { limit in values.count { $0 <= limit } > rank } ?? .nan
        }
        return (place((values.count - 1) / 2) + place(values.count / 2)) / 2
    }
}
