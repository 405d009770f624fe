import Liquidations
import Market
import TestSupport
import Testing

@Suite struct TakerBoundTests {
    private static let venue: VenueID = "binance"
    private static let asset: AssetID = "BTC"

    private static func instant(_ hour: Int) -> Timestamp {
        Timestamp(seconds: 1_737_936_000 + Int64(hour) * 3600)
    }

    private static func liquidated(
        _ hour: Int, _ long: Double, _ short: Double, hours: Int = 4
    ) -> LiquidationBar {
        LiquidationBar(
            venue: venue, asset: asset, openTime: instant(hour), interval: .hours(hours),
            longUSD: long, shortUSD: short)
    }

    private static func flow(
        _ hour: Int, bought: Double, sold: Double, _ unit: TakerFlowBar.Unit = .usd,
        of instrument: InstrumentID? = nil, hours: Int = 4
    ) -> TakerFlowBar {
        TakerFlowBar(
            venue: venue, asset: asset, instrument: instrument, openTime: instant(hour),
            interval: .hours(hours), unit: unit, bought: bought, sold: sold)
    }

    private static func candle(
        _ hour: Int, low: Double, high: Double, close: Double, volume: Double?
    ) -> Candle {
        Candle(
            openTime: instant(hour), interval: .hour, open: close, high: high, low: low,
            close: close, volume: volume)
    }

    private static func trades(_ bars: [TakerFlowBar]) -> [TakerTrades] {
        bars.compactMap { TakerTrades($0, prices: [Candle]()) }
    }

    private static func bound(_ bars: [LiquidationBar], _ flow: [TakerFlowBar]) -> TakerBound? {
        TakerBound(bars, trades: trades(flow))
    }

    // MARK: Against pandas, Scripts/reference/takers.py

    private struct Bars {
        let liquidations: [LiquidationBar]
        let trades: [TakerTrades]

        init() throws {
            func table(_ name: String) throws -> [[String: String]] {
                try ReferenceTable(fixture: "Liquidations/takers-\(name).csv").rows
            }
            func figure(_ row: [String: String], _ name: String) throws -> Double {
                try #require(row[name].flatMap(Double.init), "\(name)")
            }
            func opened(_ row: [String: String]) throws -> Timestamp {
                try #require(row["open_time"].flatMap { Timestamp($0) })
            }
            liquidations = try table("liquidations").map { row in
                LiquidationBar(
                    venue: venue, asset: AssetID(row["asset"] ?? ""), openTime: try opened(row),
                    interval: .hours(4), longUSD: try figure(row, "long_usd"),
                    shortUSD: try figure(row, "short_usd"))
            }
            var hours: [InstrumentID: [Candle]] = [:]
            for row in try table("hours") {
                hours[InstrumentID(row["series"] ?? ""), default: []].append(
                    Candle(
                        openTime: try opened(row), interval: .hour, open: try figure(row, "open"),
                        high: try figure(row, "high"), low: try figure(row, "low"),
                        close: try figure(row, "close"), volume: try figure(row, "volume")))
            }
            trades = try table("flow").map { row in
                let contracts = row["contracts"] ?? ""
                let instrument = contracts == "all" ? nil : InstrumentID(contracts)
                let bar = TakerFlowBar(
                    venue: venue, asset: AssetID(row["asset"] ?? ""), instrument: instrument,
                    openTime: try opened(row), interval: .hours(4),
                    unit: try #require(TakerFlowBar.Unit(rawValue: row["unit"] ?? "")),
                    bought: try figure(row, "bought"), sold: try figure(row, "sold"))
                let prices = instrument.flatMap { hours[$0] } ?? []
                return try #require(TakerTrades(bar, prices: prices))
            }
        }
    }

