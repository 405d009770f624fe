internal import Cascades
internal import Market

/// One coin's cascade in the middle of what is held: how near the market is to carrying itself, and where
/// further moves would end.
///
/// - Unit: prices in US dollars, distances as ratios of the price.
/// - Degenerate case: a law that needs a book is missing where none is known.
struct CascadeMiddle {
    /// What one law makes of the moves against one side.
    struct Reading {
        let side: PositionSide
        let law: CascadeUncertainty.Law
        /// How much more move a move brings by force alone.
        let gain: Double
        /// What a small move is multiplied by; `nil` where it carries itself.
        let amplification: Double?
        /// The next price from which a move carries itself; `nil` where there is none.
        let trigger: Trigger?
        /// Where moves from outside end, in the order of `shocks`.
        let rests: [Rest]
    }

    /// A price from which a move carries itself.
    struct Trigger {
        let price: Double
        /// How far away it is.
        let distance: Double
    }

    /// Where a move from outside ends.
    struct Rest {
        /// The price that is met first.
        let first: Double
        /// The furthest price that would hold itself.
        let furthest: Double
        /// Whether the two are further apart than levels are known: nearer ones are a matter of the grid.
        let isFragile: Bool
    }

    let asset: AssetID
    let market: LeveragedMarket
    /// Of each side, by how far the price has to move against it.
    let cascades: [PositionSide: CentralCascade]
    /// Falls, then rises; laws in their order.
    let readings: [Reading]

    /// Moves from outside whose end is told.
    static let shocks = [0.05, 0.1]
    /// How finely a cascade knows its levels, as a ratio of the price.
    static let width = 0.001
    /// How many ticks the price is cut into: a hundred for each thousandth that a cascade knows.
    private static let referenceTick = 100_000

    /// The middle of a market as it stands.
    init(_ market: LeveragedMarket) throws(CascadeError) {
        var cascades: [PositionSide: CentralCascade] = [:]
        var readings: [Reading] = []
        for side in [PositionSide.long, .short] {
            let setting = try market.setting(side)
            let cascade = try CentralCascade(
                setting: setting, history: market.history, priors: CascadePriors(),
                referenceTick: Self.referenceTick,
                tickSize: market.price / Double(Self.referenceTick))
            cascades[side] = cascade
            for law in setting.laws {
                readings.append(try Reading(side, law, cascade))
            }
        }
        asset = market.asset
        self.market = market
        self.cascades = cascades
        self.readings = readings
    }
}

extension CascadeMiddle.Reading {
    fileprivate init(
        _ side: PositionSide, _ law: CascadeUncertainty.Law, _ cascade: CentralCascade
    ) throws(CascadeError) {
        let impact = try cascade.law(law)
        func settled(_ shock: Double) throws(CascadeError) -> CascadeEquilibrium {
            try CascadeEquilibrium(
                profile: cascade.profile, side: side, shock: shock, law: impact)
        }
        let now = try settled(0)
        var rests: [CascadeMiddle.Rest] = []
        for shock in CascadeMiddle.shocks {
            let end = try settled(shock)
            rests.append(
                CascadeMiddle.Rest(
                    first: end.greatest.price, furthest: end.lowest.price,
                    isFragile: end.lowest.move - end.greatest.move > CascadeMiddle.width))
        }
        self.side = side
        self.law = law
        gain = now.gain
        amplification = now.amplification
        trigger = now.trigger.map {
            CascadeMiddle.Trigger(price: $0.price, distance: $0.distance)
        }
        self.rests = rests
    }
}
