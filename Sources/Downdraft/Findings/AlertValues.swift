internal import Indicators
internal import Market
internal import Outlook
internal import Series
internal import Store

/// What a rule watches, a number a bar, `nil` where it cannot be told: prices by themselves, and what was
/// published of positions at the venue whose positions are known.
struct AlertValues {
    private let asset: AssetID?
    private let liquidations: [LiquidationBar]
    private let interest: [OpenInterestBar]

    /// What is known of a chart; of the whole market no position is.
    init(_ charted: Charted, _ inputs: AlertInputs) {
        switch charted {
        case .market: asset = nil
        case .asset(let name): asset = name
        }
        let (own, venue) = (asset, LeverageState.positions)
        liquidations = inputs.liquidations.rows
            .filter { $0.venue == venue && $0.asset == own }
            .sorted { ($0.openTime, $0.interval) < ($1.openTime, $1.interval) }
        interest = inputs.openInterest.rows
            .filter { $0.venue == venue && $0.asset == own && $0.margin == .stablecoin }
            .sorted { ($0.closeTime, $0.interval) < ($1.closeTime, $1.interval) }
    }

    /// The values of a quantity at each bar.
    func values(_ quantity: AlertQuantity, over bars: PriceBars) -> [Double?] {
        switch quantity {
        case .move(let length): AlertReadings.moves(over: bars, length: length)
        case .swings(let length): AlertReadings.swings(over: bars, length: length)
        case .distance(let reference): distances(reference, bars)
        case .strength(let period): RelativeStrengthIndex(period: period).outputs(for: bars.closes)
        case .liquidated(let side, let length):
            stretches(of: bars, length: length).map { liquidated(side, in: $0) }
        case .openInterest(let length): stretches(of: bars, length: length).map(interestChange)
        }
    }

    private func distances(_ reference: AlertQuantity.Reference, _ bars: PriceBars) -> [Double?] {
        let references: [Double?] =
            switch reference {
            case .level(let level): bars.closes.map { _ in level }
            case .simpleAverage(let length):
                SimpleMovingAverage(period: length).outputs(for: bars.closes)
            case .exponentialAverage(let length):
                ExponentialMovingAverage(period: length).outputs(for: bars.closes)
            }
        return AlertReadings.distances(bars, to: references)
    }

    /// The time that so many bars take, up to the close of each.
    private func stretches(of bars: PriceBars, length: Int) -> [TimeRange] {
        let span = TimeSpan(microseconds: Int64(length) * bars.interval)
        return bars.openTimes.map { opening in
            let end = Timestamp(microseconds: opening + bars.interval)
            return TimeRange(from: end - span, to: end)
        }
    }

    /// Dollars liquidated in a stretch; `nil` unless bars of one length cover all of it.
    private func liquidated(_ side: AlertQuantity.Side, in stretch: TimeRange) -> Double? {
        let first = liquidations.partitionIndex { $0.openTime >= stretch.start }
        let end = liquidations.partitionIndex { $0.openTime >= stretch.end }
        let inside = liquidations[first..<end].filter { $0.closeTime <= stretch.end }
        let lengths = Set(inside.map(\.interval)).sorted()
        let whole = lengths.lazy.map { length in inside.filter { $0.interval == length } }
            .first { bars in
                Int64(bars.count) * (bars.first?.interval.microseconds ?? 0)
                    == stretch.span.microseconds
            }
        guard let whole else { return nil }
        return whole.map { bar in
            switch side {
            case .long: bar.longUSD
            case .short: bar.shortUSD
            case .both: bar.longUSD + bar.shortUSD
            }
        }.compensatedSum
    }

    /// The change of open interest in coins over a stretch, so that the price has no part in it.
    private func interestChange(over stretch: TimeRange) -> Double? {
        guard let before = interest(at: stretch.start), let after = interest(at: stretch.end),
            before > 0
        else { return nil }
        return after / before - 1
    }

    /// What the last bar that had closed says; one that is too old says nothing.
    private func interest(at instant: Timestamp) -> Double? {
        let count = interest.partitionIndex { $0.closeTime > instant }
        guard count > 0, instant - interest[count - 1].closeTime < LeverageState.staleAfter else {
            return nil
        }
        return interest[count - 1].close
    }
}
