internal import Series
internal import Significance

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Past bars in units of the volatility that was to be expected of each: what simulations draw from.
///
/// A bar is three logarithms against the close before it: its close, its high and its low, so that what
/// happened within a bar is drawn with it and a gap at the opening is part of the move. No unit uses the bar
/// that it measures or a later one. A bar after a gap has no bar before it: it is left out and moves nothing.
///
/// - Shape: fed one bar at a time; the same as all at once.
/// - Output: the last `window` bars, each divided by its unit.
/// - Seed: the first twenty returns give their mean square and no residual; a flat beginning is passed over.
/// - Source: Barone-Adesi, Giannopoulos and Vosper, *VaR without Correlations for Portfolios of Derivative
///   Securities*, 1999.
/// - Checked against: the same in Python with exponential weights, within 1e-12, `Fixtures/Outlook/paths.csv`;
///   GARCH is `GarchModel`'s own.
package struct ResidualHistory: Hashable, Codable, Sendable {
    /// How volatility is expected.
    package let model: VolatilityModel
    /// At most how many of the last bars are drawn from.
    package let window: Int
    private(set) var closes: [Double] = []
    private(set) var highs: [Double] = []
    private(set) var lows: [Double] = []
    private(set) var law: VarianceLaw
    /// What the recursion expects of the next return, before it is scaled.
    private(set) var variance = 0.0
    private var units: [Double] = []
    private var lastClose: Double?
    private var seedSquares: [Double] = []
    private var untilFit = 0

    /// Bars that give a seed and no residual.
    private static let seedBars = 20
    /// Fewer residuals than this are too few to draw from.
    package static let minimumResiduals = 100
    /// The most residuals that are kept.
    package static let maximumWindow = 100_000

    /// Whether a history of such a model can be kept: a window of 100 to 100,000, and for GARCH one that can be
    /// fitted.
    static func isValid(_ model: VolatilityModel, window: Int) -> Bool {
        var least = minimumResiduals
        if case .garch = model { least = max(least, GarchModel.minimumReturns) }
        return model.isValid && window >= least && window <= maximumWindow
    }

    /// A history without a bar; `nil` for a model that is none or a window outside 100 to 100,000, for GARCH
    /// under 250.
    package init?(model: VolatilityModel = .daily, window: Int = 2_000) {
        guard Self.isValid(model, window: window) else { return nil }
        self.model = model
        self.window = window
        law = model.law
        if case .constant = model { variance = 1 }
    }

    /// The history of bars; `nil` as above.
    package init?(
        _ bars: PriceBars, model: VolatilityModel = .daily, window: Int = 2_000
    ) {
        self.init(model: model, window: window)
        for index in 0..<bars.count { append(bars, index) }
    }

    /// Takes the bar at a place, which comes after all that were taken.
    package mutating func append(_ bars: PriceBars, _ index: Int) {
        defer { lastClose = bars.closes[index] }
        guard let before = lastClose, bars.isAdjacent(index) else { return }
        let move = log(bars.closes[index] / before)
        let high = max(log(bars.highs[index] / before), max(move, 0))
        let low = min(log(bars.lows[index] / before), min(move, 0))
        guard move.isFinite, high.isFinite, low.isFinite else { return }
        take(move, high, low)
    }

    private mutating func take(_ move: Double, _ high: Double, _ low: Double) {
        guard model == .constant || seedSquares.count == Self.seedBars else {
            if move != 0 || !seedSquares.isEmpty { seedSquares.append(move * move) }
            if seedSquares.count == Self.seedBars {
                variance = seedSquares.compensatedSum / Double(Self.seedBars)
            }
            return
        }
        let unit = variance.squareRoot()
        if unit > 0, unit.isFinite {
            closes.append(move / unit)
            highs.append(high / unit)
            lows.append(low / unit)
            units.append(unit)
        }
        variance = law.omega + law.alpha * move * move + law.beta * variance
        trim()
        refit()
    }

    private mutating func trim() {
        guard closes.count >= 2 * window else { return }
        closes.removeFirst(window)
        highs.removeFirst(window)
        lows.removeFirst(window)
        units.removeFirst(window)
    }

    private mutating func refit() {
        guard case .garch(let refitEvery) = model else { return }
        untilFit -= 1
        let count = min(window, closes.count, GarchModel.maximumReturns)
        guard untilFit <= 0, count >= GarchModel.minimumReturns else { return }
        untilFit = refitEvery
        let range = (closes.count - count)..<closes.count
        let moves = range.map { closes[$0] * units[$0] }
        guard let fitted = try? GarchModel(returns: moves, mean: .zero, innovations: .student)
        else { return }
        law = VarianceLaw(omega: fitted.omega, alpha: fitted.alpha, beta: fitted.beta)
        variance = fitted.nextVariance
        for (index, expected) in zip(range, fitted.conditionalVariances) {
            let scale = units[index] / expected.squareRoot()
            guard scale > 0, scale.isFinite else { continue }
            closes[index] *= scale
            highs[index] *= scale
            lows[index] *= scale
            units[index] /= scale
        }
    }

    /// Whether a history that was stored could have come about.
    var isSound: Bool {
        let lengths = [highs.count, lows.count, units.count]
        return Self.isValid(model, window: window) && lengths.allSatisfy { $0 == closes.count }
            && seedSquares.count <= Self.seedBars
    }

    /// What simulations need of this moment; `nil` with fewer than 100 residuals or of a flat market.
    package var pool: ResidualPool? { ResidualPool(self) }
}
