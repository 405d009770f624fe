#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The model of self-exciting events that is likeliest for some events: a second opinion on how much of a
/// burst fed itself, from times alone.
///
/// What it says is "so much of the liquidation events are statistically attributable to earlier
/// liquidations". It does not say that so much of the fall was caused by them, and no sentence may:
/// see `caveats`.
///
/// - Method: maximum likelihood. With given decays it is concave and the best is the best; with one
///   unknown decay the best of each is searched on a grid and then by golden sections.
/// - Error: of the branching ratio, by the curvature of the likelihood in all parameters; `nil` where
///   that is not positive.
/// - Degenerate case: fewer than 30 events throw `outOfRange`.
/// - Time: events times kernels times some hundred steps; one unknown decay about 80 times that.
/// - Checked against: scipy on made events, `Fixtures/Cascades/hawkes.csv`; recovery of what made
///   events were made of.
package struct HawkesFit: Hashable, Sendable {
    /// The shape of what an event adds.
    package enum Shape: Hashable, Sendable {
        /// One exponential, its decay unknown.
        case exponential
        /// Exponentials of given decays, evenly spaced by ratio in place of a power law.
        case sum(decays: [Double])
    }

    /// What a share of a fit is a share of.
    package static let wording =
        "of liquidation events are statistically attributable to earlier liquidations"
    /// What has to stand beside any figure of a fit.
    package static let caveats = [
        "A burst of news that the base rate leaves out looks like self-excitement.",
        "Times rounded to a second, or one event a second at most, distort the ratio.",
        "The ratio depends on the kernel and on the window.",
        "Prices liquidate: a common cause of price and liquidations is counted as self-excitement.",
        "It is a share of events and not of the fall.",
    ]
    /// Fewer events than this are not fitted.
    package static let minimumEvents = 30

    /// The model.
    package let model: HawkesModel
    /// Its log-likelihood.
    package let logLikelihood: Double
    /// The standard error of its branching ratio.
    package let branchingError: Double?
    /// The share of all events attributable to earlier ones.
    package let endogenousShare: Double
    /// Whether the residuals speak against it.
    package let residualTest: ResidualTest?

    /// Fits a model of a shape to events, with news or without.
    package init(
        _ events: HawkesEvents, shape: Shape = .exponential, news: HawkesNews = .none
    ) throws(CascadeError) {
        guard events.times.count >= Self.minimumEvents else { throw .outOfRange("events") }
        let decays: [Double]
        switch shape {
        case .exponential: decays = [Self.bestDecay(events, news)]
        case .sum(let given):
            guard (1...16).contains(given.count) else { throw .tooMany("kernels", allowed: 16) }
            for decay in given { try CascadeError.positive(decay, "kernel decay") }
            decays = given
        }
        let weights = HawkesTable(events, news: news, decays: decays).best()
        let offset = news.times.isEmpty ? 1 : 2
        let model = try HawkesModel(
            base: max(weights[0], .leastNormalMagnitude),
            newsWeight: offset == 2 ? weights[1] : 0, news: news,
            kernels: zip(weights[offset...], decays).map { .init(weight: $0, decay: $1) })
        self.model = model
        logLikelihood = model.logLikelihood(of: events)
        endogenousShare = model.endogenousShare(of: events) ?? 0
        residualTest = ResidualTest(model.residuals(of: events))
        branchingError =
            HawkesCurvature(
                model, events, isDecayFree: shape == .exponential
            ).branchingError
    }

    /// The decay of one exponential that is likeliest with its best weights.
    private static func bestDecay(_ events: HawkesEvents, _ news: HawkesNews) -> Double {
        func value(_ logDecay: Double) -> Double {
            let table = HawkesTable(events, news: news, decays: [exp(logDecay)])
            return table.logLikelihood(table.best())
        }
        let rate = log(Double(events.times.count) / events.duration)
        let grid = (-12...12).map { rate + Double($0) * 0.6 }
        let values = grid.map(value)
        let top = values.indices.max { values[$0] < values[$1] } ?? 0
        var (low, high) = (grid[max(0, top - 1)], grid[min(grid.count - 1, top + 1)])
        let golden = (5.0.squareRoot() - 1) / 2
        var (left, right) = (high - golden * (high - low), low + golden * (high - low))
        var (leftValue, rightValue) = (value(left), value(right))
        while high - low > 1e-7 {
            if leftValue >= rightValue {
                (high, right, rightValue) = (right, left, leftValue)
                left = high - golden * (high - low)
                leftValue = value(left)
            } else {
                (low, left, leftValue) = (left, right, rightValue)
                right = low + golden * (high - low)
                rightValue = value(right)
            }
        }
        return exp((low + high) / 2)
    }
}
