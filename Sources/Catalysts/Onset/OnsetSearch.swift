#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
package import Market

/// Searches a stretch of a series for the one moment at which its level changed.
///
/// The answer is `ChangeLocationPosterior` on the bars that opened and closed within the stretch, so that
/// nothing after its end is used. The stretch should end while the move is on: a level that came back has
/// changed twice. Neighbours that are alike are allowed for: the deviations from the two levels of a first
/// fit give a `SerialInflation`, which the second fit and the evidence use.
///
/// - Complexity: linear in the bars.
/// - Checked against: `Scripts/reference/onset.py` on the bundled case, `Fixtures/Onset/day.csv`; series with
///   a planted change, `OnsetCoverageTests`.
package struct OnsetSearch: Hashable, Sendable {
    /// What is believed of the size of a shift, in standard deviations of the values; above zero.
    package let priorDeviations: Double
    /// The probability the credible stretch shall hold; above zero, below one.
    package let confidence: Double
    /// The odds of a change against none that are asked for; one or more.
    package let leastOdds: Double
    /// The fewest bars that are searched; three or more.
    package let fewestBars: Int

    /// Points within a bar over which the moment is integrated.
    static let positions = 8

    /// A search; by default nine tenths shall be held, and odds of three to one are asked for: below,
    /// a change is "not worth more than a bare mention" (Jeffreys, *Theory of Probability*, 1961).
    package init(
        priorDeviations: Double = 1, confidence: Double = 0.9, leastOdds: Double = 3,
        fewestBars: Int = 8
    ) {
        precondition((1e-6...1e6).contains(priorDeviations), "a shift has a size")
        precondition(confidence > 0 && confidence < 1, "a confidence lies between zero and one")
        precondition(leastOdds >= 1 && leastOdds.isFinite, "odds speak for a change")
        precondition(fewestBars >= 3, "a change lies between bars")
        self.priorDeviations = priorDeviations
        self.confidence = confidence
        self.leastOdds = leastOdds
        self.fewestBars = fewestBars
    }

    /// The onset in a stretch, which ends at the as-of or before.
    package func onset(of series: OnsetSeries, in stretch: TimeRange) -> OnsetFinding {
        let seen = series.closed(in: stretch)
        let values = seen.points.map(\.value)
        guard values.count >= fewestBars else { return .undated(name: series.name, .fewBars) }
        let missing = seen.missing
        guard let first = posterior(values, missing, inflation: 1) else {
            return .undated(name: series.name, .flat)
        }
        let inflation = SerialInflation.factor(of: Self.residuals(values, first))
        guard let posterior = posterior(values, missing, inflation: inflation),
            let odds = posterior.logBayesFactor,
            let stray = CumulativeSum(values, inflation: inflation)
        else { return .undated(name: series.name, .fewBars) }
        guard odds >= log(leastOdds) else {
            return .undated(name: series.name, .weak(logBayesFactor: odds))
        }
        let bars = Self.bars(seen, posterior)
        guard let credible = OnsetInterval.credible(bars, holding: confidence),
            let likeliest = bars.max(by: Self.isLess)
        else { return .undated(name: series.name, .fewBars) }
        return .dated(
            OnsetInterval(
                name: series.name, bars: bars, likeliest: likeliest, credible: credible,
                shift: posterior.shift, logBayesFactor: odds,
                strayProbability: stray.probability, inflation: inflation))
    }

    private func posterior(
        _ values: [Double], _ missing: [Double], inflation: Double
    ) -> ChangeLocationPosterior? {
        ChangeLocationPosterior(
            values, prior: .normal(deviations: priorDeviations), positions: Self.positions,
            inflation: inflation, missing: missing)
    }

    private static func isLess(_ left: OnsetBar, _ right: OnsetBar) -> Bool {
        (left.probability, right.range.start) < (right.probability, left.range.start)
    }

    /// The deviations from the level before and after the most probable bar, which is left out.
    private static func residuals(
        _ values: [Double], _ posterior: ChangeLocationPosterior
    ) -> [Double] {
        let highest = posterior.probabilities.reduce(0, max)
        let place = posterior.probabilities.firstIndex(of: highest) ?? 1
        return [values[..<place], values[(place + 1)...]].flatMap { part in
            (Deviations(Array(part)).map { about in about.values.map { $0 * about.unit } })
                ?? Array(repeating: 0, count: part.count)
        }
    }

    /// The bars from the second on, each with the gap before it.
    private static func bars(
        _ series: OnsetSeries, _ posterior: ChangeLocationPosterior
    ) -> [OnsetBar] {
        series.points.indices.dropFirst().map { index in
            OnsetBar(
                range: TimeRange(
                    from: series.points[index - 1].openTime + series.interval,
                    to: series.points[index].openTime + series.interval),
                probability: posterior.probabilities[index])
        }
    }
}
