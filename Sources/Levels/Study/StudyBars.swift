package import Market

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Bars as a bounce study looks at them: how far each next bar went, in standard deviations of a day.
///
/// All distances are logarithms of price over the volatility known at the close they are counted from,
/// so that a level can be moved to another bar and stay equally far away.
///
/// - Input: closed bars, oldest first, with the standard deviation of the next return as it was known at
///   each close, as a ratio; `nil` while unknown.
/// - Degenerate case: bars whose figures cannot be those of a bar, and bars without a positive volatility,
///   see no level.
package struct StudyBars: Sendable {
    /// The closes.
    let closes: [Double]
    /// The volatility at each close; zero where there is none.
    let volatilities: [Double]
    /// A level further below the close than this is not reached by the next bar; none is where negative.
    let falls: [Double]
    /// A level further above the close than this is not reached by the next bar.
    let rises: [Double]
    /// A level closer to the close than this is reached already.
    let margins: [Double]
    /// How far the deciding close lies above the close.
    let moves: [Double]
    /// The rule they were prepared for.
    let rule: StudyRule

    /// Prepares bars for studies by one rule.
    package init(_ candles: [Candle], volatility: [Double?], rule: StudyRule = StudyRule()) {
        precondition(candles.count == volatility.count, "every bar needs its volatility")
        precondition(rule.bars >= 0 && rule.sets > 0 && rule.reach >= 0, "a study needs its rule")
        let count = max(0, candles.count - 1 - rule.bars)
        let usable = candles.map(\.isConsistent)
        let logs = candles.map { $0.isConsistent ? log($0.close) : 0 }
        let margin = log1p(rule.reach)
        var volatilities = [Double](repeating: 0, count: count)
        var falls = [Double](repeating: -.infinity, count: count)
        var rises = falls
        var margins = volatilities
        var moves = volatilities
        for index in 0..<count {
            guard let sigma = volatility[index], sigma > 0, sigma.isFinite, usable[index],
                usable[index + 1], usable[index + 1 + rule.bars]
            else { continue }
            let next = candles[index + 1]
            volatilities[index] = sigma
            margins[index] = margin / sigma
            falls[index] = (logs[index] - log(next.low) + margin) / sigma
            rises[index] = (log(next.high) - logs[index] + margin) / sigma
            moves[index] = (logs[index + 1 + rule.bars] - logs[index]) / sigma
        }
        closes = candles.prefix(count).map(\.close)
        self.volatilities = volatilities
        self.falls = falls
        self.rises = rises
        self.margins = margins
        self.moves = moves
        self.rule = rule
    }

    /// The distance to the nearest level on a side of a close that the price is not at already; infinite
    /// where there is none.
    func distance(_ side: SwingPivot.Side, _ levels: [Double], at bar: Int) -> Double {
        let sigma = volatilities[bar]
        guard sigma > 0 else { return .infinity }
        var nearest = Double.infinity
        let sign = side == .high ? 1.0 : -1.0
        for level in levels where level > 0 && level.isFinite {
            guard sign * (level - closes[bar]) > 0 else { continue }
            let distance = sign * log(level / closes[bar]) / sigma
            if distance > margins[bar], distance < nearest { nearest = distance }
        }
        return nearest
    }
}
