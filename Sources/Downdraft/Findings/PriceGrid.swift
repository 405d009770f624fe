internal import Market
internal import Series
internal import Store

/// What each asset cost at each hour of the week before a window.
///
/// An asset without a fresh price at every one of them has no row, so that nothing moves because a
/// coin came or went.
struct PriceGrid {
    private let prices: [AssetID: [Double]]
    private let count: Int

    /// From the first to the last hour of the grid, both included.
    static func hours(before window: TimeRange) -> TimeRange {
        TimeRange(from: window.start - .hours(span), to: window.start)
    }

    /// A week of hours.
    private static let span = 168

    /// Reads closes off at each hour; stablecoins are one dollar at all of them.
    init(_ closes: [InstrumentCloses], board: PriceBoard, window: TimeRange) {
        let start = Self.hours(before: window).start
        let instants = (0...Self.span).map { start + .hours($0) }
        var prices = Dictionary(
            uniqueKeysWithValues: board.stablecoins.map {
                ($0, [Double](repeating: 1, count: instants.count))
            })
        let byInstrument = Dictionary(
            closes.map { ($0.instrument, $0.closes) }, uniquingKeysWith: { first, _ in first })
        for (asset, entry) in board.entries where prices[asset] == nil {
            guard let closes = byInstrument[entry.instrument.id] else { continue }
            prices[asset] = Self.row(
                closes, coinsPerPrice: entry.instrument.coinsPerPrice, at: instants)
        }
        self.prices = prices
        count = instants.count
    }

    /// The last close at each instant, none older than a price may be; `nil` where one is missing.
    private static func row(
        _ closes: [(time: Timestamp, price: Double)], coinsPerPrice: Double,
        at instants: [Timestamp]
    ) -> [Double]? {
        var row: [Double] = []
        row.reserveCapacity(instants.count)
        var next = 0
        for instant in instants {
            while next < closes.count, closes[next].time <= instant { next += 1 }
            guard next > 0, instant - closes[next - 1].time <= PriceBoard.staleAfter else {
                return nil
            }
            row.append(closes[next - 1].price / coinsPerPrice)
        }
        return row
    }

    /// The returns, from each hour to the next, of so many coins together; empty without coins.
    func returns(of coins: [AssetID: Double]) -> [Double] {
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: count)
        var isEmpty = true
        for (asset, coins) in coins.sorted(by: { $0.key < $1.key }) {
            guard let row = prices[asset] else { continue }
            isEmpty = false
            for place in row.indices { sums[place].add(coins * row[place]) }
        }
        let values = isEmpty ? [] : sums.map(\.value)
        return zip(values, values.dropFirst()).map { $1 / $0 - 1 }
    }
}
