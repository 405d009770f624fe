internal import Market

/// A cascade between two steps.
struct CascadeState {
    /// An account with the lots of it that are to be closed.
    private typealias Order = (place: Int, lots: Int)

    private(set) var ledger: CascadeLedger
    private var path: PricePath
    private let plan: CascadePlan
    private var longs: BreachQueue
    private var shorts: BreachQueue
    /// Accounts that were closed in part and wait for their cooldown, by the step it ends in.
    private var waiting: [(step: Int, place: Int)] = []
    private var winners: (longs: WinnerRanking, shorts: WinnerRanking) = (.init(), .init())

    init(_ accounts: [CascadeAccount], _ plan: CascadePlan) {
        self.plan = plan
        ledger = CascadeLedger(accounts, fund: plan.fund, rule: plan.rule)
        path = PricePath(plan)
        var words: (longs: [UInt64], shorts: [UInt64]) = ([], [])
        words.longs.reserveCapacity(accounts.count)
        words.shorts.reserveCapacity(accounts.count)
        let reference = plan.units.referenceTick
        for (place, account) in accounts.enumerated() {
            guard let tick = account.liquidationTick else { continue }
            if account.side == .long {
                words.longs.append(BreachQueue.word(distance: reference - tick, place: place))
            } else {
                words.shorts.append(BreachQueue.word(distance: tick - reference, place: place))
            }
        }
        longs = BreachQueue(words.longs)
        shorts = BreachQueue(words.shorts)
    }

    /// The price as it stands.
    var mark: Int { path.tick(selling: 0) }

    /// Everything that happens in one step.
    mutating func take(step: Int) -> CascadeRun.Step {
        path.begin(step)
        var record = CascadeRun.Step(markTick: mark)
        record.depth = path.depthShare
        let orders = breached(at: record.markTick, step)
        if !orders.isEmpty { execute(orders, step, &record) }
        record.fundEquity = ledger.fund.equity(at: record.markTick)
        return record
    }

    // MARK: - Who is breached

    private mutating func breached(at mark: Int, _ step: Int) -> [Order] {
        var orders: [Order] = []
        let reference = plan.units.referenceTick
        while let place = longs.pop(within: reference - mark) {
            append(place, at: mark, isStaged: true, to: &orders)
        }
        while let place = shorts.pop(within: mark - reference) {
            append(place, at: mark, isStaged: true, to: &orders)
        }
        let due = waiting.prefix { $0.step <= step }
        waiting.removeFirst(due.count)
        for entry in due { append(entry.place, at: mark, isStaged: false, to: &orders) }
        return orders
    }

    /// Takes an account in where it is breached, and puts it back in the queue where it no longer is.
    private mutating func append(
        _ place: Int, at mark: Int, isStaged: Bool, to orders: inout [Order]
    ) {
        let position = ledger.positions[place]
        guard position.lots > 0 else { return }
        // The queue was made for positions as they were.
        if ledger.outcomes[place] != .untouched {
            guard isBreached(place, at: mark) else { return requeue(place) }
        }
        orders.append((place, isStaged ? lots(toCloseOf: place, at: mark) : position.lots))
    }

    private func isBreached(_ place: Int, at mark: Int) -> Bool {
        let account = ledger.accounts[place]
        guard
            let tick = ledger.positions[place].liquidationTick(
                account.side, maintenance: account.maintenance)
        else { return false }
        return account.side == .long ? mark <= tick : mark >= tick
    }

    private mutating func requeue(_ place: Int) {
        let account = ledger.accounts[place]
        guard
            let tick = ledger.positions[place].liquidationTick(
                account.side, maintenance: account.maintenance)
        else { return }
        let reference = plan.units.referenceTick
        if account.side == .long {
            longs.insert(distance: reference - tick, place: place)
        } else {
            shorts.insert(distance: tick - reference, place: place)
        }
    }

    private func lots(toCloseOf place: Int, at mark: Int) -> Int {
        let position = ledger.positions[place]
        switch plan.rule.closing {
        case .whole: return position.lots
        case .staged(let first, let above, _):
            let notional = Double(position.lots) * Double(mark) * plan.units.quantum
            guard notional > above else { return position.lots }
            return min(position.lots, max(1, Int((Double(position.lots) * first).rounded(.up))))
        case .restoring(let target):
            let account = ledger.accounts[place]
            let rate = target * Double(account.maintenance) / 1e6
            let equity = Double(position.equity(account.side, at: mark))
            let shortage = rate * Double(position.lots) * Double(mark) - equity
            let relief = Double(mark) * (rate - Double(plan.rule.fee) / 1e6)
            guard relief > 0, shortage / relief < Double(position.lots) else {
                return position.lots
            }
            return max(1, Int((shortage / relief).rounded(.up)))
        }
    }

