/// Which way something went.
package enum Direction: String, Hashable, Sendable, CaseIterable {
    /// Upwards.
    case up
    /// Downwards.
    case down
}
