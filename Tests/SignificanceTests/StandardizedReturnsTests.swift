import Series
import Significance
import TestSupport
import Testing

@Suite struct StandardizedReturnsTests {
    /// The recursion written out: a mean square of two, then three quarters of the old to one of
    /// the new.
    @Test func agreesWithTheRecursion() throws {
        let found = try #require(
            StandardizedReturns(returns: [3, -4, 10, 0, 5], decay: 0.75, seedBars: 2))
        let first = 12.5
        let second = 0.75 * first + 0.25 * 100
        let third = 0.75 * second
        let next = 0.75 * third + 0.25 * 25
        #expect(found.firstIndex == 2)
        let expected = [10 / first.squareRoot(), 0, 5 / third.squareRoot()]
        #expect(zip(found.values, expected).allSatisfy { agree($0, $1, relative: 1e-15) })
        #expect(found.values.count == 3)
        #expect(agree(found.nextVolatility, next.squareRoot(), relative: 1e-15))
        #expect(agree(found.deviations(of: -6), -6 / next.squareRoot(), relative: 1e-15))
    }

    @Test func laterReturnsChangeNothingEarlier() throws {
        let returns = try #require(try ReturnSeries.all()["total"])
        let whole = try #require(StandardizedReturns(returns: returns))
        #expect(whole.values.count == returns.count - 20)
        for count in stride(from: 20, to: returns.count, by: 9) {
            let part = try #require(StandardizedReturns(returns: Array(returns.prefix(count))))
            #expect(part.values == Array(whole.values.prefix(count - 20)))
            // What was to be expected of the next return is what it is later measured by.
            #expect(agree(part.deviations(of: returns[count]), whole.values[count - 20]))
        }
    }

    @Test func unitsCancel() throws {
        let returns = try #require(try ReturnSeries.all()["solana"])
        let whole = try #require(StandardizedReturns(returns: returns))
        #expect(StandardizedReturns(returns: returns.map { 8 * $0 })?.values == whole.values)
        #expect(
            StandardizedReturns(returns: returns.map { -$0 })?.values == whole.values.map { -$0 })
    }

    @Test func whatHasNoUnitIsLeftOut() throws {
        #expect(StandardizedReturns(returns: [], seedBars: 2) == nil)
        #expect(StandardizedReturns(returns: [1], seedBars: 2) == nil)
        #expect(StandardizedReturns(returns: [0, 0, 0], seedBars: 2) == nil)
        #expect(StandardizedReturns(returns: [1, .nan, 2], seedBars: 2) == nil)
        #expect(StandardizedReturns(returns: [1e200, 1e200, 1], seedBars: 2) == nil)
        let late = try #require(StandardizedReturns(returns: [0, 0, 0, 1, 2, 3], seedBars: 2))
        #expect(late.firstIndex == 4 && late.values.count == 2)
        let fresh = try #require(StandardizedReturns(returns: [1, 2], seedBars: 2))
        #expect(fresh.values == [] && fresh.firstIndex == 2)
    }

    @Test func sumsMoveWithTheirWindow() {
        for values in sequences(over: [1.0, -2, 4], upTo: 4) {
            for length in -1...5 {
                let expected = values.indices.compactMap { start -> Double? in
                    guard length > 0, start + length <= values.count else { return nil }
                    return values[start..<start + length].reduce(0, +)
                }
                #expect(values.movingSums(of: length) == expected)
                #expect(([9] + values).dropFirst().movingSums(of: length) == expected)
            }
        }
    }
}
