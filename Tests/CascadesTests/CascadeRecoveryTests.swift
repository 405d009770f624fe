import Foundation
import Series
import Testing

@testable import Cascades

/// Made markets with a forced share that is known: worlds drawn from the priors with another seed, so
/// that none of the inference's own draws is the truth.
@Suite struct CascadeRecoveryTests {
    /// How often the interval of 90 % held the truth.
    private struct Score {
        var made = 0
        var covered = 0
        var error = 0.0
    }

    /// Falls with a forced share near a target, each inferred with its books read with an error.
    private func score(
        _ target: Double, markets: Int, law: CascadeUncertainty.Law, draws: Int
    ) async throws -> Score {
        let (history, setting) = (try MadeFall.history(), try MadeFall.setting())
        let worlds = try CascadeUncertainty(
            setting: setting, history: history, priors: CascadePriors([.depth: .fixed(1)]),
            draws: 4096, seed: 1234)
        var random = DeterministicGenerator(seed: 8, stream: UInt64(target * 100))
        var score = Score()
        for number in 0..<400 where score.made < markets {
            guard
                let fall = try MadeFall(
                    draw: worlds.draw(number), share: target, law: law, setting: setting,
                    random: &random)
            else { continue }
            let inference = try CascadeUncertainty(
                setting: setting, history: history, priors: fall.priors(),
                observation: fall.observation, draws: draws, seed: UInt64(number))
            guard let share = await inference.estimatesOnAllCores()[law]?.forcedShare else {
                continue
            }
            score.made += 1
            score.error += share.median - fall.share
            if share.low <= fall.share, fall.share <= share.high { score.covered += 1 }
        }
        return score
    }

    /// Planted shares of 10, 30 and 60 % lie within the interval about as often as they should.
    @Test func plantedSharesAreCovered() async throws {
        var (covered, made) = (0, 0)
        for target in [0.1, 0.3, 0.6] {
            let score = try await score(target, markets: 2, law: .linear, draws: 4096)
            #expect(score.made == 2, "\(target)")
            #expect(abs(score.error) / 2 < 0.3, "\(target)")
            covered += score.covered
            made += score.made
        }
        #expect(covered >= 5, "\(covered) of \(made)")
    }

    /// The same over many markets, which takes minutes: `CASCADE_STUDY=1 swift test -c release`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["CASCADE_STUDY"] == "1"))
    func studyOfManyMarkets() async throws {
        for law in [CascadeUncertainty.Law.linear, .squareRoot] {
            for target in law == .linear ? [0.02, 0.1, 0.3, 0.6] : [0.02, 0.1] {
                let score = try await score(target, markets: 60, law: law, draws: 8192)
                #expect(
                    score.covered * 100 >= score.made * 80,
                    "\(law) \(target): \(score.covered) of \(score.made)")
                #expect(score.made >= 20, "\(law) \(target)")
            }
        }
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
                observation: loud, draws: 4096, seed: 4)).estimatesOnAllCores()
        let quiet = try #require(others[.linear]?.forcedShare)
        if let share = estimates[.linear]?.forcedShare { #expect(share.median < quiet.median) }
        #expect(quiet.median > 0.02)
    }
}
