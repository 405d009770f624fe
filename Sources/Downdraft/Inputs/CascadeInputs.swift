internal import Market
internal import Series
internal import Store

/// The rows that tell how leveraged the market of some coins was, and how they moved.
struct CascadeInputs {
    /// The bars of one coin at the venue.
    struct Coin {
        let asset: AssetID
        let daily: Sourced<Candle>
        let hourly: Sourced<Candle>
    }

    let question: Question
    /// Where positions, liquidations and books are known of.
    let venue: VenueID
    /// Coins whose open interest is known, by name.
    let coins: [Coin]
    let openInterest: Sourced<OpenInterestBar>
    let liquidations: Sourced<LiquidationBar>
    let depth: Sourced<DepthBar>
    let supplies: Sourced<Supply>

    /// Reads what was known at the question's as-of, of one coin or of all.
    init(
        _ charted: Charted, _ question: Question, venue: VenueID, from snapshot: StoreSnapshot
    ) throws {
        let window = question.range
        let before = TimeRange(from: window.start - Self.history, to: question.asOf)
        let interest = try snapshot.openInterest(before)
        let assets = Set(interest.rows.lazy.filter { $0.venue == venue }.map(\.asset))
            .filter { charted == .market || charted == .asset($0) }
        let instruments = try snapshot.instruments().rows.filter { $0.venue == venue }
        self.question = question
        self.venue = venue
        openInterest = interest
        liquidations = try snapshot.liquidations(window)
        depth = try snapshot.depth(before)
        supplies = try snapshot.supplies()
        coins = try assets.sorted().compactMap { asset in
            let instrument = instruments.filter { $0.asset == asset }.min { $0.id < $1.id }
            return try instrument.map { instrument in
                Coin(
                    asset: asset,
                    daily: try Self.bars(
                        of: instrument, .day,
                        TimeRange(from: question.asOf - Self.days, to: question.asOf), snapshot),
                    hourly: try Self.bars(of: instrument, .hour, before, snapshot))
            }
        }
    }

    /// Where the figures of all this come from.
    var sources: Provenance {
        openInterest.sources + liquidations.sources + depth.sources
            + coins.map { $0.daily.sources + $0.hourly.sources }.joined
    }

    /// Bars of a contract by the coin.
    static func bars(
        of instrument: Instrument, _ interval: TimeSpan, _ range: TimeRange,
        _ snapshot: StoreSnapshot
    ) throws -> Sourced<Candle> {
        let bars = try snapshot.candles(
            series: instrument.series, interval: interval, range: range)
        return Sourced(
            rows: bars.rows.map { $0.priced(coins: instrument.coinsPerPrice) }
                .filter(\.isConsistent),
            sources: bars.sources
                // How many coins a price is of stands with the contract.
                + Provenance(
                    [], rows: [RowSelection(.instruments, where: ["asset": instrument.asset.text])])
        )
    }

    /// How far back of the window positions are followed: after half-lives of days little is left.
    private static let history = TimeSpan.days(30)

    /// How far back days are read, for volatility and for betas.
    private static let days = TimeSpan.days(120)
}
