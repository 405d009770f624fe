internal import Cascades
internal import Liquidations
internal import Market
internal import Series

/// How much of one venue's liquidations is statistically attributable to earlier ones: models of
/// self-exciting events on their times alone.
///
/// It is a share of events and says nothing of the fall. Where the feed leaves events out second by second,
/// or the times are rounded to seconds, no model is fitted: either would make the share.
struct EventSeriesFit {
    /// A clock hour, and the share of its events attributable to earlier ones, of that hour or before.
    struct Episode {
        let hour: Timestamp
        let count: Int
        let share: Double
    }

    /// Both models on the same events.
    struct Models {
        let exponential: HawkesFit
        let sum: HawkesFit
        /// The hours with the most events, by number of events, then by time.
        let episodes: [Episode]
    }

    let venue: VenueID
    /// What was looked at: the window, or its busiest clock hour where the window has too many.
    let stretch: TimeRange
    /// How many instants of it had events.
    let count: Int
    /// The models; `nil` where none was fitted.
    let models: Models?
    /// Why none was, in words; `nil` where there are models.
    let reason: String?

    /// Fewer instants than this are not fitted.
    static let fewest = 100
    /// More than this take too long.
    static let most = 5000
    /// Fewer make no episode.
    static let fewestOfEpisode = 30
    private static let shownEpisodes = 3

    /// Looks at one venue's events; `nil` where it has none.
    init?(_ venue: EventSeries.Venue, window: TimeRange) {
        guard !venue.events.isEmpty else { return nil }
        self.venue = venue.venue
        // One order may close in many trades at one instant: that is one event.
        let instants = Set(venue.events.map(\.time)).sorted()
        let stretch =
            instants.count <= Self.most ? window : window.busiestHour(instants) ?? window
        let inside = instants.filter(stretch.contains)
        self.stretch = stretch
        count = inside.count
        let obstacle = Self.obstacle(venue, inside)
        let models = obstacle == nil ? Self.models(inside, stretch) : nil
        self.models = models
        reason = models == nil ? obstacle ?? "the fit did not settle" : nil
    }

    private static func obstacle(_ venue: EventSeries.Venue, _ instants: [Timestamp]) -> String? {
        let rules = Set(venue.regimes.map(\.rule))
        if !rules.isDisjoint(with: [.latestPerSecond, .largestPerSecond]) {
            return "the venue publishes one order a second, which distorts the share"
        }
        // Where there is no feed, events were told one by one from other data.
        guard !rules.isEmpty, rules.isSubset(of: [.full, .unpublished]) else {
            return "which orders the venue publishes is not known"
        }
        if instants.count < fewest { return "fewer than \(fewest) instants with events" }
        if instants.count > most { return "more than \(most) instants with events in an hour" }
        if instants.allSatisfy({ $0.sinceMidnight.microseconds % 1_000_000 == 0 }) {
            return "the times are rounded to seconds, which distorts the share"
        }
        return nil
    }

    private static func models(_ instants: [Timestamp], _ stretch: TimeRange) -> Models? {
        func seconds(_ instant: Timestamp) -> Double {
            Double((instant - stretch.start).microseconds) / 1_000_000
        }
        guard
            let events = try? HawkesEvents(
                times: instants.map(seconds), duration: seconds(stretch.end)),
            let exponential = try? HawkesFit(events),
            let sum = try? HawkesFit(events, shape: .sum(decays: decays)),
            exponential.residualTest != nil, sum.residualTest != nil
        else { return nil }
        let counts = Dictionary(grouping: instants, by: \.startOfHour).mapValues(\.count)
        let episodes = counts.filter { $0.value >= fewestOfEpisode }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(shownEpisodes)
            .compactMap { hour, count in
                exponential.model.endogenousShare(
                    of: events, from: seconds(hour), to: seconds(hour + .hour)
                )
                .map { Episode(hour: hour, count: count, share: $0) }
            }
        return Models(exponential: exponential, sum: sum, episodes: episodes)
    }

    /// From a tenth of a second to a quarter of an hour, each ten times the other: in place of a power law.
    private static let decays = [10, 1, 0.1, 0.01, 0.001]
}
