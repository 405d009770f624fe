internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What all liquidations of a symbol came to, of which a venue published one a second: the floor, and,
/// where the tape supports it, an estimate with an interval.
///
/// The correction is made second by second and depends on the intensity there: the share that is hidden
/// rises from a few in a hundred when orders are rare to most of them when they are dense. A single
/// multiplier cannot follow that. The number of orders follows from which seconds are empty, from how long before
/// its second's end the latest came or how long after a second's silence the next, where it is known or the tape
/// shows when seconds begin (`PublishedTape.shownClock`, `TapeLayout`), and under the rule of the largest from the
/// sizes as order statistics (`IntensityChain`); sizes are log-normal with a middle that moves with intensity
/// (`SizeLaw`). Where a tape shows that orders come in passes, instants are told by the clock of orders
/// (`SecondProfile`).
/// Parameters, intensities, hidden numbers and hidden sizes are drawn together from their law given the
/// tape, so the interval holds the doubt about all of them.
///
/// Assumed: within a second orders come one by one and independently; the sizes published are like those
/// that are not, at equal intensity. Orders that come in clusters break the first, and the note on this
/// method says how much coverage that costs.
///
/// - Degenerate case: an empty or unsupported tape keeps its floor and has no estimate, see `Support`.
/// - Complexity: seconds times (steps of the walk + draws), plus the hidden orders drawn.
/// - Source: as in `IntensityChain`; the share above each size as an order statistic: David and Nagaraja,
///   *Order Statistics*, 2003; the total given what was seen as a compound Poisson sum.
/// - Checked against: simulated full tapes, down-sampled by each rule, `SampledTotalTests`; the study's
///   figures are in `Docs/Decisions/0012-sampled-liquidations.md`.
package struct SampledTotal: Hashable, Sendable {
    /// Whether an estimate is made, and if not why.
    package enum Support: String, Hashable, Sendable, CaseIterable {
        /// Every order is published: the floor is the total.
        case complete = "every order is published"
        /// There is an estimate.
        case estimated = "an estimate is made"
        /// Fewer than `fewest` orders were published.
        case tooFew = "too few orders"
        /// The rule of what is published is not known.
        case unknownRule = "the venue's rule is not known"
        /// So many seconds on end have an order that nothing says how many there were: a run is longer than
        /// `longest`, or the interval is wider than `widest`.
        case saturated = "too few empty seconds to judge by"
        /// The draws hang together so much that they are worth less than a quarter of their number.
        case unsettled = "the draws did not settle"
    }

    /// An estimate of all dollars.
    package struct Estimate: Hashable, Sendable {
        /// Half of the draws are below.
        package let median: Double
        /// Five in a hundred of the draws are below.
        package let low: Double
        /// Five in a hundred of the draws are above.
        package let high: Double
    }

    /// How hard to work.
    package struct Effort: Hashable, Sendable {
        /// Steps of the walk among parameters.
        package let steps: Int
        /// Draws of the total.
        package let draws: Int

        /// An effort; both counts are above zero.
        package init(steps: Int, draws: Int) {
            precondition(steps > 0 && draws > 0, "an effort is some work")
            self.steps = steps
            self.draws = draws
        }

        /// What a report needs.
        package static let thorough = Effort(steps: 1600, draws: 400)
    }

    /// US dollars published.
    package let observedUSD: Double
    /// Whether there is an estimate.
    package let support: Support
    /// Totals drawn from their law, in the order drawn; empty without an estimate.
    package let draws: [Double]

    /// How many times its steps a walk may take until it has settled: if not the first, the next.
    private static let stretches = [1, 4]

    /// The fewest published orders that sizes are judged by.
    package static let fewest = 20
    /// The most seconds on end that may all have an order where only empty seconds say how many there were:
    /// that a longer run had many orders a second is sure, how many only the prior laws would say.
    package static let longest = 8
    /// The most times its lower end that the upper end of an interval may be; past that it says nothing.
    package static let widest = 4.0

    /// Estimates the total of a published tape. The same seed gives the same draws.
    package init(_ tape: PublishedTape, seed: UInt64, effort: Effort = .thorough) {
        observedUSD = tape.observedUSD
        let clock = tape.shownClock
        let expected = Self.support(tape, clock)
        guard expected == .estimated else {
            support = expected
            draws = []
            return
        }
        let model = Self.model(tape, clock, seed)
        var totals: [Double] = []
        var isSettled = false
        for stretch in Self.stretches where !isSettled {
            totals = Self.totals(
                model, observedUSD, seed, Effort(steps: stretch * effort.steps, draws: effort.draws)
            )
            isSettled = Self.isSettled(totals)
        }
        let ordered = totals.sorted()
        let isTold = Self.quantile(ordered, 0.95) <= Self.widest * Self.quantile(ordered, 0.05)
        support = !isTold ? .saturated : isSettled ? .estimated : .unsettled
        draws = support == .estimated ? totals : []
    }

    /// The model of a tape, by a clock at which orders come evenly where the tape shows that they do not.
    static func model(
        _ tape: PublishedTape, _ clock: PublishedTape.Clock, _ seed: UInt64
    ) -> TapeModel {
        let even = TapeModel(tape, clock: clock)
        let views = even.layout.views
        guard tape.rule == .latestPerSecond, clock != .unknown, !views.isEmpty else { return even }
        var random = DeterministicGenerator(seed: seed)
        var model = even
        let times = tape.times
        // Rates and profile hang on each other; another phase has other seconds, to which rates do not belong.
        for _ in 0..<(clock == .periodic ? 1 : rounds) {
            let profile = model.profile(times: times, views: views, &random)
            if profile == .even { break }
            model = TapeModel(tape, clock: clock, profile: profile)
        }
        return model
    }

    /// How often the profile of a second is measured anew.
    private static let rounds = 3

    /// Draws of the total, each at its own point of a walk among parameters.
    private static func totals(
        _ model: TapeModel, _ observed: Double, _ seed: UInt64, _ effort: Effort
    ) -> [Double] {
        var random = DeterministicGenerator(seed: seed)
        let walk = MetropolisWalk(
            from: model.beginning.point, steps: model.beginning.steps, length: effort.steps,
            kept: effort.draws, random: &random, logDensity: model.logDensity)
        // A walk shorter than its draws has more draws at each point.
        let paths = (effort.draws + walk.points.count - 1) / max(walk.points.count, 1)
        let totals = walk.points.flatMap { point in
            model.hiddenUSD(point, paths: paths, &random).map { observed + $0 }
        }
        return Array(totals.prefix(effort.draws))
    }

    private static func isSettled(_ totals: [Double]) -> Bool {
        totals.map { log($0) }.independentCount >= Double(totals.count) / 4
    }

    private init(observedUSD: Double, support: Support, draws: [Double]) {
        self.observedUSD = observedUSD
        self.support = support
        self.draws = draws
    }

    private static func support(_ tape: PublishedTape, _ clock: PublishedTape.Clock) -> Support {
        let seen = tape.seconds.compactMap { $0 }
        switch tape.rule {
        case .full: return .complete
        case .partial, .unpublished: return .unknownRule
        case .latestPerSecond, .largestPerSecond: break
        }
        guard seen.count >= fewest else { return .tooFew }
        if tape.isSpacedAgainstItsRule { return .unknownRule }
        let isBlind = tape.rule == .latestPerSecond && clock == .unknown
        return isBlind && longestRun(tape) > longest ? .saturated : .estimated
    }

    /// How many seconds on end have an order, at most.
    private static func longestRun(_ tape: PublishedTape) -> Int {
        var (run, most) = (0, 0)
        for sighting in tape.seconds {
            run = sighting == nil ? 0 : run + 1
            most = max(most, run)
        }
        return most
    }

    /// The estimate; of a full tape the floor itself, `nil` where there is none.
    package var estimate: Estimate? {
        if support == .complete {
            return Estimate(median: observedUSD, low: observedUSD, high: observedUSD)
        }
        guard !draws.isEmpty else { return nil }
        let ordered = draws.sorted()
        return Estimate(
            median: Self.quantile(ordered, 0.5), low: Self.quantile(ordered, 0.05),
            high: Self.quantile(ordered, 0.95))
    }

    /// The total of several symbols, whose hidden dollars are taken as independent given their tapes.
    ///
    /// One part without an estimate leaves the sum without one: its floor alone would be too little.
    /// `nil` of nothing, or where the numbers of draws differ.
    package static func combined(_ parts: [SampledTotal]) -> SampledTotal? {
        guard let first = parts.first else { return nil }
        let observed = parts.map(\.observedUSD).compensatedSum
        if let missing = parts.first(where: { $0.support != .estimated && $0.support != .complete })
        {
            return SampledTotal(observedUSD: observed, support: missing.support, draws: [])
        }
        let sampled = parts.filter { $0.support == .estimated }
        guard let count = sampled.first?.draws.count else {
            return SampledTotal(observedUSD: observed, support: first.support, draws: [])
        }
        guard sampled.allSatisfy({ $0.draws.count == count }) else { return nil }
        let complete = parts.filter { $0.support == .complete }.map(\.observedUSD).compensatedSum
        let draws = (0..<count).map { index in
            complete + sampled.map { $0.draws[index] }.compensatedSum
        }
        return SampledTotal(observedUSD: observed, support: .estimated, draws: draws)
    }

    /// Between the two neighbours in order, in proportion, so that another draw of the same law is below with
    /// exactly that probability: of the draws themselves a few more than that share lie outside.
    ///
    /// - Source: Hyndman and Fan, *Sample Quantiles in Statistical Packages*, 1996, their sixth.
    private static func quantile(_ ordered: [Double], _ share: Double) -> Double {
        let place = min(max(share * Double(ordered.count + 1) - 1, 0), Double(ordered.count - 1))
        let below = Int(place)
        let above = min(below + 1, ordered.count - 1)
        return ordered[below] + (place - Double(below)) * (ordered[above] - ordered[below])
    }
}
