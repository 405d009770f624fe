#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The regularised incomplete gamma function, which is the distribution function behind the gamma and
/// the chi-square distribution.
///
/// - Source: the series and the continued fraction (by Lentz's method) of the NIST *Digital Library
///   of Mathematical Functions*, 8.7 and 8.9.
/// - Checked against: scipy, relative 1e-9, `Fixtures/Cascades/quantiles.csv`.
enum IncompleteGamma {
    /// The probability of at most `value`; the shape is above zero and at most 100.
    static func lower(_ shape: Double, _ value: Double) -> Double {
        guard value > 0 else { return 0 }
        return value < shape + 1
            ? series(shape, value) : 1 - fraction(shape, value)
    }

    /// The probability of more than `value`, with its digits far to the right.
    static func upper(_ shape: Double, _ value: Double) -> Double {
        guard value > 0 else { return 1 }
        return value < shape + 1 ? 1 - series(shape, value) : fraction(shape, value)
    }

    /// The value below which a probability lies.
    static func quantile(_ shape: Double, _ probability: Double) -> Double {
        guard probability > 0 else { return 0 }
        guard probability < 1 else { return .infinity }
        // The first term of the series for the lower tail alone is at least the tail itself.
        let start = (log(probability) + lgamma(shape + 1)) / shape
        let root = LogConcaveQuantile.find(probability, from: start) { place in
            let value = exp(place)
            return (lower(shape, value), scale(shape, value))
        }
        return exp(root)
    }

    private static func scale(_ shape: Double, _ value: Double) -> Double {
        exp(shape * log(value) - value) / tgamma(shape)
    }

    private static func series(_ shape: Double, _ value: Double) -> Double {
        var term = 1 / shape
        var sum = term
        var divisor = shape
        while term > 1e-17 * sum {
            divisor += 1
            term *= value / divisor
            sum += term
        }
        return sum * scale(shape, value)
    }

    private static func fraction(_ shape: Double, _ value: Double) -> Double {
        let tiny = 1e-300
        var bottom = value + 1 - shape
        var (ratio, inverse) = (1 / tiny, 1 / bottom)
        var product = inverse
        for term in 1...500 {
            let top = -Double(term) * (Double(term) - shape)
            bottom += 2
            inverse = 1 / guarded(top * inverse + bottom)
            ratio = guarded(bottom + top / ratio)
            product *= inverse * ratio
            if abs(inverse * ratio - 1) < 1e-15 { break }
        }
        return product * scale(shape, value)
    }

    private static func guarded(_ value: Double) -> Double {
        abs(value) < 1e-300 ? 1e-300 : value
    }
}
