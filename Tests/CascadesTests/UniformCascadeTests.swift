import Cascades
import Market
import TestSupport
import Testing

/// Expected values: the closed forms with their published figures, price 100, 2e6 dollars a point.
@Suite struct UniformCascadeTests {
    @Test func publishedFigures() throws {
        let uniform = try UniformCascade(density: 2e6)
        #expect(agree(uniform.gain(pointsPerDollar: 2e-7), 0.4, relative: 1e-15))
        #expect(
            agree(
                uniform.move(shock: 2, pointsPerDollar: 2e-7), 3.333333333333333, relative: 1e-15))
        #expect(
            agree(
                uniform.move(shock: 2, pointsPerRootDollar: 1e-3), 5.236067977499791,
                relative: 1e-15))
        #expect(uniform.move(shock: 2, pointsPerDollar: 5e-7) == nil)
    }

    /// The numerical equilibrium through ever finer levels tends to the closed forms.
    @Test func equilibriumTendsToTheClosedForms() throws {
        let uniform = try UniformCascade(density: 2e6)
        let linear = ImpactLaw.linear(try LinearImpact(share: 0.01, depth: 5e6))
        // a0 sqrt(Q) points of 100 are Y sigma sqrt(Q / V) with Y sigma = 1e-5 and V = 1.
        let root = ImpactLaw.power(try PowerImpact(prefactor: 1, volatility: 1e-5, volume: 1))
        var last = Double.infinity
        for ticks in [100, 1000, 10_000] {
            let step = 1 / Double(ticks)
            let profile = try BreachProfile(
                levels: (1...(30 * ticks)).map {
                    .init(tick: 100 * ticks - $0, side: .long, notional: 2e6 * step)
                }, referenceTick: 100 * ticks, tickSize: step)
            let found = try CascadeEquilibrium(profile: profile, shock: 0.02, law: linear)
            let byRoot = try CascadeEquilibrium(profile: profile, shock: 0.02, law: root)
            let wanted = try #require(uniform.move(shock: 2, pointsPerDollar: 2e-7))
            let error = abs(found.greatest.move * 100 - wanted)
            #expect(error < 3 * step && error < last)
            last = error
            let wantedByRoot = uniform.move(shock: 2, pointsPerRootDollar: 1e-3)
            #expect(abs(byRoot.greatest.move * 100 - wantedByRoot) < 3 * step)
            #expect(agree(found.gain, 0.4, relative: 1e-9))
            #expect(agree(found.amplification, 1 / 0.6, relative: 1e-9))
            #expect(found.trigger == nil)
        }
    }

    /// As the gain nears one the amplification grows as `1 / (1 - g)`, and from one there is no rest.
    @Test func blowsUpAtAGainOfOne() throws {
        let ticks = 10_000
        let profile = try BreachProfile(
            levels: (1...ticks).map { .init(tick: ticks - $0, side: .long, notional: 1) },
            referenceTick: ticks, tickSize: 0.01)
        for gain in [0.2, 0.5, 0.8, 0.9, 0.95] {
            // One dollar a tick moves the price by gain ticks.
            let law = ImpactLaw.linear(
                try LinearImpact(share: 1, depth: Double(ticks) / gain))
            let found = try CascadeEquilibrium(profile: profile, shock: 0.01, law: law)
            let amplification = try #require(found.totalAmplification)
            #expect(abs(amplification * (1 - gain) - 1) < 0.06)
            #expect(agree(found.gain, gain, relative: 1e-9))
        }
        let law = ImpactLaw.linear(try LinearImpact(share: 1, depth: Double(ticks) / 1.01))
        let found = try CascadeEquilibrium(profile: profile, shock: 0.01, law: law)
        #expect(found.greatest.tick == 0)
    }
}
