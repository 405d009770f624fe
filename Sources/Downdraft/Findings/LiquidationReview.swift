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
        let liquidated = Dictionary(grouping: inside, by: \.asset)
        let trades = Self.trades(takers.filter { $0.venue == state.venue }, inputs)
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
                takers: TakerBound(liquidated[asset] ?? [], trades: trades[asset] ?? []))
        }
    }

    /// Open interest as the window began, in US dollars by venue and asset, where it is known.
    var openInterest: [VenueID: [AssetID: Double]] {
        let known = rows.compactMap { row in row.openInterest.map { (row.asset, $0) } }
        return [venue: Dictionary(uniqueKeysWithValues: known)]
    }

    /// What takers traded, in dollars, by asset; coins at prices of the contract's own bars.
    private static func trades(
        _ takers: [TakerFlowBar], _ inputs: DayInputs
    ) -> [AssetID: [TakerTrades]] {
        let contracts = Set(takers.lazy.filter { $0.unit == .coins }.compactMap(\.instrument))
        let coins = inputs.instruments.rows.filter { contracts.contains($0.id) }
            .map { ($0.id, $0.coinsPerPrice) }
        let sizes = Dictionary(coins, uniquingKeysWith: { first, _ in first })
        var candles: [InstrumentID: [Candle]] = [:]
        for found in inputs.perpetuals.rows {
            guard let size = sizes[found.instrument] else { continue }
            candles[found.instrument] = found.candles.map { $0.priced(coins: size) }
        }
        return Dictionary(grouping: takers, by: \.asset).mapValues { bars in
            bars.compactMap { bar in
                TakerTrades(bar, prices: bar.instrument.flatMap { candles[$0] } ?? [])
            }
        }
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
