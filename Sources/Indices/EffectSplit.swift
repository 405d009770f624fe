#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How a change of `price x coins` is shared out between the two, with nothing left over.
///
/// - Source: Shapley, the mean over both orders in which the two can change; logarithmic mean, Ang,
///   *The LMDI approach to decomposition analysis*, Energy Policy 33, 2005.
/// - Checked against: `Scripts/reference/indices.py`, at fifty digits, `Fixtures/Indices/decomposition.csv`.
package enum EffectSplit: Hashable, Sendable, CaseIterable {
    /// `price = (p1 - p0)(s0 + s1) / 2`, `supply = (s1 - s0)(p0 + p1) / 2`.
    case shapley
    /// `price = L(m1, m0) ln(p1 / p0)`, `supply = L(m1, m0) ln(s1 / s0)`, with the logarithmic mean `L`.
    /// Where a price or a supply is zero there is no logarithm, and Shapley's split is taken.
    case logarithmicMean

    /// The change in US dollars by price and by supply, of one asset that is there at both ends.
    func effects(from before: Holding, to after: Holding) -> (price: Double, supply: Double) {
        let amounts = [before.price, before.coins, after.price, after.coins]
        guard self == .logarithmicMean, amounts.allSatisfy({ $0 > 0 }), before.cap > 0,
            after.cap > 0
        else {
            return (
                (after.price - before.price) * (before.coins / 2 + after.coins / 2),
                (after.coins - before.coins) * (before.price / 2 + after.price / 2)
            )
        }
        let mean = Self.logarithmicMean(before.cap, after.cap)
        return (
            mean * Self.logarithm(of: after.price, over: before.price),
            mean * Self.logarithm(of: after.coins, over: before.coins)
        )
    }

    /// `(b - a) / ln(b / a)`, and `a` where the two are equal; both above zero.
    static func logarithmicMean(_ first: Double, _ second: Double) -> Double {
        let ratio = logarithm(of: second, over: first)
        return ratio == 0 ? first : (second - first) / ratio
    }

    /// The logarithm of a ratio of two positive numbers, exact also where they are nearly equal.
    static func logarithm(of later: Double, over earlier: Double) -> Double {
        let ratio = later / earlier
        if ratio > 0.5, ratio < 2 { return log1p((later - earlier) / earlier) }
        return ratio.isNormal ? log(ratio) : log(later) - log(earlier)
    }
}
