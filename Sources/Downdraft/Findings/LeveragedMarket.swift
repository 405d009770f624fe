#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Cascades
internal import Market
internal import Series
internal import Store

/// One coin's leveraged market at a venue as it stood at an instant: what a cascade would live on.
struct LeveragedMarket {
    let asset: AssetID
    let instant: Timestamp
    let price: Double
    /// Coins of contracts margined in a stablecoin.
    let openCoins: Double
    /// Dollars of contracts margined in the coin.
    let openDollars: Double
    /// Resting bids, in US dollars; `nil` where no book is known.
    let bids: Double?
    let asks: Double?
    /// What changed hands a day over the last seven closed days, in US dollars.
    let dailyVolume: Double
    /// What the next day's return may be expected to deviate, as a ratio.
    let volatility: Double
    /// The deviation of an hour's return over the week before, as a ratio.
    let hourlyDeviation: Double
    /// Where what is open was opened.
    let history: EntryHistory
    /// Coins open at the close of each bar over the weeks before, oldest first.
    private let interest: [(closeTime: Timestamp, coins: Double)]

    /// The market of a coin at an instant; `nil` where open interest, prices, volumes or enough days are
    /// not known.
    init?(_ coin: CascadeInputs.Coin, _ inputs: CascadeInputs, at instant: Timestamp) {
        let hourly = coin.hourly.rows.filter { $0.closeTime <= instant }
        let daily = coin.daily.rows.filter { $0.closeTime <= instant }
        let interest = inputs.openInterest.rows.filter {
            $0.venue == inputs.venue && $0.asset == coin.asset && $0.closeTime <= instant
        }
        guard let last = hourly.last, instant - last.closeTime < PriceBoard.staleAfter,
            let coins = Self.open(.stablecoin, interest, at: instant), coins > 0,
            let deviation = Self.hourlyDeviation(hourly, until: instant),
            let volume = Self.dailyVolume(daily), let volatility = Self.volatility(daily),
            let history = try? EntryHistory(
                Self.entries(interest, hourly, daily, price: last.close, at: instant))
        else { return nil }
        let book = inputs.depth.rows.last {
            $0.venue == inputs.venue && $0.asset == coin.asset && $0.closeTime <= instant
                && instant - $0.closeTime < Self.staleAfter
        }
        asset = coin.asset
        self.instant = instant
        price = last.close
        openCoins = coins
        openDollars = Self.open(.coin, interest, at: instant) ?? 0
        hourlyDeviation = deviation
        self.interest = interest.filter { $0.margin == .stablecoin }.map {
            ($0.closeTime, $0.close)
        }
        bids = book?.bidUSD
        asks = book?.askUSD
        dailyVolume = volume
        self.volatility = volatility
        self.history = history
    }

    /// Both margins together in US dollars, at a price.
    func openInterest(at price: Double) -> Double { openCoins * price + openDollars }

    /// How far open interest changes over a span of time by what is opened and closed anyway: the deviation
    /// of its relative changes from span to span over the weeks before. Zero where there is but one span.
    func openInterestDeviation(over span: TimeSpan) -> Double {
        var changes: [Double] = []
        var end = interest.count - 1
        while end > 0 {
            let from = interest[end].closeTime - span
            guard let start = interest[..<end].lastIndex(where: { $0.closeTime <= from }) else {
                break
            }
            changes.append(interest[end].coins / interest[start].coins - 1)
            end = start
        }
        let squares = changes.map { $0 * $0 }.compensatedSum
        return changes.count > 1 ? (squares / Double(changes.count)).squareRoot() : 0
    }

    /// What a move against a side would meet.
    func setting(_ side: PositionSide) throws(CascadeError) -> CascadeSetting {
        try CascadeSetting(
            side: side, openInterest: openInterest(at: price), depth: side == .long ? bids : asks,
            volume: dailyVolume, volatility: volatility)
    }

    /// Bars of books and positions are four hours long; one more and the next should have been there.
    private static let staleAfter = TimeSpan.hours(8)

    /// The last known, or nothing where that is too long ago.
    private static func open(
        _ margin: OpenInterestBar.Margin, _ bars: [OpenInterestBar], at instant: Timestamp
    ) -> Double? {
        bars.last { $0.margin == margin && instant - $0.closeTime < staleAfter }?.close
    }

    private static func hourlyDeviation(_ hourly: [Candle], until instant: Timestamp) -> Double? {
        let week = hourly.filter { $0.openTime >= instant - .days(7) }
        let squares = zip(week, week.dropFirst()).map { one, next in
            log(next.close / one.close) * log(next.close / one.close)
        }
        guard squares.count >= 24 else { return nil }
        return (squares.compensatedSum / Double(squares.count)).squareRoot()
    }

    /// Of the last seven closed days.
    private static func dailyVolume(_ daily: [Candle]) -> Double? {
        let dollars = daily.suffix(7).compactMap { bar in bar.volume.map { $0 * bar.close } }
        guard !dollars.isEmpty else { return nil }
        return dollars.compensatedSum / Double(dollars.count)
    }

    private static func volatility(_ daily: [Candle]) -> Double? {
        var expected = ExponentialVolatility()
        var volatility: Double?
        for (before, bar) in zip(daily, daily.dropFirst()) {
            volatility = expected.update(log(bar.close / before.close))
        }
        return volatility
    }

    /// What was opened from bar to bar, at the last close before the bar's; what was open before the first as
    /// if opened then.
    private static func entries(
        _ interest: [OpenInterestBar], _ hourly: [Candle], _ daily: [Candle], price: Double,
        at instant: Timestamp
    ) -> [EntryHistory.Entry] {
        let hours = CandleColumns(closesOf: hourly, interval: .hour)
        let days = CandleColumns(closesOf: daily, interval: .day)
        return OpenInterestBar.Margin.allCases.flatMap { margin in
            let bars = interest.filter { $0.margin == margin }
            return bars.enumerated().compactMap { place, bar -> EntryHistory.Entry? in
                let paid =
                    hours.lastClosed(at: bar.closeTime).map { hours.closes[$0] }
                    ?? days.lastClosed(at: bar.closeTime).map { days.closes[$0] }
                guard let paid else { return nil }
                let opened = max(0, bar.close - (place > 0 ? bars[place - 1].close : 0))
                return EntryHistory.Entry(
                    price: paid / price, age: (instant - bar.closeTime).inHours / 24,
                    opened: margin == .stablecoin ? opened * paid : opened)
            }
        }
    }
}
