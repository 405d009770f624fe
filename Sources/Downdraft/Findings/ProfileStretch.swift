internal import Liquidations
internal import Market
internal import Series
internal import Store

/// What a walk of profiles goes through: bars of four hours without a gap, up to now, and what builds positions
/// up before them.
///
/// A bar counts where its open interest, its liquidations and each of its hours are known. Where hours begin on
/// a midnight later than the rest, whole days before them build positions up, a step a day; otherwise the first
/// bars do.
struct ProfileStretch {
    let intervals: [ProfileInterval]
    /// How many of them only build positions up.
    let buildUp: Int
    /// When each opened.
    let openTimes: [Timestamp]

    /// What the bars are long: those that the model's turnover was fitted to.
    static let bar = TimeSpan.hours(4)
    private static let barsOfDay = 6
    /// Days of four hours that build up where no whole days do, and how many whole days at most.
    private static let buildUpBars = 12
    private static let buildUpDays = 14
    /// The newest bar may have closed so long ago.
    private static let staleAfter = TimeSpan.hours(8)

    /// The stretch of a coin; `nil` where no bar near the as-of can be put together.
    init?(_ coin: ProfileInputs.Coin, _ inputs: ProfileInputs) {
        let asOf = inputs.question.asOf
        let bars = Bars(coin, inputs)
        guard let last = bars.liquidations.keys.filter({ $0 + Self.bar <= asOf }).max(),
            asOf - (last + Self.bar) < Self.staleAfter
        else { return nil }
        var (times, run): ([Timestamp], [ProfileInterval]) = ([], [])
        var time = last
        while let interval = bars.interval(at: time) {
            times.append(time)
            run.append(interval)
            time = time - Self.bar
        }
        times.reverse()
        run.reverse()
        guard let midnight = times.firstIndex(where: { $0 == $0.day.start }) else {
            (intervals, buildUp, openTimes) = (run, Self.buildUpBars, times)
            return
        }
        var (dayTimes, days): ([Timestamp], [ProfileInterval]) = ([], [])
        var day = times[midnight] - .day
        while days.count < Self.buildUpDays, let interval = bars.day(at: day) {
            dayTimes.append(day)
            days.append(interval)
            day = day - .day
        }
        guard days.count * Self.barsOfDay >= Self.buildUpBars else {
            (intervals, buildUp, openTimes) = (run, Self.buildUpBars, times)
            return
        }
        intervals = days.reversed() + run[midnight...]
        buildUp = days.count
        openTimes = dayTimes.reversed() + times[midnight...]
    }

    /// Bars of one coin by when they opened.
    private struct Bars {
        let interest: [Timestamp: Double]
        let liquidations: [Timestamp: LiquidationBar]
        let hours: [Timestamp: Candle]
        let days: [Timestamp: Candle]

        init(_ coin: ProfileInputs.Coin, _ inputs: ProfileInputs) {
            func keyed<Row>(_ rows: [Row], by time: (Row) -> Timestamp) -> [Timestamp: Row] {
                Dictionary(rows.map { (time($0), $0) }, uniquingKeysWith: { first, _ in first })
            }
            interest = keyed(
                inputs.openInterest.rows.filter {
                    $0.venue == inputs.venue && $0.asset == coin.asset && $0.margin == .stablecoin
                        && $0.interval == ProfileStretch.bar
                }, by: \.openTime
            ).mapValues(\.close)
            liquidations = keyed(
                inputs.liquidations.rows.filter {
                    $0.venue == inputs.venue && $0.asset == coin.asset
                        && $0.interval == ProfileStretch.bar
                }, by: \.openTime)
            hours = keyed(coin.hourly.rows, by: \.openTime)
            days = keyed(coin.daily.rows, by: \.openTime)
        }

        func interval(at time: Timestamp) -> ProfileInterval? {
            let hours = (0..<4).compactMap { self.hours[time + .hours($0)] }
            guard hours.count == 4, let interest = interest[time],
                let liquidated = liquidations[time], let low = hours.map(\.low).min(),
                let high = hours.map(\.high).max(), let close = hours.last?.close
            else { return nil }
            return ProfileInterval(
                low: low, high: high, close: close, openInterest: interest,
                longUSD: liquidated.longUSD, shortUSD: liquidated.shortUSD)
        }

        func day(at time: Timestamp) -> ProfileInterval? {
            let liquidated = (0..<ProfileStretch.barsOfDay).compactMap {
                liquidations[time + .hours(4 * $0)]
            }
            guard liquidated.count == ProfileStretch.barsOfDay,
                let interest = interest[time + .hours(20)], let day = days[time]
            else { return nil }
            return ProfileInterval(
                low: day.low, high: day.high, close: day.close, openInterest: interest,
                longUSD: liquidated.map(\.longUSD).compensatedSum,
                shortUSD: liquidated.map(\.shortUSD).compensatedSum,
                span: Double(ProfileStretch.barsOfDay))
        }
    }
}
