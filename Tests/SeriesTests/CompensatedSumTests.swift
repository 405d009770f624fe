import Series
import TestSupport
import Testing

@Suite struct CompensatedSumTests {
    /// Expected values: Python's exact `math.fsum`; the second row is Neumaier's own example.
    @Test(
        arguments: [
            ([1e100, 1, -1e100], 1), ([1, 1e100, 1, -1e100], 2), ([], 0),
            ([0.1, 0.2, 0.3, -0.6], 2.7755575615628914e-17), ([-5], -5),
        ] as [([Double], Double)])
    func exact(terms: [Double], expected: Double) {
        #expect(terms.compensatedSum == expected)
    }

    @Test func integersAddUpExactly() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<100 {
            let terms = (0..<1000).map { _ in Int.random(in: -1 << 40...1 << 40, using: &random) }
            #expect(terms.map(Double.init).compensatedSum == Double(terms.reduce(0, +)))
        }
    }

    /// Source: the same prices in whole cents, added as integers.
    @Test func aMillionPricesAddUpToTheCent() {
        var random = SeededGenerator(seed: 12)
        let cents = (0..<1_000_000).map { _ in Int.random(in: 1...12_000_000, using: &random) }
        let prices = cents.map { Double($0) / 100 }
        let exact = Double(cents.reduce(0, +)) / 100
        #expect(prices.compensatedSum == exact)
        #expect(prices.reduce(0, +) != exact, "plain addition would do; make the case harder")
    }
}
