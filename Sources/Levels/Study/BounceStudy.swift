internal import Series

/// Whether prices turn at the levels of a method more often than at levels drawn by chance.
///
/// Walking forward, at each close the nearest level below and the nearest above are watched. The next bar hits
/// one when it comes within `reach` of it; the hit is a bounce if the close `bars` bars later still lies on the
/// side the price came from. After a bar with a hit the walk goes on from the close that decided, so that no
/// two hits share a bar. Levels that the price is at already are not watched.
///
/// A placebo set walks over the same bars with levels put at distances drawn from those of the method itself,
/// counted in standard deviations of a day, below for below and above for above, at the closes the walk came
/// to: as far away and as often absent as the method's own, at the same volatility, at prices that mean nothing.
///
/// - Input: bars with their volatility, and the levels known at each close, in any order; levels of later
///   bars are not looked at. One number is drawn from the generator, and seeds the draws.
/// - Output: counts, rates as ratios from 0 to 1, and `p = (1 + sets that bounced at least as often) / (sets +
///   1)`. A set without a hit counts against the method.
/// - Degenerate case: no hit, no rate: `pValue` is 1.
/// - Limit: a trial of one method. Of twenty methods that mean nothing, one beats its placebo.
/// - Complexity: `sets x bars`, four comparisons and two draws each.
/// - Source: Osler, *Support for Resistance*, FRBNY Economic Policy Review, 2000; the p-value is Davison
///   and Hinkley's, *Bootstrap Methods*, 1997, equation 4.11.
/// - Checked against: hits and bounces by a walk over prices in Python, exactly, and the placebo rate within its own
///   error by numpy, `Fixtures/Levels/bounces.csv`; walks without levels give false alarms as often as
///   promised, `BounceStudyTests`.
package struct BounceStudy: Hashable, Sendable {
    /// How often a watched level was reached.
    package let hits: Int
    /// How often the price was back on its side afterwards.
    package let bounces: Int
    /// The mean of the hits of the placebo sets; zero where the method has none.
    package let placeboHits: Double
    /// The mean rate of the placebo sets, a ratio; `nil` where none of them was hit.
    package let placeboRate: Double?
    /// Two and a half percent of the placebo sets bounced less often.
    package let placeboLow: Double?
    /// Two and a half percent of the placebo sets bounced more often.
    package let placeboHigh: Double?
    /// How likely a method without meaning bounces at least as often.
    package let pValue: Double
    /// The rule of the study.
    package let rule: StudyRule

    /// Bounces a hit, a ratio; `nil` without a hit.
    package var rate: Double? { hits > 0 ? Double(bounces) / Double(hits) : nil }

    /// How much more often than placebo the price turned, in parts of one.
    package var lift: Double? { difference(placeboRate) }
    /// The lower end of the 95 % interval of the lift.
    package var liftLow: Double? { difference(placeboHigh) }
    /// The upper end of the 95 % interval of the lift.
    package var liftHigh: Double? { difference(placeboLow) }

    /// Whether chance is an unlikely reason for the rate.
    package var beatsPlacebo: Bool { pValue <= rule.significance }
    /// Whether a level of this method may be called a support or a resistance. One that does as well as a
    /// price drawn by chance is only a price.
    package var supports: Bool { beatsPlacebo }

    private func difference(_ placebo: Double?) -> Double? {
        guard let rate, let placebo else { return nil }
        return rate - placebo
    }

    /// Studies a method by the levels it knew at each close.
    package init(
        _ bars: StudyBars, levels: [[Double]], using generator: inout some RandomNumberGenerator
    ) {
        precondition(levels.count >= bars.closes.count, "every bar needs its levels")
        var random = DeterministicGenerator(seed: generator.next())
        let watch = LevelWatch(bars, levels)
        let own = watch.own
        let sets = own.hits > 0 ? bars.rule.sets : 0
        let placebo = (0..<sets).map { _ in watch.tally(using: &random) }
        let rates = placebo.compactMap(\.rate).sorted()
        let ownRate = own.rate
        let above = placebo.count { set in
            guard let rate = set.rate, let ownRate else { return true }
            return rate >= ownRate
        }
        hits = own.hits
        bounces = own.bounces
        rule = bars.rule
        placeboHits =
            placebo.isEmpty
            ? 0 : Double(placebo.reduce(0) { $0 + $1.hits }) / Double(placebo.count)
        placeboRate = rates.isEmpty ? nil : rates.compensatedSum / Double(rates.count)
        placeboLow = Self.quantile(0.025, of: rates)
        placeboHigh = Self.quantile(0.975, of: rates)
        pValue = own.hits > 0 ? Double(1 + above) / Double(1 + placebo.count) : 1
    }

    /// The quantile between the two nearest of ascending values.
    private static func quantile(_ share: Double, of values: [Double]) -> Double? {
        guard let last = values.indices.last else { return nil }
        let place = share * Double(last)
        let below = min(Int(place), last)
        let next = values[min(below + 1, last)]
        return values[below] + (next - values[below]) * (place - Double(below))
    }
}
