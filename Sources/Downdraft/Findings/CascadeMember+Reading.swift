#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Cascades
internal import Liquidations
internal import Market
internal import Series
internal import Significance
internal import Store

extension CascadeMember {
    /// Reads one coin's part; `nil` where its market is not known at both ends of the window.
    ///
    /// - Input: `weight` and `beta`, the coin's part of the index and how far it goes with it.
    init?(
        _ coin: CascadeInputs.Coin, _ inputs: CascadeInputs, weight: Double, beta: Double
    ) throws(CascadeError) {
        let window = inputs.question.range
        guard let before = LeveragedMarket(coin, inputs, at: window.start),
            let now = LeveragedMarket(coin, inputs, at: window.end)
        else { return nil }
        let change = now.price / before.price - 1
        let floor = LiquidationFloor(
            bars: inputs.liquidations.rows.filter {
                $0.venue == inputs.venue && $0.asset == coin.asset
            }, window: window)
        let liquidated = floor.map { change < 0 ? $0.longUSD : $0.shortUSD }
        // At one price, so that only positions move it.
        let drop = 1 - now.openInterest(at: now.price) / before.openInterest(at: now.price)
        asset = coin.asset
        self.weight = weight
        self.beta = beta
        self.before = before
        self.now = now
        self.change = change
        self.liquidated = liquidated
        openInterestDrop = drop
        observation =
            change == 0
            ? nil
            : try CascadeObservation(
                move: abs(change), moveError: max(before.hourlyDeviation, 1e-4),
                liquidations: liquidated, openInterestDrop: drop,
                openInterestError: max(before.openInterestDeviation(over: window.span), 0.01))
    }

    /// The coins that a chart is made of; each with its part of the whole, and how far it goes with it.
    static func all(
        of charted: Charted, total: [Candle], _ inputs: CascadeInputs
    ) throws(CascadeError) -> [CascadeMember] {
        var members: [CascadeMember] = []
        for coin in inputs.coins {
            let part: (weight: Double, beta: Double)? =
                charted == .market ? share(of: coin, in: total, inputs) : (1, 1)
            guard let part,
                let member = try CascadeMember(
                    coin, inputs, weight: part.weight, beta: part.beta)
            else { continue }
            members.append(member)
        }
        return members
    }

    /// How many days a beta is measured over.
    static let betaDays = 90

    /// A coin's part of the index as the window began, and its beta over the days before.
    private static func share(
        of coin: CascadeInputs.Coin, in total: [Candle], _ inputs: CascadeInputs
    ) -> (weight: Double, beta: Double)? {
        let start = inputs.question.range.start
        let known = SupplyBook(inputs.supplies.rows).supplies(at: start)
        let days = total.filter { $0.closeTime <= start }
        guard let coins = known.first(where: { $0.asset == coin.asset })?.coins,
            let cap = days.last?.close,
            let price = coin.daily.rows.last(where: { $0.closeTime <= start })?.close,
            let beta = beta(of: coin.daily.rows, to: days.suffix(betaDays + 1))
        else { return nil }
        return (coins * price / cap, beta)
    }

    private static func beta(of coin: [Candle], to market: some Collection<Candle>) -> Double? {
        let closes = Dictionary(
            coin.map { ($0.openTime, $0.close) }, uniquingKeysWith: { first, _ in first })
        let pairs = market.compactMap { day in
            closes[day.openTime].map { (market: day.close, coin: $0) }
        }
        let steps = zip(pairs, pairs.dropFirst())
        return PairStatistics(
            returns: steps.map { log($1.coin / $0.coin) },
            market: steps.map { log($1.market / $0.market) })?.beta
    }
}
