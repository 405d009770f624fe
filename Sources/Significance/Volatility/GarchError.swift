/// Why there is no GARCH model of some returns.
package enum GarchError: Error, Hashable, Sendable {
    /// Fewer returns than `needed`, from which nothing reliable can be fitted.
    case tooFewReturns(found: Int, needed: Int)
    /// More returns than `allowed`, which would take longer than an answer may.
    case tooManyReturns(found: Int, allowed: Int)
    /// The return at this place is not a finite number.
    case notFinite(index: Int)
    /// The returns hold nothing to fit: all alike, or too small or too large to square.
    case constant
    /// The search ran out of steps before the likelihood had become level.
    case notConverged
}
