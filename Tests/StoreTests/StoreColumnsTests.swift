import Market
import Series
import Store
import TestSupport
import Testing

/// Columns against the bars they are columns of.
@Suite struct StoreColumnsTests {
    private static let subsets: [CandleColumns.Fields] = (0..<32).map {
        CandleColumns.Fields(rawValue: $0)
    }

    private func filled(_ folder: TemporaryFolder, _ random: inout SeededGenerator) throws
        -> StoreReader
    {
        let writer = try StoreWriter.open(path: folder.path("store"))
        for (name, source) in [("a", "alpha"), ("b", "beta")] {
            var rows: [[StoreValue]] = []
            for series in ["perp:x:BTC", "perp:x:ETH"] {
                var open: Int64 = Int64.random(in: 0...900, using: &random)
                for _ in 0..<1300 {
                    let close = Double.random(in: 90...110, using: &random)
                    var row = SampleRows.bar(series, open: open, close: close)
                    if Int.random(in: 0..<9, using: &random) > 0 {
                        row[8] = .real(Double.random(in: 0...9, using: &random))
                    }
                    rows.append(row)
                    open += Int.random(in: 0..<400, using: &random) == 0 ? 5 : 1
                }
            }
            try writer.store(rows, .bars, name: name, source: SourceID(source))
        }
        let instrument = SampleRows.row(.instruments)
        var other = instrument
        other[0] = .text("perp:x:ETH")
        try writer.store([instrument, other], .instruments, name: "i")
        try writer.close()
        return try StoreReader.open(path: folder.path("store"))
    }

    @Test func everyChoiceOfColumnsIsThatOfTheBars() throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: 29)
        let reader = try filled(folder, &random)
        for fields in Self.subsets {
            let asOf = Int.random(in: 0...2300, using: &random)
            let start = Int.random(in: -10...2300, using: &random)
            let range = TimeRange(
                from: .noon(start), to: .noon(start + Int.random(in: 0...2500, using: &random)))
            let snapshot = try reader.snapshot(asOf: .noon(asOf))
            let bars = try snapshot.candles(series: "perp:x:BTC", interval: .hour, range: range)
            let found = try snapshot.columns(
                of: "perp:x:BTC", interval: .hour, range: range, fields: fields)
            #expect(found.sources == bars.sources)
            expect(found.columns, fields, are: bars.rows)
        }
    }

    private func expect(
        _ columns: CandleColumns, _ fields: CandleColumns.Fields, are bars: [Candle]
    ) {
        #expect(columns.count == bars.count && columns.fields == fields)
        #expect((0..<columns.count).map(columns.openTime) == bars.map(\.openTime))
        #expect(columns.closes == (fields.contains(.closes) ? bars.map(\.close) : []))
        #expect(columns.highs == (fields.contains(.highs) ? bars.map(\.high) : []))
        #expect(columns.lows == (fields.contains(.lows) ? bars.map(\.low) : []))
        #expect(columns.opens == (fields.contains(.opens) ? bars.map(\.open) : []))
        let volumes = columns.volumes.map { $0.isNaN ? nil : $0 }
        #expect(volumes == (fields.contains(.volumes) ? bars.map(\.volume) : []))
    }

    @Test func columnsOfSeveralAreThoseOfEach() throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: 31)
        let snapshot = try filled(folder, &random).snapshot(asOf: .noon(1000))
        let range = TimeRange(from: .noon(0), to: .noon(2500))
        let both = try snapshot.instrumentColumns(
            interval: .hour, range: range, fields: [.closes, .lows])
        #expect(both.rows.map(\.instrument) == ["perp:x:BTC", "perp:x:ETH"])
        #expect(both.sources.sources == ["alpha", "beta"])
        let named = try snapshot.columns(
            of: ["perp:x:ETH", "none"], interval: .hour, range: range, fields: [.closes, .lows])
        #expect(named.keys.map(\.text) == ["perp:x:ETH"])
        #expect(named["perp:x:ETH"]?.columns.closes == both.rows.last?.columns.closes)
        var seen: [InstrumentID] = []
        try snapshot.eachInstrumentColumns(interval: .hour, range: range, fields: .closes) {
            seen.append($0.id)
            #expect($1.columns.count > 0 && $1.columns.lows.isEmpty)
        }
        #expect(seen == both.rows.map(\.instrument))
        let none = try snapshot.instrumentColumns(interval: .day, range: range, fields: .all)
        #expect(none.rows.isEmpty && none.sources.sources.isEmpty)
    }

    @Test func aRangeOfAnySizeIsAnswered() throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: 37)
        let reader = try filled(folder, &random)
        let ends = [Int64.min, Int64.min + 1, -1, 0, SampleRows.noon, Int64.max - 1, Int64.max]
        for start in ends {
            for end in ends where end >= start {
                let range = TimeRange(
                    from: Timestamp(microseconds: start), to: Timestamp(microseconds: end))
                for asOf in ends {
                    let found = try reader.snapshot(asOf: Timestamp(microseconds: asOf)).columns(
                        of: "perp:x:BTC", interval: .hour, range: range, fields: .closes)
                    let isSeen = start <= SampleRows.noon && min(end, asOf) > Int64.max - 2
                    #expect(found.columns.isEmpty != isSeen)
                }
            }
        }
    }

    @Test func barsWithoutAGapAreRegular() throws {
        let folder = try TemporaryFolder()
        let writer = try StoreWriter.open(path: folder.path("store"))
        func store(_ hours: Range<Int64>, _ name: String, _ source: SourceID = "alpha") throws {
            let rows = hours.map { SampleRows.bar("s", open: $0, close: 100) }
            try writer.store(rows, .bars, name: name, source: source)
        }
        func times() throws -> CandleColumns.Times {
            let range = TimeRange(from: .noon(0), to: .noon(9999))
            return try StoreReader.open(path: folder.path("store")).snapshot(asOf: .noon(9999))
                .columns(of: "s", interval: .hour, range: range, fields: .closes).columns.times
        }
        try store(0..<2000, "a")
        #expect(try times() == .regular(first: .noon(0)))
        try store(2001..<2100, "b")
        let expected = (0..<2100).filter { $0 != 2000 }.map { Timestamp.noon($0) }
        #expect(try times() == .explicit(expected))
        try store(1990..<2010, "c", "beta")
        #expect(try times() == .regular(first: .noon(0)))
    }
}