    // MARK: - What is done about them

    private mutating func execute(
        _ orders: [Order], _ step: Int, _ record: inout CascadeRun.Step
    ) {
        let mark = record.markTick
        var (taken, refused) = (orders, [Order]())
        var fill = fillTick(of: taken, from: mark)
        if plan.rule.deleverages {
            (taken, refused) = split(orders, at: fill, fund: ledger.fund.equity(at: mark))
            if !refused.isEmpty { fill = fillTick(of: taken, from: mark) }
        }
        var sold = 0
        for order in taken {
            sold += netBook(order)
            close(order, at: fill, step, &record)
        }
        for order in refused { sold += deleverage(order, fill, step, &record) }
        record.netSold = sold
        path.sell(plan.units.notional(ofLots: abs(sold)) * (sold < 0 ? -1 : 1))
    }

    /// Lots that an order sells in the book; bought where negative.
    private func netBook(_ order: Order) -> Int {
        let book = ledger.bookLots(of: order.lots)
        return ledger.accounts[order.place].side == .long ? book : -book
    }

    private func fillTick(of orders: [Order], from mark: Int) -> Int {
        let net = orders.reduce(0) { $0 + netBook($1) }
        let notional = plan.units.notional(ofLots: abs(net)) * (net < 0 ? -1 : 1)
        return max(1, (mark + path.tick(selling: notional)) / 2)
    }

    /// The orders whose losses the fund can bear, and those it cannot.
    private func split(
        _ orders: [Order], at fill: Int, fund: Int
    ) -> (taken: [Order], refused: [Order]) {
        let deficits = orders.map { ledger.deficit(of: $0.place, closing: $0.lots, at: fill) }
        guard deficits.reduce(0, +) > max(0, fund) else { return (orders, []) }
        var left = max(0, fund)
        var (taken, refused) = ([Order](), [Order]())
        for index in orders.indices.sorted(by: { precedes(orders[$0], orders[$1]) }) {
            if deficits[index] <= left {
                left -= deficits[index]
                taken.append(orders[index])
            } else {
                refused.append(orders[index])
            }
        }
        return (taken, refused)
    }

    /// An order among accounts that does not depend on their places, but between equals.
    private func precedes(_ first: Order, _ second: Order) -> Bool {
        let (one, other) = (ledger.positions[first.place], ledger.positions[second.place])
        return (one.lots, one.cost, one.cash, first.place)
            < (other.lots, other.cost, other.cash, second.place)
    }

    private mutating func close(
        _ order: Order, at fill: Int, _ step: Int, _ record: inout CascadeRun.Step
    ) {
        ledger.close(order.place, order.lots, at: fill)
        record.liquidated += order.lots
        if ledger.positions[order.place].lots == 0 {
            record.accounts += 1
        } else if case .staged(_, _, let cooldown) = plan.rule.closing {
            let pause = min((cooldown / plan.stepSeconds).rounded(.up), 1e9)
            waiting.append((step + max(1, Int(pause)), order.place))
        } else {
            requeue(order.place)
        }
    }

    /// Closes an order against winners at its bankruptcy price, and what finds none in the book; the
    /// lots sold there.
    private mutating func deleverage(
        _ order: Order, _ fill: Int, _ step: Int, _ record: inout CascadeRun.Step
    ) -> Int {
        let side = ledger.accounts[order.place].side
        let price = max(1, ledger.positions[order.place].bankruptcyTick(side))
        var left = order.lots
        while left > 0, let winner = nextWinner(against: side, at: record.markTick) {
            let lots = min(left, ledger.positions[winner].lots)
            ledger.match(order.place, with: winner, lots, at: price)
            record.deleveraged += lots
            left -= lots
        }
        record.liquidated += order.lots - left
        guard left > 0 else {
            record.accounts += 1
            return 0
        }
        close((order.place, left), at: fill, step, &record)
        return netBook((order.place, left))
    }

    private mutating func nextWinner(
        against side: PositionSide, at mark: Int
    ) -> Int? {
        side == .long
            ? winners.shorts.next(.short, in: ledger, at: mark)
            : winners.longs.next(.long, in: ledger, at: mark)
    }
}
