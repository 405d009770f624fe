import Indices
import Market
import TestSupport
import Testing

@Suite struct DominanceTests {
    @Test func agreesWithTheReference() throws {
        for reference in try ReferenceCase.all("dominance") {
            func caps(_ column: String) -> [AssetID: Double] {
                Dictionary(
                    uniqueKeysWithValues: reference.rows.compactMap { row in
                        row.number(column).map { (AssetID(row.text("asset")), $0) }
                    })
            }
            let dominance = try #require(Dominance(before: caps("before"), after: caps("after")))
            #expect(dominance.shares.count == reference.rows.count)
            for row in reference.rows {
                let share = try #require(dominance.share(of: AssetID(row.text("asset"))))
                #expect(agree(share.before, row.number("shareBefore"), relative: 1e-12))
                #expect(agree(share.after, row.number("shareAfter"), relative: 1e-12))
            }
        }
    }

    /// Bitcoin's share rises from 60 to 65 where it falls by less than the rest.
    @Test func byHand() throws {
        let dominance = try #require(
            Dominance(before: ["BTC": 60, "ETH": 40], after: ["BTC": 52, "ETH": 28]))
        #expect(dominance.shares.map(\.asset) == ["BTC", "ETH"])
        #expect(agree(dominance.share(of: "BTC")?.change, 0.05))
        #expect(dominance.share(of: "SOL") == nil)
    }

    @Test func sharesAddUpAndChangesCancelOut() throws {
        var random = SeededGenerator(seed: 951)
        for _ in 0..<300 {
            func caps() -> [AssetID: Double] {
                Dictionary(
                    uniqueKeysWithValues: (0..<Int.random(in: 1...30, using: &random)).map {
                        (AssetID("A\($0)"), Double.random(in: 0.1...1e12, using: &random))
                    })
            }
            let before = caps()
            let after = caps()
            let dominance = try #require(Dominance(before: before, after: after))
            #expect(agree(dominance.shares.map(\.after).reduce(0, +), 1, relative: 1e-12))
            #expect(agree(dominance.shares.map(\.before).reduce(0, +), 1, relative: 1e-12))
            #expect(abs(dominance.shares.map(\.change).reduce(0, +)) <= 1e-12)
            let scaled = try #require(
                Dominance(before: before.mapValues { $0 * 4 }, after: after.mapValues { $0 * 4 }))
            #expect(scaled.shares == dominance.shares)
        }
    }

    @Test func hostileCapitalisationsHaveNoShares() {
        for caps: [AssetID: Double] in [[:], ["A": 0], ["A": .nan], ["A": -1], ["A": .infinity]] {
            #expect(Dominance(before: caps, after: ["A": 1]) == nil)
            #expect(Dominance(before: ["A": 1], after: caps) == nil)
        }
        let most = Double.greatestFiniteMagnitude
        #expect(
            Dominance(before: ["A": most, "B": most], after: ["A": 1])?.share(of: "A")?.before
                == 0.5)
    }
}
