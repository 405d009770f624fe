import Market
import TestSupport
import Testing

@testable import Cascades

@Suite struct CascadeUncertaintyTests {
    static let known: [CascadePriors.Unknown: PriorLaw] = [
        .shock: .fixed(0.1), .halfLife: .fixed(2.2), .isolated: .fixed(1), .collateral: .fixed(0),
        .stopped: .fixed(0.25), .reach: .fixed(1), .depth: .fixed(1), .collapse: .fixed(0.5),
        .prefactor: .fixed(0.8), .decay: .fixed(0.3), .saturation: .fixed(0.3),
        .reporting: .fixed(2), .hedged: .fixed(0.2), .book: .fixed(0.8),
    ]

    /// With nothing unknown every draw is the fixed point of the same profile.
    @Test func nothingUnknownIsTheFixedPoint() throws {
        let setting = try MadeFall.setting()
        let priors = try CascadePriors(
            Self.known, mix: [0, 0, 0, 1, 1, 0, 0, 0, 0, 0], isMixFixed: true)
        let uncertainty = try CascadeUncertainty(
            setting: setting, history: MadeFall.history(), priors: priors, draws: 4096, seed: 1)
        let draw = uncertainty.draw(17)
        let profile = try BreachProfile(
            levels: (0...LeverageBasis.bins).map { bin in
                let before = bin > 0 ? draw.profile[bin - 1] : 0
                return .init(
                    tick: 1000 - bin, side: .long,
                    notional: (draw.profile[bin] - before) * 0.8 * 0.8)
            }, referenceTick: 1000, tickSize: 1)
        let laws: [CascadeUncertainty.Law: ImpactLaw] = [
            .linear: .linear(try LinearImpact(depth: 0.75e9)),
            .squareRoot: .power(try PowerImpact(prefactor: 0.8, volatility: 0.03, volume: 4e10)),
            .saturating: .saturating(
                try SaturatingImpact(volume: 4e10, volatility: 0.03, factor: 0.3)),
        ]
        let estimates = uncertainty.estimates()
        for law in CascadeUncertainty.Law.allCases {
            let estimate = try #require(estimates[law])
            let share = try #require(estimate.forcedShare)
            #expect(share.low == share.high && estimate.effectiveSize == 4096)
            #expect(estimate.shock?.median == 0.1)
            let found = try CascadeEquilibrium(
                profile: profile, shock: 0.1, law: try #require(laws[law]))
            // Whole ticks against bins rounded down: within a tick, but at a level within its push.
            let move = draw.fall(after: 0.1, law)
            #expect(abs(move - found.greatest.move) < 0.003)
            #expect(estimate.influences.allSatisfy { $0.share == 0 })
        }
    }

    /// The profile is the published formula of a long's liquidation price, and holds the open interest.
    @Test func profileOfOneLeverage() throws {
        let basis = LeverageBasis(
            try EntryHistory([
                .init(price: 1, age: 0, opened: 3), .init(price: 0.95, age: 1, opened: 2),
                .init(price: 1.3, age: 0, opened: 5),
            ]), .long, maintenance: 0.004)
        let mix = CascadePriors.leverages.map { $0 == 10 ? 1.0 : 0 }
        let profile = basis.profile(
            mix: mix, halfLife: 1, isolated: 1, collateral: 0, openInterest: 800)
        // 0.9 / 0.996 is 96.4 thousandths away, 0.855 / 0.996 is 141.6; 1.17 / 0.996 is dead.
        #expect(agree(profile[96], 0) && agree(profile[97], 600) && agree(profile[141], 600))
        #expect(agree(profile[142], 800) && agree(profile[500], 800))
        // As much collateral again halves the leverage.
        let rich = basis.profile(
            mix: mix, halfLife: 1, isolated: 0, collateral: 1, openInterest: 800)
        // At five times the third entry lives, 1.04 / 0.996 is still above the price: it is dead.
        #expect(agree(rich[196], 0) && agree(rich[197], 600) && agree(rich[500], 800))
    }

    /// The seed says it all, cores do not matter, and quantiles are in order.
    @Test func reproducible() async throws {
        let observation = try CascadeObservation(
            move: 0.06, moveError: 0.006, liquidations: 5e7)
        func uncertainty(_ seed: UInt64) throws -> CascadeUncertainty {
            try CascadeUncertainty(
                setting: MadeFall.setting(), history: MadeFall.history(),
                priors: CascadePriors(), observation: observation, draws: 4096, seed: seed)
        }
        let first = try uncertainty(5).estimates()
        #expect(await (try uncertainty(5)).estimatesOnAllCores() == first)
        #expect(try uncertainty(6).estimates() != first)
        for estimate in first.values {
            guard let share = estimate.forcedShare, let shock = estimate.shock else { continue }
            #expect(share.low <= share.median && share.median <= share.high)
            #expect(share.low >= 0 && share.high <= 1 && shock.low > 0 && shock.high < 0.08)
            let ordered = estimate.influences.map(\.share)
            #expect(ordered == ordered.sorted(by: >) && ordered.allSatisfy { $0 >= 0 && $0 <= 1 })
        }
    }

    /// Where one thing is unknown all of the share's variance is its own; of two, the wider has the more
    /// and the two have about all.
    @Test func varianceIsAccountedFor() throws {
        func influences(
            _ unknown: [CascadePriors.Unknown: PriorLaw]
        ) throws -> [CascadePriors.Unknown: Double] {
            let priors = try CascadePriors(
                Self.known.merging(unknown) { $1 }, mix: [0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
                isMixFixed: true)
            let found = try CascadeUncertainty(
                setting: MadeFall.setting(), history: MadeFall.history(), priors: priors,
                draws: 4096, seed: 2
            ).estimates()[.squareRoot]
            return Dictionary(
                uniqueKeysWithValues: try #require(found).influences.map { ($0.unknown, $0.share) })
        }
        let one = try influences([.prefactor: .uniform(0.5, 1)])
        #expect((one[.prefactor] ?? 0) > 0.9)
        #expect(one.filter { $0.key != .prefactor }.values.allSatisfy { $0 < 0.02 })
        let two = try influences([.prefactor: .uniform(0.4, 1.2), .hedged: .uniform(0.1, 0.4)])
        let (wide, narrow) = (two[.prefactor] ?? 0, two[.hedged] ?? 0)
        #expect(wide > 3 * narrow && narrow > 0.005)
        #expect(wide + narrow > 0.9 && wide + narrow < 1.02)
    }

    /// Weights worth too few draws give no interval.
    @Test func noIntervalOfTooFew() async throws {
        let uncertainty = try CascadeUncertainty(
            setting: MadeFall.setting(), history: MadeFall.history(), priors: CascadePriors(),
            observation: CascadeObservation(
                move: 0.06, moveError: 0.002, openInterestDrop: 0.9,
                openInterestError: 0.001), draws: 4096, seed: 5)
        let estimate = try #require(uncertainty.estimates()[.linear])
        #expect(estimate.effectiveSize < 100)
        #expect(estimate.forcedShare == nil && estimate.reboundDay == nil)
        #expect(estimate.influences.allSatisfy { $0.share == 0 })
        let broken = try await uncertainty.breaking([0.1])
        #expect(broken[.linear]?[0]?.extraMove == nil)
    }

    /// Further levels hold more, and a level of no fall or one already passed is none.
    @Test func breaksInOrder() async throws {
        let uncertainty = try CascadeUncertainty(
            setting: MadeFall.setting(), history: MadeFall.history(), priors: CascadePriors(),
            draws: 4096, seed: 5)
        let broken = try await uncertainty.breaking([0.02, 0, 0.1, .nan, 1])
        let found = try #require(broken[.squareRoot])
        var last = 0.0
        for place in [0, 2] {
            let level = try #require(found[place])
            let sold = try #require(level.liquidatable)
            let more = try #require(level.extraMove)
            #expect(sold.median >= last && sold.low <= sold.high && more.low >= 0)
            #expect(level.effectiveSize == 4096)
            last = sold.median
        }
        #expect(found[1] == nil && found[3] == nil && found[4] == nil)
        await #expect(throws: CascadeError.tooMany("levels", allowed: 256)) {
            try await uncertainty.breaking(Array(repeating: 0.1, count: 257))
        }
    }

    /// With nothing unknown a break is that of the same profile as a fixed point.
    @Test func breakOfNothingUnknown() async throws {
        let uncertainty = try CascadeUncertainty(
            setting: MadeFall.setting(), history: MadeFall.history(),
            priors: CascadePriors(
                Self.known, mix: [0, 0, 0, 1, 1, 0, 0, 0, 0, 0], isMixFixed: true),
            draws: 4096, seed: 1)
        let draw = uncertainty.draw(0)
        let broken = try await uncertainty.breaking([0.05, 0.12])
        for law in CascadeUncertainty.Law.allCases {
            for (place, level) in [0.05, 0.12].enumerated() {
                let found = try #require(broken[law]?[place])
                #expect(found.extraMove?.low == found.extraMove?.high)
                #expect(found.extraMove?.median == draw.fall(after: level, law) - level)
                #expect(found.liquidatable?.median == draw.liquidated(at: level))
            }
        }
    }

    /// Where no book is known no law that lives on its depth is followed.
    @Test func noDepthNoLinearLaw() async throws {
        let setting = try CascadeSetting(
            openInterest: 4e9, depth: nil, volume: 4e10, volatility: 0.03)
        let uncertainty = try CascadeUncertainty(
            setting: setting, history: MadeFall.history(), priors: CascadePriors(), draws: 4096,
            seed: 5)
        #expect(Set(uncertainty.estimates().keys) == [.squareRoot, .saturating])
        #expect(Set(try await uncertainty.breaking([0.1]).keys) == [.squareRoot, .saturating])
    }

    /// A rise liquidates shorts at the published formula of their price.
    @Test func profileOfShorts() throws {
        let basis = LeverageBasis(
            try EntryHistory([
                .init(price: 1, age: 0, opened: 3), .init(price: 1.05, age: 1, opened: 2),
                .init(price: 0.8, age: 0, opened: 5),
            ]), .short, maintenance: 0.004)
        let mix = CascadePriors.leverages.map { $0 == 10 ? 1.0 : 0 }
        let profile = basis.profile(
            mix: mix, halfLife: 1, isolated: 1, collateral: 0, openInterest: 600)
        // 1.1 / 1.004 is 95.6 thousandths above, 1.155 / 1.004 is 150.4; 0.88 / 1.004 is dead.
        #expect(agree(profile[95], 0) && agree(profile[96], 450) && agree(profile[150], 450))
        #expect(agree(profile[151], 600) && agree(profile[500], 600))
    }

    @Test func refusesWhatIsNoMarket() throws {
        #expect(throws: CascadeError.notPositive("depth")) {
            try CascadeSetting(openInterest: 1, depth: 0, volume: 1, volatility: 1)
        }
        #expect(throws: CascadeError.emptyProfile) { try EntryHistory([]) }
        #expect(throws: CascadeError.notFinite("entry price")) {
            try EntryHistory([.init(price: .nan, age: 0, opened: 1)])
        }
        #expect(throws: CascadeError.notPositive("move")) {
            try CascadeObservation(move: 0, moveError: 1)
        }
        #expect(throws: CascadeError.outOfRange("draws")) {
            try CascadeUncertainty(
                setting: MadeFall.setting(), history: MadeFall.history(),
                priors: CascadePriors(), draws: 100, seed: 1)
        }
    }
}
