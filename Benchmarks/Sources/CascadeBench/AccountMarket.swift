import Cascades
import Market
import Series

/// A made market of accounts, and one cascade through it with every account's books.
struct AccountMarket {
    let accounts: [CascadeAccount]
    private let plan: CascadePlan

    /// Accounts around a price of 100,000, seven of ten long, of leverages as venues see them; a
    /// fall of eight percent over twenty steps of two hundred.
    init(accounts count: Int) throws {
        let units = try CascadeUnits(tickSize: 0.1, lotSize: 0.001, referenceTick: 1_000_000)
        let leverages = [2.0, 3, 5, 5, 10, 10, 10, 20, 20, 25, 50, 100]
        var random = DeterministicGenerator(seed: 20_251_010)
        var accounts: [CascadeAccount] = []
        accounts.reserveCapacity(count)
        while accounts.count < count {
            let account = try CascadeAccount(
                side: random.nextIndex(below: 10) < 7 ? .long : .short,
                lots: 1 + random.nextIndex(below: 2000),
                entryTick: 950_000 + random.nextIndex(below: 100_000),
                leverage: leverages[random.nextIndex(below: leverages.count)],
                maintenance: 4000)
            // A position that is worth nothing already is none.
            if let tick = account.liquidationTick,
                account.side == .long ? tick < 995_000 : tick > 1_005_000
            {
                accounts.append(account)
            }
        }
        self.accounts = accounts
        let lots = accounts.reduce(0) { $0 + $1.lots }
        plan = try CascadePlan(
            units: units, outside: (0..<200).map { min(0.08, 0.004 * Double($0)) },
            stepSeconds: 5,
            law: .linear(try LinearImpact(depth: units.notional(ofLots: lots / 5))),
            propagator: try Propagator(seconds: 60, exponent: 0.3),
            depth: try DepthDynamics(recovery: 0.01, calmVolatility: 5e-4),
            rule: try VenueRule(fee: 5000), fund: 1 << 50, seed: 1)
    }

    /// The engine made, the accounts sorted, the cascade run, every account settled; no number where
    /// money was made.
    @inline(never) func run() -> [Double] {
        guard let run = try? CascadeEngine(accounts: accounts, plan: plan).run(),
            run.moneyMade == 0, run.lotsMade == 0
        else { return [.nan] }
        let closed = run.outcomes.count { $0 == .liquidated }
        return [Double(closed), Double(run.lowestTick), Double(run.liquidatedLots)]
    }
}
