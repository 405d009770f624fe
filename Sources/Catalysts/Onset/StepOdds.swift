#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The odds of a step at a place against no step, of values about their mean.
struct StepOdds {
    /// The sum of the values' squares; above zero.
    let squares: Double
    /// How many values there are.
    let count: Int
    /// What is believed about the step's size.
    let prior: ShiftPrior
    /// How many of them are worth one.
    let inflation: Double

    /// The logarithm of the odds, and the step that fits best, where a bar is moved by a share of the step
    /// and `whole` bars after it by all; `product` is the sum of the values, each by its share.
    func step(share: Double, whole: Int, product: Double) -> (logOdds: Double, shift: Double) {
        let all = Double(count)
        let sum = Double(whole) + share
        let length = Double(whole) + share * share - sum * sum / all
        let explained = min(product * product / (length * squares), 1)
        let worth = all / inflation
        let logOdds =
            switch prior {
            case .flat:
                // A step that explains all would be certain; rounding is what remains.
                -0.5 * log(length) - (worth - 2) / 2 * log(max(1 - explained, .ulpOfOne))
            case .normal(let deviations):
                Self.logOdds(
                    deviations * deviations * length / inflation, explained, worth: worth)
            }
        return (logOdds, product / length)
    }

    private static func logOdds(_ gain: Double, _ explained: Double, worth: Double) -> Double {
        -0.5 * log1p(gain) - (worth - 1) / 2 * log1p(-explained * gain / (1 + gain))
    }
}
