import Testing

@testable import Cascades

/// Made markets whose forced share is known, each inferred with its books read with an error.
@Suite struct CascadeRecoveryTests {
    /// Planted shares of 10, 30 and 60 % lie within the interval about as often as they should.
    @Test func plantedSharesAreCovered() async throws {
        var (covered, made) = (0, 0)
        for target in [0.1, 0.3, 0.6] {
            let score = try await CascadeRecoveryStudy.score(
                target, markets: 2, law: .linear, draws: 8192, grid: 0.01)
            #expect(score.made > 0, "\(target)")
            #expect(abs(score.bias) < 0.3, "\(target)")
            covered += score.covered
            made += score.made
        }
        #expect(made >= 4 && covered >= made - 1, "\(covered) of \(made)")
    }

    /// Falls of the same size without a liquidation, as of matched random windows, have about none.
    @Test func matchedWindowsHaveNone() async throws {
        let (history, setting) = (try MadeFall.history(), try MadeFall.setting())
        for (move, seed) in [(0.02, 1), (0.05, 2), (0.08, 3)] as [(Double, UInt64)] {
            let observation = try CascadeObservation(
                move: move, moveError: 0.004, liquidations: 0, openInterestDrop: 0,
                openInterestError: 0.02)
            // Positions of two and three times leverage: nobody is liquidated so near.
            let priors = try CascadePriors(mix: [3, 1, 0, 0, 0, 0, 0, 0, 0, 0], isMixFixed: true)
            let estimates = await
                (try CascadeUncertainty(
                    setting: setting, history: history, priors: priors, observation: observation,
                    draws: 4096, seed: seed)).estimatesOnAllCores()
            for law in CascadeUncertainty.Law.allCases {
                let share = try #require(estimates[law]?.forcedShare)
                #expect(share.high < 0.02, "\(move) \(law)")
            }
        }
    }

    /// With the usual leverages too, no published liquidations leave little room for forced selling.
    @Test func silenceLeavesLittleRoom() async throws {
        let observation = try CascadeObservation(
            move: 0.02, moveError: 0.004, liquidations: 1e6)
        let estimates = await
            (try CascadeUncertainty(
                setting: MadeFall.setting(), history: MadeFall.history(), priors: CascadePriors(),
                observation: observation, draws: 4096, seed: 4)).estimatesOnAllCores()
        let loud = try CascadeObservation(
            move: 0.02, moveError: 0.004, liquidations: 2e8)
        let others = await
            (try CascadeUncertainty(
                setting: MadeFall.setting(), history: MadeFall.history(), priors: CascadePriors(),
                observation: loud, draws: 12_288, seed: 4)).estimatesOnAllCores()
        let quiet = try #require(others[.linear]?.forcedShare)
        if let share = estimates[.linear]?.forcedShare { #expect(share.median < quiet.median) }
        #expect(quiet.median > 0.02)
    }
}