    @Test func daysAreThoseOfPandas() throws {
        let bars = try Bars()
        // Trades carry no asset: they are told apart by their place among the rows.
        let assets = try ReferenceTable(fixture: "Liquidations/takers-flow.csv").rows
            .map { $0["asset"] }
        let rows = try ReferenceTable(fixture: "Liquidations/takers.csv").rows
        #expect(rows.count == 88)
        for row in rows {
            let end = try #require(row["end"].flatMap { Timestamp($0) })
            let window = TimeRange(from: end - .days(1), to: end)
            let inside = bars.liquidations.filter {
                $0.asset.text == row["asset"] && $0.openTime >= window.start
                    && $0.closeTime <= window.end
            }
            let trades = zip(assets, bars.trades).filter { $0.0 == row["asset"] }.map(\.1)
            let found = try #require(TakerBound(inside, trades: trades))
            let name = "\(row["asset"] ?? "") \(end)"
            #expect((found.instrument?.text ?? "all") == row["contracts"], "\(name)")
            #expect(found.bars.count == row["bars"].flatMap(Int.init) && found.unknownCount == 0)
            func expect(_ value: Double?, _ column: String) {
                #expect(
                    agree(value, row[column].flatMap(Double.init), relative: 1e-12),
                    "\(column) of \(name): \(String(describing: value))")
            }
            expect(found.bought.middle, "bought")
            expect(found.sold.middle, "sold")
            expect(found.imbalance, "balance")
            for side in TakerBound.Side.allCases {
                let prefix = side.rawValue
                expect(found.liquidated(side), "\(prefix)_usd")
                expect(found.share(side)?.middle, "\(prefix)_share")
                expect(found.share(side)?.low, "\(prefix)_share_low")
                expect(found.share(side)?.high, "\(prefix)_share_high")
                expect(found.highest(side)?.share(side)?.middle, "\(prefix)_highest")
                #expect(
                    found.highest(side)?.liquidations.openTime
                        == row["\(prefix)_highest_opened"].flatMap { Timestamp($0) }, "\(name)")
                #expect(found.verdict(side) == .within)
            }
        }
    }

    // MARK: By hand

    @Test(
        arguments: [
            (90, 10, 100, 100, .within, .within), (100, 100, 100, 100, .within, .within),
            (101, 10, 100, 100, .contradicted, .within),
            (10, 101, 100, 100, .within, .contradicted), (0, 0, 0, 0, .within, .within),
            (1, 1, 0, 0, .contradicted, .contradicted),
        ] as [(Double, Double, Double, Double, TakerBound.Verdict, TakerBound.Verdict)])
    func oneBarSays(
        long: Double, short: Double, sold: Double, bought: Double, longs: TakerBound.Verdict,
        shorts: TakerBound.Verdict
    ) throws {
        let found = try #require(
            Self.bound(
                [Self.liquidated(0, long, short)], [Self.flow(0, bought: bought, sold: sold)]))
        #expect(found.verdict(.long) == longs && found.verdict(.short) == shorts)
        #expect(found.share(.long)?.middle == (sold > 0 ? long / sold : nil))
        #expect(found.share(.short)?.middle == (bought > 0 ? short / bought : nil))
    }

    /// A bar that is broken is found although the window as a whole is not.
    @Test func aContradictionIsNotHiddenInASum() throws {
        let found = try #require(
            Self.bound(
                [Self.liquidated(0, 5, 1), Self.liquidated(4, 60, 1), Self.liquidated(8, 2, 1)],
                [
                    Self.flow(0, bought: 900, sold: 1000), Self.flow(4, bought: 40, sold: 50),
                    Self.flow(8, bought: 900, sold: 1000),
                ]))
        #expect(found.share(.long)?.middle ?? 1 < 0.04)
        #expect(found.verdict(.long) == .contradicted && found.verdict(.short) == .within)
        let highest = try #require(found.highest(.long))
        #expect(highest.liquidations.openTime == Self.instant(4) && highest.isBroken(.long))
        #expect(highest.share(.long)?.middle == 1.2)
        #expect(found.mostly == .long && found.lean == .along)
    }

    @Test func moreThanOneContractsTakersIsNoProof() throws {
        let bars = [Self.liquidated(0, 60, 1)]
        let one = Self.flow(0, bought: 50, sold: 50, of: "perp:x:BTC")
        let found = try #require(Self.bound(bars, [one]))
        #expect(found.verdict(.long) == .beyondContract && found.instrument == "perp:x:BTC")
        // Takers of all contracts take the place of those of one.
        let whole = try #require(Self.bound(bars, [one, Self.flow(0, bought: 70, sold: 70)]))
        #expect(whole.verdict(.long) == .within && whole.instrument == nil)
    }

    @Test func thoseKnownForMostBarsAreTaken() throws {
        let bars = [Self.liquidated(0, 6, 1), Self.liquidated(4, 6, 1)]
        let all = [Self.flow(0, bought: 90, sold: 90)]
        let narrow = [0, 4].map { Self.flow($0, bought: 50, sold: 50, of: "perp:x:BTC") }
        let wide = [0, 4].map { Self.flow($0, bought: 60, sold: 60, of: "perp:x:BTCUSDC") }
        let alike = [0, 4].map { Self.flow($0, bought: 60, sold: 60, of: "perp:x:BTCBUSD") }
        for flow in [all + narrow + wide, wide + narrow + all, narrow + all + wide] {
            let found = try #require(Self.bound(bars, flow))
            #expect(found.instrument == "perp:x:BTCUSDC" && found.unknownCount == 0)
        }
        for flow in [wide + alike, alike + wide] {
            #expect(Self.bound(bars, flow)?.instrument == "perp:x:BTCBUSD")
        }
        let some = try #require(Self.bound(bars, all))
        #expect(some.unknownCount == 1 && some.liquidated(.long) == 6 && some.sold.middle == 90)
    }

    /// Hours make up four of them, and less than four do not.
    @Test func barsOfTakersAddUpToABarOfLiquidations() throws {
        let hours = (0..<4).map { Self.flow($0, bought: 10, sold: Double($0), hours: 1) }
        let found = try #require(Self.bound([Self.liquidated(0, 3, 3)], hours))
        #expect(found.sold.middle == 6 && found.bought.middle == 40)
        for left in 0..<4 {
            let some = hours.enumerated().filter { $0.offset != left }.map(\.element)
            #expect(Self.bound([Self.liquidated(0, 3, 3)], some) == nil)
        }
        #expect(Self.bound([Self.liquidated(1, 3, 3)], hours) == nil)
        #expect(
            Self.bound([Self.liquidated(0, 3, 3, hours: 1)], [Self.flow(0, bought: 1, sold: 1)])
                == nil)
        #expect(Self.bound([], hours) == nil && Self.bound([Self.liquidated(0, 3, 3)], []) == nil)
    }

    @Test(
        arguments: [
            (9, 1, 10, 30, .along), (9, 1, 30, 10, .against), (1, 9, 30, 10, .along),
            (1, 9, 10, 30, .against), (9, 1, 10, 10, nil), (5, 5, 10, 30, nil),
        ] as [(Double, Double, Double, Double, TakerBound.Lean?)])
    func takersLean(
        long: Double, short: Double, bought: Double, sold: Double, lean: TakerBound.Lean?
    ) throws {
        let found = try #require(
            Self.bound(
                [Self.liquidated(0, long, short)], [Self.flow(0, bought: bought, sold: sold)]))
        #expect(found.lean == lean)
        #expect(found.imbalance == (bought - sold) / (bought + sold))
    }

    // MARK: Coins

    /// Typical prices are 100 and 120; three quarters of the volume stand at the first.
    @Test func coinsAreTakenAtThePricesOfTheirBar() throws {
        let hours = [
            Self.candle(0, low: 90, high: 110, close: 100, volume: 3),
            Self.candle(1, low: 100, high: 140, close: 120, volume: 1),
        ]
        let bar = Self.flow(0, bought: 2, sold: 1, .coins, of: "perp:x:BTC", hours: 2)
        let found = try #require(TakerTrades(bar, prices: hours))
        #expect(found.sold == TakerTrades.Dollars(low: 90, middle: 105, high: 140))
        #expect(found.bought == TakerTrades.Dollars(low: 180, middle: 210, high: 280))
        let still = [
            Self.candle(0, low: 90, high: 110, close: 100, volume: nil),
            Self.candle(1, low: 100, high: 140, close: 120, volume: 1),
        ]
        #expect(try #require(TakerTrades(bar, prices: still)).sold.middle == 110)
        let beyond = hours + [Self.candle(2, low: 1, high: 9999, close: 50, volume: 50)]
        #expect(TakerTrades(bar, prices: beyond) == found)
        for some in [[hours[0]], [hours[1]], [], [hours[1], hours[0]], [hours[0], hours[0]]] {
            #expect(TakerTrades(bar, prices: some) == nil)
        }
        let wrong = [hours[0], Self.candle(1, low: .nan, high: 140, close: 120, volume: 1)]
        #expect(TakerTrades(bar, prices: wrong) == nil)
    }

    /// What may have been within at the bar's highest price is not called a contradiction.
    @Test(arguments: [(140.0, TakerBound.Verdict.within), (141, .beyondContract)])
    func aBoundIsBrokenAtTheHighestPrice(long: Double, verdict: TakerBound.Verdict) throws {
        let hours = [Self.candle(0, low: 90, high: 140, close: 100, volume: 3)]
        let bar = Self.flow(0, bought: 2, sold: 1, .coins, of: "perp:x:BTC", hours: 1)
        let trades = try #require(TakerTrades(bar, prices: hours))
        let found = try #require(
            TakerBound([Self.liquidated(0, long, 0, hours: 1)], trades: [trades]))
        #expect(found.verdict(.long) == verdict)
        #expect(((found.share(.long)?.low ?? 0) > 1) == (verdict != .within))
    }

    @Test func figuresThatAreNoneAreRefused() {
        for bad in [Double.nan, .infinity, -.infinity, -1] {
            #expect(Self.trades([Self.flow(0, bought: bad, sold: 1)]).isEmpty)
            #expect(Self.trades([Self.flow(0, bought: 1, sold: bad)]).isEmpty)
        }
        #expect(Self.trades([Self.flow(0, bought: 1, sold: 1, hours: 0)]).isEmpty)
        let largest = Double.greatestFiniteMagnitude
        let hours = [Self.candle(0, low: 90, high: 140, close: 100, volume: 3)]
        let bar = Self.flow(0, bought: largest, sold: 1, .coins, of: "perp:x:BTC", hours: 1)
        #expect(TakerTrades(bar, prices: hours) == nil)
    }

    // MARK: Properties

    /// Cutting a window at any bar conserves dollars; a bar that comes later changes none before it; and neither order
    /// nor scale matters.
    @Test func windowsConserveDollars() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<60 {
            let count = Int.random(in: 2...9, using: &generator)
            func dollars() -> Double { Double(Int.random(in: 0...1_000_000, using: &generator)) }
            let bars = (0..<count).map { Self.liquidated(4 * $0, dollars(), dollars()) }
            let flow = (0..<count).filter { _ in Int.random(in: 0...4, using: &generator) > 0 }
                .map { Self.flow(4 * $0, bought: dollars(), sold: dollars()) }
            let whole = Self.bound(bars, flow)
            let cut = Int.random(in: 1..<count, using: &generator)
            let parts = [Array(bars[..<cut]), Array(bars[cut...])].compactMap {
                Self.bound($0, flow)
            }
            #expect(parts.flatMap(\.bars) == whole?.bars ?? [])
            #expect(parts.map(\.sold.middle).reduce(0, +) == whole?.sold.middle ?? 0)
            #expect(parts.map(\.bought.high).reduce(0, +) == whole?.bought.high ?? 0)
            for side in TakerBound.Side.allCases {
                #expect(
                    parts.map { $0.liquidated(side) }.reduce(0, +) == whole?.liquidated(side) ?? 0)
            }
            // No look-ahead: trades after the last bar of a window are not looked at.
            let early = flow.filter { $0.openTime < Self.instant(4 * cut) }
            #expect(Self.bound(Array(bars[..<cut]), early) == Self.bound(Array(bars[..<cut]), flow))
            #expect(
                Self.bound(bars.shuffled(using: &generator), flow.shuffled(using: &generator))
                    == whole)
            guard let whole else { continue }
            let doubled = try #require(
                Self.bound(
                    bars.map {
                        Self.liquidated(
                            Int(($0.openTime - Self.instant(0)).microseconds / 3_600_000_000),
                            2 * $0.longUSD, 2 * $0.shortUSD)
                    },
                    flow.map {
                        Self.flow(
                            Int(($0.openTime - Self.instant(0)).microseconds / 3_600_000_000),
                            bought: 2 * $0.bought, sold: 2 * $0.sold)
                    }))
            for side in TakerBound.Side.allCases {
                #expect(doubled.share(side) == whole.share(side))
                #expect(doubled.verdict(side) == whole.verdict(side))
                let isBroken = whole.highest(side)?.isBroken(side) ?? false
                #expect(isBroken == (whole.verdict(side) != .within))
            }
            #expect(abs(whole.imbalance ?? 0) <= 1 && doubled.imbalance == whole.imbalance)
        }
    }
}
