internal import Market

/// What an account holds at a moment: lots still open, what those cost, and money.
struct AccountPosition: Hashable {
    var lots: Int
    var cost: Int
    var cash: Int

    init(_ account: CascadeAccount) {
        (lots, cost, cash) = (account.lots, account.cost, account.collateral)
    }

    /// The equity at a price.
    @inline(__always) func equity(_ side: PositionSide, at tick: Int) -> Int {
        cash + (side == .long ? lots * tick - cost : cost - lots * tick)
    }

    /// Closes lots at a price; what they cost is taken in proportion, rounded down, so that the last
    /// lot takes the rest.
    @inline(__always) mutating func close(
        _ closed: Int, _ side: PositionSide, at tick: Int
    ) {
        let part = closed == lots ? cost : Self.part(of: cost, closed, over: lots)
        cash += side == .long ? closed * tick - part : part - closed * tick
        lots -= closed
        cost -= part
    }

    /// The price at which the equity is at most the maintenance, in whole ticks.
    func liquidationTick(_ side: PositionSide, maintenance: Int) -> Int? {
        guard lots > 0 else { return nil }
        let million = 1_000_000
        switch side {
        case .long:
            let owed = cost - cash
            return owed > 0
                ? Self.quotient(owed, million, over: million - maintenance, lots, up: false) : nil
        case .short:
            return Self.quotient(
                max(0, cost + cash), million, over: million + maintenance, lots, up: true)
        }
    }

    /// The price at which nothing is left, to the tick on the solvent side.
    func bankruptcyTick(_ side: PositionSide) -> Int {
        guard lots > 0 else { return 0 }
        switch side {
        case .long:
            let owed = cost - cash
            return owed > 0 ? (owed + lots - 1) / lots : 0
        case .short: return max(0, cost + cash) / lots
        }
    }

    /// `value * factor / (divisor * count)`, none of them below zero, divisors above.
    private static func quotient(
        _ value: Int, _ factor: Int, over divisor: Int, _ count: Int, up: Bool
    ) -> Int {
        let product = UInt(value).multipliedFullWidth(by: UInt(factor))
        let divided = UInt(divisor * count).dividingFullWidth((product.high, product.low))
        return Int(divided.quotient) + (up && divided.remainder > 0 ? 1 : 0)
    }

    private static func part(of cost: Int, _ lots: Int, over all: Int) -> Int {
        let product = UInt(cost).multipliedFullWidth(by: UInt(lots))
        return Int(UInt(all).dividingFullWidth((product.high, product.low)).quotient)
    }
}
