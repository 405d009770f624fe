@testable import Catalysts
import TestSupport
import Testing

@Suite struct TermBurstTests {
    /// Expected values: Python, `n * log(n / expected) - (n - expected)`.
    @Test(
        arguments: [
            (6, 0.9, 6.282719909315288), (3, 0.1, 7.303592144986466), (1, 1, 0), (0, 0.1, 0),
            (2, 5, 0),
        ] as [(Int, Double, Double)])
    func surprise(recent: Int, expected: Double, surprise: Double) {
        let burst = TermBurst(term: "AI", recent: recent, expected: expected)
        #expect(agree(burst.surprise, surprise))
    }

    /// By hand: (4 + 0.5) x 0.2 = 0.9 of the one word are expected, (20 + 0.5) x 0.2 = 4.1 of the other.
    @Test func theMostSurprisingWord() throws {
        let burst = try #require(
            TermBurst.strongest(
                earlier: ["DeepSeek": 4, "AI": 20, "OpenAI": 90],
                recent: ["DeepSeek": 6, "AI": 7, "OpenAI": 10], share: 0.2))
        #expect(burst.term == "DeepSeek")
        #expect(burst.recent == 6)
        #expect(agree(burst.expected, 0.9))
        #expect(agree(burst.surprise, 6.282719909315288))
    }

    @Test func aNewWordHasHalfAMentionBefore() throws {
        let burst = try #require(
            TermBurst.strongest(earlier: [:], recent: ["DeepSeek": 3], share: 0.2))
        #expect(agree(burst.expected, 0.1))
        #expect(agree(burst.surprise, 7.303592144986466))
    }

    @Test func equalsGoByName() {
        for count in 1...40 {
            let words = (0..<count).map { "word \(100 + $0)" }
            let recent = Dictionary(uniqueKeysWithValues: words.map { ($0, 3) })
            let burst = TermBurst.strongest(earlier: [:], recent: recent, share: 0.1)
            #expect(burst?.term == "word 100")
        }
    }

    @Test(
        arguments: [([:], [:]), (["AI": 20], ["AI": 4]), (["AI": 20], [:]), ([:], ["AI": 0])]
            as [([String: Int], [String: Int])])
    func noneWhereNothingRose(earlier: [String: Int], recent: [String: Int]) {
        #expect(TermBurst.strongest(earlier: earlier, recent: recent, share: 0.2) == nil)
    }
}
