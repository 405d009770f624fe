internal import Series

/// Levels that a chart alone gives after each bar: what a backtest asks about when no other levels are kept.
///
/// The means of the last 50 and 200 closes, the highest high and the lowest low of the last 20 bars. A level is
/// left out until there are as many bars, whatever gaps lie between them.
package enum UsualLevels {
    /// Their names.
    package static let names = ["mean 50", "mean 200", "high 20", "low 20"]

    /// The levels after the close of a bar, which know no later bar.
    package static func after(_ index: Int, of bars: PriceBars) -> [NamedLevel] {
        let mean50 = last(50, to: index).map { bars.closes[$0].compensatedSum / 50 }
        let mean200 = last(200, to: index).map { bars.closes[$0].compensatedSum / 200 }
        let high = last(20, to: index).flatMap { bars.highs[$0].max() }
        let low = last(20, to: index).flatMap { bars.lows[$0].min() }
        return zip(names, [mean50, mean200, high, low]).compactMap { name, price in
            price.flatMap { NamedLevel(price: $0, name: name) }
        }
    }

    private static func last(_ count: Int, to index: Int) -> Range<Int>? {
        index + 1 >= count ? (index + 1 - count)..<(index + 1) : nil
    }
}
