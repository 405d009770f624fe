#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Student's t distribution about zero, in its own width or scaled to unit variance.
///
/// Fat tails: with four degrees of freedom a fall of 3.3 standard deviations comes ten times as
/// often as the normal distribution has it.
///
/// - Source: *NIST Digital Library of Mathematical Functions*, 8.17, for the distribution function.
/// - Checked against: mpmath with 50 digits, from half a degree of freedom to ten thousand within
///   1e-12, with a million within 1e-10, relative, and to tails of 1e-290,
///   `Fixtures/Significance/student.csv`.
package struct StudentDistribution: Hashable, Sendable {
    /// The degrees of freedom, above zero.
    package let degreesOfFreedom: Double
    /// What the textbook's variable is multiplied by, above zero.
    package let scale: Double

    /// A distribution; `nil` unless both numbers are positive and finite.
    package init?(degreesOfFreedom: Double, scale: Double = 1) {
        guard degreesOfFreedom > 0, scale > 0, degreesOfFreedom.isFinite, scale.isFinite else {
            return nil
        }
        self.degreesOfFreedom = degreesOfFreedom
        self.scale = scale
    }

    /// The distribution scaled to a variance of one; `nil` up to two degrees of freedom, where
    /// there is none.
    package static func unitVariance(degreesOfFreedom: Double) -> Self? {
        guard degreesOfFreedom > 2 else { return nil }
        return Self(
            degreesOfFreedom: degreesOfFreedom,
            scale: ((degreesOfFreedom - 2) / degreesOfFreedom).squareRoot())
    }

    /// The density at a value.
    package func density(_ value: Double) -> Double {
        exp(logDensity(value))
    }

    /// The logarithm of the density, finite for any finite value.
    package func logDensity(_ value: Double) -> Double {
        logPeak - (degreesOfFreedom + 1) / 2 * Self.logOnePlusSquare(ratio(value))
    }

    /// The probability of at most `value`; keeps its digits far to the left.
    package func lower(_ value: Double) -> Double {
        value <= 0 ? tail(-value) : 1 - tail(value)
    }

    /// The probability of at least `value`; keeps its digits far to the right.
    package func upper(_ value: Double) -> Double { lower(-value) }

    /// The value below which a share of the probability lies; infinite at zero and one, NaN
    /// outside.
    package func quantile(_ probability: Double) -> Double {
        guard probability > 0, probability < 1 else {
            return probability == 0 ? -.infinity : probability == 1 ? .infinity : .nan
        }
        guard probability != 0.5 else { return 0 }
        guard probability < 0.5 else { return -quantile(1 - probability) }
        return -scale * degreesOfFreedom.squareRoot() * exp(logRatio(ofTail: probability))
    }

    /// The logarithm of the density at zero.
    private var logPeak: Double {
        -0.5 * log(degreesOfFreedom) - BetaFunction.logarithm(0.5, degreesOfFreedom / 2)
            - log(scale)
    }

    /// A value as a share of what the degrees of freedom measure it by.
    private func ratio(_ value: Double) -> Double {
        abs(value) / scale / degreesOfFreedom.squareRoot()
    }

    /// `ln(1 + x^2)` of a number from zero up, without overflow.
    private static func logOnePlusSquare(_ value: Double) -> Double {
        value > far ? 2 * log(value) : log1p(value * value)
    }

    /// From here on one is nothing beside the square.
    private static let far = 1e9

    /// The probability beyond a distance from zero, on one side.
    private func tail(_ distance: Double) -> Double {
        tail(ratio: ratio(distance))
    }

    private func tail(ratio: Double) -> Double {
        let half = degreesOfFreedom / 2
        guard ratio <= Self.far else {
            let weight = exp(-degreesOfFreedom * log(ratio) - BetaFunction.logarithm(half, 0.5))
            return weight / degreesOfFreedom
        }
        let square = ratio * ratio
        return BetaFunction.regularized(
            half, 0.5, at: 1 / (1 + square), complement: square / (1 + square)) / 2
    }

    /// The probability between zero and a distance from it.
    private func centre(ratio: Double) -> Double {
        guard ratio <= Self.far else { return 0.5 - tail(ratio: ratio) }
        let square = ratio * ratio
        return BetaFunction.regularized(
            0.5, degreesOfFreedom / 2, at: square / (1 + square), complement: 1 / (1 + square)) / 2
    }

    /// The logarithm of the ratio that has a probability below a half beyond it.
    ///
    /// Newton's method on logarithms, where both curves are close to straight lines, kept inside a
    /// bracket that is halved whenever a step would leave it.
    private func logRatio(ofTail probability: Double) -> Double {
        let isCentral = probability > 0.25
        let goal = log(isCentral ? 0.5 - probability : probability)
        var (low, high) = (-745.0, 708.0)
        var place = -0.5 * log(degreesOfFreedom)
        for _ in 0..<200 {
            let ratio = exp(place)
            let share = isCentral ? centre(ratio: ratio) : tail(ratio: ratio)
            let excess = log(share) - goal
            if excess == 0 { break }
            if (excess > 0) == isCentral { high = place } else { low = place }
            let rise =
                (isCentral ? 1 : -1) * exp(place + logUnscaledDensity(ratio)) / share
            let step = place - excess / rise
            let next = step > low && step < high ? step : (low + high) / 2
            if abs(next - place) <= 1e-16 * max(1, abs(place)) { return next }
            place = next
        }
        return place
    }

    /// The logarithm of the density of the ratio itself.
    private func logUnscaledDensity(_ ratio: Double) -> Double {
        -BetaFunction.logarithm(0.5, degreesOfFreedom / 2)
            - (degreesOfFreedom + 1) / 2 * Self.logOnePlusSquare(ratio)
    }
}
