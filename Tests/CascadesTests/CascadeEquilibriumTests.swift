import Cascades
import Market
import TestSupport
import Testing

@Suite struct CascadeEquilibriumTests {
    /// Longs 10@99, 20@98, 40@97, 10@96 million dollars, 0.02 points a million, price 100, tick 0.01.
    static func discrete() throws -> (BreachProfile, ImpactLaw) {
        let profile = try BreachProfile(
            levels: [(9800, 20.0), (9900, 10), (9600, 10), (9700, 40)]
                .map { .init(tick: $0.0, side: .long, notional: $0.1 * 1e6) },
            referenceTick: 10_000, tickSize: 0.01)
        return (profile, .linear(try LinearImpact(share: 0.01, depth: 50e6)))
    }

    /// Greatest and lowest equilibria of the discrete example, checked by hand against `P - 0.02 Q`.
    @Test(arguments: [
        (99.5, 9950, 0.0, 9950, 0.0), (98.5, 9830, 10, 9790, 30), (98.2, 9760, 30, 9680, 70),
        (97.9, 9730, 30, 9650, 70), (97.5, 9610, 70, 9590, 80), (97.4, 9580, 80, 9580, 80),
    ])
    func discreteExample(
        after price: Double, greatest: Int, sold: Double, lowest: Int, lowestSold: Double
    ) throws {
        let (profile, law) = try Self.discrete()
        let found = try CascadeEquilibrium(
            profile: profile, shock: (100 - price) / 100, law: law)
        #expect(found.greatest.tick == greatest && found.greatest.liquidated == sold * 1e6)
        #expect(agree(found.greatest.price, Double(greatest) / 100))
        #expect(found.lowest.tick == lowest && found.lowest.liquidated == lowestSold * 1e6)
        #expect(found.isFragile == (greatest != lowest))
        #expect(agree(found.forcedMove, 0.0002 * sold, absolute: 1e-12))
    }

    /// A squeeze of shorts is the mirror image.
    @Test func squeezeMirrorsTheFall() throws {
        let (profile, law) = try Self.discrete()
        let mirror = try BreachProfile(
            levels: [(10_200, 20.0), (10_100, 10), (10_400, 10), (10_300, 40)]
                .map { .init(tick: $0.0, side: .short, notional: $0.1 * 1e6) },
            referenceTick: 10_000, tickSize: 0.01)
        for shock in [0.005, 0.015, 0.018, 0.021, 0.025, 0.026] {
            let fall = try CascadeEquilibrium(profile: profile, shock: shock, law: law)
            let rise = try CascadeEquilibrium(
                profile: mirror, side: .short, shock: shock, law: law)
            #expect(rise.greatest.tick == 20_000 - fall.greatest.tick)
            #expect(rise.lowest.tick == 20_000 - fall.lowest.tick)
            #expect(rise.gain == fall.gain && rise.trigger?.gain == fall.trigger?.gain)
        }
    }

    /// Python tried every tick of 120 profiles in exact arithmetic and kept those that hold.
    @Test func leastAndGreatestOfAllThatHold() throws {
        let rows = try ReferenceTable(fixture: "Cascades/equilibria.csv").rows
        #expect(rows.count == 120)
        var fragile = 0
        for row in rows {
            let reference = try #require(Int(row["reference"] ?? ""))
            let levels = try (row["levels"] ?? "").split(separator: " ").map { text in
                let parts = text.split(separator: ":").compactMap { Int($0) }
                try #require(parts.count == 2)
                return BreachProfile.Level(
                    tick: reference - parts[0], side: .long, notional: Double(parts[1]))
            }
            let figures = row.compactMapValues { Double($0) }
            let depth = try #require(figures["depth"])
            let law: ImpactLaw =
                row["law"] == "linear"
                ? .linear(try LinearImpact(depth: depth))
                : .power(try PowerImpact(prefactor: 1, volatility: 0.03, volume: depth))
            let profile = try BreachProfile(
                levels: levels, referenceTick: reference, tickSize: 0.5)
            let found = try CascadeEquilibrium(
                profile: profile, shock: figures["shock"] ?? .nan, law: law)
            #expect(Double(reference - found.greatest.tick) == figures["least"], "\(row)")
            #expect(Double(reference - found.lowest.tick) == figures["greatest"], "\(row)")
            if found.isFragile { fragile += 1 }
        }
        #expect(fragile > 5)
    }

