/// One forecast of a backtest, with what was said and what came of it.
package struct ForecastRecord: Hashable, Codable, Sendable {
    /// The bar after whose close it was issued, counted from the first.
    package let bar: Int
    /// Which of the plan's classes it belongs to.
    package let classIndex: Int
    /// The level; of a branch the one that breaks, or the lower of those that hold.
    package let level: Double
    /// How far a close has to lie beyond the level to break it by itself; only breaks ask for it.
    package let band: Double
    /// By a walk of steady volatility; `nil` where there is no formula.
    package let closedForm: Double?
    /// By simulation; half a path is added to either side, so never quite zero or one.
    package let simulation: Double
    /// By how often its class had happened until then.
    package let climatology: Double
    /// By simulation, corrected; the simulation itself while too little is known to correct it.
    package let recalibrated: Double
    /// Which third of the volatilities until then the one of that moment lay in: 0, the calm, to 2.
    package let regime: Int
    /// Whether it happened; `nil` while it is not due and where bars are missing.
    package internal(set) var outcome: Bool?

    /// The probability by a method; `nil` where it gave none.
    package func probability(_ method: IssuedForecast.Method) -> Double? {
        switch method {
        case .closedForm: closedForm
        case .simulation: simulation
        case .climatology: climatology
        case .recalibrated: recalibrated
        case .firings: nil
        }
    }
}
