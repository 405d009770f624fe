/// What is believed about the size of a shift of level before the values are seen.
package enum ShiftPrior: Hashable, Sendable {
    /// Any level before and any after, each as likely. Says where a shift is, but not whether.
    case flat
    /// Normal about zero, with a standard deviation in standard deviations of the values; above zero.
    case normal(deviations: Double)
}
