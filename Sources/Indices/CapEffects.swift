internal import Series

/// A change of capitalisation by what brought it about. The parts add up to the change.
package struct CapEffects: Hashable, Sendable {
    /// What prices did, stablecoins' prices included.
    package var price: Double
    /// What coins did that came into circulation or left it, stablecoins apart.
    package var supply: Double
    /// What assets brought that were not there before; zero or more.
    package var entered: Double
    /// What assets took along that are there no more; zero or less.
    package var left: Double
    /// What minted and burned stablecoins did.
    package var stablecoins: Double

    /// Effects, each zero where it is not given.
    package init(
        price: Double = 0, supply: Double = 0, entered: Double = 0, left: Double = 0,
        stablecoins: Double = 0
    ) {
        self.price = price
        self.supply = supply
        self.entered = entered
        self.left = left
        self.stablecoins = stablecoins
    }

    /// What came and went with assets, not with their prices or supplies.
    package var membership: Double { entered + left }

    /// All parts together: the change.
    package var sum: Double { parts.compensatedSum }

    /// The parts in a fixed order.
    package var parts: [Double] { [price, supply, entered, left, stablecoins] }

    /// The parts without their signs, added up: how much moved, whatever cancelled out.
    package var gross: Double { parts.map { abs($0) }.compensatedSum }

    /// Each part over the same number, such as the earlier capitalisation for points.
    package func divided(by whole: Double) -> CapEffects {
        CapEffects(
            price: price / whole, supply: supply / whole, entered: entered / whole,
            left: left / whole, stablecoins: stablecoins / whole)
    }

    /// The sum of each part over some effects, in their order.
    package static func total(_ effects: [CapEffects]) -> CapEffects {
        CapEffects(
            price: effects.map(\.price).compensatedSum,
            supply: effects.map(\.supply).compensatedSum,
            entered: effects.map(\.entered).compensatedSum,
            left: effects.map(\.left).compensatedSum,
            stablecoins: effects.map(\.stablecoins).compensatedSum)
    }
}
