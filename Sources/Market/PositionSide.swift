/// The side of a position, never that of the order that closed it: a liquidated long is sold.
public enum PositionSide: String, Hashable, Sendable, CaseIterable {
    /// Gains when the price rises.
    case long
    /// Gains when the price falls.
    case short
}
