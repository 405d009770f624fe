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

    /// Scenarios and levels, resolved as far as they have come due, by when, then by name.
    let ledger: ForecastLedger
    /// Claims about causes that have come due, in the same order.
    let claims: [Claim]
    /// How many claims about causes are not due yet.
    let waitingClaims: Int
    /// How many statements are not what was issued, or speak of bars that are gone.
    let unreadable: Int
    /// The bars that decide forecasts, by the name of their series.
    let bars: [String: Sourced<PriceBars>]
    /// The days that causes are held against; `nil` where none is due.
    let days: Sourced<ReturnPanel>?

    /// How long bars that are missing are waited for.
    private static let patience = TimeSpan.days(7)

    /// Resolves stored statements by the bars known at an instant.
    init(_ stored: [StoredForecast], at instant: Timestamp, from snapshot: StoreSnapshot) throws {
        let statements = stored.compactMap(\.statement)
        let instruments = try snapshot.instruments().rows
        var bars: [String: Sourced<PriceBars>] = [:]
        var forecasts: [IssuedForecast] = []
        var claims: [CauseClaim] = []
        for statement in statements {
            switch statement {
            case .cause(let claim): claims.append(claim)
            case .forecast(let forecast):
                let subject = forecast.event.subject
                if statement.due <= instant, bars[subject] == nil {
                    bars[subject] = try Self.bars(subject, instruments, instant, snapshot)
                }
                forecasts.append(forecast)
            }
        }
        let readable = forecasts.filter {
            $0.event.end > instant.microseconds || bars[$0.event.subject]?.rows.isEmpty == false
        }
        var ledger = ForecastLedger()
        _ = ledger.add(readable)
        _ = ledger.resolve(at: instant.microseconds, patience: Self.patience.microseconds) {
            subject, _ in bars[subject]?.rows.first
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

    /// The daily bars of a series as prices of one coin.
    private static func bars(
        _ subject: String, _ instruments: [Instrument], _ instant: Timestamp,
        _ snapshot: StoreSnapshot
    ) throws -> Sourced<PriceBars> {
        let series = SeriesID(subject)
        let coins = instruments.first { $0.series == series }?.coinsPerPrice ?? 1
        let found = try snapshot.candles(
            series: series, interval: .day,
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
