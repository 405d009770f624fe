/// Which way a position points. It is the side of the position, never that of the order that closes it.
public enum PositionSide: String, Hashable, Sendable, CaseIterable {
    /// Gains when the price rises.
    case long
    /// Gains when the price falls.
    case short

    /// 1 for a long, -1 for a short position.
    public var sign: Double { self == .long ? 1 : -1 }

    /// The side of whoever is against it.
    public var opposite: PositionSide { self == .long ? .short : .long }
}
