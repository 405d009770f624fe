import TestSupport
import Testing

@testable import Catalysts

@Suite struct TermBurstTests {
    private func word(_ feeds: [(headlines: Int, inside: Int, mentions: Int)], _ recent: Int) -> (
        test: RiseTest, recent: Int
    ) {
        let counted = feeds.map {
            RiseTest.Feed(headlines: $0.headlines, inside: $0.inside, mentions: $0.mentions)
        }
        return (RiseTest(counted), recent)
    }

    /// By hand: of 10 headlines 2 are recent; a word in 2 of them, both recent, has 1 of 45 pairs.
    @Test func theLeastLikelyWord() throws {
        let burst = try #require(
            TermBurst.strongest([
                "both": word([(10, 2, 2)], 2), "one": word([(10, 2, 1)], 1),
                "often": word([(10, 2, 9)], 2),
            ]))
        #expect(burst.term == "both" && burst.recent == 2)
        #expect(agree(burst.expected, 0.4) && agree(burst.probability, 1.0 / 45))
    }

    /// By hand: 1/45 and 1/45 where two feeds have such a word; expected is 0.4 of each.
    @Test func feedsAreHeldAgainstThemselves() throws {
        let burst = try #require(
            TermBurst.strongest(["both": word([(10, 2, 2), (10, 2, 2), (90, 0, 0)], 4)]))
        #expect(agree(burst.expected, 0.8) && agree(burst.probability, 1.0 / 2025))
    }

    @Test func equalsGoByName() {
        for count in 1...40 {
            let words = (0..<count).map { ("word \(100 + $0)", word([(50, 9, 3)], 3)) }
            let burst = TermBurst.strongest(Dictionary(uniqueKeysWithValues: words))
            #expect(burst?.term == "word 100")
        }
    }

    @Test func noneWhereNothingRose() {
        #expect(TermBurst.strongest([:]) == nil)
        #expect(TermBurst.strongest(["AI": word([(10, 5, 4)], 2)]) == nil)
        #expect(TermBurst.strongest(["AI": word([(10, 5, 4)], 0)]) == nil)
        #expect(TermBurst.strongest(["AI": word([(10, 5, 4)], 3)])?.recent == 3)
    }
}