    static func profile(
        _ random: inout SeededGenerator, unit: Double = 1, shuffled: Bool = false
    ) throws -> BreachProfile {
        var levels = (0..<Int.random(in: 1...60, using: &random)).map { _ in
            BreachProfile.Level(
                tick: Int.random(in: 4000...10_050, using: &random), side: .long,
                notional: Double.random(in: 0...3e7, using: &random) * unit)
        }
        if shuffled { levels.shuffle(using: &random) }
        return try BreachProfile(levels: levels, referenceTick: 10_000, tickSize: 0.01)
    }

    /// A bigger shock never gives a smaller fall, and the greatest equilibrium is above every other.
    @Test func monotoneInTheShock() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<60 {
            let profile = try Self.profile(&random)
            for law in try ImpactLawTests.laws(unit: 1) {
                var last = 0.0
                for shock in stride(from: 0, through: 0.4, by: 0.02) {
                    let found = try CascadeEquilibrium(profile: profile, shock: shock, law: law)
                    #expect(found.greatest.move >= last && found.greatest.tick >= 0)
                    #expect(found.greatest.tick >= found.lowest.tick)
                    #expect(found.greatest.move >= shock - 1e-4)
                    last = found.greatest.move
                }
            }
        }
    }

    /// The order of the levels and the unit of money change nothing, to the last bit.
    @Test func orderAndUnitDoNotMatter() throws {
        for seed in 0..<40 as Range<UInt64> {
            var (plain, other, large) = (
                SeededGenerator(seed: seed), SeededGenerator(seed: seed),
                SeededGenerator(seed: seed)
            )
            let profile = try Self.profile(&plain)
            let shuffled = try Self.profile(&other, shuffled: true)
            let inOther = try Self.profile(&large, unit: 0x1p20)
            #expect(profile == shuffled)
            for (law, otherLaw) in zip(
                try ImpactLawTests.laws(unit: 1), try ImpactLawTests.laws(unit: 0x1p20))
            {
                let found = try CascadeEquilibrium(profile: profile, shock: 0.03, law: law)
                let again = try CascadeEquilibrium(profile: inOther, shock: 0.03, law: otherLaw)
                #expect(found.greatest.tick == again.greatest.tick)
                #expect(found.lowest.tick == again.lowest.tick && found.gain == again.gain)
                #expect(found.trigger?.tick == again.trigger?.tick)
            }
        }
    }

    /// The first level whose next half percent sells enough to move the price by half a percent.
    @Test func triggerIsTheNextDenseCluster() throws {
        let (profile, law) = try Self.discrete()
        // 40 million within the window give 0.8 points against a window of 0.5.
        let calm = try CascadeEquilibrium(profile: profile, shock: 0.005, law: law)
        // Before it 10 million at 99 within the half point from 99.5: 0.2 points of 0.5.
        #expect(calm.trigger?.tick == 9700 && agree(calm.gain, 0.4))
        #expect(agree(calm.trigger?.gain, 1.6) && agree(calm.trigger?.distance, 0.025))
        let wide = try CascadeEquilibrium(profile: profile, shock: 0.005, law: law, window: 0.011)
        // 20 and 40 million lie within 1.1 points of 98: 1.2 points.
        #expect(wide.trigger?.tick == 9800)
        let past = try CascadeEquilibrium(profile: profile, shock: 0.026, law: law)
        #expect(past.trigger == nil)
    }

    @Test func refusesWhatIsNoProfile() throws {
        let law = try Self.discrete().1
        func made(_ tick: Int, _ notional: Double, size: Double = 1) throws -> BreachProfile {
            try BreachProfile(
                levels: [.init(tick: tick, side: .long, notional: notional)], referenceTick: 100,
                tickSize: size)
        }
        #expect(throws: CascadeError.emptyProfile) { try made(99, 0) }
        #expect(throws: CascadeError.notFinite("notional")) { try made(99, .nan) }
        #expect(throws: CascadeError.outOfRange("notional")) { try made(99, -1) }
        #expect(throws: CascadeError.outOfRange("level price")) { try made(-1, 1) }
        #expect(throws: CascadeError.notPositive("tick size")) { try made(99, 1, size: 0) }
        #expect(throws: CascadeError.emptyProfile) {
            try BreachProfile(levels: [], referenceTick: 1, tickSize: 1)
        }
        #expect(throws: CascadeError.notFinite("shock")) {
            try CascadeEquilibrium(profile: made(99, 1), shock: .nan, law: law)
        }
    }
}
