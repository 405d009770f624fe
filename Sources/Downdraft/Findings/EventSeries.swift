internal import Liquidations
internal import Market
internal import Series
internal import Store

/// The forced closes of a window venue by venue, added up by the ledger, each kind apart from the others.
struct EventSeries {
    /// One venue's.
    struct Venue {
        let venue: VenueID
        /// Its liquidations in order of time, with dollars or without.
        let events: [LiquidationEvent]
        let ledger: LiquidationLedger
        /// The other side of some liquidations: never added to them.
        let deleveragings: ForcedCloseLedger<Deleveraging>
        let takeovers: ForcedCloseLedger<InsuranceTakeover>
        /// The rules in force over the window, in order of time.
        let regimes: [SamplingRegime]
        /// The most dollars that one close of an instrument can be, where that is known.
        let most: [InstrumentID: Double]
    }

    /// Dollars by side, and how many events they are of.
    struct Sums {
        let longUSD: Double
        let shortUSD: Double
        /// Of those whose side the venue does not say.
        let unsidedUSD: Double
        let count: Int

        /// All sides together.
        var dollars: Double { [longUSD, shortUSD, unsidedUSD].compensatedSum }
    }

    let window: TimeRange
    /// By name.
    let venues: [Venue]

    /// Adds up what is in a store.
    ///
    /// - Input: `openInterest`, in US dollars by venue and asset: no one close is larger than all that was
    ///   open, so one that claims to be is counted and not added.
    init(_ inputs: EventInputs, openInterest: [VenueID: [AssetID: Double]] = [:]) {
        window = inputs.window
        let liquidations = Dictionary(grouping: inputs.liquidations.rows, by: \.venue)
        let deleveragings = Dictionary(grouping: inputs.deleveragings.rows, by: \.venue)
        let takeovers = Dictionary(grouping: inputs.takeovers.rows, by: \.venue)
        let names = Set(liquidations.keys).union(deleveragings.keys).union(takeovers.keys)
        venues = names.sorted().map { venue in
            let events = liquidations[venue] ?? []
            let bounds = openInterest[venue] ?? [:]
            return Venue(
                venue: venue, events: events,
                ledger: Self.ledger(events, Self.most(events, bounds)),
                deleveragings: Self.ledger(
                    deleveragings[venue] ?? [], Self.most(deleveragings[venue] ?? [], bounds)),
                takeovers: Self.ledger(
                    takeovers[venue] ?? [], Self.most(takeovers[venue] ?? [], bounds)),
                regimes: SamplingRegime.inForce(at: venue, over: inputs.window),
                most: Self.most(events, bounds))
        }
    }

    private static func most<Kind>(
        _ closes: [ForcedClose<Kind>], _ openInterest: [AssetID: Double]
    ) -> [InstrumentID: Double] {
        closes.reduce(into: [:]) { $0[$1.instrument] = openInterest[$1.asset] }
    }

    private static func ledger<Kind>(
        _ closes: [ForcedClose<Kind>], _ most: [InstrumentID: Double]
    ) -> ForcedCloseLedger<Kind> {
        var ledger = ForcedCloseLedger<Kind>(plausible: { most[$0] })
        for close in closes { ledger.add(close) }
        return ledger
    }

    /// How far apart the first event and the last are, as a share of the window: where nothing stands,
    /// nothing tells whether nothing happened or nobody recorded it.
    func reach(of venue: Venue) -> Double? {
        guard let first = venue.events.first?.time, let last = venue.events.last?.time else {
            return nil
        }
        return Double((last - first).microseconds) / Double(window.span.microseconds)
    }

    /// The largest liquidation with dollars; of equals that of the first venue by name.
    var largest: LiquidationLedger.Valued? {
        venues.compactMap(\.ledger.largest).reduce(nil) { best, next in
            guard let best else { return next }
            return next.dollars.amount > best.dollars.amount ? next : best
        }
    }

    /// The hours that had any dollars, the largest first, then by time and venue.
    var hours: [(venue: VenueID, hour: Timestamp, sums: Sums)] {
        venues.flatMap { venue in
            venue.sums(by: \.hour).map { (venue: venue.venue, hour: $0.key, sums: $0.sums) }
        }
        .sorted {
            ($1.sums.dollars, $0.hour, $0.venue) < ($0.sums.dollars, $1.hour, $1.venue)
        }
    }
}

extension EventSeries.Venue {
    /// What an event was worth in US dollars, as the ledger has it; `nil` of one that it does not add.
    func dollars(of event: LiquidationEvent) -> Double? {
        guard let amount = try? LiquidationDollars(of: event).amount,
            amount <= most[event.instrument] ?? .infinity
        else { return nil }
        return amount
    }

    /// The ledger's dollars by what a cell is asked for, in that order.
    func sums<Key: Hashable & Comparable>(
        by key: (LiquidationLedger.Cell) -> Key
    ) -> [(key: Key, sums: EventSeries.Sums)] {
        Dictionary(grouping: ledger.table) { key($0.cell) }
            .map { name, rows in
                func dollars(_ side: PositionSide?) -> Double {
                    rows.filter { $0.cell.side == side }.map(\.total.dollars).compensatedSum
                }
                let sums = EventSeries.Sums(
                    longUSD: dollars(.long), shortUSD: dollars(.short), unsidedUSD: dollars(nil),
                    count: rows.map(\.total.count).reduce(0, +))
                return (key: name, sums: sums)
            }
            .sorted { $0.key < $1.key }
    }

    /// All that the ledger holds; zeros where it holds nothing.
    var sums: EventSeries.Sums {
        sums { _ in 0 }.first?.sums
            ?? EventSeries.Sums(longUSD: 0, shortUSD: 0, unsidedUSD: 0, count: 0)
    }
}
