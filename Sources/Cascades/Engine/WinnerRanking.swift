internal import Market

/// The accounts of one side in profit, in the order in which they are closed against losses that the
/// fund cannot bear: profit over entry times effective leverage, highest first.
///
/// - Source: BitMEX, *Auto Deleveraging*: PnL percentage times effective leverage, where that is the
///   value over what is between it and bankruptcy. Equals by place.
struct WinnerRanking {
    /// Ranks are taken anew once the price has moved by more than this share of itself.
    private static let staleness = 0.01

    private var places: [Int] = []
    private var tick = 0

    /// The next winner with lots left; `nil` where there is none.
    mutating func next(
        _ side: PositionSide, in ledger: CascadeLedger, at mark: Int
    ) -> Int? {
        if Double(abs(mark - tick)) > Self.staleness * Double(mark) { rank(side, ledger, mark) }
        while let place = places.last {
            if ledger.positions[place].lots > 0 { return place }
            places.removeLast()
        }
        return nil
    }

    private mutating func rank(
        _ side: PositionSide, _ ledger: CascadeLedger, _ mark: Int
    ) {
        var scores: [(score: Double, place: Int)] = []
        for (place, account) in ledger.accounts.enumerated() where account.side == side {
            let position = ledger.positions[place]
            guard position.lots > 0 else { continue }
            let value = Double(position.lots) * Double(mark)
            let profit = (side == .long ? 1 : -1) * (value - Double(position.cost))
            let equity = Double(position.cash) + profit
            guard profit > 0, equity > 0 else { continue }
            scores.append((profit / Double(position.cost) * value / equity, place))
        }
        scores.sort { ($0.score, $1.place) < ($1.score, $0.place) }
        places = scores.map(\.place)
        tick = mark
    }
}
