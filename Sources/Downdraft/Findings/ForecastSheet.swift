internal import Catalysts
internal import Market
internal import Outlook
internal import Series
internal import Store

/// Statements as they were issued, with what became of those that have come due.
struct ForecastSheet {
    /// A claim about a cause that has come due.
    struct Claim {
        let claim: CauseClaim
        let review: CauseReview
    }

    /// Bars that decide: the name of their series, and their length in microseconds.
    struct Deciding: Hashable {
        let subject: String
        let interval: Int64

        init(_ subject: String, _ interval: Int64) {
            self.subject = subject
            self.interval = interval
        }

        init(_ event: ForecastEvent) { self.init(event.subject, event.interval) }
    }

    /// Scenarios, levels and alerts, resolved as far as they have come due, by when, then by name.
    let ledger: ForecastLedger
    /// Claims about causes that have come due, in the same order.
    let claims: [Claim]
    /// How many claims about causes are not due yet.
    let waitingClaims: Int
    /// How many statements are not what was issued, or speak of bars that are gone.
    let unreadable: Int
    /// The bars that decide forecasts.
    let bars: [Deciding: Sourced<PriceBars>]
    /// The days that causes are held against; `nil` where none is due.
    let days: Sourced<ReturnPanel>?

    /// How long bars that are missing are waited for.
    private static let patience = TimeSpan.days(7)

    /// Resolves stored statements by the bars known at an instant.
    init(_ stored: [StoredForecast], at instant: Timestamp, from snapshot: StoreSnapshot) throws {
        let statements = stored.compactMap(\.statement)
        let instruments = try snapshot.instruments().rows
        var bars: [Deciding: Sourced<PriceBars>] = [:]
        var forecasts: [IssuedForecast] = []
        var claims: [CauseClaim] = []
        for statement in statements {
            switch statement {
            case .cause(let claim): claims.append(claim)
            case .forecast(let forecast):
                let deciding = Deciding(forecast.event)
                if statement.due <= instant, bars[deciding] == nil {
                    bars[deciding] = try Self.bars(deciding, instruments, instant, snapshot)
                }
                forecasts.append(forecast)
            }
        }
        let readable = forecasts.filter {
            $0.event.end > instant.microseconds || bars[Deciding($0.event)]?.rows.isEmpty == false
        }
        var ledger = ForecastLedger()
        _ = ledger.add(readable)
        _ = ledger.resolve(at: instant.microseconds, patience: Self.patience.microseconds) {
            bars[Deciding($0, $1)]?.rows.first
        }
        self.ledger = ledger
        self.bars = bars
        let due = claims.filter { $0.due <= instant.microseconds }
        let days = due.isEmpty ? nil : try ReturnPanel.ofDays(asOf: instant, from: snapshot)
        self.claims = due.compactMap { claim in
            days?.rows.first.flatMap { CauseReview(of: claim, in: $0, at: instant) }
                .map { Claim(claim: claim, review: $0) }
        }
        self.days = days
        waitingClaims = claims.count - due.count
        unreadable =
            stored.count - statements.count + forecasts.count - readable.count
            + due.count - self.claims.count
    }

    /// The bars of a series as prices of one coin; none of a length that no store holds.
    private static func bars(
        _ deciding: Deciding, _ instruments: [Instrument], _ instant: Timestamp,
        _ snapshot: StoreSnapshot
    ) throws -> Sourced<PriceBars> {
        let series = SeriesID(deciding.subject)
        let coins = instruments.first { $0.series == series }?.coinsPerPrice ?? 1
        let found = try snapshot.candles(
            series: series, interval: TimeSpan(microseconds: deciding.interval),
            range: TimeRange(from: instant - DayInputs.history, to: instant))
        let candles = found.rows.map { $0.priced(coins: coins) }.filter(\.isConsistent)
        return Sourced(rows: [PriceBars(candles)].compactMap { $0 }, sources: found.sources)
    }

    /// Forecasts that have come due, in the order of the ledger.
    var due: [(forecast: IssuedForecast, resolution: Resolution)] {
        ledger.entries.compactMap { entry in
            entry.resolution.map { (entry.forecast, $0) }
        }
    }

    /// How many forecasts are not due yet.
    var waiting: Int { ledger.entries.count - due.count }

    /// Whether nothing was ever issued that could be told of.
    var isEmpty: Bool { ledger.entries.isEmpty && claims.isEmpty && waitingClaims == 0 }
}
