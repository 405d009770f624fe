#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What may become of a price between its levels, each possibility exact enough to be judged later by bars.
///
/// From the price: the nearest level at or below it breaks, or the nearest above it does, or neither does within
/// the horizon. After a break: the next level on that side is touched, or the price comes back. The two breaks do
/// not exclude each other, as a fall may be followed by a rise: their probabilities and that of holding add up to
/// one or more.
///
/// - Input: the price as of the last close, levels in any order, the average true range in quote currency, the
///   closes before, oldest first and the last close at their end, by which a level is told that was lost lately.
/// - Levels within a band of the nearest one stand for the same place: they are no next level.
/// - Degenerate case: no branch on a side without levels, no `hold` without both; `nil` for a price that is none
///   or a horizon without bars.
package struct ScenarioTree: Hashable, Sendable {
    /// What a branch is.
    package enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        /// The nearest level at or below the price breaks.
        case breakDown = "break-down"
        /// Neither of the nearest levels breaks.
        case hold
        /// The nearest level above the price breaks.
        case breakUp = "break-up"
        /// The same, where that level had broken down within the closes before.
        case reclaim
        /// After a break the next level on its side is touched.
        case next
        /// After a break the price closes back on the level's other side.
        case comeback
    }

    /// How the price stands to its nearest levels.
    package enum State: Hashable, Sendable {
        /// Within the band of a level: nothing is decided there.
        case testing(NamedLevel)
        /// Outside every band.
        case between
    }

    /// One possibility.
    package struct Branch: Hashable, Sendable {
        /// What it is.
        package let kind: Kind
        /// The level that breaks, or the lower of those that hold.
        package let level: NamedLevel
        /// What is reached next, or the upper of the levels that hold.
        package let target: NamedLevel?
        /// What exactly has to happen.
        package let event: ForecastEvent
        /// What may follow; each event of these includes that of the branch.
        package let followers: [Branch]
    }

    /// The price that all starts from.
    package let price: Double
    /// How it stands to its levels.
    package let state: State
    /// Break-down, hold and break-up or reclaim, as far as there are levels for them.
    package let branches: [Branch]

    /// What is looked back on for a level that was lost, in bars.
    package static let memory = 10

    /// The tree of a price between levels, over so many bars after `asOf`.
    package init?(
        subject: String, price: Double, levels: [NamedLevel], averageTrueRange: Double?,
        closesBefore: [Double] = [], asOf: Int64, interval: Int64, bars: Int
    ) {
        guard price > 0, price.isFinite, bars > 0, bars <= 100_000,
            let clock = EventClock(subject: subject, asOf: asOf, interval: interval, bars: bars)
        else { return nil }
        let ordered = levels.sorted { ($0.price, $0.name) < ($1.price, $1.name) }
        func band(_ level: NamedLevel) -> Double {
            BreakRule.band(of: level.price, averageTrueRange: averageTrueRange)
        }
        let below = ordered.last { $0.price <= price }
        let above = ordered.first { $0.price > price }
        let nextBelow = below.flatMap { near in
            ordered.last { $0.price < near.price - band(near) }
        }
        let nextAbove = above.flatMap { near in
            ordered.first { $0.price > near.price + band(near) }
        }
        let near = [below, above].compactMap { $0 }
            .filter { abs($0.price - price) < band($0) }
            .min { abs($0.price - price) < abs($1.price - price) }
        self.price = price
        state = near.map(State.testing) ?? .between
        var branches: [Branch] = []
        if let below {
            branches += clock.breaking(.breakDown, .down, below, band(below), nextBelow)
        }
        if let below, let above {
            branches += clock.holding(below, band(below), above, band(above))
        }
        if let above {
            let wasLost = Self.wasLost(above, band(above), closesBefore.suffix(Self.memory))
            branches += clock.breaking(
                wasLost ? .reclaim : .breakUp, .up, above, band(above), nextAbove)
        }
        self.branches = branches
    }

    /// Whether closes that began above a level broke it.
    private static func wasLost(
        _ level: NamedLevel, _ band: Double, _ closes: ArraySlice<Double>
    ) -> Bool {
        var watch = EventWatch(.breaks(.down, level: level.price, band: band))
        var wasAbove = false
        for close in closes {
            wasAbove = wasAbove || close > level.price
            if wasAbove { watch.update(high: close, low: close, close: close) }
        }
        return watch.outcome
    }
}
