internal import Series

/// The leverage mix that explains best what was liquidated, and how much of it is published.
///
/// Expected dollars are a sum over leverages of share times dollars at stake. Shares are moved by
/// expectation and maximisation as if dollars were counts: each leverage is credited with its part of what
/// was observed. What the shares then add up to is the reporting factor: published dollars for each
/// dollar of the model, which takes in sampling, stops and hedges alike. Positions closed follow the mix as
/// well, so each round goes through all intervals again.
///
/// - Degenerate case: `nil` where no interval liquidates anything, in the model or as observed.
/// - Complexity: rounds times that of the model.
/// - Source: Richardson, *Bayesian-Based Iterative Method of Image Restoration*, 1972; Lucy, 1974; as
///   expectation and maximisation: Shepp and Vardi, *Maximum Likelihood Reconstruction*, 1982.
/// - Checked against: a synthetic market with a known mix, and an implementation in Python,
///   `ProfileFitTests`.
package struct ProfileFit: Sendable {
    /// The mix.
    package private(set) var mix: LiquidationProfileModel.Mix
    /// Published dollars for each dollar of the model: of longs, of shorts.
    package private(set) var reporting: (long: Double, short: Double) = (1, 1)
    /// Expected published dollars of each interval; of longs, of shorts.
    package private(set) var expected: [(long: Double, short: Double)] = []
    /// The model after the last interval.
    package private(set) var model: LiquidationProfileModel
    /// Where observed dollars lie as ratios of expected ones, over both sides and the intervals judged.
    package private(set) var ratios: [Double] = []

    /// Fits.
    ///
    /// - Parameters:
    ///   - intervals: In order of time, without a gap.
    ///   - judged: How many at the end are fitted to; those before only build positions up.
    ///   - rounds: Rounds of expectation and maximisation.
    ///   - start: The mix to begin with; the same share for each leverage unless it is said otherwise.
    ///   - room: By how much entries to come may lie beyond those fitted to, as a ratio; what lies further
    ///     stands in the last bin.
    package init?(
        _ intervals: [ProfileInterval], settings: LiquidationProfileModel.Settings, judged: Int,
        rounds: Int = 20, from start: LiquidationProfileModel.Mix? = nil, room: Double = 0
    ) {
        let start = start ?? LiquidationProfileModel.Mix.even(settings.leverages.count)
        guard judged > 0, judged <= intervals.count, rounds > 0, room >= 0, room.isFinite,
            let lowest = intervals.map(\.close).min(),
            let highest = intervals.map(\.close).max()
        else { return nil }
        guard
            let empty = LiquidationProfileModel(
                settings, mix: start, entriesFrom: lowest / (1 + room), to: highest * (1 + room))
        else { return nil }
        mix = start
        model = empty
        for _ in 0..<rounds {
            guard let run = Self.run(intervals, empty, mix) else { return nil }
            let from = intervals.count - judged
            let seen = Array(intervals[from...])
            let at = Array(run.realised[from...])
            guard let long = Self.improved(mix.long, at.map(\.long), seen.map(\.longUSD)),
                let short = Self.improved(mix.short, at.map(\.short), seen.map(\.shortUSD))
            else { return nil }
            mix = LiquidationProfileModel.Mix(long: long.shares, short: short.shares)
        }
        guard let run = Self.run(intervals, empty, mix) else { return nil }
        model = run.model
        settle(run.realised, intervals, judged)
    }

    private static func run(
        _ intervals: [ProfileInterval], _ empty: LiquidationProfileModel,
        _ mix: LiquidationProfileModel.Mix
    ) -> (model: LiquidationProfileModel, realised: [LiquidationProfileModel.Realised])? {
        LiquidationProfileModel(emptied: empty, mix: mix).map { empty in
            var model = empty
            let realised = intervals.map { model.step($0) }
            return (model, realised)
        }
    }

    /// One round: shares credited with their part of what was observed.
    private static func improved(
        _ shares: [Double], _ realised: [[Double]], _ observed: [Double]
    ) -> (shares: [Double], reporting: Double)? {
        var credits = [Double](repeating: 0, count: shares.count)
        for (dollars, seen) in zip(realised, observed) {
            let expected = dollars.reduce(0, +)
            guard expected > 0 else { continue }
            for index in shares.indices { credits[index] += seen * dollars[index] / expected }
        }
        let moved = shares.indices.map { index -> Double in
            // Dollars at stake for each unit of share; a share of nothing stays nothing.
            let stake = realised.map { $0[index] }.compensatedSum
            return stake > 0 ? shares[index] * credits[index] / stake : 0
        }
        let sum = moved.reduce(0, +)
        guard sum > 0, sum.isFinite else { return nil }
        return (moved.map { $0 / sum }, sum)
    }

    private mutating func settle(
        _ realised: [LiquidationProfileModel.Realised], _ intervals: [ProfileInterval],
        _ judged: Int
    ) {
        let sums = realised.map { (long: $0.long.reduce(0, +), short: $0.short.reduce(0, +)) }
        let from = intervals.count - judged
        reporting = (
            Self.ratio(intervals[from...].map(\.longUSD), sums[from...].map(\.long)),
            Self.ratio(intervals[from...].map(\.shortUSD), sums[from...].map(\.short))
        )
        expected = sums.map { (long: $0.long * reporting.long, short: $0.short * reporting.short) }
        for index in from..<intervals.count {
            if expected[index].long > 0 {
                ratios.append(intervals[index].longUSD / expected[index].long)
            }
            if expected[index].short > 0 {
                ratios.append(intervals[index].shortUSD / expected[index].short)
            }
        }
        ratios.sort()
    }

    private static func ratio(_ observed: [Double], _ expected: [Double]) -> Double {
        let sum = expected.compensatedSum
        return sum > 0 ? observed.compensatedSum / sum : 0
    }

    /// The ratio below which a share of the judged sides and intervals lies; `nil` where there are none.
    package func ratio(below share: Double) -> Double? {
        guard !ratios.isEmpty, (0...1).contains(share) else { return nil }
        let place = share * Double(ratios.count - 1)
        let below = Int(place)
        let above = min(below + 1, ratios.count - 1)
        return ratios[below] + (place - Double(below)) * (ratios[above] - ratios[below])
    }

    /// Goes on through later intervals with the mix held, and gives the published dollars expected in each.
    package mutating func predict(
        _ later: [ProfileInterval]
    ) -> [(long: Double, short: Double)] {
        later.map { interval in
            let realised = model.step(interval)
            return (
                realised.long.reduce(0, +) * reporting.long,
                realised.short.reduce(0, +) * reporting.short
            )
        }
    }
}
