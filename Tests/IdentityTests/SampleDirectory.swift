import Identity
import Market

/// A small directory with one of each case, from the notices that the bundled table cites.
enum SampleDirectory {
    static let assets: [Asset] = [
        ("AAVE", "Aave"), ("AGIX", "SingularityNET"), ("BEAM", "Beam"), ("BTC", "Bitcoin"),
        ("FET", "Artificial Superintelligence Alliance"), ("FTM", "Fantom"), ("G", "Gravity"),
        ("LUNA", "Terra"), ("LUNC", "Terra Classic"), ("MATIC", "Polygon"), ("MKR", "Maker"),
        ("POL", "POL (ex-MATIC)"), ("RENDER", "Render"), ("SHIB", "Shiba Inu"), ("W", "Wormhole"),
        ("ETH", "Ethereum"), ("BTT", "BitTorrent"), ("CRV", "Curve DAO Token"),
    ].map { Asset(id: AssetID($0.0), name: $0.1, assetClass: .coin) }

    static let instruments: [Instrument] = [
        ("perp:binance:1000SHIB", "binance", "SHIB", 1000),
        ("perp:bybit:SHIB1000", "bybit", "SHIB", 1000),
        ("perp:binance:BEAMX", "binance", "BEAM", 1), ("perp:bybit:BEAM", "bybit", "BEAM", 1),
        ("perp:binance:BTC", "binance", "BTC", 1), ("perp:x:TWIN", "x", "BTC", 1),
        ("perp:y:TWIN", "y", "ETH", 1),
    ].map {
        Instrument(
            id: InstrumentID($0.0), venue: VenueID($0.1), asset: AssetID($0.2), coinsPerPrice: $0.3,
            quote: "USDT")
    }

    static let tickers: [AssetTicker] = [
        row("RENDER", "RNDR", .renamed, until: "2024-07-26"),
        row("RENDER", "RENDER", .current, from: "2024-07-26"),
        row("AAVE", "LEND", .redenominated, until: "2020-10-10", coins: 0.01),
        row("AGIX", "AGIX", .merged, until: "2024-07-01", coins: 0.433350, into: "FET"),
        row("FET", "ASI", .contract, from: "2024-07-01"),
        row("MATIC", "MATIC", .merged, until: "2024-09-10", into: "POL"),
        row("MKR", "MKR", .merged, coins: 24_000, into: "SKY"),
        row("LUNC", "LUNA", .renamed, until: "2022-05-28"),
        row("LUNA", "LUNA", .current, from: "2022-05-28"),
        row("BTT", "BTT", .redenominated, until: "2021-12-12", coins: 1000),
        row("BTT", "BTT", .current, from: "2021-12-12"),
        row("BTT", "BTTOLD", .redenominated, from: "2021-12-12", coins: 1000),
        row("BEAM", "BEAM", .current, from: "2023-10-26"),
        row("BEAM-PRIVACY", "BEAM", .current, from: "2019-01-03"),
        row("REN", "REN", .delisted, until: "2024-12-10"), row("BTC", "XBT", .contract),
        row("FTM", "FTM", .renamed, until: "2025-01-13"),
        row("FTM", "S", .current, from: "2025-01-16"),
    ]

    static let directory = AssetDirectory(
        assets: assets, tickers: tickers, instruments: instruments)

    static func row(
        _ asset: AssetID, _ ticker: String, _ kind: AssetTicker.Kind, from: String? = nil,
        until: String? = nil, coins: Double = 1, into: AssetID? = nil
    ) -> AssetTicker {
        AssetTicker(
            asset: asset, ticker: ticker, kind: kind, from: from.map(Timestamp.start(of:)),
            until: until.map(Timestamp.start(of:)), coinsPerUnit: coins, into: into,
            citation: "a notice")
    }
}

extension Timestamp {
    /// Midnight of a day written in ISO 8601; the epoch where it is no day.
    static func start(of day: String) -> Timestamp {
        CalendarDay(day)?.start ?? Timestamp(microseconds: 0)
    }

    /// The day of the case.
    static let case2025 = start(of: "2025-01-27")
}
