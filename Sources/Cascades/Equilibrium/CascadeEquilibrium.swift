package import Market

/// Where a fall comes to rest when what it liquidates makes it fall further.
///
/// The price after a shock and the impact of what is liquidated at that price solve `P = P0 - e -
/// I(Q(P))`. The right side only falls when the price does, so solutions form a lattice (Tarski).
/// The greatest price, which a falling market meets first, is found by letting the price fall from
/// where the shock alone leaves it; the lowest by letting it rise from where everything is
/// liquidated. Both walk whole ticks and end exactly. If the two differ the market is fragile: a
/// price that overshoots to the lower cluster would be held there.
///
/// - Input: the shock as a ratio of the price before, zero or more, against the side.
/// - Unit: ticks, quote units and ratios of the price before; a move against the side is positive.
/// - Degenerate case: the price of a long never goes below zero. A shock of zero may set off a
///   cascade where levels were passed already.
/// - Time: at most the number of levels times a binary search, each way.
/// - Source: Brunnermeier and Pedersen, *Market Liquidity and Funding Liquidity*, 2009, for the
///   spiral; Tarski, *A Lattice-Theoretical Fixpoint Theorem*, 1955.
/// - Checked against: published equilibria, closed forms, and every tick tried by exact arithmetic,
///   `Fixtures/Cascades/equilibria.csv`.
package struct CascadeEquilibrium: Hashable, Sendable {
    /// A price that holds itself.
    package struct Rest: Hashable, Sendable {
        /// The price in ticks.
        package let tick: Int
        /// The price in quote units.
        package let price: Double
        /// How far the price is from where it was, as a ratio of that.
        package let move: Double
        /// The dollars liquidated there.
        package let liquidated: Double
        /// Ticks from the reference, against the side.
        let distance: Int
    }

    /// The next place from which a fall carries itself.
    package struct Trigger: Hashable, Sendable {
        /// The price in ticks.
        package let tick: Int
        /// The price in quote units.
        package let price: Double
        /// How far it is from the greatest equilibrium, as a ratio of the price before.
        package let distance: Double
        /// The gain there, one or more.
        package let gain: Double
    }

    /// How far ahead gains look unless it is said otherwise, as a ratio of the price.
    package static let usualWindow = 0.005

    /// The side that is liquidated.
    package let side: PositionSide
    /// The move that came from outside.
    package let shock: Double
    /// Where a falling market comes to rest first.
    package let greatest: Rest
    /// The lowest price that would hold itself.
    package let lowest: Rest
    /// How much more fall a further fall would bring by forced selling, at the greatest
    /// equilibrium: impact times the density of liquidations over the window ahead.
    package let gain: Double
    /// The next price from which the gain is one or more; `nil` where there is none.
    package let trigger: Trigger?

    /// Finds the equilibria; the window is the length over which a gain is measured.
    package init(
        profile: BreachProfile, side: PositionSide = .long, shock: Double,
        law: ImpactLaw, window: Double = usualWindow
    ) throws(CascadeError) {
        try CascadeError.within(0...10, shock, "shock")
        try CascadeError.within(0...1, window, "window")
        let map = CascadeMap(profile: profile, side: side, shock: shock, law: law)
        let ahead = GainScan(map: map, window: window)
        greatest = map.rest(at: map.settled(from: map.distance(selling: 0)))
        lowest = map.rest(at: map.settled(from: map.distance(selling: profile.total(side))))
        gain = ahead.gain(at: greatest.distance)
        trigger = ahead.trigger(beyond: greatest.distance)
        self.side = side
        self.shock = shock
    }

    /// Whether a lower price would hold itself as well.
    package var isFragile: Bool { greatest.tick != lowest.tick }

    /// The part of the move that forced selling made.
    package var forcedMove: Double { greatest.move - shock }

    /// The forced part over the whole move; `nil` where nothing moved.
    package var forcedShare: Double? {
        greatest.move > 0 ? forcedMove / greatest.move : nil
    }

    /// What a small further shock is multiplied by, `1 / (1 - g)`; `nil` from a gain of one.
    package var amplification: Double? { gain < 1 ? 1 / (1 - gain) : nil }

    /// What the shock was multiplied by; `nil` of no shock.
    package var totalAmplification: Double? { shock > 0 ? greatest.move / shock : nil }
}
