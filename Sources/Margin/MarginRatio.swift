/// Equity against requirement at the mark prices. Venues show it either way up.
package struct MarginRatio: Hashable, Sendable {
    /// Collateral and profit, in the settlement currency.
    package let equity: Double
    /// What has to be kept, closing fee included, in the settlement currency.
    package let requirement: Double

    /// Requirement over equity: liquidation at 1 or above. Binance, Bybit. `nil` where there is no equity.
    package var used: Double? { equity > 0 ? requirement / equity : nil }

    /// Equity over requirement: liquidation at 1 or below. OKX, Gate. `nil` where nothing is required.
    package var covered: Double? { requirement > 0 ? equity / requirement : nil }
}
