#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The search for the most likely parameters: a coarse grid, the simplex from its best place for
/// each alpha, and again from the best of those until nothing is gained.
///
/// The coordinates are free of bounds: the logarithm of omega, the persistence and alpha's share of
/// it through a logistic curve, the degrees of freedom through one between 2.05 and 500, and the
/// mean.
struct GarchSearch {
    /// The most likely parameters; `nil` where the search did not settle.
    let best: GarchLikelihood.Parameters?

    private static let alphas = [0.002, 0.02, 0.06, 0.12, 0.25]
    private static let restarts = 8
    private static let limit = 700
    /// How level the likelihood has to be at the end, and how little a restart may still gain.
    private static let tolerance = 1e-7

    /// Searches; the same result every time.
    init(_ likelihood: GarchLikelihood) {
        let height = { (point: [Double]) in
            -likelihood.scaled(Self.parameters(point, likelihood))
        }
        // One start for each alpha: the likelihood of a short series can have a peak where variance
        // does not answer to returns at all, and another where it does.
        let roughs = Self.alphas.map { alpha in
            let starts = Self.starts(alpha, likelihood).map { (point: $0, value: height($0)) }
            let start = starts.min { $0.value < $1.value }?.point ?? []
            return NelderMead(
                from: start, steps: Self.steps(likelihood, 0.5), tolerance: 1e-3,
                limit: Self.limit, minimizing: height
            ).best
        }
        guard var rough = roughs.min(by: { $0.value < $1.value }), rough.value.isFinite else {
            best = nil
            return
        }
        var isSettled = false
        for round in 0..<Self.restarts where !isSettled {
            // Each restart steps the other way, so that no direction is lost with a flat simplex.
            let steps = Self.steps(likelihood, round % 2 == 0 ? 0.25 : -0.25)
            let search = NelderMead(
                from: rough.point, steps: steps, tolerance: Self.tolerance, limit: Self.limit,
                minimizing: height)
            isSettled = search.isLevel && rough.value - search.best.value < 100 * Self.tolerance
            rough = search.best
        }
        best = isSettled ? Self.parameters(rough.point, likelihood) : nil
    }

    /// Where to begin: short and long spells, thin and fat tails.
    private static func starts(_ alpha: Double, _ likelihood: GarchLikelihood) -> [[Double]] {
        let tails: [Double] = likelihood.innovations == .student ? [4, 12] : [0]
        return [0.3, 0.8, 0.93, 0.97, 0.99, 0.998].flatMap { persistence in
            tails.map { point(persistence, alpha, $0, likelihood) }
        }
    }

    private static func point(
        _ persistence: Double, _ alpha: Double, _ degrees: Double, _ likelihood: GarchLikelihood
    ) -> [Double] {
        var point = [log(1 - persistence), logit(persistence), logit(alpha / persistence)]
        if likelihood.innovations == .student {
            point.append(logit(log((degrees - 2) / 0.05) / log(tailRange)))
        }
        if likelihood.mean == .constant { point.append(likelihood.centre) }
        return point
    }

    /// The first steps of a simplex; the mean is known best and moves least.
    private static func steps(_ likelihood: GarchLikelihood, _ size: Double) -> [Double] {
        var steps = [size, size, size]
        if likelihood.innovations == .student { steps.append(size) }
        if likelihood.mean == .constant { steps.append(size / 10) }
        return steps
    }

    /// From degrees of freedom less two of 0.05 to 498.
    private static let tailRange = 498 / 0.05

    /// The parameters at a point.
    static func parameters(
        _ point: [Double], _ likelihood: GarchLikelihood
    ) -> GarchLikelihood.Parameters {
        let persistence = logistic(point[1])
        let alpha = persistence * logistic(point[2])
        let isFat = likelihood.innovations == .student
        return GarchLikelihood.Parameters(
            mean: likelihood.mean == .constant ? point[point.count - 1] : 0,
            omega: exp(min(max(point[0], -20), 3)), alpha: alpha, beta: persistence - alpha,
            degreesOfFreedom: isFat ? 2 + 0.05 * exp(logistic(point[3]) * log(tailRange)) : 0)
    }

    private static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }

    private static func logit(_ share: Double) -> Double { log(share / (1 - share)) }
}
