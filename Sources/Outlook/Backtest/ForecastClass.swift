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
        /// Neither of the nearest levels breaks: a branch of a tree.
        case hold
        /// After a break the next level on its side is touched: a branch of a tree.
        case next
        /// After a break the price closes back on the level's other side: a branch of a tree.
        case comeback

        /// What may be asked of a level by itself.
        package static let ofLevels: [Rule] = [.touch, .close, .breaks]
        /// The branches of a `ScenarioTree`; a break up that reclaims a level is a break.
        package static let ofBranches: [Rule] = [.breaks, .hold, .next, .comeback]
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
        /// At the nearest levels of whatever kind, as a `ScenarioTree` chooses them.
        case tree
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
            case .tree: nil
            }
        return level.flatMap { $0 > 0 && $0.isFinite && $0 != price ? $0 : nil }
    }

    /// Whether it is a branch of a tree, whose condition is the tree's.
    package var isBranch: Bool { placement == .tree }

    /// The condition at a level with its band; `nil` for a branch that takes more than one level.
    package func condition(at level: Double, band: Double) -> ForecastCondition? {
        switch rule {
        case .touch: .touch(side, level: level)
        case .close: .close(side, level: level)
        case .breaks: .breaks(side, level: level, band: band)
        case .hold, .next, .comeback: nil
        }
    }

    /// Which forecasts of its horizon and side are corrected together with it, from zero.
    var pool: Int {
        let levels = Rule.ofLevels
        if isBranch { return levels.count + (Rule.ofBranches.firstIndex(of: rule) ?? 0) }
        return levels.firstIndex(of: rule) ?? 0
    }

    /// How many such pools there are.
    static let pools = Rule.ofLevels.count + Rule.ofBranches.count

    /// What a walk of steady volatility says, with the level and its band in units of the price.
    func closedForm(_ walk: FirstPassage, level: Double, band: Double) -> Double? {
        switch rule {
        case .touch: walk.probability(ofTouching: level)
        case .close: walk.probability(ofClosingBeyond: level)
        // Closes beyond the band alone: there is no short form of two in a row.
        case .breaks: walk.probability(ofClosingBeyond: level + (side == .down ? -band : band))
        case .hold, .next, .comeback: nil
        }
    }
}
