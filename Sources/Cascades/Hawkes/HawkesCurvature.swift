/// How sharply the likelihood of events falls around a model, by differences in all its parameters.
struct HawkesCurvature {
    /// The standard error of the branching ratio; `nil` where the likelihood has no summit there.
    let branchingError: Double?

    init(_ model: HawkesModel, _ events: HawkesEvents, isDecayFree: Bool) {
        let point = Self.parameters(of: model, isDecayFree: isDecayFree)
        let steps = point.map { max(abs($0), 1e-6) * 1e-3 }
        func value(_ moves: [(Int, Double)]) -> Double? {
            var moved = point
            for (place, sign) in moves { moved[place] += sign * steps[place] }
            return Self.model(moved, like: model, isDecayFree: isDecayFree)?
                .logLikelihood(of: events)
        }
        var matrix = point.map { _ in point.map { _ in 0.0 } }
        for one in point.indices {
            for other in 0...one {
                guard let both = value([(one, 1), (other, 1)]),
                    let none = value([(one, -1), (other, -1)]),
                    let first = value([(one, 1), (other, -1)]),
                    let second = value([(one, -1), (other, 1)])
                else {
                    branchingError = nil
                    return
                }
                let curvature = (first + second - both - none) / (4 * steps[one] * steps[other])
                matrix[one][other] = curvature
                matrix[other][one] = curvature
            }
        }
        guard let covariance = LinearSystem.inverse(matrix) else {
            branchingError = nil
            return
        }
        let slope = Self.slope(of: model, count: point.count, isDecayFree: isDecayFree)
        let variance = slope.indices.reduce(0) { sum, one in
            sum + slope.indices.reduce(0) { $0 + slope[one] * covariance[one][$1] * slope[$1] }
        }
        branchingError = variance > 0 && variance.isFinite ? variance.squareRoot() : nil
    }

    private static func parameters(of model: HawkesModel, isDecayFree: Bool) -> [Double] {
        model.weights + (isDecayFree ? model.kernels.map(\.decay) : [])
    }

    private static func model(
        _ parameters: [Double], like model: HawkesModel, isDecayFree: Bool
    ) -> HawkesModel? {
        let offset = model.weights.count - model.kernels.count
        let kernels = model.kernels.indices.map { place in
            HawkesModel.Kernel(
                weight: parameters[offset + place],
                decay: isDecayFree
                    ? parameters[model.weights.count + place] : model.kernels[place].decay)
        }
        return try? HawkesModel(
            base: parameters[0], newsWeight: offset == 2 ? parameters[1] : 0, news: model.news,
            kernels: kernels)
    }

    /// The slope of the branching ratio in all parameters.
    private static func slope(
        of model: HawkesModel, count: Int, isDecayFree: Bool
    ) -> [Double] {
        let offset = model.weights.count - model.kernels.count
        var slope = [Double](repeating: 0, count: count)
        for (place, kernel) in model.kernels.enumerated() {
            slope[offset + place] = 1 / kernel.decay
            if isDecayFree {
                slope[model.weights.count + place] = -kernel.weight / (kernel.decay * kernel.decay)
            }
        }
        return slope
    }
}
