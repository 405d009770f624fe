package import Market

/// The turns of the price that a close has left behind by a threshold.
///
/// While the price rises, its highest high is carried along; once a close stands a threshold below it,
/// that high is a turn, and the lowest low since then is carried along instead. Only closes confirm: of
/// the prices of one bar the close alone is known to come after its extreme. For the same reason the bar
/// of a turn counts with its close, not its other extreme, towards the next one.
///
/// - Input: candles, oldest first, with the threshold at each bar in the unit of the price, commonly
///   a multiple of the average true range.
/// - Output: with each bar the turns it confirms, oldest first; highs and lows alternate. The first is
///   whichever of the two the price left further behind, a high where both are equal.
/// - Degenerate case: a threshold that is missing, not finite or not positive confirms nothing.
/// - Complexity: a bar costs a comparison, a turn one for each bar since the turn before it; keeps
///   those bars.
/// - Checked against: a search over all bars in Python, exactly, `Fixtures/Levels/zigzag.csv`.
package struct ZigZag: Sendable {
    /// The bars since the last turn, its own first.
    private var leg: [Candle] = []
    /// The position of `leg`'s first bar among those fed.
    private var start = 0
    /// What the leg runs towards; unknown before the first turn.
    private var towards: SwingPivot.Side?
    private var high = 0
    private var low = 0

    /// Turns of bars yet to come.
    package init() {}

    /// Takes the next bar with its threshold; answers the turns that it confirms.
    package mutating func update(_ candle: Candle, threshold: Double?) -> [SwingPivot] {
        leg.append(candle)
        carry(leg.count - 1)
        guard let threshold, threshold > 0, threshold.isFinite else { return [] }
        var turns: [SwingPivot] = []
        while let side = turn(at: candle.close, threshold) {
            let place = side == .high ? high : low
            turns.append(
                SwingPivot(
                    side: side, price: price(side, place), bar: start + place,
                    openTime: leg[place].openTime, confirmedAt: candle.closeTime))
            begin(at: place, towards: side.opposite)
        }
        return turns
    }

    /// Every turn of some bars, in the order of confirmation: the streaming form folded.
    package static func all(in candles: [Candle], thresholds: [Double?]) -> [SwingPivot] {
        precondition(candles.count == thresholds.count, "every bar needs its threshold")
        var turns = ZigZag()
        return zip(candles, thresholds).flatMap { turns.update($0, threshold: $1) }
    }

    /// The side that the close has left behind by the threshold.
    private func turn(at close: Double, _ threshold: Double) -> SwingPivot.Side? {
        let fall = price(.high, high) - close
        let rise = close - price(.low, low)
        switch towards {
        case .high: return fall >= threshold ? .high : nil
        case .low: return rise >= threshold ? .low : nil
        case nil: return max(fall, rise) >= threshold ? (fall >= rise ? .high : .low) : nil
        }
    }

    private mutating func begin(at place: Int, towards side: SwingPivot.Side) {
        leg.removeFirst(place)
        start += place
        towards = side
        high = 0
        low = 0
        for index in leg.indices { carry(index) }
    }

    /// Moves the extremes to a bar that goes beyond them.
    private mutating func carry(_ index: Int) {
        if price(.high, index) > price(.high, high) { high = index }
        if price(.low, index) < price(.low, low) { low = index }
    }

    private func price(_ side: SwingPivot.Side, _ index: Int) -> Double {
        index == 0 && towards != nil ? leg[0].close : leg[index].extreme(side)
    }
}
