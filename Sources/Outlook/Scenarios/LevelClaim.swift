/// A level ahead with how likely it is to be reached: a statement by itself, whatever else becomes of the price.
///
/// Of the nearest levels on each side it is asked whether they are touched and whether they break within the
/// horizon. Each is an event that bars decide, so each is scored when it comes due.
package struct LevelClaim: Hashable, Sendable {
    /// The level.
    package let level: NamedLevel
    /// On which side of the price it lies.
    package let side: LevelSide
    /// What exactly has to happen.
    package let event: ForecastEvent
    /// How often simulated paths did it.
    package let simulated: SimulatedPaths.Share
    /// What a walk of steady volatility says.
    package let closedForm: Double?

    /// Of how many levels on each side it is asked.
    package static let levelsASide = 2

    /// Whether it is of a break; otherwise of a touch.
    package var isBreak: Bool {
        if case .breaks = event.condition { true } else { false }
    }

    /// Claims of the levels around the price that paths start from: first below, the nearest first, a touch before
    /// its break.
    ///
    /// - Input: as of `ScenarioTree`, whose events have the same moments; a level at the price itself is below it.
    /// - Degenerate case: none without levels, for paths shorter than `bars`, or a horizon without bars.
    package static func all(
        subject: String, levels: [NamedLevel], averageTrueRange: Double?, paths: SimulatedPaths,
        volatility: Double, asOf: Int64, interval: Int64, bars: Int
    ) -> [LevelClaim] {
        guard bars > 0, bars <= paths.steps,
            let clock = EventClock(subject: subject, asOf: asOf, interval: interval, bars: bars),
            let walk = FirstPassage(volatility: volatility, days: Double(bars))
        else { return [] }
        return LevelSide.allCases.flatMap { side in
            nearest(levels, side, paths.price).flatMap { level -> [LevelClaim] in
                let band = BreakRule.band(of: level.price, averageTrueRange: averageTrueRange)
                let conditions: [ForecastCondition] = [
                    .touch(side, level: level.price),
                    .breaks(side, level: level.price, band: band),
                ]
                return conditions.compactMap { condition in
                    guard let event = clock.event(condition),
                        let share = paths.share(of: condition, within: bars)
                    else { return nil }
                    return LevelClaim(
                        level: level, side: side, event: event, simulated: share,
                        closedForm: ScenarioEstimate.closedForm(
                            condition, walk, paths.price, volatility))
                }
            }
        }
    }

    private static func nearest(
        _ levels: [NamedLevel], _ side: LevelSide, _ price: Double
    ) -> [NamedLevel] {
        var seen: Set<Double> = []
        return Array(
            levels.filter { side == .down ? $0.price <= price : $0.price > price }
                .sorted { (abs($0.price - price), $0.name) < (abs($1.price - price), $1.name) }
                .filter { seen.insert($0.price).inserted }.prefix(levelsASide))
    }
}
