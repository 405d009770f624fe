internal import Indices
internal import Market
internal import Series
internal import Store

/// Every row that indices over one window need.
struct IndexInputs {
    let question: Question
    let assets: Sourced<Asset>
    let instruments: Sourced<Instrument>
    /// Every snapshot of supplies known.
    let supplies: Sourced<Supply>
    let sectorMembers: Sourced<SectorMember>
    let hourlyCloses: Sourced<InstrumentColumns>
    let dailyCloses: Sourced<InstrumentColumns>
    /// The provider's index of the whole market, hour by hour.
    let totalHourly: Sourced<Candle>
    let sources: [Source]

    /// Reads what was known at the question's as-of; hours from `hoursFrom` on.
    init(_ question: Question, hoursFrom: Timestamp, from snapshot: StoreSnapshot) throws {
        let asOf = question.asOf
        let start = min(hoursFrom, question.range.start) - PriceBoard.staleAfter
        self.question = question
        assets = try snapshot.assets()
        instruments = try snapshot.instruments()
        supplies = try snapshot.supplies()
        sectorMembers = try snapshot.sectorMembers()
        hourlyCloses = try snapshot.instrumentColumns(
            interval: .hour, range: TimeRange(from: start, to: asOf), fields: .closes)
        dailyCloses = try snapshot.instrumentColumns(
            interval: .day, range: TimeRange(from: asOf - DayInputs.history, to: asOf),
            fields: .closes)
        totalHourly = try snapshot.candles(
            series: .total, interval: .hour,
            range: TimeRange(from: asOf - Self.reconciled, to: asOf))
        sources = try snapshot.sources()
    }

    /// How far back our index is held against the provider's, hour by hour.
    static let reconciled = TimeSpan.days(30)

    /// The prices of every asset.
    var prices: PriceBook {
        PriceBook(
            instruments.rows,
            bars: [PriceBook.Bars(hourlyCloses), PriceBook.Bars(dailyCloses)],
            stablecoins: Set(assets.rows.filter { $0.assetClass == .stablecoin }.map(\.id)))
    }
}
