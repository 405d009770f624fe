/// Which way a position points. It is the side of the position, never that of the order that closes it.
package enum PositionSide: String, Hashable, Sendable, CaseIterable {
    /// Earns as the price rises.
    case long
    /// Earns as the price falls.
    case short

    /// 1 for a long, -1 for a short position.
    package var sign: Double { self == .long ? 1 : -1 }

    /// The side of whoever is against it.
    package var opposite: PositionSide { self == .long ? .short : .long }
}
