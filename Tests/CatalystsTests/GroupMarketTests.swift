import Market
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@testable import Catalysts

/// Expected values: the portfolio's value written out.
@Suite struct GroupMarketTests {
    private func panel(_ values: [[Double]], caps: [Double]) throws -> ReturnPanel {
        let columns = values.indices.map {
            ReturnPanel.Column(asset: AssetID("A\($0)"), cap: caps[$0], values: values[$0])
        }
        return try #require(
            ReturnPanel(returns: columns, ends: StudyFixture.hours(values[0].count)))
    }

    @Test func everyMemberIsLeftOut() throws {
        let caps = [10.0, 5, 4, 100]
        let values = [[0.1, -0.2], [0.3, 0.1], [-0.4, 0], [2, 3]]
        let panel = try panel(values, caps: caps)
        let market = GroupMarket(panel, without: [3])
        for asset in 0..<4 {
            let rest = [0, 1, 2].filter { $0 != asset }
            for bar in 0..<2 {
                let worth = rest.map { caps[$0] * exp(values[$0][bar]) }.reduce(0, +)
                let expected = log(worth / rest.map { caps[$0] }.reduce(0, +))
                #expect(agree(market.returns(for: asset)[bar], expected))
            }
        }
        #expect(zip(market.returns, market.returns(for: 3)).allSatisfy { agree($0, $1) })
    }

    /// A bar that lacks half of the weight has no market; one that lacks less has.
    @Test func halfMustBeThere() throws {
        let panel = try panel(
            [[.nan, 0.1, .nan], [0.2, .nan, 0.2], [0.2, 0.1, .nan]], caps: [10, 5, 4])
        let market = GroupMarket(panel, without: [])
        #expect(market.returns.map(\.isNaN) == [true, false, true])
        #expect(agree(market.returns[1], 0.1))
        // Without the largest, the other two are the whole.
        #expect(market.returns(for: 0).map(\.isNaN) == [false, true, false])
        #expect(agree(market.returns(for: 0)[0], 0.2))
        // What is left without the second is the first, or not half.
        #expect(market.returns(for: 1).map(\.isNaN) == [true, false, true])
    }

    @Test func degenerateMarkets() throws {
        let one = try panel([[0.1], [0.2]], caps: [1, 0])
        #expect(GroupMarket(one, without: []).returns(for: 0)[0].isNaN)
        #expect(agree(GroupMarket(one, without: []).returns(for: 1)[0], 0.1))
        #expect(GroupMarket(one, without: [0]).returns[0].isNaN)
        let lost = try panel([[-46], [-46]], caps: [1, 1])
        let found = GroupMarket(lost, without: []).returns
        #expect(found[0].isNaN || found[0] < -30)
    }
}
