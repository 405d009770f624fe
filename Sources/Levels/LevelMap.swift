/// The levels around a price, nearest first on either side.
package struct LevelMap: Sendable {
    /// The price the levels surround.
    package let price: Double
    /// Every level, from the highest to the lowest.
    package let levels: [Level]

    /// Arranges levels around a price.
    package init(price: Double, levels: [Level]) {
        precondition(price > 0, "levels surround a positive price")
        self.price = price
        self.levels = levels.sorted { $0.value > $1.value }
    }

    /// The nearest `count` levels below the price, nearest first.
    package func below(_ count: Int) -> [Level] {
        Array(levels.filter { $0.value < price }.prefix(count))
    }

    /// The nearest `count` levels at or above the price, nearest first.
    package func above(_ count: Int) -> [Level] {
        Array(levels.filter { $0.value >= price }.reversed().prefix(count))
    }
}

extension Level {
    /// The round numbers next to a price: for each grid, the nearest at or above and the nearest below.
    ///
    /// With `u` the power of ten at or below the price, the grids are `u`, `u/2`, `u/5` and `u/10`. A
    /// number that lies on several is named by the coarsest, which is the one people remember.
    ///
    /// - Output: empty for prices outside 1e-30...1e30, where nobody looks.
    /// - Source: Osler, *Support for Resistance*, FRBNY Economic Policy Review, 2000, on round numbers.
    package static func roundNumbers(around price: Double) -> [Level] {
        guard (1e-30...1e30).contains(price) else { return [] }
        let unit = PowerOfTen(atOrBelow: price)
        var found: [Level] = []
        for divisor in [1.0, 2, 5, 10] {
            var above = (price * divisor / unit.times(1)).rounded(.down)
            while unit.times(above, over: divisor) < price { above += 1 }
            for count in [above - 1, above] where count > 0 {
                let value = unit.times(count, over: divisor)
                if !found.contains(where: { $0.value == value }) {
                    let step = unit.times(1, over: divisor)
                    found.append(Level(kind: .round(step: step), value: value))
                }
            }
        }
        return found
    }
}

/// A power of ten as a quotient of two whole ones, so that its multiples are as round as they read:
/// 3 / 10, not 3 x 0.1.
private struct PowerOfTen {
    private var numerator = 1.0
    private var denominator = 1.0

    /// The greatest at or below a positive price.
    init(atOrBelow price: Double) {
        while numerator * 10 <= price { numerator *= 10 }
        while numerator / denominator > price { denominator *= 10 }
    }

    func times(_ count: Double, over divisor: Double = 1) -> Double {
        count * numerator / (denominator * divisor)
    }
}
