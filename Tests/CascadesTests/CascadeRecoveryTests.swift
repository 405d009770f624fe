import Series
import Testing

@testable import Cascades

/// Made markets with a forced share that is known: worlds drawn from the priors with another seed, so
/// that none of the inference's own draws is the truth.
@Suite struct CascadeRecoveryTests {
    /// Planted shares of 10, 30 and 60 % lie within the 90 % interval about as often as they should.
    @Test func plantedSharesAreCovered() async throws {
        let (history, setting) = (try MadeFall.history(), try MadeFall.setting())
        let priors = try CascadePriors()
        let worlds = try CascadeUncertainty(
            setting: setting, history: history, priors: priors, draws: 4096, seed: 1234)
        var random = DeterministicGenerator(seed: 8)
        var (covered, made, errors) = (0, 0, 0.0)
        for (place, target) in [0.1, 0.3, 0.6].enumerated() {
            var (world, tried) = (0, 0)
            while world < 5, tried < 200 {
                tried += 1
                let draw = worlds.draw(300 * place + tried)
                guard
                    let fall = try MadeFall(
                        draw: draw, share: target, law: .linear, setting: setting, random: &random)
                else { continue }
                let estimate = await (try CascadeUncertainty(
                    setting: setting, history: history, priors: priors,
                    observation: fall.observation, draws: 8192, seed: UInt64(tried))
                ).estimatesOnAllCores()[.linear]
                guard let share = estimate?.forcedShare else { continue }
                world += 1
                made += 1
                errors += share.median - fall.share
                if share.low <= fall.share, fall.share <= share.high { covered += 1 }
            }
            #expect(world == 5, "\(target)")
        }
        #expect(covered >= 11, "\(covered) of \(made)")
        #expect(abs(errors) / Double(made) < 0.2)
    }

    /// Falls of the same size without a liquidation, as of matched random windows, have about none.
    @Test func matchedWindowsHaveNone() async throws {
        let (history, setting) = (try MadeFall.history(), try MadeFall.setting())
        for (move, seed) in [(0.02, 1), (0.05, 2), (0.08, 3)] as [(Double, UInt64)] {
            let observation = try CascadeObservation(
                move: move, moveError: MadeFall.moveError, liquidations: 0, openInterestDrop: 0,
                openInterestError: 0.02)
            // Positions of two and three times leverage: nobody is liquidated so near.
            let priors = try CascadePriors(mix: [3, 1, 0, 0, 0, 0, 0, 0, 0, 0], isMixFixed: true)
            let estimates = await (try CascadeUncertainty(
                setting: setting, history: history, priors: priors, observation: observation,
                draws: 8192, seed: seed)
            ).estimatesOnAllCores()
            for law in CascadeUncertainty.Law.allCases {
                let share = try #require(estimates[law]?.forcedShare)
                #expect(share.high < 0.02, "\(move) \(law)")
            }
        }
    }

    /// With the usual leverages too, no published liquidations leave little room for forced selling.
    @Test func silenceLeavesLittleRoom() async throws {
        let observation = try CascadeObservation(
            move: 0.02, moveError: MadeFall.moveError, liquidations: 1e6)
        let estimates = await (try CascadeUncertainty(
            setting: MadeFall.setting(), history: MadeFall.history(), priors: CascadePriors(),
            observation: observation, draws: 16_384, seed: 4)
        ).estimatesOnAllCores()
        let loud = try CascadeObservation(
            move: 0.02, moveError: MadeFall.moveError, liquidations: 2e8)
        let others = await (try CascadeUncertainty(
            setting: MadeFall.setting(), history: MadeFall.history(), priors: CascadePriors(),
            observation: loud, draws: 16_384, seed: 4)
        ).estimatesOnAllCores()
        let quiet = try #require(others[.linear]?.forcedShare)
        if let share = estimates[.linear]?.forcedShare { #expect(share.median < quiet.median) }
        #expect(quiet.median > 0.02)
    }
}
