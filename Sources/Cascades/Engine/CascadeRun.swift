/// What came of a time-stepped cascade.
///
/// - Unit: ticks, lots, quanta of money (`CascadeUnits`); steps of the plan.
package struct CascadeRun: Hashable, Sendable {
    /// What became of an account.
    package enum Outcome: UInt8, CaseIterable, Sendable {
        /// Nothing happened to it.
        case untouched
        /// A part was closed and the rest is open.
        case reduced
        /// The venue closed it.
        case liquidated
        /// It was closed, wholly, as the winner against a loss that the fund could not bear.
        case deleveraged
    }

    /// What happened in one step.
    package struct Step: Hashable, Sendable {
        /// The mark price the step began with.
        package internal(set) var markTick: Int
        /// Lots of longs sold in the book, less lots of shorts bought.
        package internal(set) var netSold = 0
        /// Lots of longs and of shorts closed by the venue, whoever took them.
        package internal(set) var liquidated = 0
        /// Lots closed against winners.
        package internal(set) var deleveraged = 0
        /// Accounts whose last lot the venue closed.
        package internal(set) var accounts = 0
        /// Depth as a share of the calm one.
        package internal(set) var depth = 1.0
        /// The fund's money and what its position is worth at the mark price.
        package internal(set) var fundEquity = 0
    }

    /// The steps in order.
    package let steps: [Step]
    /// What became of each account, in their order.
    package let outcomes: [Outcome]
    /// What each account has left in money, in their order.
    package let cash: [Int]
    /// What each account has still open, in their order.
    package let lots: [Int]
    /// The price after the last step.
    package let finalTick: Int
    /// Losses that neither the fund nor winners bore: how far below zero the fund's money is.
    package let badDebt: Int
    /// All money at the end less all money at the start: zero.
    package let moneyMade: Int
    /// All lots at the end, shorts negative: zero.
    package let lotsMade: Int

    /// The lowest mark price.
    package var lowestTick: Int { min(steps.map(\.markTick).min() ?? finalTick, finalTick) }

    /// Lots closed by the venue.
    package var liquidatedLots: Int { steps.reduce(0) { $0 + $1.liquidated } }

    /// The first step in which a position was closed; `nil` where none was.
    package var firstLiquidation: Int? { steps.firstIndex { $0.liquidated > 0 } }

    /// The first step in which a winner was closed; `nil` where none was.
    package var firstDeleveraging: Int? { steps.firstIndex { $0.deleveraged > 0 } }

    /// The share of all liquidated lots that fell within so many steps of the first; `nil` of none.
    package func liquidatedShare(withinSteps count: Int) -> Double? {
        guard let first = firstLiquidation, count > 0 else { return nil }
        let within = steps[first...].prefix(count).reduce(0) { $0 + $1.liquidated }
        return Double(within) / Double(liquidatedLots)
    }
}
