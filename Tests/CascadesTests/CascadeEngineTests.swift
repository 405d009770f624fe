import Market
import TestSupport
import Testing

@testable import Cascades

@Suite struct CascadeEngineTests {
    /// Python ran the same markets account by account, in whole numbers.
    @Test(arguments: ["plain", "fees", "dry", "debt", "squeeze"])
    func agreesWithTheSlowWay(name: String) throws {
        let accounts = try EngineCases.accounts(name).map(\.0)
        let wanted = try ReferenceTable(fixture: "Cascades/engine.csv").rows
            .filter { $0["case"] == name }
        let run = try CascadeEngine(
            accounts: accounts, plan: EngineCases.plan(name, steps: wanted.count)
        ).run()
        #expect(wanted.count == 60)
        for (step, row) in zip(run.steps, wanted) {
            let figures = row.compactMapValues { Int($0) }
            #expect(step.markTick == figures["mark"], "\(row)")
            #expect(step.netSold == figures["sold"], "\(row)")
            #expect(step.liquidated == figures["liquidated"], "\(row)")
            #expect(step.deleveraged == figures["deleveraged"], "\(row)")
            #expect(step.accounts == figures["accounts"], "\(row)")
        }
        let ends = try ReferenceTable(fixture: "Cascades/outcomes.csv").rows
            .filter { $0["case"] == name }
        for (place, row) in ends.enumerated() {
            #expect("\(run.outcomes[place])" == row["outcome"], "\(row)")
            #expect(run.cash[place] == Int(row["cash"] ?? ""), "\(row)")
            #expect(run.lots[place] == Int(row["lots"] ?? ""), "\(row)")
        }
        #expect(run.moneyMade == 0 && run.lotsMade == 0)
    }

    /// Liquidation and bankruptcy prices by exact fractions.
    @Test func pricesOfAccounts() throws {
        for name in EngineCases.all.keys.sorted() {
            for (account, row) in try EngineCases.accounts(name) {
                #expect(account.liquidationTick == Int(row["liquidation"] ?? ""), "\(row)")
                let bankruptcy = AccountPosition(account).bankruptcyTick(account.side)
                #expect(bankruptcy == Int(row["bankruptcy"] ?? ""), "\(row)")
            }
        }
    }

    static func plan(
        _ rule: VenueRule, steps: Int, noise: Double = 0, decay: Double = 0, fund: Int = 5_000_000,
        depth: DepthDynamics = .steady, seed: UInt64 = 3, seconds: Double = 1, shock: Double = 0.04
    ) throws -> CascadePlan {
        let units = try CascadeUnits(tickSize: 0.1, lotSize: 0.01, referenceTick: 20_000)
        return try CascadePlan(
            units: units, outside: (0..<steps).map { min(shock, shock * Double($0) / 10) },
            stepSeconds: seconds, noise: noise,
            law: .linear(try LinearImpact(depth: units.notional(ofLots: 60_000))),
            propagator: try Propagator(seconds: 5, exponent: decay), depth: depth, rule: rule,
            fund: fund, seed: seed)
    }

