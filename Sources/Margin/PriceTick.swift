/// The step in which a venue quotes prices.
package struct PriceTick: Hashable, Sendable {
    /// Which way a price between two steps goes.
    package enum Rounding: String, Hashable, Sendable, CaseIterable {
        case up, down, nearest
    }

    /// The step, above zero.
    package let size: Double

    /// A step; throws where it is not above zero.
    package init(_ size: Double) throws(MarginError) {
        self.size = try MarginField.tick.positive(size)
    }

    /// A price on the grid of steps. One that lies on it to within a billionth of a step stays.
    package func rounded(_ price: Double, _ rounding: Rounding) -> Double {
        let steps = price / size
        let nearest = steps.rounded()
        guard abs(steps - nearest) > 1e-9 else { return nearest * size }
        switch rounding {
        case .up: return steps.rounded(.up) * size
        case .down: return steps.rounded(.down) * size
        case .nearest: return nearest * size
        }
    }
}
