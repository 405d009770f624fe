package import Market

/// Swing highs and lows: bars whose extreme stands alone among `reach` bars to either side.
///
/// A pivot is told only when the last of those bars has closed, so that it is never used before it was
/// known. Bars are counted, not hours: a missing bar is passed over.
///
/// - Input: candles, oldest first; reads high and low.
/// - Output: with each bar the pivots it confirms: none, one, or a high and a low of the same bar, the
///   high first. Prices are those of the bar, unrounded.
/// - Degenerate case: equal extremes within the reach are no pivot, so a flat market has none; a figure
///   that is not a number is neither above nor below another, so its bar is none either.
/// - Complexity: `reach` comparisons a bar; keeps twice `reach` bars.
/// - Source: Williams, *Trading Chaos*, 1995, the fractal, with `reach` 2.
/// - Checked against: pandas' centred rolling extremes, exactly, `Fixtures/Levels/swings.csv`.
package struct SwingPivots: Sendable {
    private let reach: Int
    private var recent: [Candle] = []
    private var seen = 0

    /// Pivots among `reach` bars to either side; `reach` must be positive.
    package init(reach: Int = 2) {
        precondition(reach > 0, "a pivot needs a neighbour on either side")
        self.reach = reach
    }

    /// Takes the next bar; answers the pivots that it confirms.
    package mutating func update(_ candle: Candle) -> [SwingPivot] {
        if recent.count == 2 * reach + 1 { recent.removeFirst() }
        recent.append(candle)
        seen += 1
        guard recent.count == 2 * reach + 1 else { return [] }
        return SwingPivot.Side.allCases.compactMap { side in
            let price = recent[reach].extreme(side)
            for (index, other) in recent.enumerated() where index != reach {
                let isBeaten = side == .high ? other.high < price : other.low > price
                guard isBeaten else { return nil }
            }
            return SwingPivot(
                side: side, price: price, bar: seen - 1 - reach,
                openTime: recent[reach].openTime, confirmedAt: candle.closeTime)
        }
    }

    /// Every pivot of some bars that the last of them or an earlier one confirms, in the order of
    /// confirmation: the streaming form folded.
    package static func all(in candles: [Candle], reach: Int = 2) -> [SwingPivot] {
        var pivots = SwingPivots(reach: reach)
        return candles.flatMap { pivots.update($0) }
    }
}

extension Candle {
    /// The extreme of the bar on a side.
    func extreme(_ side: SwingPivot.Side) -> Double { side == .high ? high : low }
}
