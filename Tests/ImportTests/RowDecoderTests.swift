import Import
import Store
import Testing

@Suite struct RowDecoderTests {
    private func rows(_ text: String, _ kind: RowKind) throws(ImportError) -> DecodedRows {
        try RowDecoder.rows(of: Array(text.utf8), kind: kind, file: "f.csv")
    }

    @Test(arguments: RowKind.allCases)
    func goodFilesOfEachKindAreTaken(kind: RowKind) throws {
        let text = SampleFiles.text(kind)
        let lines = text.split(separator: "\n").count
        let rows = try rows(text, kind)
        #expect(rows.count == lines - 1)
        #expect(rows.lines == Array(2...lines))
        let returned = text.split(separator: "\n").joined(separator: "\r\n")
        #expect(try self.rows("\u{feff}" + returned, kind).values == rows.values)
    }

    /// Times from GNU date, `date -u -d TEXT +%s`; days from `expr $(date -u -d DAY +%s) / 86400`.
    @Test func valuesAreThoseOfTheText() throws {
        let bar = try rows(SampleFiles.text(.bars), .bars)[0]
        #expect(
            Array(bar) == [
                .text("index:TOTAL"), .integer(3_600_000_000), .integer(1_737_972_000_000_000),
                .integer(1_737_975_600_000_000), .real(100), .real(110.5), .real(90.25), .real(105),
                .null,
            ])
        let close = try rows(SampleFiles.text(.closes), .closes)[0]
        #expect(close.dropFirst().first == .integer(20_112))
        let headlines = try rows(SampleFiles.text(.headlines), .headlines)
        #expect(headlines[0].dropFirst(4).first == .text("He said \"sell\", twice"))
        #expect(headlines[1].dropFirst(1).first == .integer(1_737_937_924_925_000))
        let sectors = try rows(SampleFiles.text(.sectors), .sectors)
        #expect(sectors[1].dropFirst(3).first == .null)
        let funding = try rows(SampleFiles.text(.funding), .funding)
        #expect(funding[0].last == .real(-0.00001))
        // 2025-01-27T08:00:00Z is 1737964800 by the same command.
        let events = try rows(SampleFiles.text(.liquidationEvents), .liquidationEvents)
        #expect(
            Array(events[2].dropFirst(3)) == [
                .integer(1_737_964_802_000_000), .integer(1_737_964_802_000_000), .text("adl"),
                .null, .null, .null, .real(500), .null, .text("usd"), .real(10), .null,
                .text("77"), .integer(0),
            ])
        #expect(events[0].dropFirst(3).first == .integer(1_737_964_800_125_000))
        // 2024-07-01 and 2023-10-26 by the same command.
        let tickers = try rows(SampleFiles.text(.tickers), .tickers)
        #expect(
            Array(tickers[0].dropFirst(3).prefix(4)) == [
                .null, .integer(1_719_792_000_000_000), .real(0.43335), .text("FET"),
            ])
        #expect(
            Array(tickers[1].dropFirst(3).prefix(4)) == [
                .integer(1_698_278_400_000_000), .null, .real(1), .null,
            ])
    }

    /// A good file made bad in one place: what is replaced, by what, and the answer.
    private static let bad: [(RowKind, String, String, Int, ImportError.Kind)] = [
        (.bars, ",100,110.5", ",0,110.5", 2, .outOfRange),
        (.bars, ",100,110.5", ",-100,110.5", 2, .outOfRange),
        (.bars, ",100,110.5", ",nan,110.5", 2, .badValue),
        (.bars, ",100,110.5", ",inf,110.5", 2, .badValue),
        (.bars, ",100,110.5", ",1e999,110.5", 2, .badValue),
        (.bars, ",100,110.5", ",,110.5", 2, .badValue),
        (.bars, ",100,110.5", ",0x64,110.5", 2, .badValue),
        (.bars, ",100,110.5", ",100,99", 2, .outOfRange),
        (.bars, ",90.25,105", ",101,105", 2, .outOfRange),
        (.bars, ",90.25,105", ",90.25,111", 2, .outOfRange),
        (.bars, ",12.5", ",-12.5", 3, .outOfRange),
        (.bars, ",12.5", ",none", 3, .badValue),
        (.bars, "12:00:00Z", "11:59:59Z", 3, .outOfRange),
        (.bars, "12:00:00Z", "12:00:00", 3, .badValue),
        (.bars, "2025-01-27T12", "2025-02-30T12", 3, .badValue),
        (.bars, ",1h,", ",1 h,", 2, .badValue), (.bars, ",1h,", ",0h,", 2, .badValue),
        (.bars, "index:TOTAL", "", 2, .badValue), (.bars, "index:TOTAL", "a\u{7}b", 2, .badValue),
        (.bars, "27T11:00:00Z,2025", "27T10:00:00Z,2025", 3, .duplicateRow),
        (.bars, "series,", "serie,", 1, .wrongColumns),
        (.bars, ",volume", "", 1, .wrongColumns), (.bars, ",12.5", ",12.5,", 3, .wrongColumns),
        (.bars, ",81.125,12.5\n", ",81.125\n", 3, .wrongColumns),
        (.bars, ",81.125,12.5\n", "", 3, .truncated), (.bars, ",12.5", ",\"12.5", 3, .truncated),
        (.bars, ",12.5", ",12\"5", 3, .corrupt), (.bars, ",12.5\n", ",12.5\r", 3, .corrupt),
        (.assets, ",coin,", ",share,", 2, .badValue), (.assets, "USDT,", "BTC,", 3, .duplicateRow),
        (.instruments, ",1000,", ",0,", 2, .outOfRange),
        (.supplies, ",1,198", ",0,198", 2, .outOfRange),
        (.supplies, ",1,198", ",1.0,198", 2, .badValue),
        (.supplies, ",19805934.0", ",-1", 2, .outOfRange),
        (.supplies, "00Z,2025-01-06", "00Z,2025-01-05", 2, .outOfRange),
        (.liquidations, "610151.24516", "-1", 2, .outOfRange),
        (.liquidations, "27T12", "27T11", 2, .outOfRange),
        (.liquidationEvents, "08:00:01Z", "08:00:00Z", 2, .outOfRange),
        (.liquidationEvents, ",,1\n", ",,0\n", 3, .duplicateRow),
        (.liquidationEvents, ",,1\n", ",,-1\n", 3, .outOfRange),
        (.liquidationEvents, ",,1\n", ",,\n", 3, .badValue),
        (.liquidationEvents, ",long,", ",buy,", 2, .badValue),
        (.liquidationEvents, ",adl,", ",ADL,", 4, .badValue),
        (.liquidationEvents, ",0.25,0.25", ",-0.25,0.25", 2, .outOfRange),
        (.liquidationEvents, ",98000.5,", ",nan,", 2, .badValue),
        (.liquidationEvents, ",coins,1", ",lots,1", 2, .badValue),
        (.liquidationEvents, ",coins,1", ",coins,-1", 2, .outOfRange),
        (.liquidationEvents, ",quanto,,", ",coins,,", 5, .outOfRange),
        (.liquidationEvents, "perp:deribit:BTC", "", 4, .badValue),
        (.openInterest, ",usd,", ",coins,", 2, .outOfRange),
        (.openInterest, ",coin,", ",cash,", 2, .badValue),
        (.openInterest, ",22,23,", ",24,23,", 2, .outOfRange),
        (.funding, ",0.0002,", ",0.00005,", 2, .outOfRange),
        (.depth, "193936046.1288", "NaN", 2, .badValue),
        (.takerFlow, ",usd,", ",lots,", 2, .badValue), (.takerFlow, ",usd,", ",,", 2, .badValue),
        (.takerFlow, ",3300000000.5,", ",nan,", 2, .badValue),
        (.takerFlow, ",3300000000.5,", ",inf,", 2, .badValue),
        (.takerFlow, ",3300000000.5,", ",,", 2, .badValue),
        (.takerFlow, ",3900000000", ",-1", 2, .outOfRange),
        (.takerFlow, ",33000.125", ",-0.5", 3, .outOfRange),
        (.takerFlow, "27T12", "27T11", 2, .outOfRange),
        (.takerFlow, ",4h,", ",0h,", 2, .badValue), (.takerFlow, ",all,", ",,", 2, .badValue),
        (.takerFlow, "perp:binance:BTC,", "all,", 3, .duplicateRow),
        (.closes, "2025-01-24T21", "2025-01-23T21", 2, .outOfRange),
        (.closes, "2025-01-27,", "2025-01-24,", 3, .duplicateRow),
        (.fundFlows, "25T06", "23T06", 2, .outOfRange),
        (.fundFlows, "2025-01-27,", "2025-01-24,", 3, .duplicateRow),
        (.fundFlows, "517700000.0", "inf", 2, .badValue),
        (.events, ",schedule,", ",rumour,", 2, .badValue),
        (.events, ",outage,venue:x,", ",outage,,", 3, .badValue),
        (.events, "08:05:00Z", "07:59:00Z", 3, .outOfRange),
        (.events, "T09:00:00Z", "T08:00:00Z", 3, .outOfRange),
        (.events, "halt,", "fomc,", 3, .duplicateRow),
        (.headlines, "54Z,en", "53Z,en", 2, .outOfRange),
        (.headlines, ",en,", ",de,", 2, .badValue),
        (.headlines, "twice", "twi\nce", 2, .badValue),
        (.sectors, "AI tokens", "", 2, .badValue), (.sectors, "TAO", "FET", 3, .duplicateRow),
        (.themes, "DeepSeek", "", 2, .badValue),
        (.tickers, ",merged,", ",alias,", 2, .badValue),
        (.tickers, ",FET,", ",,", 2, .outOfRange), (.tickers, ",FET,", ",AGIX,", 2, .outOfRange),
        (.tickers, ",1,,", ",1,FET,", 3, .outOfRange),
        (.tickers, ",0.433350,", ",0,", 2, .outOfRange),
        (.tickers, "merged,,", "merged,soon,", 2, .badValue),
        (.tickers, "2024-10-26", "2023-10-26", 4, .outOfRange),
        (.tickers, "BEAM,delisted", "BEAM,current", 4, .duplicateRow),
        (.published, ",-0.105,", ",-0.099,", 2, .outOfRange),
        (.published, ",2,10%", ",-2,10%", 2, .outOfRange),
    ]

    @Test(arguments: bad.indices)
    func badFilesAreRefusedAtTheLineToBlame(index: Int) throws {
        let (kind, found, replacement, line, expected) = Self.bad[index]
        let good = SampleFiles.text(kind)
        let range = try #require(good.firstRange(of: found), "\(found) is not in the sample")
        let text = good.replacingCharacters(in: range, with: replacement)
        let failure = #expect(throws: ImportError.self) { try rows(text, kind) }
        #expect(failure?.kind == expected, "\(String(describing: failure))")
        #expect(failure?.line == line, "\(String(describing: failure))")
        let message = try #require(failure).description
        #expect(message.hasPrefix("f.csv:\(line): ") && message.contains(" — "), "\(message)")
        #expect(!message.contains("\n") && !message.contains("\u{7}"))
    }

    @Test func anEmptyFileHasNoHeader() throws {
        let failure = #expect(throws: ImportError.self) { try rows("", .bars) }
        #expect(failure?.kind == .emptyFile && failure?.line == nil)
        #expect(try rows("asset,name,class,known", .assets).count == 0)
    }

    @Test func duplicatesAreFoundInFilesThatAreNotSorted() {
        let text = """
            asset,name,class,known
            C,c,coin,2024-10-02T00:00:00Z
            A,a,coin,2024-10-02T00:00:00Z
            B,b,coin,2024-10-02T00:00:00Z
            A,a,coin,2024-10-03T00:00:00Z
            """
        let failure = #expect(throws: ImportError.self) { try rows(text, .assets) }
        #expect(failure?.line == 5 && failure?.what.contains("line 3") == true)
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        let bytes = Array("asset,name,class,known\nA,".utf8) + [0xff, 0xfe] + Array(",coin,".utf8)
        let failure = #expect(throws: ImportError.self) {
            try RowDecoder.rows(of: bytes, kind: .assets, file: "f.csv")
        }
        #expect(failure?.kind == .truncated || failure?.kind == .corrupt)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
