#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// One world: a value for every unknown, its profile, and what the laws make of them.
struct CascadeDraw {
    /// Dollars liquidated within each distance, stops and what is out of reach taken out.
    let profile: LeverageBasis.Profile
    /// What may be of liquidations over those published.
    let reporting: ReportingDraw
    private let values: [Double]
    private let setting: CascadeSetting

    init(
        _ values: [Double], mix: [Double], reporting: ReportingDraw, basis: LeverageBasis,
        setting: CascadeSetting
    ) {
        self.values = values
        self.reporting = reporting
        self.setting = setting
        func value(_ unknown: CascadePriors.Unknown) -> Double { values[unknown.rawValue] }
        let open = value(.reach) * (1 - value(.stopped))
        profile = basis.profile(
            mix: mix, halfLife: value(.halfLife), isolated: value(.isolated),
            collateral: value(.collateral), openInterest: setting.openInterest * open)
    }

    /// The value of an unknown.
    subscript(_ unknown: CascadePriors.Unknown) -> Double { values[unknown.rawValue] }

    /// Dollars liquidated once the price has fallen by a ratio.
    func liquidated(at fall: Double) -> Double { profile[Self.bin(fall)] }

    /// What some liquidations do to the price by a law.
    func impact(of liquidated: Double, _ law: CascadeUncertainty.Law) -> Double {
        let net = liquidated * self[.book] * (1 - self[.hedged])
        switch law {
        case .linear:
            guard let depth = setting.depth else { return net > 0 ? .infinity : 0 }
            return 0.01 * net / (depth * self[.depth] * self[.collapse])
        case .squareRoot:
            return self[.prefactor] * setting.volatility * (net / setting.volume).squareRoot()
        case .saturating:
            let depth = self[.saturation] * setting.volume / setting.volatility
            return -0.5 * expm1(-net / (depth * 0.5))
        }
    }

    /// The least fall that holds itself after a shock, by a law; at most the whole price. What was sold
    /// before has had its effect already.
    func fall(after shock: Double, _ law: CascadeUncertainty.Law, sold: Double = 0) -> Double {
        let done = impact(of: sold, law)
        var bin = -1
        var fall = shock
        while true {
            let next = Self.bin(fall)
            if next == bin { return min(1, fall) }
            bin = next
            fall = shock + max(0, impact(of: profile[bin], law) - done)
        }
    }

    private static func bin(_ fall: Double) -> Int {
        // Within a billionth of an edge counts as at it: a fall of 0.07 is 70 bins.
        let bins = fall * LeverageBasis.binsOfPrice + 1e-9
        return bins < Double(LeverageBasis.bins) ? max(0, Int(bins)) : LeverageBasis.bins
    }
}
