internal import Liquidations
internal import Market
internal import Series

/// What one symbol's feed published in its busiest hour, and what the venue's rule says it left out.
///
/// An estimate is made for one hour and not for the window: its cost grows with the seconds of the stretch,
/// and at the busiest hour most is hidden. It supposes that orders come one by one; where they come in
/// clusters it is too low.
struct SampledFeed {
    /// Why there is no estimate, where the tape itself does not say.
    enum Obstacle: String {
        /// An event whose dollars are not known would stand as an empty second.
        case unvalued = "an event of the hour has no dollars"
        /// The feed is not what the rule says it is.
        case crowded = "more orders stand in it than its rule allows"
    }

    /// All dollars of the hour: half of what may be is below the median, five in a hundred below the low end,
    /// five in a hundred above the high one.
    struct Estimate {
        let median: Double
        let low: Double
        let high: Double
    }

    let venue: VenueID
    let instrument: InstrumentID
    /// The clock hour that had most events, cut to the window.
    let stretch: TimeRange
    /// How many events it had.
    let count: Int
    /// What they came to, in US dollars.
    let observedUSD: Double
    /// Which orders the venue published; `nil` where nobody told us.
    let rule: SamplingRegime.Rule?
    /// The estimate; `nil` without one.
    let estimate: Estimate?
    /// Whether there is an estimate, and if not why, in words.
    let support: String

    /// How many feeds are looked at, those with the most dollars first: an hour of one takes seconds.
    static let most = 4

    /// The feeds of all venues that are looked at, by dollars, then by names.
    static func largest(of series: EventSeries) -> [SampledFeed] {
        series.venues.flatMap(feeds)
            .sorted {
                ($1.dollars, $0.venue.venue, $0.events[0].instrument)
                    < ($0.dollars, $1.venue.venue, $1.events[0].instrument)
            }
            .prefix(most)
            .compactMap { SampledFeed($0.events, at: $0.venue, window: series.window) }
    }

    private typealias Feed = (venue: EventSeries.Venue, events: [LiquidationEvent], dollars: Double)

    private static func feeds(of venue: EventSeries.Venue) -> [Feed] {
        Dictionary(grouping: venue.events, by: \.instrument).values.compactMap { events in
            let dollars = events.compactMap(venue.dollars)
            guard !dollars.isEmpty else { return nil }
            return (venue: venue, events: events, dollars: dollars.compensatedSum)
        }
    }

    /// Looks at one symbol's events, which are in order of time and at least one.
    private init?(_ events: [LiquidationEvent], at venue: EventSeries.Venue, window: TimeRange) {
        guard let busiest = window.busiestHour(events.map(\.time)) else { return nil }
        let inside = events.filter { busiest.contains($0.time) }
        let orders = inside.compactMap { event in
            venue.dollars(of: event).map { PublishedTape.Order(time: event.time, dollars: $0) }
        }
        self.venue = venue.venue
        instrument = events[0].instrument
        stretch = busiest
        count = inside.count
        observedUSD = orders.map(\.dollars).compensatedSum
        let regime = SamplingRegime.inForce(at: venue.venue, on: busiest.start.day)
        rule = regime?.rule
        guard
            let tape = PublishedTape(
                published: orders, window: busiest, rule: rule ?? .partial,
                clock: regime?.clock ?? .unknown)
        else { return nil }
        let obstacle = Self.obstacle(tape, orders: orders.count, events: inside.count)
        let total = obstacle == nil ? SampledTotal(tape, seed: Self.seed) : nil
        // Of a full feed the tape, which has one order a second, is not the total.
        estimate =
            rule == .full && obstacle == nil
            ? Estimate(median: observedUSD, low: observedUSD, high: observedUSD)
            : total?.estimate.map { Estimate(median: $0.median, low: $0.low, high: $0.high) }
        support = obstacle?.rawValue ?? total?.support.rawValue ?? ""
    }

    private static let seed: UInt64 = 20_250_127

    private static func obstacle(_ tape: PublishedTape, orders: Int, events: Int) -> Obstacle? {
        if orders < events { return .unvalued }
        guard tape.rule == .latestPerSecond || tape.rule == .largestPerSecond else { return nil }
        // One may fall past the last second, of which there is no next.
        return tape.seconds.count { $0 != nil } + 1 < orders ? .crowded : nil
    }
}