    /// Under every rule, with noise, fading and a thinning book: no money and no lot is made, closed
    /// lots are those that are gone, an account that was closed stays so, and the seed says it all.
    @Test func nothingIsMadeOrLost() throws {
        var random = SeededGenerator(seed: 21)
        let depth = try DepthDynamics(recovery: 0.05, calmVolatility: 5e-4)
        for rule in EngineCases.rules {
            for fund in [0, 20_000, 1_000_000_000] {
                let accounts = try EngineCases.random(400, reference: 20_000, &random)
                let plan = try Self.plan(
                    rule, steps: 120, noise: 2e-3, decay: 0.3, fund: fund, depth: depth)
                let engine = try CascadeEngine(accounts: accounts, plan: plan)
                let run = engine.run()
                #expect(run.moneyMade == 0 && run.lotsMade == 0)
                let gone = zip(accounts, run.lots).reduce(0) { $0 + $1.0.lots - $1.1 }
                let matched = run.steps.reduce(0) { $0 + $1.deleveraged }
                #expect(gone == run.liquidatedLots + matched)
                for (place, outcome) in run.outcomes.enumerated() {
                    let isOpen = run.lots[place] > 0
                    #expect(isOpen == (outcome == .untouched || outcome == .reduced))
                    #expect(run.lots[place] >= 0 && run.lots[place] <= accounts[place].lots)
                    if !isOpen { #expect(run.cash[place] >= 0) }
                    if outcome == .untouched { #expect(run.lots[place] == accounts[place].lots) }
                }
                #expect(run == engine.run())
                #expect(run.steps.map(\.accounts).reduce(0, +) > 0)
            }
        }
    }

    @Test func anotherSeedIsAnotherRun() throws {
        var random = SeededGenerator(seed: 22)
        let accounts = try EngineCases.random(200, reference: 20_000, &random)
        let runs = try [3, 4].map { seed in
            try CascadeEngine(
                accounts: accounts,
                plan: Self.plan(EngineCases.rules[0], steps: 50, noise: 1e-3, seed: seed)
            ).run()
        }
        #expect(runs[0] != runs[1])
    }

    /// Where nothing fades, thins or wanders the last price is the greatest equilibrium, at once and
    /// whatever the step.
    @Test func endsAtTheEquilibrium() throws {
        var random = SeededGenerator(seed: 23)
        let rule = try VenueRule(deleverages: false)
        for _ in 0..<20 {
            let accounts = try EngineCases.random(300, reference: 20_000, &random)
                .filter { $0.side == .long }
            for shock in [0.01, 0.03, 0.06] {
                let plan = try Self.plan(rule, steps: 400, shock: shock)
                let engine = try CascadeEngine(accounts: accounts, plan: plan)
                let found = try CascadeEquilibrium(
                    profile: engine.profile(), shock: shock, law: plan.law)
                let run = engine.run()
                #expect(run.finalTick == max(1, found.greatest.tick))
                let sold = run.steps.reduce(0) { $0 + $1.netSold }
                #expect(
                    agree(plan.units.notional(ofLots: sold), found.greatest.liquidated))
            }
        }
    }

    /// As fading slows the lowest price tends to the equilibrium from above, and as the step shrinks
    /// too.
    @Test func tendsToTheEquilibrium() throws {
        var random = SeededGenerator(seed: 24)
        let accounts = try EngineCases.random(2000, reference: 20_000, &random)
            .filter { $0.side == .long }
        let rule = try VenueRule(deleverages: false)
        func lowest(decay: Double, seconds: Double) throws -> Int {
            try CascadeEngine(
                accounts: accounts,
                plan: Self.plan(rule, steps: 600, decay: decay, seconds: seconds)
            ).run().lowestTick
        }
        let limit = try lowest(decay: 0, seconds: 1)
        let byDecay = try [0.4, 0.1, 0.02, 0.002].map { try lowest(decay: $0, seconds: 1) - limit }
        #expect(byDecay == byDecay.sorted(by: >) && byDecay[0] > 0)
        #expect(abs(byDecay[3]) * 20 < byDecay[0])
        let byStep = try [10.0, 1, 0.1, 0.01].map { try lowest(decay: 0.4, seconds: $0) - limit }
        #expect(byStep == byStep.sorted(by: >) && byStep[3] * 5 < byStep[0])
    }

    /// Cohorts of accounts that breach and go bankrupt together make the same price; their money
    /// differs by the rounding of their fees.
    @Test func cohortsAgreeWithAccounts() throws {
        var random = SeededGenerator(seed: 25)
        let kinds = try EngineCases.random(60, reference: 20_000, &random)
        let accounts = (0..<3000).map { _ in kinds[Int.random(in: 0..<60, using: &random)] }
        let cohorts = try CascadeAccount.cohorts(of: accounts)
        #expect(cohorts.count <= 60)
        #expect(cohorts.reduce(0) { $0 + $1.lots } == accounts.reduce(0) { $0 + $1.lots })
        for rule in [EngineCases.rules[0], EngineCases.rules[2]] {
            let units = try CascadeUnits(tickSize: 0.1, lotSize: 0.01, referenceTick: 20_000)
            let plan = try CascadePlan(
                units: units, outside: [Double](repeating: 0.03, count: 60), stepSeconds: 1,
                law: .linear(try LinearImpact(depth: units.notional(ofLots: 3_000_000))),
                rule: rule, fund: 1 << 50, seed: 1)
            let exact = try CascadeEngine(accounts: accounts, plan: plan).run()
            let merged = try CascadeEngine(accounts: cohorts, plan: plan).run()
            #expect(exact.steps.map(\.markTick) == merged.steps.map(\.markTick))
            #expect(exact.steps.map(\.liquidated) == merged.steps.map(\.liquidated))
            #expect(exact.steps.map(\.fundEquity) == merged.steps.map(\.fundEquity))
            #expect(exact.liquidatedLots > 0)
        }
    }

    /// The order of the accounts changes neither the price nor who has what.
    @Test func orderDoesNotMatter() throws {
        var random = SeededGenerator(seed: 26)
        for rule in EngineCases.rules {
            let accounts = try EngineCases.random(300, reference: 20_000, &random)
            var places = Array(accounts.indices)
            places.shuffle(using: &random)
            let plan = try Self.plan(rule, steps: 60, fund: 1 << 40)
            let run = try CascadeEngine(accounts: accounts, plan: plan).run()
            let other = try CascadeEngine(accounts: places.map { accounts[$0] }, plan: plan).run()
            #expect(run.steps == other.steps)
            #expect(places.map { run.cash[$0] } == other.cash)
        }
    }

    /// A large account under the staged rule: a fifth first, nothing in the cooldown, then the rest.
    @Test func stagesAndCooldown() throws {
        let account = try CascadeAccount(
            side: .long, lots: 10_000, entryTick: 20_000, leverage: 50, maintenance: 5000)
        let run = try CascadeEngine(
            accounts: [account], plan: Self.plan(EngineCases.rules[3], steps: 40, shock: 0.016)
        ).run()
        let closed = run.steps.enumerated().filter { $0.element.liquidated > 0 }
        #expect(closed.map(\.element.liquidated) == [2000, 8000])
        #expect(closed[1].offset - closed[0].offset == 5)
        #expect(run.outcomes == [.liquidated])
    }

    /// The least close that restores the requirement leaves the account open.
    @Test func restoresTheRequirement() throws {
        let account = try CascadeAccount(
            side: .long, lots: 10_000, entryTick: 20_000, leverage: 50, maintenance: 10_000)
        let rule = try VenueRule(closing: .restoring(target: 1.2))
        let run = try CascadeEngine(
            accounts: [account],
            plan: CascadePlan(
                units: Self.plan(rule, steps: 1).units, outside: [0.0102, 0.0102],
                stepSeconds: 1, law: .linear(try LinearImpact(depth: 1e15)), rule: rule, fund: 0,
                seed: 1)
        ).run()
        // At 19,796 the equity is 1,960,000, of 197,960,000 held; x = S / (P (1.2 m)).
        let shortage = 1.2 * 0.01 * 197_960_000 - 1_960_000
        #expect(run.steps[0].liquidated == Int((shortage / (19_796 * 0.012)).rounded(.up)))
        #expect(run.outcomes == [.reduced] && run.steps[1].liquidated == 0)
    }

    @Test func refusesWhatCannotBeRun() throws {
        let plan = try Self.plan(EngineCases.rules[0], steps: 1)
        #expect(throws: CascadeError.emptyProfile) { try CascadeEngine(accounts: [], plan: plan) }
        let ruined = try CascadeAccount(
            side: .long, lots: 1, entryTick: 30_000, leverage: 10, maintenance: 5000)
        let sound = try CascadeAccount(
            side: .short, lots: 1, entryTick: 30_000, leverage: 10, maintenance: 5000)
        #expect(throws: CascadeError.negativeEquity(account: 1)) {
            try CascadeEngine(accounts: [sound, ruined], plan: plan)
        }
        #expect(throws: CascadeError.notFinite("outside move")) {
            try CascadePlan(
                units: plan.units, outside: [.nan], stepSeconds: 1, law: plan.law,
                rule: plan.rule, fund: 0, seed: 1)
        }
        #expect(throws: CascadeError.notPositive("lots")) {
            try CascadeAccount(side: .long, lots: 0, cost: 1, collateral: 1, maintenance: 1)
        }
        #expect(throws: CascadeError.outOfRange("maintenance")) {
            try CascadeAccount(side: .long, lots: 1, cost: 1, collateral: 1, maintenance: 500_000)
        }
        let huge = try CascadeAccount(
            side: .long, lots: 1 << 30, entryTick: 1 << 27, leverage: 1, maintenance: 0)
        #expect(throws: CascadeError.self) {
            try CascadeEngine(
                accounts: [CascadeAccount](repeating: huge, count: 20), plan: plan)
        }
    }

    /// Leverage that no venue gives, entries that are none, and sums that no longer fit.
    @Test func refusesImpossibleAccounts() throws {
        func made(_ leverage: Double, entry: Int = 20_000, lots: Int = 1) throws {
            _ = try CascadeAccount(
                side: .long, lots: lots, entryTick: entry, leverage: leverage, maintenance: 5000)
        }
        for leverage in [0, -10, 0.5, 1001, 1e300] {
            #expect(throws: CascadeError.outOfRange("leverage")) { try made(leverage) }
        }
        for leverage in [Double.nan, .infinity] {
            #expect(throws: CascadeError.notFinite("leverage")) { try made(leverage) }
        }
        for entry in [0, -1, .min, .max] {
            #expect(throws: CascadeError.outOfRange("cost")) { try made(10, entry: entry) }
        }
        #expect(throws: CascadeError.outOfRange("cost")) { try made(10, lots: .max) }
        let huge = try CascadeAccount(
            side: .long, lots: 1 << 30, entryTick: 1 << 27, leverage: 2, maintenance: 0)
        #expect(try CascadeAccount.cohorts(of: [huge, huge]).map(\.lots) == [1 << 31])
        #expect(throws: CascadeError.outOfRange("cohort")) {
            try CascadeAccount.cohorts(of: [CascadeAccount](repeating: huge, count: 40))
        }
        let units = try CascadeUnits(tickSize: 1, lotSize: 1, referenceTick: 1 << 27)
        #expect(throws: CascadeError.outOfRange("lots")) {
            try CascadeEngine(
                accounts: CascadeAccount.cohorts(of: [huge, huge]),
                plan: CascadePlan(
                    units: units, outside: [0], stepSeconds: 1,
                    law: .linear(LinearImpact(depth: 1)), rule: VenueRule(), fund: 0, seed: 1))
        }
    }

    /// Accounts come out in the order of their distances, those whose distance changed among them.
    @Test func queueIsInOrder() throws {
        var random = SeededGenerator(seed: 27)
        for _ in 0..<50 {
            var left = (0..<200).map { (Int.random(in: 0...5000, using: &random), $0) }
            var queue = BreachQueue(
                left.map { BreachQueue.word(distance: $0.0, place: $0.1) })
            var reach = 0
            var place = 200
            while reach < 5000 {
                reach += Int.random(in: 0...500, using: &random)
                while let found = queue.pop(within: reach) {
                    let first = try #require(left.indices.min { left[$0] < left[$1] })
                    #expect(left[first].1 == found && left[first].0 <= reach)
                    left.remove(at: first)
                    guard place < 260 else { continue }
                    let distance = Int.random(in: 0...6000, using: &random)
                    queue.insert(distance: distance, place: place)
                    left.append((distance, place))
                    place += 1
                }
                #expect(left.allSatisfy { $0.0 > reach })
            }
        }
    }
}
