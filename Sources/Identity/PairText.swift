/// A name read as a symbol of a venue: what trades, and against what.
///
/// Understood are `BTCUSDT`, `BTC/USDT:USDT`, `BTC-USDT-SWAP`, `BTC-PERPETUAL`, `BTC_USDT`, `PF_XBTUSD`,
/// `BTCUSDT_PERP.A`, `BTCUSDT.P` and `BINANCE:BTCUSDT`. Text without a mark between the two is a pair only
/// where it ends in a dollar stablecoin, or in any quote behind the name of a venue: `CRVUSD` is a coin.
struct PairText {
    /// What may be what trades, folded to capitals, the longest first; neither it nor any of them is empty.
    let bases: [String]

    /// `nil` where the text is no pair. It is folded to capitals already.
    init?(_ text: Substring) {
        var text = text
        var isSymbol = false
        if let slash = text.firstIndex(of: "/") {
            guard let base = Self.parted(text, at: slash) else { return nil }
            bases = [base]
            return
        }
        if let colon = text.lastIndex(of: ":") {
            text = text[text.index(after: colon)...]
            isSymbol = true
        }
        if let dot = text.firstIndex(of: ".") { text = text[..<dot] }
        for prefix in Self.krakenPrefixes where text.hasPrefix(prefix) {
            text = text.dropFirst(prefix.count)
            isSymbol = true
        }
        for suffix in Self.perpetualSuffixes where text.hasSuffix(suffix) {
            text = text.dropLast(suffix.count)
        }
        if let mark = text.firstIndex(where: { "-_".contains($0) }) {
            guard let base = Self.parted(text, at: mark) else { return nil }
            bases = [base]
        } else {
            let found = Self.unparted(text, isSymbol ? Self.quotes : Self.stablecoins)
            bases = isSymbol && !text.isEmpty ? [String(text)] + found : found
            if bases.isEmpty { return nil }
        }
    }

    private static func parted(_ text: Substring, at mark: Substring.Index) -> String? {
        let rest = text[text.index(after: mark)...].split(whereSeparator: { "/-_:".contains($0) })
        guard mark > text.startIndex, let first = rest.first,
            quotes.contains(String(first)) || words.contains(String(first))
        else { return nil }
        return String(text[..<mark])
    }

    // XBTUSD ends in TUSD too: whoever looks the bases up must decide.
    private static func unparted(_ text: Substring, _ quotes: [String]) -> [String] {
        quotes.filter { text.hasSuffix($0) && text.count > $0.count }
            .sorted { ($0.count, $0) < ($1.count, $1) }
            .map { String(text.dropLast($0.count)) }
    }

    private static let stablecoins = ["FDUSD", "USDT", "USDC", "BUSD"]
    private static let quotes =
        stablecoins + [
            "TUSD", "USDE", "USD", "EUR", "GBP", "TRY", "BRL", "JPY", "KRW", "DAI", "XBT", "BTC",
            "ETH",
            "BNB",
        ]
    private static let words: Set = ["PERP", "PERPETUAL", "SWAP", "FUTURES"]
    private static let krakenPrefixes = ["PF_", "PI_", "FF_", "FI_"]
    private static let perpetualSuffixes = ["_PERP", "-PERP"]
}
