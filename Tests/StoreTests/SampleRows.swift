import Market
import Store

/// Rows that the store takes, one a kind, and the times they speak of.
enum SampleRows {
    static let source: SourceID = "alpha"
    static let hour = TimeSpan.hour.microseconds
    static let day = TimeSpan.day.microseconds
    /// 2025-01-27T12:00:00Z, from `date -u -d 2025-01-27T12:00Z +%s`.
    static let noon: Int64 = 1_737_979_200_000_000
    /// Days from 1970-01-01 to 2025-01-27: 1737936000 / 86400.
    static let today: Int64 = 20_115

    static func row(_ kind: RowKind) -> [StoreValue] {
        switch kind {
        case .assets: [.text("BTC"), .text("Bitcoin"), .text("coin"), .integer(noon)]
        case .instruments:
            [
                .text("perp:x:BTC"), .text("x"), .text("BTC"), .real(1), .text("USDT"),
                .integer(noon),
            ]
        case .bars: bar("perp:x:BTC", open: 0, close: 105)
        case .supplies:
            [
                .text("BTC"), .integer(noon), .integer(noon), .integer(1), .real(19.8e6),
                .real(1e5), .real(1.98e12),
            ]
        case .liquidations, .depth:
            [
                .text("x"), .text("BTC"), .integer(hour), .integer(noon), .integer(noon + hour),
                .real(10), .real(20),
            ]
        case .liquidationEvents: event()
        case .openInterest:
            [
                .text("x"), .text("BTC"), .text("stablecoin"), .integer(hour), .integer(noon),
                .integer(noon + hour), .text("coins"), .real(10), .real(12), .real(9), .real(11),
            ]
        case .funding:
            [
                .text("oi-weighted"), .text("BTC"), .integer(hour), .integer(noon),
                .integer(noon + hour), .real(-0.0001), .real(0.0002), .real(-0.0003), .real(0.0001),
            ]
        case .takerFlow: takers
        case .closes:
            [
                .text("macro:vix"), .integer(today), .integer(today * day + 21 * hour), .real(17.9),
                .text("points"),
            ]
        case .fundFlows: flow
        case .events: outage
        case .headlines: headline
        case .sectors:
            [
                .text("ai"), .text("FET"), .text("AI tokens"), .null, .integer(noon),
                .text("a page"),
            ]
        case .themes:
            [
                .text("ai"), .text("DeepSeek"), .text("en"), .text("ai"), .integer(noon),
                .text("a page"),
            ]
        case .tickers: ticker
        case .published:
            [
                .text("cap"), .text("index:TOTAL"), .text("level"), .real(3.38e12), .real(3.375e12),
                .real(3.385e12), .text("usd"), .integer(noon), .integer(3), .text("$3.38 trillion"),
                .text(""),
            ]
        }
    }

    /// A title, known when it was published.
    private static let headline: [StoreValue] = [
        .text("hn:1"), .integer(noon), .integer(noon), .text("en"), .text("A “title”"), .text(""),
    ]

    /// A day of funds, known when it was over.
    private static let flow: [StoreValue] = [
        .text("us-bitcoin-spot"), .integer(today), .integer((today + 1) * day), .real(-457.6e6),
    ]

    /// An hour of takers in all contracts, known when it was over.
    private static let takers: [StoreValue] = [
        .text("x"), .text("BTC"), .text("all"), .integer(hour), .integer(noon),
        .integer(noon + hour), .text("usd"), .real(10), .real(20),
    ]

    /// An outage, known an hour after it began.
    private static let outage: [StoreValue] = [
        .text("outage-1"), .text("outage"), .text("venue:x"), .integer(noon), .null,
        .text("Orders fail"), .integer(noon + hour), .text("a page"),
    ]

    /// A merger, known when it happened.
    private static let ticker: [StoreValue] = [
        .text("AGIX"), .text("AGIX"), .text("merged"), .null, .integer(noon), .real(0.43335),
        .text("FET"), .integer(noon), .text("a page"),
    ]

    /// A long liquidated some seconds after noon, three contracts of a tenth of a coin at 99,000.
    static func event(
        seconds: Int64 = 0, late: Int64 = 0, kind: String = "liquidation", filled: Double = 3,
        size: StoreValue = .real(0.1), event: String = "", number: Int64 = 0
    ) -> [StoreValue] {
        [
            .text("x"), .text("BTC"), .text("perp:x:BTC"), .integer(noon + seconds * 1_000_000),
            .integer(noon + (seconds + late) * 1_000_000), .text(kind), .text("long"),
            .real(98_000), .real(99_000), .real(4), .real(filled), .text("coins"), size, .null,
            .text(event), .integer(number),
        ]
    }

    /// An hourly bar whose prices lie between 90 and 110, known at its close or later.
    static func bar(_ series: String, open hours: Int64, close: Double, late: Int64 = 0)
        -> [StoreValue]
    {
        [
            .text(series), .integer(hour), .integer(noon + hours * hour),
            .integer(noon + (hours + 1 + late) * hour), .real(100), .real(110), .real(90),
            .real(close), .null,
        ]
    }

    static func described(_ id: SourceID) -> Source {
        Source(
            id: id, title: "t", publisher: "p", repository: "", commit: "c", licence: "l", note: "")
    }

    static func file(_ kind: RowKind, _ name: String = "a", source: SourceID = source)
        -> ImportedFile
    {
        let digits = name.utf8.map { String($0 % 16, radix: 16) }.joined()
        let sha256 = digits + String(repeating: "0", count: 64 - digits.count)
        return ImportedFile(name: name, sha256: sha256, kind: kind, source: source, rows: 1)
    }
}

extension StoreWriter {
    /// Stores rows as a file of their own.
    @discardableResult
    func store(
        _ rows: [[StoreValue]], _ kind: RowKind, name: String = "a",
        source: SourceID = SampleRows.source
    ) throws(StoreError) -> AppendedRows {
        try declare([SampleRows.described(source)])
        return try transaction(importing: SampleRows.file(kind, name, source: source)) {
            appender throws(StoreError) in
            for row in rows { try appender.append(row[...]) }
        }
    }
}

extension Timestamp {
    /// Hours after noon of the day that the samples speak of.
    static func noon(_ hours: Int) -> Timestamp {
        Timestamp(microseconds: SampleRows.noon) + .hours(hours)
    }
}
