#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// One draw under one law: the shock, the fall it comes to, and how likely what was seen is there.
struct CascadeWorld: Sendable {
    let shock: Double
    let fall: Double
    let liquidated: Double
    /// Minus infinity where the fall that was seen cannot have come about in this world.
    let logLikelihood: Double

    init(
        _ draw: CascadeDraw, _ law: CascadeUncertainty.Law, _ observation: CascadeObservation?,
        _ setting: CascadeSetting
    ) {
        guard let observation else {
            shock = draw[.shock]
            fall = draw.fall(after: shock, law)
            liquidated = draw.liquidated(at: fall)
            logLikelihood = 0
            return
        }
        fall = draw[.shock]
        liquidated = draw.liquidated(at: fall)
        shock = fall - draw.impact(of: liquidated, law)
        // The shock is held to be above zero; at most the whole of a fall it is anyway.
        guard shock > 0, fall < 1, abs(draw.fall(after: shock, law) - fall) < 1e-9 else {
            logLikelihood = -.infinity
            return
        }
        logLikelihood = observation.logLikelihood(
            ofLiquidated: liquidated, reporting: draw[.reporting],
            openInterest: setting.openInterest)
    }
}

extension CascadeObservation {
    /// How likely the published liquidations and the open interest are, but for a constant.
    func logLikelihood(
        ofLiquidated liquidated: Double, reporting: Double, openInterest: Double
    ) -> Double {
        func normal(_ distance: Double, _ error: Double) -> Double {
            -(distance / error) * (distance / error) / 2
        }
        var sum = 0.0
        if let liquidations {
            // Accounts are lumps: no smooth profile is good to a ten-thousandth of the open interest.
            let least = openInterest * 1e-4
            let ratio = (liquidated / reporting + least) / (liquidations + least)
            sum += normal(log(ratio), liquidationsError)
        }
        if let openInterestDrop {
            sum += normal(liquidated / openInterest - openInterestDrop, openInterestError)
        }
        return sum
    }
}
