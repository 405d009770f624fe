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
        /// A close beyond the level by more than its band, or two in a row beyond the level.
        case breaks = "break"
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

    /// The condition at a level with its band.
    package func condition(at level: Double, band: Double) -> ForecastCondition {
        switch rule {
        case .touch: .touch(side, level: level)
        case .close: .close(side, level: level)
        case .breaks: .breaks(side, level: level, band: band)
        }
    }

    /// What a walk of steady volatility says, with the level and its band in units of the price.
    func closedForm(_ walk: FirstPassage, level: Double, band: Double) -> Double? {
        switch rule {
        case .touch: walk.probability(ofTouching: level)
        case .close: walk.probability(ofClosingBeyond: level)
        // Closes beyond the band alone: there is no short form of two in a row.
        case .breaks: walk.probability(ofClosingBeyond: level + (side == .down ? -band : band))
        }
    }
}
