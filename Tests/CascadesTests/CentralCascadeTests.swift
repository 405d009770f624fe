import Market
import TestSupport
import Testing

@testable import Cascades

@Suite struct CentralCascadeTests {
    /// Where all priors are points the middle is what every draw is, to the thousandths of the bins.
    @Test func isEveryDrawWhereNothingIsUnknown() throws {
        let priors = try CascadePriors(
            CascadeUncertaintyTests.known, mix: [0, 0, 0, 1, 1, 0, 0, 0, 0, 0], isMixFixed: true)
        let (setting, history) = (try MadeFall.setting(), try MadeFall.history())
        let draw = try CascadeUncertainty(
            setting: setting, history: history, priors: priors, draws: 4096, seed: 1
        ).draw(5)
        let central = try CentralCascade(
            setting: setting, history: history, priors: priors, referenceTick: 1_000_000,
            tickSize: 0.1)
        for fall in [0.01, 0.05, 0.1, 0.2, 0.5] {
            let tick = Int((1_000_000 * (1 - fall)).rounded())
            #expect(
                agree(
                    central.profile.liquidatable(.long, at: tick), draw.liquidated(at: fall),
                    relative: 1e-9))
        }
        for law in CascadeUncertainty.Law.allCases {
            let impact = try central.law(law)
            for sold in [1e6, 1e8, 2e9] {
                #expect(
                    agree(
                        impact.move(ofSelling: sold), draw.impact(of: sold, law), relative: 1e-12))
            }
        }
        #expect(try central.propagator().exponent == 0.3 && central[.reporting] == 2)
    }

    /// With the usual priors it lies among the draws: half its falls are further, half are not.
    @Test func liesAmongTheDraws() throws {
        let (setting, history) = (try MadeFall.setting(), try MadeFall.history())
        let central = try CentralCascade(
            setting: setting, history: history, priors: CascadePriors(), referenceTick: 100_000,
            tickSize: 0.01)
        let uncertainty = try CascadeUncertainty(
            setting: setting, history: history, priors: CascadePriors(), draws: 4096, seed: 1)
        for law in CascadeUncertainty.Law.allCases {
            let response = try #require(uncertainty.responses(to: [0.03], under: law).first?.fall)
            let found = try CascadeEquilibrium(
                profile: central.profile, shock: 0.03, law: central.law(law))
            #expect(found.greatest.move > response.low && found.greatest.move < response.high)
        }
    }

    @Test func refusesWhatHasNoMiddle() throws {
        let (setting, history) = (try MadeFall.setting(), try MadeFall.history())
        #expect(throws: CascadeError.outOfRange("reference price")) {
            try CentralCascade(
                setting: setting, history: history, priors: CascadePriors(), referenceTick: 999,
                tickSize: 1)
        }
        let dead = try EntryHistory([.init(price: 1000, age: 0, opened: 1)])
        #expect(throws: CascadeError.emptyProfile) {
            try CentralCascade(
                setting: setting, history: dead, priors: CascadePriors(), referenceTick: 1000,
                tickSize: 1)
        }
        let hedged = try CentralCascade(
            setting: setting, history: history, priors: CascadePriors([.hedged: .fixed(1)]),
            referenceTick: 1000, tickSize: 1)
        #expect(throws: CascadeError.notPositive("share sold")) { try hedged.law(.linear) }
    }
}
