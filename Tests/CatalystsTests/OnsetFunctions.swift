#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The functions of the C library that the tests need.
enum OnsetFunctions {
    /// The natural logarithm.
    static func logarithm(_ value: Double) -> Double { log(value) }

    /// The exponential function.
    static func exponential(_ value: Double) -> Double { exp(value) }

    /// The logarithm of the gamma function at multiples of a half, by the recurrence.
    static func logGamma(halves: Int) -> Double {
        var value = halves % 2 == 0 ? 0 : 0.5 * log(Double.pi)
        for step in stride(from: halves % 2 == 0 ? 2 : 1, to: halves, by: 2) {
            value += log(Double(step) / 2)
        }
        return value
    }
}
