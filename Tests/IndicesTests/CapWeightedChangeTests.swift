import Indices
import Market
import TestSupport
import Testing

@Suite struct CapWeightedChangeTests {
    /// Source: the two-factor split of an index move, exact by hand: `price_i = (p1 - p0) x (s0 + s1) / 2`
    /// for p0 = 100, 50, 2; p1 = 93, 44, 1.7; s0 = 10, 8, 100; s1 = 10, 8.1, 103 is -70, -48.3, -30.45.
    @Test func publishedDecomposition() throws {
        let move = try #require(
            CapWeightedChange([
                Constituent(asset: "A", coins: 10, priceBefore: 100, priceAfter: 93),
                Constituent(asset: "B", coins: 8.05, priceBefore: 50, priceAfter: 44),
                Constituent(asset: "C", coins: 101.5, priceBefore: 2, priceAfter: 1.7),
            ]))
        let dollars = move.contributions.map { $0.points * move.capBefore }
        #expect(move.contributions.map(\.asset) == ["A", "B", "C"])
        for (value, expected) in zip(dollars, [-70, -48.3, -30.45]) {
            #expect(agree(value, expected))
        }
        #expect(agree(move.capBefore, 1605.5))
        #expect(agree(move.capAfter, 1605.5 - 148.75))
        #expect(agree(move.change, -148.75 / 1605.5))
        #expect(agree(try #require(move.medianChange), -0.12))
        #expect(move.declining == 3)
    }

    @Test func nothingIsLeftOver() throws {
        var random = SeededGenerator(seed: 51)
        for _ in 0..<1000 {
            let move = try #require(CapWeightedChange(Self.portfolio(&random)))
            let parts = move.contributions.reduce(0) { $0 + $1.points }
            #expect(abs(move.residual) <= 1e-12)
            #expect(agree(parts, move.change, relative: 0, absolute: 1e-12))
            #expect(move.contributions.count == move.constituents.count)
        }
    }

    @Test func theOrderOfMembersIsNothing() throws {
        var random = SeededGenerator(seed: 52)
        for _ in 0..<100 {
            let members = Self.portfolio(&random)
            let move = try #require(CapWeightedChange(members))
            let shuffled = try #require(CapWeightedChange(members.shuffled(using: &random)))
            #expect(shuffled.constituents == move.constituents)
            #expect(shuffled.contributions == move.contributions)
            #expect([shuffled.capBefore, shuffled.capAfter] == [move.capBefore, move.capAfter])
            #expect(shuffled.residual == move.residual)
        }
    }

    @Test func anIndexOfOneMovesAsItsMember() throws {
        var random = SeededGenerator(seed: 53)
        for _ in 0..<100 {
            let member = Self.member("A", &random)
            let move = try #require(CapWeightedChange([member]))
            #expect(agree(move.change, member.change))
            #expect(agree(move.contributions[0].points, move.change))
            #expect(move.contributions.count == 1)
            #expect(move.medianChange == member.change)
            #expect(move.declining == (member.change < 0 ? 1 : 0))
        }
    }

    @Test func furthestFromZeroFirstThenByName() throws {
        let move = try #require(
            CapWeightedChange([
                Constituent(asset: "D", coins: 1, priceBefore: 10, priceAfter: 11),
                Constituent(asset: "C", coins: 1, priceBefore: 10, priceAfter: 9),
                Constituent(asset: "B", coins: 1, priceBefore: 40, priceAfter: 43),
                Constituent(asset: "A", coins: 1, priceBefore: 40, priceAfter: 40),
            ]))
        #expect(move.constituents.map(\.asset) == ["A", "B", "C", "D"])
        #expect(move.contributions.map(\.asset) == ["B", "C", "D", "A"])
        #expect(move.declining == 1)
    }

    @Test func nothingOfNothing() {
        #expect(CapWeightedChange([]) == nil)
    }

    private static func portfolio(_ random: inout SeededGenerator) -> [Constituent] {
        (0..<Int.random(in: 1...60, using: &random)).map {
            member(AssetID("asset\($0)"), &random)
        }
    }

    /// Prices from a hundred-millionth of a dollar, supplies up to a quadrillion.
    private static func member(
        _ asset: AssetID, _ random: inout SeededGenerator
    ) -> Constituent {
        let magnitude = (0..<Int.random(in: 0...13, using: &random)).reduce(1e-8) { price, _ in
            price * 10
        }
        let price = magnitude * Double.random(in: 1...10, using: &random)
        return Constituent(
            asset: asset, coins: Double.random(in: 1...1e7, using: &random) / magnitude,
            priceBefore: price, priceAfter: price * Double.random(in: 0.5...1.5, using: &random))
    }
}
