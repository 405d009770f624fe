internal import Market

/// Who holds what during a cascade: the accounts, the venue's fund, and the street that trades with
/// them. Every deal takes from one what it gives to another, in whole lots and quanta.
struct CascadeLedger {
    /// Lots and money of somebody who is never liquidated.
    struct Holder: Hashable {
        /// Lots, shorts negative.
        var lots = 0
        var cash = 0

        /// Buys, or sells where the lots are negative.
        mutating func buy(_ bought: Int, at tick: Int) {
            lots += bought
            cash -= bought * tick
        }

        func equity(at tick: Int) -> Int { cash + lots * tick }
    }

    let accounts: [CascadeAccount]
    private(set) var positions: [AccountPosition]
    private(set) var outcomes: [CascadeRun.Outcome]
    private(set) var fund: Holder
    private(set) var street: Holder
    private let rule: VenueRule

    init(_ accounts: [CascadeAccount], fund money: Int, rule: VenueRule) {
        self.accounts = accounts
        self.rule = rule
        positions = accounts.map(AccountPosition.init)
        outcomes = [CascadeRun.Outcome](repeating: .untouched, count: accounts.count)
        fund = Holder(lots: 0, cash: money)
        // The street took the other side of every position at its cost.
        street = accounts.reduce(into: Holder()) { street, account in
            let sign = account.side == .long ? 1 : -1
            street.lots -= sign * account.lots
            street.cash += sign * account.cost
        }
    }

    /// All money there is: what everybody has at any one price, which cancels.
    var money: Int {
        var sum = fund.cash + street.cash
        for (account, position) in zip(accounts, positions) {
            sum += position.cash - (account.side == .long ? position.cost : -position.cost)
        }
        return sum
    }

    /// All lots there are.
    var lots: Int {
        zip(accounts, positions).reduce(fund.lots + street.lots) {
            $0 + ($1.0.side == .long ? $1.1.lots : -$1.1.lots)
        }
    }

    /// How many of some lots are sold in the book; the fund takes the rest.
    func bookLots(of lots: Int) -> Int {
        rule.bookShare == 1 ? lots : Int((Double(lots) * rule.bookShare).rounded())
    }

    /// What would be lacking if so many lots were closed, with those in the book at a price.
    func deficit(of place: Int, closing lots: Int, at tick: Int) -> Int {
        var position = positions[place]
        guard lots == position.lots else { return 0 }
        closePosition(&position, accounts[place].side, lots, at: tick)
        return max(0, -position.cash)
    }

    /// Closes lots of an account for the venue, those in the book at a price, and settles the account
    /// where none is left.
    mutating func close(_ place: Int, _ lots: Int, at tick: Int) {
        let side = accounts[place].side
        let sign = side == .long ? 1 : -1
        let bankruptcy = positions[place].bankruptcyTick(side)
        let book = bookLots(of: lots)
        street.buy(sign * book, at: tick)
        fund.buy(sign * (lots - book), at: bankruptcy)
        // Worked on outside the array: a method of the ledger with a part of it in hand would copy it.
        var position = positions[place]
        closePosition(&position, side, lots, at: tick)
        positions[place] = position
        settle(place, charged: lots * tick / 1_000_000 * rule.fee)
    }

    /// Closes lots of an account against a winner's at a price, with nobody else's money.
    mutating func match(_ place: Int, with winner: Int, _ lots: Int, at tick: Int) {
        positions[place].close(lots, accounts[place].side, at: tick)
        positions[winner].close(lots, accounts[winner].side, at: tick)
        outcomes[winner] = positions[winner].lots == 0 ? .deleveraged : .reduced
        settle(place, charged: 0)
    }

    private func closePosition(
        _ position: inout AccountPosition, _ side: PositionSide, _ lots: Int, at tick: Int
    ) {
        let book = bookLots(of: lots)
        if book < lots {
            position.close(lots - book, side, at: position.bankruptcyTick(side))
        }
        if book > 0 { position.close(book, side, at: tick) }
    }

    /// Takes the fee as far as there is money, and closes the books of an account without a position.
    private mutating func settle(_ place: Int, charged fee: Int) {
        let paid = min(max(0, positions[place].cash), fee)
        positions[place].cash -= paid
        fund.cash += paid
        guard positions[place].lots == 0 else {
            outcomes[place] = .reduced
            return
        }
        outcomes[place] = .liquidated
        let left = positions[place].cash
        guard left < 0 || rule.keepsRemainder else { return }
        fund.cash += left
        positions[place].cash = 0
    }
}
