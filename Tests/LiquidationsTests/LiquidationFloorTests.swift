import Liquidations
import Market
import TestSupport
import Testing

@Suite struct LiquidationFloorTests {
    private static func instant(_ hour: Int) -> Timestamp {
        Timestamp(seconds: 1_737_936_000 + Int64(hour) * 3600)
    }

    private static func window(_ start: Int, _ end: Int) -> TimeRange {
        TimeRange(from: instant(start), to: instant(end))
    }

    /// Whole dollars, so that sums are exact: 2^n long, 3 x 2^n short for the bar of the n-th four hours.
    private static func bars(_ indices: [Int]) -> [LiquidationBar] {
        indices.map {
            LiquidationBar(
                venue: "binance", asset: "BTC", openTime: instant(4 * $0), interval: .hours(4),
                longUSD: Double(1 << $0), shortUSD: 3 * Double(1 << $0))
        }
    }

    /// By hand: bars of four hours open at 0, 4, 8 and so on.
    @Test(
        arguments: [
            (0, 8, 3, 2, 1), (0, 7, 1, 1, 4.0 / 7), (1, 12, 6, 2, 8.0 / 11),
            (-5, 30, 63, 6, 24.0 / 35),
            (4, 8, 2, 1, 1), (5, 12, 4, 1, 4.0 / 7),
        ] as [(Int, Int, Double, Int, Double)])
    func onlyBarsWhollyInside(
        start: Int, end: Int, long: Double, count: Int, coverage: Double
    ) throws {
        let floor = try #require(
            LiquidationFloor(bars: Self.bars([3, 0, 5, 1, 4, 2]), window: Self.window(start, end)))
        #expect(floor.longUSD == long)
        #expect(floor.shortUSD == 3 * long)
        #expect(floor.barCount == count)
        #expect(floor.covered == .hours(4 * count))
        #expect(agree(floor.coverage, coverage))
        #expect(floor.window == Self.window(start, end))
    }

    @Test(arguments: [(1, 4), (0, 3), (0, 0), (24, 48), (-10, 0), (2, 7)])
    func nothingIsNotZero(start: Int, end: Int) {
        let floor = LiquidationFloor(
            bars: Self.bars(Array(0..<6)), window: Self.window(start, end))
        #expect(floor == nil)
        #expect(LiquidationFloor(bars: [], window: Self.window(start, end)) == nil)
    }

    /// Every way to cut a day at the bars' edges: the parts add up to the whole.
    @Test func alignedWindowsConserveDollars() throws {
        for indices in sequences(over: [0, 1], upTo: 6) where indices.count == 6 {
            let held = Self.bars(indices.indices.filter { indices[$0] == 1 })
            let whole = LiquidationFloor(bars: held, window: Self.window(0, 24))
            for cut in 1...5 {
                let parts = [Self.window(0, 4 * cut), Self.window(4 * cut, 24)]
                    .compactMap { LiquidationFloor(bars: held, window: $0) }
                #expect(parts.reduce(0) { $0 + $1.longUSD } == whole?.longUSD ?? 0)
                #expect(parts.reduce(0) { $0 + $1.shortUSD } == whole?.shortUSD ?? 0)
                #expect(parts.reduce(0) { $0 + $1.barCount } == whole?.barCount ?? 0)
                #expect(parts.map(\.observedAt).max() == whole?.observedAt)
            }
        }
    }

    /// A wider window never holds less: that is what makes the figure a floor.
    @Test func widerIsNeverLess() {
        for start in -4...12 {
            for end in start...28 {
                let narrow = LiquidationFloor(
                    bars: Self.bars(Array(0..<6)), window: Self.window(start, end))
                let wide = LiquidationFloor(
                    bars: Self.bars(Array(0..<6)), window: Self.window(start - 1, end + 1))
                #expect(wide?.longUSD ?? 0 >= narrow?.longUSD ?? 0)
            }
        }
    }
}
