internal import Liquidations
internal import Market
internal import Series
internal import Store

/// Published liquidations over a window, bar by bar, against open interest, what takers traded and venues' rules.
struct LiquidationReview {
    /// One bar of one asset.
    struct Bar {
        let bar: LiquidationBar
        /// Both sides together, in US dollars.
        var dollars: Double { bar.longUSD + bar.shortUSD }
    }

    /// An asset's liquidations against its open interest.
    struct AssetRow {
        let asset: AssetID
        let floor: LiquidationFloor
        /// Open interest as the window began, both margins together, in US dollars at the last price.
        let openInterest: Double?
        /// What the change of open interest says of them; `nil` where either is not known.
        let check: LiquidationCrossCheck?
        /// What takers traded over the same bars; `nil` where no bar's takers are known.
        let takers: TakerBound?

        /// Both sides together as a share of open interest as the window began.
        var share: Double? {
            openInterest.flatMap { $0 > 0 ? (floor.longUSD + floor.shortUSD) / $0 : nil }
        }
    }

    let venue: VenueID
    let rows: [AssetRow]
    /// The bars inside the window, the largest first, then by time and asset.
    let bars: [Bar]
    /// The rules of every venue known on the day, by venue.
    let regimes: [SamplingRegime]

    /// Reviews what the leverage state holds against the takers of the window; prices turn coins into dollars.
    init(
        _ inputs: DayInputs, _ state: LeverageState, takers: [TakerFlowBar], prices: PriceBook
    ) {
        let window = inputs.question.range
        let inside = inputs.liquidations.rows.filter {
            $0.venue == state.venue && $0.openTime >= window.start && $0.closeTime <= window.end
        }
        venue = state.venue
        bars = inside.map(Bar.init)
            .sorted {
                ($1.dollars, $0.bar.openTime, $0.bar.asset) < (
                    $0.dollars, $1.bar.openTime, $1.bar.asset
                )
            }
        regimes = SamplingRegime.known.filter { $0.holds(on: window.end.day) }
            .sorted { $0.venue < $1.venue }
        rows = state.floors.sorted { $0.key < $1.key }.map { asset, floor in
            let price = prices.price(of: asset, at: window.end)
            let dollars = Self.openInterest(of: asset, state, price: price)
            return AssetRow(
                asset: asset, floor: floor, openInterest: dollars?.before,
                check: dollars.map {
                    LiquidationCrossCheck(
                        longUSD: floor.longUSD, shortUSD: floor.shortUSD,
                        closedUSD: $0.before - $0.after)
                },
                takers: TakerBound(
                    inside.filter { $0.asset == asset },
                    trades: takers.filter { $0.venue == state.venue && $0.asset == asset }
                        .compactMap { TakerTrades($0, prices: Self.candles(of: $0, inputs)) }))
        }
    }

    /// Open interest as the window began, in US dollars by venue and asset, where it is known.
    var openInterest: [VenueID: [AssetID: Double]] {
        let known = rows.compactMap { row in row.openInterest.map { (row.asset, $0) } }
        return [venue: Dictionary(uniqueKeysWithValues: known)]
    }

    /// Bars of the contract whose takers were counted, by the coin; none where dollars were counted.
    private static func candles(of bar: TakerFlowBar, _ inputs: DayInputs) -> [Candle] {
        guard bar.unit == .coins, let contract = bar.instrument,
            let coins = inputs.instruments.rows.first(where: { $0.id == contract })?.coinsPerPrice,
            let found = inputs.perpetuals.rows.first(where: { $0.instrument == contract })
        else { return [] }
        return found.candles.filter {
            $0.openTime >= bar.openTime && $0.closeTime <= bar.closeTime
        }.map { $0.priced(coins: coins) }
    }

    /// Open interest of both margins at either end, at one price, so that only positions move it.
    private static func openInterest(
        of asset: AssetID, _ state: LeverageState, price: Double?
    ) -> (before: Double, after: Double)? {
        guard let price, let coins = state.openInterest[.stablecoin]?[asset],
            let coinsBefore = coins.before
        else { return nil }
        let inverse = state.openInterest[.coin]?[asset]
        guard let inverseBefore = inverse.map({ $0.before ?? .nan }) ?? 0 as Double?,
            inverseBefore.isFinite
        else { return nil }
        return (
            coinsBefore * price + inverseBefore, coins.after * price + (inverse?.after ?? 0)
        )
    }
}

extension VenueShareImplication.Share {
    /// Binance's share of the Bitcoin longs that all venues liquidated over four hours, at 134 moments from
    /// 12 May to 14 November 2025; quartiles of Coinglass's lists of exchanges, collected in the repository
    /// FelipeODonnell/liquidity-report. Later knowledge for any earlier day.
    static let binanceBitcoinLongs = VenueShareImplication.Share(
        venue: "binance", lowerQuartile: 0.151, median: 0.244, upperQuartile: 0.389, moments: 134,
        knownFrom: CalendarDay(daysSinceEpoch: 20_407))
}
