/// A cascade step by step: the price moves, accounts are breached, the venue closes them by its rule,
/// what it sells moves the price by what depth there is, and the push fades.
///
/// Accounts may be a million real ones or cohorts of them. Everything in a step is sold at one price,
/// the middle of the prices before and after the step's own flow. With no noise, a depth that stays
/// and a push that does not fade, the last price is the greatest equilibrium of the same accounts'
/// profile, whatever the step.
///
/// - Money: in whole quanta; what one gets another gives. `CascadeRun.moneyMade` is zero.
/// - Order: accounts reached in the same step are closed at the same price. Only where the fund runs
///   dry does their order count, and then it is by what they hold; equals by their places.
/// - Randomness: the plan's seed alone.
/// - Time: a sort in a few passes, then steps plus accounts; the square of the steps where the push
///   fades.
/// - Checked against: the equilibrium, conservation, and a run in Python account by account,
///   `Fixtures/Cascades/engine.csv`.
package struct CascadeEngine: Sendable {
    /// More accounts than this are refused.
    package static let maximumAccounts = 4_000_000

    private let accounts: [CascadeAccount]
    private let plan: CascadePlan

    /// An engine for accounts that are solvent at the reference price.
    package init(accounts: [CascadeAccount], plan: CascadePlan) throws(CascadeError) {
        guard !accounts.isEmpty else { throw .emptyProfile }
        guard accounts.count <= Self.maximumAccounts else {
            throw .tooMany("accounts", allowed: Self.maximumAccounts)
        }
        let reference = plan.units.referenceTick
        var (lots, money) = (0, plan.fund)
        for (place, account) in accounts.enumerated() {
            let (allLots, tooManyLots) = lots.addingReportingOverflow(account.lots)
            let (allMoney, tooRich) = money.addingReportingOverflow(
                account.collateral + account.cost)
            guard !tooManyLots, !tooRich, allMoney < 1 << 61 else { throw .outOfRange("money") }
            (lots, money) = (allLots, allMoney)
            guard lots < (1 << 61) / (reference * CascadeUnits.maximumRise) else {
                throw .outOfRange("lots")
            }
            guard account.equity(at: reference) > 0 else {
                throw .negativeEquity(account: place)
            }
        }
        self.accounts = accounts
        self.plan = plan
    }

    /// The profile of the accounts, in dollars at the reference price.
    package func profile() throws(CascadeError) -> BreachProfile {
        let levels = accounts.compactMap { account in
            account.liquidationTick.map { tick in
                BreachProfile.Level(
                    tick: tick, side: account.side,
                    notional: plan.units.notional(ofLots: account.lots))
            }
        }
        return try BreachProfile(
            levels: levels, referenceTick: plan.units.referenceTick,
            tickSize: plan.units.tickSize)
    }

    /// Runs the plan to its end.
    package func run() -> CascadeRun {
        var state = CascadeState(accounts, plan)
        let (money, lots) = (state.ledger.money, state.ledger.lots)
        let steps = plan.outside.indices.map { state.take(step: $0) }
        let ledger = state.ledger
        return CascadeRun(
            steps: steps, outcomes: ledger.outcomes, cash: ledger.positions.map(\.cash),
            lots: ledger.positions.map(\.lots), finalTick: state.mark,
            badDebt: max(0, -ledger.fund.equity(at: state.mark)),
            moneyMade: ledger.money - money, lotsMade: ledger.lots - lots)
    }
}
