internal import Market
internal import Series

/// What changed hands in an asset's contract over a window, in US dollars.
///
/// The venue gives coins a bar, not dollars: each bar is valued at its close, and cannot have been
/// worth less than at its low or more than at its high.
struct TradedVolume {
    let value: Double
    let low: Double
    let high: Double

    /// No trade at all.
    static let none = TradedVolume(value: 0, low: 0, high: 0)

    /// Adds up the bars that lie in the window; `nil` where there is none, or one without volume.
    init?(_ bars: CandleSeries, over window: TimeRange) {
        let inside = bars.candles(in: window)
        let volumes = inside.compactMap(\.volume)
        guard !inside.isEmpty, volumes.count == inside.count else { return nil }
        value = zip(volumes, inside).map { $0 * $1.close }.compensatedSum
        low = zip(volumes, inside).map { $0 * $1.low }.compensatedSum
        high = zip(volumes, inside).map { $0 * $1.high }.compensatedSum
    }

    private init(value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }

    /// The sum of several; `nil` of none.
    static func total(_ parts: [TradedVolume]) -> TradedVolume? {
        guard !parts.isEmpty else { return nil }
        return TradedVolume(
            value: parts.map(\.value).compensatedSum, low: parts.map(\.low).compensatedSum,
            high: parts.map(\.high).compensatedSum)
    }
}

/// Volume over the window, and over the window of the same length before it.
struct VolumeComparison {
    let now: TradedVolume
    let before: TradedVolume?

    /// Measures several contracts together; those without volume in the window are left out.
    init?(_ series: [CandleSeries], window: TimeRange) {
        let earlier = TimeRange(from: window.start - window.span, to: window.start)
        guard let now = TradedVolume.total(series.compactMap { TradedVolume($0, over: window) })
        else { return nil }
        self.now = now
        // A change compares like with like: the contracts must have traded in both windows.
        let both = series.filter { TradedVolume($0, over: window) != nil }
        let past = both.compactMap { TradedVolume($0, over: earlier) }
        before = past.count == both.count ? TradedVolume.total(past) : nil
    }

    /// The change from the window before, as a ratio; `nil` where that window is missing or empty.
    var change: Double? {
        guard let before, before.value > 0 else { return nil }
        return now.value / before.value - 1
    }
}
