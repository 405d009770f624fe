import Series
import TestSupport
import Testing

@testable import Cascades

@Suite struct EvenSharesTests {
    /// Worlds of a share count together as much in each part, however rare they are, until too few to speak.
    @Test func partsCountAlike() {
        var random = SeededGenerator(seed: 3)
        let shares = (0..<20_000).map { _ -> Double in
            let place = Double.random(in: 0..<1, using: &random)
            return place * place * place
        }
        let even = EvenShares(shares)
        var sums = [Double](repeating: 0, count: 20)
        for share in shares { sums[min(19, Int(share * 20))] += even.weight(1, share: share) }
        #expect(sums.allSatisfy { agree($0, 1, relative: 1e-9) })
    }

    @Test func aSingleWorldDoesNotSpeakForAll() {
        let shares = [Double](repeating: 0.01, count: 999) + [0.99]
        let even = EvenShares(shares)
        // A thousand worlds: a part counts as two at least.
        #expect(agree(even.weight(1, share: 0.99), 1.0 / 2))
        #expect(agree(even.weight(1, share: 0.01), 1.0 / 999))
        #expect(even.weight(1, share: 1) == even.weight(1, share: 0.96))
        #expect(EvenShares([]).weight(1, share: 0.5) == 0)
    }

    /// What stands in a part is scaled as one: within it the likelihoods decide.
    @Test func likelihoodsDecideWithinAPart() {
        let even = EvenShares([0.31, 0.32, 0.33, 0.9])
        #expect(even.weight(0.5, share: 0.31) == even.weight(1, share: 0.33) / 2)
    }
}
