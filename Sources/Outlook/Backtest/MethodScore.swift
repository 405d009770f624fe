internal import Series

/// How good one method's probabilities were over a selection of forecasts.
package struct MethodScore: Hashable, Codable, Sendable {
    /// The method.
    package let method: IssuedForecast.Method
    /// The Brier score with its parts, in ten bins.
    package let brier: BinnedBrierScore
    /// The log score in nats.
    package let logScore: Double
    /// Skill against climatology, with its interval; `nil` for climatology itself.
    package let againstClimatology: SkillInterval?
    /// Skill against the walk of steady volatility; `nil` for that itself.
    package let againstClosedForm: SkillInterval?
    /// Whether losses differ from climatology's by more than chance.
    package let comparedToClimatology: ForecastComparison?
    /// The same of the walk of steady volatility.
    package let comparedToClosedForm: ForecastComparison?
    /// Rates against forecasts, over times that do not overlap.
    package let reliability: ReliabilityTable?
    /// Skill against climatology in the calm, the middle and the wild third of times; `nil` where there is no
    /// forecast or climatology was perfect.
    package let skillByRegime: [Double?]
}
