internal import Market

/// The one cascade in the middle of the priors: every unknown at its median, leverage at the mean of its
/// mix, for what is drawn as one curve and not as a band.
///
/// - Unit: ticks, quote units and dollars as `BreachProfile` has them.
/// - Degenerate case: what nobody of any leverage can hold throws `emptyProfile`.
/// - Checked against: draws in which nothing is unknown, `CentralCascadeTests`.
package struct CentralCascade: Hashable, Sendable {
    /// What is liquidated where: the setting's side, by thousandths of the price up to half of it.
    package let profile: BreachProfile
    private let setting: CascadeSetting
    private let medians: [Double]

    /// The middle of some priors, around a price of at least a thousand ticks.
    package init(
        setting: CascadeSetting, history: EntryHistory, priors: CascadePriors, referenceTick: Int,
        tickSize: Double
    ) throws(CascadeError) {
        guard referenceTick >= Int(LeverageBasis.binsOfPrice) else {
            throw .outOfRange("reference price")
        }
        let medians = CascadePriors.Unknown.allCases.map { priors[$0].quantile(0.5) }
        func median(_ unknown: CascadePriors.Unknown) -> Double { medians[unknown.rawValue] }
        let basis = LeverageBasis(history, setting.side, maintenance: setting.maintenance)
        let sums = basis.profile(
            mix: priors.mix, halfLife: median(.halfLife), isolated: median(.isolated),
            collateral: median(.collateral),
            openInterest: setting.openInterest * median(.reach) * (1 - median(.stopped)))
        profile = try BreachProfile(
            levels: (0...LeverageBasis.bins).map { bin in
                let ticks = Double(bin) / LeverageBasis.binsOfPrice * Double(referenceTick)
                let distance = Int(ticks.rounded(.up))
                return .init(
                    tick: referenceTick + (setting.side == .long ? -distance : distance),
                    side: setting.side,
                    notional: max(0, sums[bin] - (bin > 0 ? sums[bin - 1] : 0)))
            }, referenceTick: referenceTick, tickSize: tickSize)
        self.setting = setting
        self.medians = medians
    }

    /// A law with its parameters. What is not sold in the book, and what the hedged buy elsewhere,
    /// makes the market deeper. Throws `notPositive` of a law that needs a book where none is known.
    package func law(_ law: CascadeUncertainty.Law) throws(CascadeError) -> ImpactLaw {
        let net = self[.book] * (1 - self[.hedged])
        try CascadeError.positive(net, "share sold")
        switch law {
        case .linear:
            let depth = (setting.depth ?? 0) * self[.depth] * self[.collapse]
            return .linear(try LinearImpact(depth: depth / net))
        case .squareRoot:
            return .power(
                try PowerImpact(
                    prefactor: self[.prefactor], volatility: setting.volatility,
                    volume: setting.volume / net))
        case .saturating:
            return .saturating(
                try SaturatingImpact(
                    volume: setting.volume / net, volatility: setting.volatility,
                    factor: self[.saturation]))
        }
    }

    /// How a push fades, from a minute on.
    package func propagator() throws(CascadeError) -> Propagator {
        try Propagator(seconds: CascadeEstimate.fadingStart, exponent: self[.decay])
    }

    /// The median of an unknown.
    package subscript(_ unknown: CascadePriors.Unknown) -> Double { medians[unknown.rawValue] }
}
