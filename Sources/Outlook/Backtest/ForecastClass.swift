#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// One kind of forecast that a backtest issues again and again: what is comparable, and what climatology counts.
package struct ForecastClass: Hashable, Codable, Sendable {
    /// What decides it.
    package enum Rule: String, Hashable, Codable, CaseIterable, Sendable {
        /// A low or a high at the level or beyond.
        case touch
        /// A close at the level or beyond.
        case close
    }

    /// Where its level lies.
    package enum Placement: Hashable, Codable, Sendable {
        /// So many standard deviations of the horizon away.
        case deviations(Double)
        /// So large a share of the price away, such as 0.05.
        case change(Double)
        /// At the next round number.
        case roundNumber
        /// Where a caller says, by the level's name.
        case named(String)
    }

    /// What decides it.
    package let rule: Rule
    /// On which side of the price.
    package let side: LevelSide
    /// How far away.
    package let placement: Placement
    /// Within how many bars.
    package let horizon: Int

    /// The level for a price; `nil` where there is none.
    func level(price: Double, volatility: Double, named: [NamedLevel]) -> Double? {
        let sign: Double = side == .down ? -1 : 1
        let level: Double? =
            switch placement {
            case .deviations(let count):
                price * exp(sign * count * volatility * Double(horizon).squareRoot())
            case .change(let share): price * (1 + sign * share)
            case .roundNumber: RoundNumber.next(to: price, side)
            case .named(let name):
                named.first { $0.name == name && ($0.price < price) == (side == .down) }?.price
            }
        return level.flatMap { $0 > 0 && $0.isFinite && $0 != price ? $0 : nil }
    }

    /// The condition at a level.
    package func condition(at level: Double) -> ForecastCondition {
        rule == .touch ? .touch(side, level: level) : .close(side, level: level)
    }
}
