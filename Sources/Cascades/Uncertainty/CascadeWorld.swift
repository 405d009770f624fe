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
    /// Liquidations over those published, drawn from what the published ones leave of it in this world.
    let reporting: Double

    init(
        _ draw: CascadeDraw, _ law: CascadeUncertainty.Law, _ observation: CascadeObservation?,
        _ setting: CascadeSetting
    ) {
        guard let observation else {
            shock = draw[.shock]
            fall = draw.fall(after: shock, law)
            liquidated = draw.liquidated(at: fall)
            logLikelihood = 0
            reporting = draw[.reporting]
            return
        }
        fall = draw[.shock]
        liquidated = draw.liquidated(at: fall)
        shock = fall - draw.impact(of: liquidated, law)
        // The shock is held to be above zero; at most the whole of a fall it is anyway.
        guard shock > 0, fall < 1, abs(draw.fall(after: shock, law) - fall) < 1e-9 else {
            logLikelihood = -.infinity
            reporting = draw[.reporting]
            return
        }
        let reported = observation.reported(
            liquidated, reporting: draw.reporting, openInterest: setting.openInterest)
        reporting = reported.reporting
        logLikelihood =
            reported.logLikelihood
            + observation.logLikelihood(ofDrop: liquidated / setting.openInterest)
    }
}

extension CascadeObservation {
    /// How likely the published liquidations are, but for a constant, whatever part of them was published: that
    /// part bears on nothing else in a world, so it is summed over and not drawn, and fewer worlds are wasted.
    /// With it the part itself, drawn from what they leave of it.
    func reported(
        _ liquidated: Double, reporting: ReportingDraw, openInterest: Double
    ) -> (logLikelihood: Double, reporting: Double) {
        guard let liquidations else { return (0, reporting.value(weights: nil)) }
        // Accounts are lumps: no smooth profile is good to a ten-thousandth of the open interest.
        let least = openInterest * 1e-4
        let logs = reporting.factors.map { factor -> Double in
            let distance = log((liquidated / factor + least) / (liquidations + least))
            return -(distance / liquidationsError) * (distance / liquidationsError) / 2
        }
        guard let highest = logs.max() else { return (0, 1) }
        let weights = logs.map { exp($0 - highest) }
        let mean = weights.reduce(0, +) / Double(weights.count)
        return (highest + log(mean), reporting.value(weights: weights))
    }

    /// How likely the fall of open interest is, but for a constant.
    fileprivate func logLikelihood(ofDrop drop: Double) -> Double {
        openInterestDrop.map { seen in
            let distance = (drop - seen) / openInterestError
            return -distance * distance / 2
        } ?? 0
    }
}
