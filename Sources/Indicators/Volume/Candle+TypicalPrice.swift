internal import Market

extension Candle {
    /// The mean of high, low and close, in quote currency.
    var typicalPrice: Double { (high + low + close) / 3 }
}
