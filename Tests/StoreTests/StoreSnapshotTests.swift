import Market
import Store
import TestSupport
import Testing

@Suite struct StoreSnapshotTests {
    private let folder: TemporaryFolder
    private let path: String
    private let writer: StoreWriter

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("store.sqlite")
        writer = try StoreWriter.open(path: path)
    }

    private func snapshot(asOf hours: Int = 999) throws -> StoreSnapshot {
        try StoreReader.open(path: path).snapshot(asOf: .noon(hours))
    }

    private func closes(_ snapshot: StoreSnapshot, from: Int = -99, to: Int = 999) throws
        -> [Double]
    {
        let range = TimeRange(from: .noon(from), to: .noon(to))
        return try snapshot.candles(series: "s", interval: .hour, range: range).rows.map(\.close)
    }

    @Test func aBarBelongsToARangeThatHoldsItWhole() throws {
        let rows = (0..<5).map { SampleRows.bar("s", open: $0, close: 100 + Double($0)) }
        try writer.store(rows, .bars)
        let snapshot = try snapshot()
        let table: [(Int, Int, [Double])] = [
            (0, 5, [100, 101, 102, 103, 104]), (1, 4, [101, 102, 103]), (1, 2, [101]), (2, 2, []),
            (5, 9, []), (-5, 0, []), (-5, 1, [100]),
        ]
        for (from, to, expected) in table {
            #expect(try closes(snapshot, from: from, to: to) == expected, "\(from)..<\(to)")
        }
    }

    @Test func rowsKnownLaterDoNotExist() throws {
        try writer.store((0..<3).map { SampleRows.bar("s", open: $0, close: 100) }, .bars)
        for (asOf, count) in [(0, 0), (1, 1), (2, 2), (3, 3), (9, 3)] {
            #expect(try closes(snapshot(asOf: asOf)).count == count)
        }
        let justBefore = Timestamp.noon(1) - TimeSpan(microseconds: 1)
        let early = try StoreReader.open(path: path).snapshot(asOf: justBefore)
        #expect(try closes(early).isEmpty)
        #expect(early.asOf == justBefore)
    }

    @Test func theLatestRevisionKnownIsShown() throws {
        let rows = [
            SampleRows.bar("s", open: 0, close: 101),
            SampleRows.bar("s", open: 0, close: 102, late: 2),
            SampleRows.bar("s", open: 0, close: 103, late: 5),
            SampleRows.bar("s", open: 1, close: 99),
        ]
        try writer.store(rows.reversed(), .bars)
        for (asOf, expected) in [(1, [101]), (2, [101, 99]), (3, [102, 99]), (6, [103, 99])] {
            #expect(try closes(snapshot(asOf: asOf)) == expected.map(Double.init))
        }
    }

    @Test func theFirstSourceByNameWinsAndNoneMixes() throws {
        // Beta revises its first bar; alpha, who comes first, has only that one.
        try writer.store(
            [
                SampleRows.bar("s", open: 0, close: 91),
                SampleRows.bar("s", open: 0, close: 92, late: 3),
                SampleRows.bar("s", open: 1, close: 93),
            ], .bars, name: "b", source: "beta")
        try writer.store(
            [SampleRows.bar("s", open: 0, close: 101, late: 1)], .bars, source: "alpha")
        let range = TimeRange(from: .noon(0), to: .noon(9))
        func read(_ asOf: Int, until end: Int = 9) throws -> Sourced<Candle> {
            let range = TimeRange(from: range.start, to: .noon(end))
            return try snapshot(asOf: asOf).candles(series: "s", interval: .hour, range: range)
        }
        #expect(try read(1).rows.map(\.close) == [91])
        #expect(try read(1).sources.sources == ["beta"])
        #expect(try read(9).rows.map(\.close) == [101, 93])
        #expect(try read(9).sources.sources == ["alpha", "beta"])
        #expect(try read(9, until: 1).sources.sources == ["alpha"])
    }

    @Test func aSnapshotStaysAtItsMomentWhileOthersWrite() throws {
        try writer.store([SampleRows.bar("s", open: 0, close: 100)], .bars)
        let before = try snapshot()
        try writer.store([SampleRows.bar("s", open: 1, close: 101)], .bars, name: "b")
        _ = try writer.transaction(importing: SampleRows.file(.bars, "c")) {
            appender throws(StoreError) in
            try appender.append(SampleRows.bar("s", open: 2, close: 102)[...])
            let meanwhile = try? closes(snapshot())
            #expect(meanwhile == [100, 101])
        }
        #expect(try closes(before) == [100])
        #expect(try closes(snapshot()) == [100, 101, 102])
    }

    @Test func onlyInstrumentsOfTheTableHaveInstrumentCandles() throws {
        try writer.store([SampleRows.row(.instruments)], .instruments, name: "i", source: "list")
        try writer.store(
            [
                SampleRows.bar("index:TOTAL", open: 1, close: 100),
                SampleRows.bar("perp:x:BTC", open: 1, close: 100),
                SampleRows.bar("perp:x:ETH", open: 1, close: 100),
            ], .bars)
        let range = TimeRange(from: .noon(0), to: .noon(9))
        let found = try snapshot().instrumentCandles(interval: .hour, range: range)
        #expect(found.rows.map(\.instrument) == ["perp:x:BTC"])
        #expect(found.rows.first?.candles.map(\.openTime) == [.noon(1)])
        #expect(found.sources.sources == ["alpha"])
        let none = try snapshot().instrumentCandles(interval: .day, range: range)
        #expect(none.rows.isEmpty && none.sources.sources.isEmpty)
    }

    @Test func onlyTheLatestSnapshotOfSuppliesKnownIsShown() throws {
        func supply(_ asset: String, day: Int64, late: Int64 = 0, coins: Double) -> [StoreValue] {
            let observed = SampleRows.noon + day * SampleRows.day
            return [
                .text(asset), .integer(observed), .integer(observed + late * SampleRows.day),
                .integer(1), .real(coins), .real(0), .real(0),
            ]
        }
        try writer.store(
            [
                supply("ETH", day: 0, coins: 1), supply("BTC", day: 0, coins: 2),
                supply("BTC", day: 1, late: 1, coins: 3), supply("SOL", day: 3, coins: 4),
            ], .supplies)
        let table: [(Int, [String], [Double])] = [
            (-1, [], []), (0, ["BTC", "ETH"], [2, 1]), (24, ["BTC", "ETH"], [2, 1]),
            (48, ["BTC"], [3]), (72, ["SOL"], [4]),
        ]
        for (asOf, assets, coins) in table {
            let known = try snapshot(asOf: asOf).supplies().rows
            let latest = known.map(\.observed).max()
            let rows = known.filter { $0.observed == latest }
            #expect(rows.map(\.asset.text) == assets && rows.map(\.coins) == coins, "\(asOf)")
        }
    }

    @Test func aHeadlineIsFoundWhereItsLatestRevisionSaysItWasPublished() throws {
        func headline(_ id: String, published: Int64, known: Int64) -> [StoreValue] {
            [
                .text(id), .integer(SampleRows.noon + published * SampleRows.hour),
                .integer(SampleRows.noon + known * SampleRows.hour), .text("en"), .text("t"),
                .text(""),
            ]
        }
        try writer.store(
            [
                headline("b", published: 1, known: 1), headline("a", published: 2, known: 2),
                headline("c", published: 2, known: 2), headline("b", published: 6, known: 7),
            ], .headlines)
        func ids(_ from: Int, _ to: Int, asOf: Int) throws -> [String] {
            let range = TimeRange(from: .noon(from), to: .noon(to))
            return try snapshot(asOf: asOf).headlines(range).rows.map(\.id)
        }
        #expect(try ids(0, 9, asOf: 6) == ["b", "a", "c"])
        #expect(try ids(0, 9, asOf: 7) == ["a", "c", "b"])
        #expect(try ids(0, 2, asOf: 7) == [])
        #expect(try ids(1, 2, asOf: 6) == ["b"])
        #expect(try ids(2, 6, asOf: 9) == ["a", "c"])
    }

    @Test func aTickerIsSeenFromTheTimeItWasKnown() throws {
        func ticker(_ name: String, _ kind: String, until: Int64?, known: Int64) -> [StoreValue] {
            [
                .text("FTM"), .text(name), .text(kind), .null,
                until.map { .integer(SampleRows.noon + $0 * SampleRows.hour) } ?? .null, .real(1),
                .null, .integer(SampleRows.noon + known * SampleRows.hour), .text("a page"),
            ]
        }
        try writer.store(
            [
                ticker("S", "current", until: nil, known: 3),
                ticker("FTM", "renamed", until: 5, known: 2),
                ticker("FTM", "renamed", until: 4, known: 6),
            ], .tickers)
        let table: [(Int, [String], Int?)] = [
            (1, [], nil), (2, ["FTM"], 5), (3, ["FTM", "S"], 5), (6, ["FTM", "S"], 4),
        ]
        for (asOf, names, until) in table {
            let rows = try snapshot(asOf: asOf).tickers().rows
            #expect(rows.map(\.ticker) == names, "\(asOf)")
            #expect(rows.first?.until == until.map { .noon($0) }, "\(asOf)")
        }
    }

    @Test func whatIsInTheStoreCanBeToldWhateverTheTime() throws {
        #expect(try snapshot(asOf: -9).extent(of: "s", interval: .hour) == nil)
        try writer.store([2, 0, 5].map { SampleRows.bar("s", open: $0, close: 100) }, .bars)
        let early = try snapshot(asOf: -9)
        let extent = try early.extent(of: "s", interval: .hour)
        #expect(extent == TimeRange(from: .noon(0), to: .noon(6)))
        #expect(try early.extent(of: "s", interval: .day) == nil)
        #expect(try early.sources() == [SampleRows.described("alpha")])
    }

    @Test func everyKindReadsAsItWasWritten() throws {
        for kind in RowKind.allCases {
            try writer.store([SampleRows.row(kind)], kind, name: kind.rawValue)
        }
        let snapshot = try snapshot()
        let range = TimeRange(from: .noon(0), to: .noon(1))
        #expect(
            try snapshot.assets().rows == [Asset(id: "BTC", name: "Bitcoin", assetClass: .coin)])
        let instrument = Instrument(
            id: "perp:x:BTC", venue: "x", asset: "BTC", coinsPerPrice: 1, quote: "USDT")
        #expect(try snapshot.instruments().rows == [instrument])
        let candle = Candle(
            openTime: .noon(0), interval: .hour, open: 100, high: 110, low: 90, close: 105,
            volume: nil)
        #expect(
            try snapshot.instrumentCandles(interval: .hour, range: range).rows == [
                InstrumentCandles(instrument: "perp:x:BTC", candles: [candle])
            ])
        let closes = try snapshot.instrumentCloses(interval: .hour, range: range).rows
        #expect(closes.map(\.instrument) == ["perp:x:BTC"])
        #expect(closes.first?.closes.map(\.time) == [candle.closeTime])
        #expect(closes.first?.closes.map(\.price) == [candle.close])
        let supply = Supply(
            asset: "BTC", observed: .noon(0), rank: 1, coins: 19.8e6, price: 1e5, cap: 1.98e12)
        #expect(try snapshot.supplies().rows == [supply])
        let close = MacroClose(
            series: "macro:vix", day: Timestamp.noon(0).day, known: .noon(9), value: 17.9,
            unit: "points")
        #expect(try snapshot.macroSeries() == ["macro:vix"])
        #expect(try snapshot.macroCloses(of: "macro:vix", from: close.day).rows == [close])
        let next = close.day.advanced(by: 1)
        #expect(try snapshot.macroCloses(of: "macro:vix", from: next).rows == [])
        #expect(try snapshot.macroCloses(of: "macro:gold", from: close.day).rows == [])
        try expectLeverage(snapshot, range)
        try expectWords(snapshot, range)
    }

    private func expectLeverage(_ snapshot: StoreSnapshot, _ range: TimeRange) throws {
        let liquidation = LiquidationBar(
            venue: "x", asset: "BTC", openTime: .noon(0), interval: .hour, longUSD: 10, shortUSD: 20
        )
        #expect(try snapshot.liquidations(range).rows == [liquidation])
        let close = LiquidationEvent(
            venue: "x", instrument: "perp:x:BTC", asset: "BTC", time: .noon(0), closed: .long,
            orderPrice: 98_000, averagePrice: 99_000, orderedQuantity: 4, filledQuantity: 3,
            contract: .linear(coins: 0.1))
        #expect(try snapshot.liquidationEvents(range).rows == [close])
        let interest = OpenInterestBar(
            venue: "x", asset: "BTC", margin: .stablecoin, openTime: .noon(0), interval: .hour,
            close: 11)
        #expect(try snapshot.openInterest(range).rows == [interest])
        let funding = FundingBar(
            scope: "oi-weighted", asset: "BTC", openTime: .noon(0), interval: .hour, close: 0.0001)
        #expect(try snapshot.funding(range).rows == [funding])
        let flow = TakerFlowBar(
            venue: "x", asset: "BTC", instrument: nil, openTime: .noon(0), interval: .hour,
            unit: .usd, bought: 10, sold: 20)
        #expect(try snapshot.takerFlow(range).rows == [flow])
        let depth = DepthBar(
            venue: "x", asset: "BTC", openTime: .noon(0), interval: .hour, bidUSD: 10, askUSD: 20)
        #expect(try snapshot.depth(range).rows == [depth])
        for short in [
            TimeRange(from: .noon(0), to: .noon(0)), TimeRange(from: .noon(1), to: .noon(9)),
        ] {
            #expect(try snapshot.liquidations(short).rows == [])
            #expect(try snapshot.takerFlow(short).rows == [])
        }
    }

    private func expectWords(_ snapshot: StoreSnapshot, _ range: TimeRange) throws {
        let headline = Headline(
            id: "hn:1", published: .noon(0), language: "en", title: "A “title”", url: "")
        #expect(try snapshot.headlines(range).rows == [headline])
        let member = SectorMember(
            sector: "ai", title: "AI tokens", asset: "FET", group: nil, citation: "a page")
        #expect(try snapshot.sectorMembers().rows == [member])
        let term = ThemeTerm(theme: "ai", term: "DeepSeek", language: "en", sector: "ai")
        #expect(try snapshot.themeTerms().rows == [term])
        let ticker = AssetTicker(
            asset: "AGIX", ticker: "AGIX", kind: .merged, until: .noon(0), coinsPerUnit: 0.43335,
            into: "FET", citation: "a page")
        #expect(try snapshot.tickers().rows == [ticker])
        let figure = PublishedFigure(
            id: "cap", subject: "index:TOTAL", measure: "level", value: 3.38e12, low: 3.375e12,
            high: 3.385e12, unit: "usd", printed: "$3.38 trillion", reason: "")
        #expect(try snapshot.publishedFigures().rows == [figure])
        #expect(try snapshot.publishedFigures().sources.sources == ["alpha"])
    }
}
