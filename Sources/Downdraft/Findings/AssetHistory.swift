#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Indicators
internal import Market
internal import Series

/// Where an asset's closed days leave it: against its averages, its extremes and its own volatility.
///
/// Days are counted in bars: a day that is missing is not filled in.
struct AssetHistory {
    let asset: AssetID
    /// How many closed days there are, the last of them the day before the as-of's last midnight.
    let days: Int
    /// The last close against the simple averages of so many days, as ratios; by days.
    let distances: [Int: Double]
    /// Wilder's index of 14 days at the last close.
    let strength: Double?
    /// The change over so many days up to the last close, as ratios; by days.
    let changes: [Int: Double]
    /// The last close against the highest of a year of closes, or of as many as there are; at most zero.
    let belowHigh: Double
    /// Whether the last close is the lowest of a year of closes.
    let isNewLow: Bool
    /// Whether it is the highest.
    let isNewHigh: Bool
    /// The last daily returns, as ratios, oldest first; empty where a day among them is missing.
    let recentReturns: [Double]
    /// How a move of the question's day stands among those of the closed days before it.
    let rank: MoveRank?

    /// A change over a day, set against the days before.
    struct MoveRank {
        /// The change in volatilities; negative for a fall.
        let deviations: Double
        /// How many of the days before moved as far the same way, or further.
        let further: Int
        /// How many days there were.
        let compared: Int
    }

    /// The averages that a reader looks at.
    static let averageDays = [50, 200]
    /// The spans over which assets are set against each other.
    static let changeDays = [7, 30, 90]
    /// Extremes of fewer days than this are news to nobody.
    private static let fewestDays = 90
    private static let yearDays = 365
    /// How many daily returns a beta is fitted on.
    static let betaDays = 90

    /// Reads closed days; `nil` with none, or where the last is not the day before `midnight`.
    ///
    /// - Input: `move`, the change over the day in question, as a ratio; days after its start, `before`,
    ///   say nothing about how unusual it is.
    init?(
        _ asset: AssetID, _ columns: CandleColumns, midnight: Timestamp, move: Double?,
        before start: Timestamp
    ) {
        let count = columns.countClosed(at: midnight)
        guard count > 0, columns.closeTime(at: count - 1) == midnight else { return nil }
        let closes = Array(columns.closes[..<count])
        let last = closes[count - 1]
        self.asset = asset
        days = count
        distances = Self.distances(closes, last)
        strength =
            RelativeStrengthIndex(period: TechnicalState.strengthPeriod).outputs(for: closes)
            .last ?? nil
        changes = Dictionary(
            uniqueKeysWithValues: Self.changeDays.filter { $0 < count }.map {
                ($0, last / closes[count - 1 - $0] - 1)
            })
        let year = closes.suffix(Self.yearDays)
        let highest = year.max() ?? last
        let counts = count >= Self.fewestDays
        belowHigh = last / highest - 1
        isNewLow = counts && last == (year.min() ?? last)
        isNewHigh = counts && last == highest
        recentReturns = Self.recent(closes, columns, midnight: midnight)
        rank = move.flatMap { Self.rank($0, among: closes[..<columns.countClosed(at: start)]) }
    }

    private static func recent(
        _ closes: [Double], _ columns: CandleColumns, midnight: Timestamp
    ) -> [Double] {
        let first = closes.count - 1 - betaDays
        guard first >= 0, columns.closeTime(at: first) == midnight - .days(betaDays) else {
            return []
        }
        return (first + 1..<closes.count).map { closes[$0] / closes[$0 - 1] - 1 }
    }

    private static func rank(_ move: Double, among closes: ArraySlice<Double>) -> MoveRank? {
        var expected = ExponentialVolatility()
        var volatility: Double?
        var further = 0
        for (close, previous) in zip(closes.dropFirst(), closes) {
            let change = close / previous
            volatility = expected.update(log(change))
            if move < 0 ? change - 1 <= move : change - 1 >= move { further += 1 }
        }
        guard let volatility, volatility > 0, move > -1 else { return nil }
        return MoveRank(
            deviations: log(1 + move) / volatility, further: further, compared: closes.count - 1)
    }

    private static func distances(_ closes: [Double], _ last: Double) -> [Int: Double] {
        var distances: [Int: Double] = [:]
        for days in averageDays {
            let window = Array(closes.suffix(days))
            guard let average = SimpleMovingAverage(period: days).outputs(for: window).last ?? nil
            else { continue }
            distances[days] = last / average - 1
        }
        return distances
    }
}
