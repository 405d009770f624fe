internal import Market

/// What a venue's symbol says of its contract: which asset, and what one contract is worth where the venue's rule is
/// the same for all of its kind.
///
/// - Degenerate case: a contract whose size stands in the venue's list and not in its symbol is `nil`: OKX's, and
///   BitMEX's but for XBTUSD. It is stored, and counts as of unknown size.
/// - Source: Binance USD-M (a contract is a unit of the symbol's base), COIN-M (100 dollars for bitcoin, 10 for
///   others); Bybit v5, *allLiquidation*: size of inverse contracts in dollars; BitMEX XBTUSD: one dollar.
struct VenueContract {
    let asset: AssetID
    let size: ContractSize?

    /// What a symbol says; `nil` where no asset can be read from it.
    init?(_ symbol: String, _ feed: LiquidationFeed) {
        switch feed {
        case .binance: self.init(binance: symbol)
        case .bybit: self.init(bybit: symbol)
        case .okx: self.init(okx: symbol)
        case .bitmex: self.init(bitmex: symbol)
        }
    }

    private init?(_ base: Substring, _ size: ContractSize?) {
        guard !base.isEmpty else { return nil }
        asset = AssetID(Self.coin(base))
        self.size = size
    }

    /// `BTCUSDT`, `BTCUSDT_250328`; `BTCUSD_PERP`, `BTCUSD_250328`.
    private init?(binance symbol: String) {
        let pair = symbol.prefix { $0 != "_" }
        if let base = Self.base(of: pair, quotedIn: Self.dollars) {
            self.init(base, .linear(coins: 1))
        } else if let base = Self.base(of: pair, quotedIn: ["USD"]), pair.count < symbol.count {
            self.init(base, .inverse(dollars: base == "BTC" ? 100 : 10))
        } else {
            self.init(pair, nil)
        }
    }

    /// `BTCUSDT`, `BTCPERP`, `BTC-28MAR25`; `BTCUSD`, `BTCUSDH25`.
    private init?(bybit symbol: String) {
        let name = symbol.prefix { $0 != "-" }
        if name.count < symbol.count {
            // Dated contracts name what they are settled in at the end where that is not USDC.
            self.init(name, .linear(coins: 1))
        } else if let base = Self.base(of: name, quotedIn: ["USDT", "PERP"]) {
            self.init(base, .linear(coins: 1))
        } else if let base = Self.base(of: Self.undated(name), quotedIn: ["USD"]) {
            self.init(base, .inverse(dollars: 1))
        } else {
            self.init(name, nil)
        }
    }

    /// `BTC-USDT-SWAP`, `BTC-USD-250328`.
    private init?(okx symbol: String) {
        self.init(symbol.prefix { $0 != "-" }, nil)
    }

    /// `XBTUSD`; others are of sizes that the venue lists.
    private init?(bitmex symbol: String) {
        if symbol == "XBTUSD" {
            self.init("XBT", .inverse(dollars: 1))
        } else if let base = Self.base(
            of: Self.undated(symbol[...]), quotedIn: ["USDT", "USDC", "USD"])
        {
            self.init(base, nil)
        } else {
            self.init(symbol[...], nil)
        }
    }

    private static let dollars = ["USDT", "USDC", "BUSD", "FDUSD", "USD1"]

    private static func base(of pair: Substring, quotedIn quotes: [String]) -> Substring? {
        let quote = quotes.first { pair.hasSuffix($0) && pair.count > $0.count }
        return quote.map { pair.dropLast($0.count) }
    }

    /// Without a month's letter and a year: `BTCUSDH25`.
    private static func undated(_ name: Substring) -> Substring {
        let year = name.suffix(2)
        guard name.count > 3, year.allSatisfy(\.isNumber), let month = name.dropLast(2).last,
            "FGHJKMNQUVXZ".contains(month)
        else { return name }
        return name.dropLast(3)
    }

    /// The coin by itself: of `1000PEPE` that many are one unit, and bitcoin is XBT at one venue.
    private static func coin(_ base: Substring) -> String {
        if base == "XBT" { return "BTC" }
        for many in ["1000000", "10000", "1000"]
        where base.hasPrefix(many) && base.count > many.count {
            return String(base.dropFirst(many.count))
        }
        return String(base)
    }
}
