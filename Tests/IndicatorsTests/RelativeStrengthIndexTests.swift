import Indicators
import TestSupport
import Testing

@Suite struct RelativeStrengthIndexTests {
    @Test(arguments: [1, 2, 14])
    func aFlatMarketReadsFifty(period: Int) {
        let outputs = RelativeStrengthIndex(period: period)
            .outputs(for: Array(repeating: 42.5, count: period + 20))
        #expect(outputs.prefix(period).allSatisfy { $0 == nil })
        #expect(outputs.dropFirst(period).allSatisfy { $0 == 50 })
    }

    /// Every step, so that no rounding of `100 x up / up` lifts the reading over its scale.
    @Test func aRisingMarketReadsAHundredAndAFallingOneZero() {
        for cents in 1...300 {
            let step = Double(cents) / 100
            let rising = (0..<40).map { 100 + Double($0) * step }
            let up = RelativeStrengthIndex(period: 14).outputs(for: rising).compactMap { $0 }
            let down = RelativeStrengthIndex(period: 14)
                .outputs(for: rising.map { 1000 - $0 }).compactMap { $0 }
            #expect(up.count == 26 && up.allSatisfy { $0 == 100 }, "steps of \(step)")
            #expect(down.count == 26 && down.allSatisfy { $0 == 0 }, "steps of \(step)")
        }
    }

    /// The fault of an implementation that forgets the last close while no loss has been seen: after
    /// ten rises of one, a fall of one still reads full. Expected value: `(13/14) / (13/14 + 1/14)`.
    @Test func oneReversalMovesAFullReading() throws {
        var index = RelativeStrengthIndex(period: 14)
        for close in 0...20 { _ = index.update(100 + Double(close)) }
        let last = index.update(119)
        let reading = try #require(last)
        #expect(agree(reading, 100 * 13 / 14))
    }
}
