internal import Liquidations
internal import Market
internal import Series
internal import Store

/// What became of leveraged positions over the window, as far as the venues published it.
struct LeverageState {
    /// A figure that is read off a bar: what it was at the start of the window, and what it is.
    struct Reading {
        let before: Double?
        let after: Double
        let observedAt: Timestamp

        /// The change as a ratio of what it was.
        var change: Double? {
            guard let before, before != 0 else { return nil }
            return after / before - 1
        }
    }

    /// The venue whose positions are known.
    static let positions: VenueID = "binance"

    /// The assets the venue's bars speak of, by name.
    let assets: [AssetID]
    let venue: VenueID
    let floors: [AssetID: LiquidationFloor]
    let regime: SamplingRegime?
    let openInterest: [OpenInterestBar.Margin: [AssetID: Reading]]
    let funding: [AssetID: Reading]
    let bids: [AssetID: Reading]
    let asks: [AssetID: Reading]

    /// Reads the state at one venue over a window.
    init(_ inputs: DayInputs, venue: VenueID) {
        let window = inputs.question.range
        let bars = inputs.liquidations.rows.filter { $0.venue == venue }
        self.venue = venue
        floors = Dictionary(grouping: bars, by: \.asset).compactMapValues {
            LiquidationFloor(bars: $0, window: window)
        }
        regime = SamplingRegime.inForce(at: venue, on: window.end.day)
        let interest = inputs.openInterest.rows.filter { $0.venue == venue }
        openInterest = Dictionary(grouping: interest, by: \.margin).mapValues { rows in
            Self.readings(rows, window, asset: \.asset, closeTime: \.closeTime, value: \.close)
        }
        funding = Self.readings(
            inputs.funding.rows, window, asset: \.asset, closeTime: \.closeTime, value: \.close)
        let books = inputs.depth.rows.filter { $0.venue == venue }
        bids = Self.readings(
            books, window, asset: \.asset, closeTime: \.closeTime, value: \.bidUSD)
        asks = Self.readings(
            books, window, asset: \.asset, closeTime: \.closeTime, value: \.askUSD)
        assets = Set(bars.map(\.asset) + interest.map(\.asset)).sorted()
    }

    /// The last bar closed at each end of the window, by asset; a bar that is too old says nothing.
    private static func readings<Bar>(
        _ bars: [Bar], _ window: TimeRange, asset: (Bar) -> AssetID,
        closeTime: (Bar) -> Timestamp, value: (Bar) -> Double
    ) -> [AssetID: Reading] {
        func last(_ bars: [Bar], at instant: Timestamp) -> Bar? {
            bars.filter { closeTime($0) <= instant && instant - closeTime($0) < staleAfter }
                .max { closeTime($0) < closeTime($1) }
        }
        return Dictionary(grouping: bars, by: asset).compactMapValues { bars in
            last(bars, at: window.end).map { after in
                Reading(
                    before: last(bars, at: window.start).map(value), after: value(after),
                    observedAt: closeTime(after))
            }
        }
    }

    /// Bars are four hours long; one more and the next should have been there.
    static let staleAfter = TimeSpan.hours(8)
}
