package import Market

/// One leveraged position with the money behind it, or many that breach at one price as one.
///
/// Linear contracts: equity is `collateral + s (lots * price - cost)`, and the account is breached
/// where that is at most the maintenance rate of `lots * price`.
///
/// - Unit: lots; money in quanta of tick times lot; the maintenance rate in millionths.
/// - Degenerate case: a position that cannot be liquidated, as of a long with its whole value behind
///   it, is `nil` in `liquidationTick`.
/// - Checked against: exact fractions, `Fixtures/Cascades/accounts.csv`.
package struct CascadeAccount: Hashable, Sendable {
    /// The side of the position.
    package let side: PositionSide
    /// How large it is, one lot or more.
    package let lots: Int
    /// What it was opened for: the sum of lots times entry price.
    package let cost: Int
    /// The money behind it.
    package let collateral: Int
    /// What has to be left, in millionths of the position's value.
    package let maintenance: Int

    /// The most lots of one account.
    package static let maximumLots = 1 << 30

    /// A position with its money; the maintenance rate is below a half.
    package init(
        side: PositionSide, lots: Int, cost: Int, collateral: Int, maintenance: Int
    ) throws(CascadeError) {
        guard lots > 0 else { throw .notPositive("lots") }
        guard lots <= Self.maximumLots else { throw .outOfRange("lots") }
        guard (0..<500_000).contains(maintenance) else { throw .outOfRange("maintenance") }
        // An average entry of at most twice the highest reference keeps all products within 62 bits.
        guard cost > 0, cost / lots < 2 * CascadeUnits.maximumTick, cost < 1 << 58 else {
            throw .outOfRange("cost")
        }
        guard collateral > 0 else { throw .notPositive("collateral") }
        guard collateral < 1 << 58 else { throw .outOfRange("collateral") }
        self.side = side
        self.lots = lots
        self.cost = cost
        self.collateral = collateral
        self.maintenance = maintenance
    }

    /// A position opened at one price with one over `leverage` of its value, rounded up, behind it.
    package init(
        side: PositionSide, lots: Int, entryTick: Int, leverage: Double,
        maintenance: Int
    ) throws(CascadeError) {
        try CascadeError.within(1...1000, leverage, "leverage")
        let (cost, isTooLarge) = lots.multipliedReportingOverflow(by: entryTick)
        guard !isTooLarge, cost < 1 << 58 else { throw .outOfRange("cost") }
        try self.init(
            side: side, lots: lots, cost: cost,
            collateral: Int((Double(cost) / leverage).rounded(.up)), maintenance: maintenance)
    }

    /// The equity at a price.
    func equity(at tick: Int) -> Int {
        collateral + (side == .long ? lots * tick - cost : cost - lots * tick)
    }

    /// The price in ticks at which the account is breached; `nil` where there is none.
    package var liquidationTick: Int? {
        AccountPosition(self).liquidationTick(side, maintenance: maintenance)
    }

    /// Merges accounts of one side that are breached and bankrupt at the same ticks.
    ///
    /// A cohort behaves as its accounts do together, to the rounding of one fee an account; the
    /// cohorts come in order of their ticks.
    package static func cohorts(
        of accounts: [CascadeAccount]
    ) throws(CascadeError) -> [CascadeAccount] {
        var sums: [CohortKey: CascadeAccount] = [:]
        for account in accounts {
            let key = CohortKey(account)
            sums[key] = try sums[key]?.merged(with: account) ?? account
        }
        return sums.sorted { $0.key < $1.key }.map(\.value)
    }

    private func merged(with other: CascadeAccount) throws(CascadeError) -> CascadeAccount {
        let (lots, tooManyLots) = lots.addingReportingOverflow(other.lots)
        let (cost, tooCostly) = cost.addingReportingOverflow(other.cost)
        let (collateral, tooRich) = collateral.addingReportingOverflow(other.collateral)
        // Millionths of all lots, and all money together, stay within 62 bits.
        guard !tooManyLots, !tooCostly, !tooRich, lots < 1 << 42, cost < 1 << 60,
            collateral < 1 << 60
        else { throw .outOfRange("cohort") }
        return CascadeAccount(
            side: side, mergedLots: lots, cost: cost, collateral: collateral,
            maintenance: maintenance)
    }

    private init(
        side: PositionSide, mergedLots lots: Int, cost: Int, collateral: Int,
        maintenance: Int
    ) {
        self.side = side
        self.lots = lots
        self.cost = cost
        self.collateral = collateral
        self.maintenance = maintenance
    }
}
