/// Why no onset is given.
package enum OnsetSilence: Hashable, Sendable {
    /// Too few bars, or too few independent ones.
    case fewBars
    /// All values are the same.
    case flat
    /// The odds of a change are too low; their logarithm, where even before.
    case weak(logBayesFactor: Double)
}
