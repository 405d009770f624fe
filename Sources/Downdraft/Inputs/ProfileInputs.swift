internal import Market
internal import Series
internal import Store

/// The bars out of which a profile of liquidations is fitted and scored: as many as a walk may use, and no more.
struct ProfileInputs {
    /// The bars of one coin at the venue.
    struct Coin {
        let asset: AssetID
        let daily: Sourced<Candle>
        let hourly: Sourced<Candle>
    }

    let question: Question
    let venue: VenueID
    /// Coins with open interest and liquidations, by name.
    let coins: [Coin]
    let openInterest: Sourced<OpenInterestBar>
    let liquidations: Sourced<LiquidationBar>

    /// Reads what was known at the question's as-of.
    init(_ question: Question, venue: VenueID, from snapshot: StoreSnapshot) throws {
        let past = TimeRange(from: question.asOf - Self.reach, to: question.asOf)
        let (interest, liquidated) = (
            try snapshot.openInterest(past), try snapshot.liquidations(past)
        )
        let assets = Set(interest.rows.lazy.filter { $0.venue == venue }.map(\.asset))
            .intersection(liquidated.rows.lazy.filter { $0.venue == venue }.map(\.asset))
        let instruments = try snapshot.instruments().rows.filter { $0.venue == venue }
        self.question = question
        self.venue = venue
        openInterest = interest
        liquidations = liquidated
        coins = try assets.sorted().compactMap { asset in
            let instrument = instruments.filter { $0.asset == asset }.min { $0.id < $1.id }
            return try instrument.map { instrument in
                Coin(
                    asset: asset,
                    daily: try CascadeInputs.bars(of: instrument, .day, past, snapshot),
                    hourly: try CascadeInputs.bars(of: instrument, .hour, past, snapshot))
            }
        }
    }

    /// How far back bars are read: venues' rules and habits change, and a walk takes longer the more it has.
    private static let reach = TimeSpan.days(120)
}
