import TestSupport
import Testing

@testable import Outlook

@Suite struct ScenarioTreeTests {
    private func levels(_ prices: [Double]) -> [NamedLevel] {
        prices.compactMap { NamedLevel(price: $0, name: "L\($0)") }
    }

    private func grown(
        _ price: Double, _ prices: [Double], range: Double? = nil, before: [Double] = [],
        asOf: Int64 = 0, bars: Int = 10
    ) -> ScenarioTree? {
        ScenarioTree(
            subject: "TOTAL", price: price, levels: levels(prices), averageTrueRange: range,
            closesBefore: before, asOf: asOf, interval: MadeBars.day, bars: bars)
    }

    @Test func theBranchesOfTheSeed() throws {
        // 3.38T on its fifty-day mean, with 3.20, 3.10 and 3.69 beside.
        let tree = try #require(grown(3.38, [3.10, 3.69, 3.38, 3.20], range: 0.12))
        #expect(tree.state == .testing(levels([3.38])[0]))
        #expect(tree.branches.map(\.kind) == [.breakDown, .hold, .breakUp])
        let down = tree.branches[0]
        #expect(down.event.condition == .breaks(.down, level: 3.38, band: 0.03))
        #expect(down.followers.map(\.kind) == [.next, .comeback])
        #expect(
            down.followers[0].event.condition
                == .breaksThenTouches(.down, level: 3.38, band: 0.03, target: 3.20))
        #expect(tree.branches[1].target?.price == 3.69)
        #expect(tree.branches[2].followers.map(\.kind) == [.comeback])
        #expect(down.event.expectedBars == 10)
        // The band is half a percent where ranges are narrow or not known.
        let band = try #require(grown(200, [100, 300], range: nil)?.branches.first)
        #expect(band.event.condition == .breaks(.down, level: 100, band: 0.5))
    }

    @Test func aLevelThatWasLostIsReclaimed() throws {
        let lost = try #require(grown(96, [100, 90], before: [102, 101, 98, 96]))
        #expect(lost.branches.map(\.kind) == [.breakDown, .hold, .reclaim])
        let never = try #require(grown(96, [100, 90], before: [94, 95, 98, 96]))
        #expect(never.branches.map(\.kind) == [.breakDown, .hold, .breakUp])
        let long = [102.0] + Array(repeating: 96, count: 20)
        #expect(grown(96, [100, 90], before: long)?.branches.last?.kind == .breakUp)
    }

    @Test func sidesWithoutLevelsHaveNoBranch() throws {
        #expect(grown(100, [])?.branches == [])
        #expect(grown(100, [90])?.branches.map(\.kind) == [.breakDown])
        #expect(grown(100, [110])?.branches.map(\.kind) == [.breakUp])
        #expect(grown(100, [90, 110])?.state == .between)
        // A neighbour within the band is the same place, not the next.
        let close = try #require(grown(100, [99, 98.8, 97]))
        #expect(close.branches.first?.followers.first?.target?.price == 97)
        #expect(grown(.nan, [90]) == nil && grown(100, [90], bars: 0) == nil)
        #expect(grown(100, [90], asOf: .max) == nil)
        // The bar that is running does not count; ten do after it.
        let running = try #require(grown(100, [90], asOf: 5)?.branches.first?.event)
        #expect(running.firstOpening == MadeBars.day && running.expectedBars == 10)
    }

    @Test func orderOfLevelsDoesNotMatter() throws {
        let prices = [80, 90, 95, 105, 110, 130.0]
        let first = try #require(grown(100, prices))
        #expect(first == grown(100, prices.reversed()))
    }

    @Test func estimatesFitTogether() throws {
        let bars = try #require(MadeBars.random(500, seed: 2))
        let pool = try #require(ResidualHistory(bars)?.pool)
        let paths = try #require(
            FilteredHistoricalSimulation(pool, price: 100, seed: 1)?.paths(count: 2_048, steps: 12))
        let tree = try #require(grown(100, [97, 92, 103, 108]))
        let all = try #require(
            ScenarioEstimate.all(tree, paths: paths, volatility: pool.nextVolatility))
        #expect(all.map(\.branch.kind) == [.breakDown, .hold, .breakUp])
        let hits = all.map(\.simulated.hits)
        // Somebody breaks, or nobody does; some paths break both.
        #expect(hits[0] + hits[1] + hits[2] >= paths.count)
        #expect(hits[1] + max(hits[0], hits[2]) <= paths.count)
        for estimate in all {
            #expect(estimate.closedForm.map { (0...1).contains($0) } ?? false)
            for follower in estimate.followers {
                #expect(follower.simulated.hits <= estimate.simulated.hits)
                #expect(follower.givenParent?.paths == estimate.simulated.hits)
            }
        }
        // Ten of the twelve steps count.
        let expected = paths.share(of: .breaks(.down, level: 97, band: 0.485), within: 10)
        #expect(all[0].simulated == expected)
        let other = try #require(grown(100, [97], bars: 13))
        #expect(ScenarioEstimate.all(other, paths: paths, volatility: 0.03) == nil)
        let elsewhere = try #require(grown(101, [97]))
        #expect(ScenarioEstimate.all(elsewhere, paths: paths, volatility: 0.03) == nil)
    }
}
