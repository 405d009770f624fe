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
    /// - Source: Osler, *Support for Resistance*, FRBNY Economic Policy Review, 2000, on round numbers.
    package static func roundNumbers(around price: Double) -> [Level] {
        guard price.isFinite, price > 0 else { return [] }
        let unit = powerOfTen(atOrBelow: price)
        var found: [Level] = []
        for divisor in [1.0, 2, 5, 10] {
            let step = unit / divisor
            let below = (price / step).rounded(.up) - 1
            for count in [below, below + 1] where count > 0 {
                // Dividing keeps the number as round as it reads: 33 / 10, not 33 x 0.1.
                let value = count * unit / divisor
                if !found.contains(where: { $0.value == value }) {
                    found.append(Level(kind: .round(step: step), value: value))
                }
            }
        }
        return found
    }

    private static func powerOfTen(atOrBelow price: Double) -> Double {
        var unit = 1.0
        while unit * 10 <= price { unit *= 10 }
        while unit > price { unit /= 10 }
        return unit
    }
}
