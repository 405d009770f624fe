import Margin
import Market
import TestSupport
import Testing

/// Looks for the liquidation price of a position of the tests step by step and then by bisection, from the
/// definition of equity and requirement.
struct BruteForce {
    private let solver: MarginSolver
    private let position: Position

    init(_ solver: MarginSolver) {
        self.solver = solver
        position = solver.account.positions[0]
    }

    private func value(_ price: Double) -> Double {
        position.contract.value(of: position.contracts, at: price)
    }

    private func requirement(_ price: Double) -> Double {
        guard let tiers = position.maintenance.table?.tiers else { return 0 }
        let value = value(price)
        if case .flat = position.maintenance {
            return value * (tiers.last { value > $0.floor }?.rate ?? tiers[0].rate)
        }
        var total = 0.0
        for tier in tiers where value > tier.floor {
            total += tier.rate * (min(value, tier.ceiling ?? .infinity) - tier.floor)
        }
        return total
    }

    private func isHealthy(_ price: Double) -> Bool {
        let profit = position.contract.profit(
            of: position.contracts, position.side, from: position.entryPrice, to: price)
        return solver.account.collateralValue + profit > requirement(price)
    }

    /// The first price in a direction that is not healthy, within a factor of fifty.
    private func first(isUp: Bool) -> Double? {
        var price = position.markPrice
        for _ in 0..<660 {
            let next = isUp ? price * 1.006 : price / 1.006
            guard isHealthy(next) else { return bisected(price, next) }
            price = next
        }
        return nil
    }

    private func bisected(_ healthy: Double, _ breached: Double) -> Double {
        var (healthy, breached) = (healthy, breached)
        for _ in 0..<100 {
            let middle = (healthy + breached) / 2
            if isHealthy(middle) { healthy = middle } else { breached = middle }
        }
        return (healthy + breached) / 2
    }

    func check(_ outcome: LiquidationOutcome) {
        guard case .healthy(let below, let above) = outcome else {
            #expect(!isHealthy(position.markPrice), "\(position)")
            return
        }
        for (found, isUp) in [(below, false), (above, true)] {
            let price = found.point.map(\.price).flatMap {
                (0.02...50).contains($0 / position.markPrice) ? $0 : nil
            }
            let expected = first(isUp: isUp)
            #expect(
                agree(price, expected, relative: 1e-9),
                "\(position): \(String(describing: price)), \(String(describing: expected))")
        }
    }
}
