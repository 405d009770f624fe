import Market
import Series
import Testing

@testable import Cascades

/// A stylised 10 October 2025 from published figures (Amberdata, event study): news at 14:57 UTC,
/// cascade from 20:50; 9.89 billion dollars liquidated in 14 hours, 6.93 billion in the 40 minutes
/// from 20:50, 83.9 % longs; depth down by more than nine tenths (FTI); first winners closed about a
/// minute after the first liquidations of a venue (a reconstruction of Hyperliquid's day).
///
/// Not published and made up here: the path of the price by itself, six percent down in steps from
/// the news on and six more in half an hour from 20:50, and who held what. What is asked is whether
/// the machinery turns such inputs into a day of that shape. Nobody opens a position during the run,
/// so the shorts of the day, 16 % of what was liquidated, are missing.
@Suite struct OctoberReplayTests {
    private static let stepSeconds = 10.0
    /// Steps from 14:57.
    private static func step(_ hour: Int, _ minute: Int) -> Int {
        ((hour - 14) * 60 + minute - 57) * 6
    }

    /// The fall from outside, from the news on for fourteen hours.
    private static func outside() -> [Double] {
        (0..<(14 * 360)).map { step in
            let drift = 0.06 * min(1, Double(step) / Double(Self.step(20, 50)))
            let shock = max(0, Double(step - Self.step(20, 50)) / 180)
            return drift + 0.06 * min(1, shock)
        }
    }

    /// Cohorts of the day: mostly longs, many of them at five to ten times, entered within some
    /// percent.
    private static func accounts(_ units: CascadeUnits) throws -> [CascadeAccount] {
        var random = DeterministicGenerator(seed: 20_251_010)
        let leverages = [3.0, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25]
        var accounts: [CascadeAccount] = []
        while accounts.count < 24_000 {
            let isLong = random.nextUnit() < 0.7
            let account = try CascadeAccount(
                side: isLong ? .long : .short, lots: 20_000 + random.nextIndex(below: 100_000),
                entryTick: 1_150_000 + random.nextIndex(below: 100_000),
                leverage: leverages[random.nextIndex(below: leverages.count)], maintenance: 5000)
            guard let tick = account.liquidationTick else { continue }
            if isLong ? tick < 1_170_000 : tick > 1_230_000 { accounts.append(account) }
        }
        return try CascadeAccount.cohorts(of: accounts)
    }

    @Test func shapeOfTheDay() throws {
        let units = try CascadeUnits(tickSize: 0.1, lotSize: 0.0001, referenceTick: 1_200_000)
        let accounts = try Self.accounts(units)
        let plan = try CascadePlan(
            units: units, outside: Self.outside(), stepSeconds: Self.stepSeconds, noise: 8.5e-5,
            law: .linear(try LinearImpact(depth: 6e9)),
            propagator: try Propagator(seconds: 300, exponent: 0.4),
            depth: try DepthDynamics(recovery: 1 / 1800, calmVolatility: 8.5e-5, elasticity: 3),
            rule: try VenueRule(bookShare: 0.9, fee: 5000), fund: 1 << 40, seed: 10)
        let run = try CascadeEngine(accounts: accounts, plan: plan).run()
        #expect(run.moneyMade == 0 && run.lotsMade == 0)

        // Some are closed in the hours after the news; the onset, the first minute with a twentieth of
        // it all, is six hours later and within minutes of the shock.
        func share(_ start: Int, _ end: Int) -> Double {
            let sum = run.steps[start..<end].reduce(0) { $0 + $1.liquidated }
            return Double(sum) / Double(run.liquidatedLots)
        }
        let onset = try #require(run.steps.indices.dropLast(6).first { share($0, $0 + 6) > 0.05 })
        #expect(onset >= Self.step(20, 45) && onset <= Self.step(21, 15))
        let before = share(0, Self.step(20, 45))
        #expect(before > 0.02 && before < 0.3)
        #expect((run.firstLiquidation ?? 0) > Self.step(16, 0))

        // Published: 70 % within 40 minutes from 20:50.
        let burst = share(Self.step(20, 50), Self.step(21, 30))
        #expect(burst > 0.65 && burst < 0.9)
        #expect(share(onset, onset + 360) >= 0.7)

        // The fall goes further than the shock, thins the book, and part of it comes back.
        let low = 1 - Double(run.lowestTick) / 1_200_000
        let close = 1 - Double(run.finalTick) / 1_200_000
        #expect(low > 0.115 && low < 0.4 && close < low - 0.005)
        #expect((run.steps.map(\.depth).min() ?? 1) < 0.2)

        // Published: 9.89 billion dollars in fourteen hours.
        let dollars = Double(run.liquidatedLots) * 1_200_000 * units.quantum
        #expect(dollars > 8e9 && dollars < 12e9)

        // Mostly longs.
        let longs = zip(accounts, run.lots).filter { $0.0.side == .long }
            .reduce(0) { $0 + $1.0.lots - $1.1 }
        #expect(Double(longs) > 0.75 * Double(run.liquidatedLots))
    }

    /// A fund that is soon empty closes winners, minutes after the first liquidation and not before.
    @Test func emptyFundClosesWinners() throws {
        let units = try CascadeUnits(tickSize: 0.1, lotSize: 0.0001, referenceTick: 1_200_000)
        let accounts = try Self.accounts(units)
        func run(fund: Int) throws -> CascadeRun {
            try CascadeEngine(
                accounts: accounts,
                plan: CascadePlan(
                    units: units, outside: Array(Self.outside()[Self.step(20, 50)...].prefix(720)),
                    stepSeconds: Self.stepSeconds,
                    law: .linear(try LinearImpact(depth: 0.3e9)),
                    propagator: try Propagator(seconds: 300, exponent: 0.4),
                    rule: try VenueRule(fee: 0), fund: fund, seed: 10)
            ).run()
        }
        let dry = try run(fund: 1_000_000)
        let rich = try run(fund: 1 << 58)
        let first = try #require(dry.firstDeleveraging)
        #expect(first >= (dry.firstLiquidation ?? 0) && rich.firstDeleveraging == nil)
        #expect(dry.lowestTick > rich.lowestTick)
        #expect(dry.moneyMade == 0 && dry.lotsMade == 0 && rich.moneyMade == 0)
    }
}
