#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Market
internal import Series
internal import Significance

/// How unusual a change over a day is, set against the closed days before it.
///
/// Nothing here uses a return of the day in question.
struct Unusualness {
    /// The move among the last days of the history.
    struct Window {
        /// How many days; `nil` for all there are.
        let days: Int?
        let rank: MoveRank
        /// The day of the last move as far to the same side.
        let last: CalendarDay?
    }

    /// The volatility expected of the day, as a ratio, by weights that fall by 0.94 a day.
    let volatility: Double
    /// The move in such volatilities; negative for a fall.
    let deviations: Double
    /// The move among windows of the days before it, the shortest first.
    let windows: [Window]
    /// The move and every day before it, each in units of the volatility expected of it.
    let standardized: MoveRank?
    /// Volatility in spells with fat tails, or why there is none.
    let garch: Result<GarchModel, GarchError>
    /// The move by that model, in its volatilities, and how likely one as far is.
    let garchDeviations: Double?
    let garchProbability: Double?
    /// How often the days before, in blocks, make a move as far over as many days as the window's.
    let bootstrap: BlockBootstrap.Tail?
    let blockLength: Double?
    /// How many days pass, by the tail of falls or rises in units of volatility, until one goes as far.
    let returnPeriod: Double?

    /// The rank among all the days before.
    var whole: Window? { windows.last }

    /// The seed of the bootstrap: any will do, and the same question must have the same answer.
    private static let seed: UInt64 = 0x6464_6674

    /// Measures a change over a day that began at `start`; `nil` with too few days, or of a flat market.
    ///
    /// `longer` is a change over several days, where one is asked about: blocks of days are drawn for it.
    init?(
        change: Double, start: Timestamp, daily: CandleSeries,
        longer: (change: Double, days: Int)? = nil
    ) {
        let before = daily.candles.filter { $0.closeTime <= start }
        let returns = zip(before, before.dropFirst()).map { log($1.close / $0.close) }
        let days = before.dropFirst().map(\.openTime.day)
        guard change > -1, longer.map({ $0.change > -1 }) ?? true,
            let units = StandardizedReturns(returns: returns)
        else { return nil }
        let move = log(1 + change)
        volatility = units.nextVolatility
        deviations = units.deviations(of: move)
        windows = Self.windows(of: move, among: returns, days: days)
        standardized = MoveRank(of: units.deviations(of: move), among: units.values)
        garch = Self.garch(returns)
        let model = try? garch.get()
        garchDeviations = model?.deviations(of: move)
        garchProbability = model?.probability(asFarAs: move)
        let blocks = BlockBootstrap(
            returns: Array(returns.dropLast(longer.map { $0.days - 1 } ?? 0)),
            horizon: longer?.days ?? 1,
            seed: Self.seed)
        bootstrap = blocks?.tail(of: longer.map { log(1 + $0.change) } ?? move)
        blockLength = blocks?.blockLength
        let side: Double = move < 0 ? -1 : 1
        returnPeriod = ParetoTail(of: units.values.map { side * $0 })
            .flatMap { $0.returnPeriod(of: side * units.deviations(of: move)) }
            .flatMap { $0.isFinite ? $0 : nil }
    }

    private static func garch(_ returns: [Double]) -> Result<GarchModel, GarchError> {
        do { return .success(try GarchModel(returns: returns)) } catch { return .failure(error) }
    }

    private static func windows(
        of move: Double, among returns: [Double], days: [CalendarDay]
    ) -> [Window] {
        let limited = MoveRank.usualWindows.compactMap { window in
            MoveRank(of: move, among: returns, window: window).map { (window as Int?, $0) }
        }
        let whole = MoveRank(of: move, among: returns).map { (nil as Int?, $0) }
        return (limited + [whole].compactMap { $0 }).map { window, rank in
            Window(days: window, rank: rank, last: rank.lastAsFar.map { days[$0] })
        }
    }
}
