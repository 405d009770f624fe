/// Open, high, low and close of one bar. A bar is named by its opening and known when it closes.
public struct Candle: Hashable, Sendable {
    /// When the bar opened; its name.
    public let openTime: Timestamp
    /// How long the bar is.
    public let interval: TimeSpan
    /// The first price or level of the bar, in quote currency.
    public let open: Double
    /// The highest price or level of the bar.
    public let high: Double
    /// The lowest price or level of the bar.
    public let low: Double
    /// The last price or level of the bar.
    public let close: Double
    /// What changed hands, in the unit of the series; `nil` where the source does not say.
    public let volume: Double?

    /// A bar. The caller has checked the figures; see `isConsistent`.
    public init(
        openTime: Timestamp, interval: TimeSpan, open: Double, high: Double, low: Double,
        close: Double, volume: Double?
    ) {
        self.openTime = openTime
        self.interval = interval
        self.open = open
        self.high = high
        self.low = low
        self.close = close
        self.volume = volume
    }

    /// The first instant after the bar.
    public var closeTime: Timestamp { openTime + interval }

    /// Whether the figures can be those of a bar: finite, positive, low and high on either side.
    public var isConsistent: Bool {
        let prices = [open, high, low, close]
        return prices.allSatisfy { $0.isFinite && $0 > 0 }
            && low <= min(open, close) && high >= max(open, close)
            && (volume.map { $0.isFinite && $0 >= 0 } ?? true)
    }
}
