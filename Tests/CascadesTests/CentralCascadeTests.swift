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
    @Test func liesAmongTheDraws() async throws {
        let (setting, history) = (try MadeFall.setting(), try MadeFall.history())
        let central = try CentralCascade(
            setting: setting, history: history, priors: CascadePriors(), referenceTick: 100_000,
            tickSize: 0.01)
        let uncertainty = try CascadeUncertainty(
            setting: setting, history: history, priors: CascadePriors(), draws: 4096, seed: 1)
        let responses = try await uncertainty.responses(to: [0.03, 0.1, .nan, -1])
        for law in CascadeUncertainty.Law.allCases {
            let found = try #require(responses[law])
            #expect(found.map(\.shock) == [0.03, 0.1] && found[0].effectiveSize == 4096)
            let response = try #require(found[0].fall)
            let further = try #require(found[1].fall)
            #expect(response.low >= 0.03 && further.median > response.median && further.high <= 1)
            let middle = try CascadeEquilibrium(
                profile: central.profile, shock: 0.03, law: central.law(law))
            #expect(middle.greatest.move > response.low && middle.greatest.move < response.high)
        }
    }

    /// A squeeze of shorts has its middle too, and without a book there is no law of the book.
    @Test func hasASqueeze() throws {
        let setting = try CascadeSetting(
            side: .short, openInterest: 4e9, depth: nil, volume: 4e10, volatility: 0.03)
        let central = try CentralCascade(
            setting: setting, history: MadeFall.history(), priors: CascadePriors(),
            referenceTick: 100_000, tickSize: 0.01)
        #expect(central.profile.total(.short) > 0 && central.profile.total(.long) == 0)
        let found = try CascadeEquilibrium(
            profile: central.profile, side: .short, shock: 0.05, law: central.law(.squareRoot))
        #expect(found.greatest.tick > 105_000)
        #expect(throws: CascadeError.notPositive("depth")) { try central.law(.linear) }
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
