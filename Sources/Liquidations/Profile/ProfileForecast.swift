/// What a profile expected of one interval before it was seen, and what came.
///
/// - Unit: published US dollars; bands as ratios of what was expected.
package struct ProfileForecast: Sendable {
    /// Where the interval stands among those given.
    package let place: Int
    /// Dollars expected as the price went: of longs, of shorts.
    package let expected: (long: Double, short: Double)
    /// Dollars published.
    package let observed: (long: Double, short: Double)
    /// What each baseline expected.
    package let baselines: [ProfileBaseline: (long: Double, short: Double)]
    /// Between which ratios nine in ten of the forecasts before had come true; `nil` where they were too few.
    package let band: (low: Double, high: Double)?
}
