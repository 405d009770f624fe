/// Which way the market went.
package enum MoveDirection: String, Hashable, Codable, Sendable, CaseIterable {
    /// Down.
    case fall
    /// Up.
    case rise

    /// Minus one for a fall, one for a rise: what turns either into a rise.
    package var sign: Double { self == .fall ? -1 : 1 }
}
