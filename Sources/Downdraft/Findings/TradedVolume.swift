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
        guard !inside.isEmpty else { return nil }
        var sums = (value: CompensatedSum(), low: CompensatedSum(), high: CompensatedSum())
        for bar in inside {
            guard let volume = bar.volume else { return nil }
            sums.value.add(volume * bar.close)
            sums.low.add(volume * bar.low)
            sums.high.add(volume * bar.high)
        }
        value = sums.value.value
        low = sums.low.value
        high = sums.high.value
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

    /// The change from the window before, as a ratio; `nil` where that window is missing or empty.
    var change: Double? {
        guard let before, before.value > 0 else { return nil }
        return now.value / before.value - 1
    }
}

/// What changed hands in each asset's contract, measured once for all that ask.
struct VolumeBoard {
    private let now: [AssetID: TradedVolume]
    private let before: [AssetID: TradedVolume]

    /// Measures the window and the one of the same length before it.
    init(_ board: PriceBoard, window: TimeRange) {
        let earlier = TimeRange(from: window.start - window.span, to: window.start)
        now = board.entries.compactMapValues { TradedVolume($0.bars, over: window) }
        before = board.entries.compactMapValues { TradedVolume($0.bars, over: earlier) }
    }

    /// What changed hands in one asset's contract over the window.
    func volume(of asset: AssetID) -> TradedVolume? { now[asset] }

    /// Several assets together; those without volume in the window are left out.
    func comparison(of assets: [AssetID]) -> VolumeComparison? {
        let traded = assets.filter { now[$0] != nil }
        guard let total = TradedVolume.total(traded.compactMap { now[$0] }) else { return nil }
        // A change compares like with like: the contracts must have traded in both windows.
        let past = traded.compactMap { before[$0] }
        return VolumeComparison(
            now: total, before: past.count == traded.count ? TradedVolume.total(past) : nil)
    }
}
