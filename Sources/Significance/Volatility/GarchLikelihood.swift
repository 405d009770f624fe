internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How likely returns are under GARCH(1,1), over returns scaled to a mean square of one.
struct GarchLikelihood {
    /// What the model has to find, in the units of the scaled returns.
    struct Parameters {
        var mean = 0.0
        var omega: Double
        var alpha: Double
        var beta: Double
        var degreesOfFreedom: Double
    }

    /// Whether the mean is one of the parameters.
    let mean: GarchModel.Mean
    /// Whether degrees of freedom are.
    let innovations: GarchModel.Innovations
    /// The sample mean of the scaled returns, or zero where that is given.
    let centre: Double
    private let returns: [Double]
    private let scale: Double
    private let before: Double

    /// `nil` of returns that are all alike or cannot be scaled.
    init?(_ raw: [Double], _ mean: GarchModel.Mean, _ innovations: GarchModel.Innovations) {
        guard raw.min() != raw.max() else { return nil }
        let count = Double(raw.count)
        let offset = mean == .constant ? raw.compensatedSum / count : 0
        let square = raw.map { ($0 - offset) * ($0 - offset) }.compensatedSum / count
        let scale = square.squareRoot()
        // Squares below or above these have lost digits or overflowed.
        guard scale.isFinite, scale > 1e-140, scale < 1e140 else { return nil }
        self.mean = mean
        self.innovations = innovations
        self.scale = scale
        let centre = offset / scale
        returns = raw.map { $0 / scale }
        self.centre = centre
        before = Self.weightedSquare(returns.prefix(75).map { $0 - centre })
    }

    /// The mean square with weights that fall by 0.94 from the first.
    private static func weightedSquare(_ values: [Double]) -> Double {
        var weight = 1.0
        var total = 0.0
        var sum = CompensatedSum()
        for value in values {
            sum.add(weight * value * value)
            total += weight
            weight *= 0.94
        }
        return sum.value / total
    }

    /// The parameters in the units of the returns that were given.
    func inOwnUnits(_ parameters: Parameters) -> Parameters {
        var own = parameters
        own.mean *= scale
        own.omega *= scale * scale
        return own
    }

    /// The variances of all returns and of the one after them, in the units that were given.
    func variances(_ parameters: Parameters) -> [Double] {
        var variance = first(parameters)
        var found = [variance * scale * scale]
        for value in returns {
            let error = value - parameters.mean
            variance =
                parameters.omega + parameters.alpha * error * error
                + parameters.beta * variance
            found.append(variance * scale * scale)
        }
        return found
    }

    private func first(_ parameters: Parameters) -> Double {
        parameters.omega + (parameters.alpha + parameters.beta) * before
    }

    /// The logarithm of the likelihood of the returns that were given.
    func logLikelihood(_ parameters: Parameters) -> Double {
        scaled(parameters) - Double(returns.count) * log(scale)
    }

    /// The same of the scaled returns, which is what the search compares.
    func scaled(_ parameters: Parameters) -> Double {
        innovations == .student ? student(parameters) : normal(parameters)
    }

    private func normal(_ parameters: Parameters) -> Double {
        var variance = first(parameters)
        var (logs, squares, product) = (0.0, 0.0, 1.0)
        for (index, value) in returns.enumerated() {
            let error = value - parameters.mean
            let square = error * error
            product *= variance
            squares += square / variance
            // Eight variances make one logarithm, and stay far from overflow.
            if index & 7 == 7 {
                logs += log(product)
                product = 1
            }
            variance = parameters.omega + parameters.alpha * square + parameters.beta * variance
        }
        logs += log(product)
        return -0.5 * (logs + squares) - GammaFunction.halfLogTwoPi * Double(returns.count)
    }

    private func student(_ parameters: Parameters) -> Double {
        let spare = parameters.degreesOfFreedom - 2
        let power = (parameters.degreesOfFreedom + 1) / 2
        var variance = first(parameters)
        var (logs, wideLogs, product, wideProduct) = (0.0, 0.0, 1.0, 1.0)
        for (index, value) in returns.enumerated() {
            let error = value - parameters.mean
            let square = error * error
            product *= variance
            wideProduct *= spare * variance + square
            if index & 7 == 7 {
                logs += log(product)
                wideLogs += log(wideProduct)
                (product, wideProduct) = (1, 1)
            }
            variance = parameters.omega + parameters.alpha * square + parameters.beta * variance
        }
        logs += log(product)
        wideLogs += log(wideProduct)
        let count = Double(returns.count)
        let peak = -0.5 * log(spare) - BetaFunction.logarithm(0.5, parameters.degreesOfFreedom / 2)
        return count * peak - 0.5 * logs - power * (wideLogs - logs - count * log(spare))
    }
}
