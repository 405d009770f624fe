package import Market
internal import Series

/// How many dollars are liquidated where: the notional of leveraged positions by the price at which
/// each is breached, longs and shorts apart.
///
/// Prices are whole ticks, so that a price exactly at a level is at it and nothing hangs on a last
/// bit. Inside, a level is the number of ticks the price has to move against the side to reach it,
/// which makes a squeeze of shorts the mirror image of a fall.
///
/// - Unit: ticks of `tickSize` quote units; dollars of notional.
/// - Order: the levels may come in any order and may repeat; the profile is the same to the last
///   bit.
/// - Degenerate case: levels of no notional are left out; a profile without any other throws
///   `emptyProfile`. A level the price has already passed is liquidatable from the start.
/// - Time: sorting the levels once, then a binary search a question.
package struct BreachProfile: Hashable, Sendable {
    /// Notional that is liquidated at one price.
    package struct Level: Hashable, Sendable {
        /// The price in ticks at which the positions are breached.
        package let tick: Int
        /// Their side.
        package let side: PositionSide
        /// Their notional in dollars, zero or more.
        package let notional: Double

        /// Notional at a price.
        package init(tick: Int, side: PositionSide, notional: Double) {
            self.tick = tick
            self.side = side
            self.notional = notional
        }
    }

    /// More levels than this are refused.
    package static let maximumLevels = 4_000_000
    /// Prices beyond this many ticks are refused: above it a double no longer holds every tick's
    /// fraction.
    package static let maximumTick = 1 << 40

    /// The price before anything happened, in ticks.
    package let referenceTick: Int
    /// What a tick is worth in quote units.
    package let tickSize: Double
    private let longs: LevelLadder
    private let shorts: LevelLadder

    /// A profile of levels around a price.
    package init(
        levels: [Level], referenceTick: Int, tickSize: Double
    ) throws(CascadeError) {
        try CascadeError.positive(tickSize, "tick size")
        guard referenceTick > 0 else { throw .notPositive("reference price") }
        guard referenceTick <= Self.maximumTick else { throw .outOfRange("reference price") }
        guard levels.count <= Self.maximumLevels else {
            throw .tooMany("levels", allowed: Self.maximumLevels)
        }
        for level in levels {
            try CascadeError.within(0...1e18, level.notional, "notional")
            guard (0...Self.maximumTick).contains(level.tick) else {
                throw .outOfRange("level price")
            }
        }
        self.referenceTick = referenceTick
        self.tickSize = tickSize
        longs = LevelLadder(
            levels.filter { $0.side == .long }.map { (referenceTick - $0.tick, $0.notional) })
        shorts = LevelLadder(
            levels.filter { $0.side == .short }.map { ($0.tick - referenceTick, $0.notional) })
        guard !longs.distances.isEmpty || !shorts.distances.isEmpty else { throw .emptyProfile }
    }

    /// The price before anything happened, in quote units.
    package var referencePrice: Double { Double(referenceTick) * tickSize }

    /// The notional of one side, all prices together.
    package func total(_ side: PositionSide) -> Double { ladder(side).sums.last ?? 0 }

    /// The notional of a side that is liquidated once the price stands at a tick: of longs what is
    /// breached at or above it, of shorts what is breached at or below it.
    package func liquidatable(_ side: PositionSide, at tick: Int) -> Double {
        ladder(side).sum(within: side == .long ? referenceTick - tick : tick - referenceTick)
    }

    /// The notional that is liquidated once the price has moved so many ticks against a side.
    func liquidatable(_ side: PositionSide, within distance: Int) -> Double {
        ladder(side).sum(within: distance)
    }

    /// The levels of a side by how far the price has to move to reach them.
    func ladder(_ side: PositionSide) -> LevelLadder { side == .long ? longs : shorts }

    /// The price in ticks once it has moved so far against a side; never below zero.
    func tick(_ side: PositionSide, after distance: Int) -> Int {
        side == .long ? max(0, referenceTick - distance) : referenceTick + distance
    }
}
