import Margin
import Market
import TestSupport
import Testing

/// The properties that hold of every venue: of 1,000 seeded accounts each.
@Suite struct MarginPropertyTests {
    private struct Draw {
        let kind: Contract.Kind
        let side: PositionSide
        let size: Double
        let entry: Double
        let leverage: Double
        let floors: [Double]
        let rates: [Double]

        var value: Double { kind == .inverse ? size / entry : size * entry }

        func solver(
            scale: Double = 1, collateral factor: Double = 1, sizeFactor: Double = 1,
            mode: MarginConventions.CollateralMode = .isolated
        ) throws -> MarginSolver {
            let table = try TierTable(floors: floors.map { $0 * scale }, rates: rates)
            return try MarginSamples.solver(
                kind, side, size: size * scale * sizeFactor, entry: entry,
                collateral: value / leverage * scale * factor, .marginal(table),
                MarginConventions(mode: mode))
        }

        func price(_ solver: MarginSolver) throws -> Double? {
            try solver.liquidation(of: MarginSamples.id).nearest?.price
        }
    }

    private static func draws(_ seed: UInt64) -> [Draw] {
        var generator = SeededGenerator(seed: seed)
        return (0..<1000).map { _ in
            let kind = Contract.Kind.allCases.randomElement(using: &generator) ?? .linear
            let entry = Double.random(in: 10...1000, using: &generator)
            let size =
                Double.random(in: 1...100, using: &generator) * (kind == .inverse ? entry : 1)
            let value = kind == .inverse ? size / entry : size * entry
            return Draw(
                kind: kind, side: Bool.random(using: &generator) ? .long : .short, size: size,
                entry: entry, leverage: Double.random(in: 1.5...40, using: &generator),
                floors: [0, 0.7 * value, 1.1 * value, 1.5 * value],
                rates: [0.004, 0.01, 0.015, 0.02])
        }
    }

    @Test func equityMeetsTheRequirementAtTheLiquidationPrice() throws {
        var count = 0
        for draw in Self.draws(1) {
            let solver = try draw.solver()
            guard let point = try solver.liquidation(of: MarginSamples.id).nearest else { continue }
            count += 1
            #expect(
                agree(point.equity, point.requirement, relative: 1e-9, absolute: 1e-9 * draw.value))
        }
        #expect(count > 900)
    }

    /// Across the edges of tiers a little more size moves the price a little.
    @Test func thePriceIsContinuousInSize() throws {
        for draw in Self.draws(2) {
            for factor in [0.5, 0.8, 1, 1.3] {
                guard let before = try draw.price(draw.solver(sizeFactor: factor)),
                    let after = try draw.price(draw.solver(sizeFactor: factor * (1 + 1e-9)))
                else { continue }
                #expect(agree(before, after, relative: 1e-6))
            }
        }
    }

    /// The size at which the liquidation price lies on an edge: the formulas of both tiers give it.
    @Test func bothTiersAgreeOnAnEdge() throws {
        for edge in [50.0, 80, 99] {
            let table = try TierTable(floors: [0, edge], rates: [0.01, 0.05])
            // Long one coin at 100 is liquidated at the edge where 100 - margin = 0.99 × edge.
            let margin = 100 - 0.99 * edge
            for nudge in [1 - 1e-12, 1, 1 + 1e-12] {
                let solver = try MarginSamples.solver(
                    .linear, .long, size: 1, entry: 100, collateral: margin * nudge,
                    .marginal(table))
                #expect(agree(try solver.liquidationPrice, edge, relative: 1e-10))
            }
        }
    }

    /// Marked within rounding of its liquidation price, a position is liquidated there or is already.
    @Test func aMarkOnThePriceIsNotMissed() throws {
        var healthy = 0
        for draw in Self.draws(8) {
            guard let price = try draw.price(draw.solver()) else { continue }
            for step in -4...4 {
                let mark = price * (1 + Double(step) * 1e-16)
                let table = try TierTable(floors: draw.floors, rates: draw.rates)
                let solver = try MarginSamples.solver(
                    draw.kind, draw.side, size: draw.size, entry: draw.entry, mark: mark,
                    collateral: draw.value / draw.leverage, .marginal(table))
                let outcome = try solver.liquidation(of: MarginSamples.id)
                guard case .healthy = outcome else { continue }
                healthy += 1
                let found = try #require(outcome.nearest)
                #expect(agree(found.price, mark, relative: 1e-12))
            }
        }
        #expect(healthy > 100)
    }

    /// Margin that hardly grows with size is margin at one rate, without digits lost in the quadratic.
    @Test func hardlyScalingIsOneRate() throws {
        for draw in Self.draws(9) where draw.kind == .inverse {
            for perCoin in [1e-13, 1e-18, 1e-30] {
                let scaling = MaintenanceRule.scaling(
                    try MarginScaling(base: 0.01, perCoin: perCoin))
                let prices = try [scaling, .rate(0.01)].map { rule in
                    try MarginSamples.solver(
                        .inverse, draw.side, size: draw.size, entry: draw.entry,
                        collateral: draw.value / draw.leverage, rule
                    ).liquidationPrice
                }
                #expect(agree(prices[0], prices[1], relative: 1e-10))
            }
        }
    }

    /// A size whose square is no double any more.
    @Test func enormousSizesScaleToo() throws {
        let prices = try [1.0, 1e200].map { scale in
            try MarginSamples.solver(
                .inverse, .long, size: 1e6 * scale, entry: 50_000, collateral: 1 * scale,
                .scaling(MarginScaling(base: 0.01, perCoin: 0.00005 / scale))
            ).liquidationPrice
        }
        // The price of the unscaled account as in `vectors.csv`.
        #expect(agree(prices[0], 48_144.6922, relative: 1e-9))
        #expect(agree(prices[0], prices[1]))
    }

    @Test func scalingAccountAndTiersLeavesThePrice() throws {
        for draw in Self.draws(3) {
            for scale in [0.001, 3, 1e6] {
                let found = try draw.price(draw.solver(scale: scale))
                #expect(agree(found, try draw.price(draw.solver()), relative: 1e-9))
            }
        }
    }

    @Test func moreCollateralMovesThePriceAway() throws {
        for draw in Self.draws(4) {
            guard let before = try draw.price(draw.solver()),
                let after = try draw.price(draw.solver(collateral: 1.01))
            else { continue }
            #expect(draw.side == .long ? after < before : after > before)
        }
    }

    @Test func bankruptcyLiesBeyondLiquidation() throws {
        for draw in Self.draws(5) {
            let solver = try draw.solver()
            guard let price = try draw.price(solver), let bankrupt = try solver.bankruptcyPrice
            else { continue }
            #expect(draw.side == .long ? bankrupt < price : bankrupt > price)
        }
    }

    /// As leverage grows, a linear and an inverse position of one value differ by its inverse square.
    @Test func linearAndInverseMeetAtHighLeverage() throws {
        for side in PositionSide.allCases {
            for leverage in [50.0, 100, 200, 400] {
                let rule = try MaintenanceRule.rate(1 / (2 * leverage))
                let linear = try MarginSamples.solver(
                    .linear, side, size: 1, entry: 100, collateral: 100 / leverage, rule)
                let inverse = try MarginSamples.solver(
                    .inverse, side, size: 100, entry: 100, collateral: 1 / leverage, rule)
                let first = try #require(try linear.liquidationPrice)
                let second = try #require(try inverse.liquidationPrice)
                #expect(abs(first - second) / 100 < 1.5 / (leverage * leverage))
            }
        }
    }

    @Test func crossOfOnePositionIsIsolated() throws {
        for draw in Self.draws(6) {
            let isolated = try draw.solver()
            for mode in [MarginConventions.CollateralMode.cross, .crossByValue] {
                let cross = try draw.solver(mode: mode)
                #expect(agree(try draw.price(cross), try draw.price(isolated), relative: 1e-9))
                let ratio = try cross.marginRatio
                let own = try isolated.marginRatio
                #expect(
                    agree(ratio.equity, own.equity) && agree(ratio.requirement, own.requirement))
            }
        }
    }

    @Test func theOrderOfPositionsDoesNotMatter() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let positions = try (0..<5).map { index in
                try Position(
                    contract: MarginSamples.contract(.linear, "perp:test:\(index)"),
                    side: Bool.random(using: &generator) ? .long : .short,
                    contracts: Double.random(in: 1...10, using: &generator),
                    entryPrice: Double.random(in: 90...110, using: &generator), markPrice: 100,
                    maintenance: .rate(0.01))
            }
            let conventions = try MarginConventions(mode: .cross)
            let solver = try MarginSolver(
                MarginAccount(collateral: 2000, positions: positions), conventions)
            let shuffled = try MarginSolver(
                MarginAccount(
                    collateral: 2000, positions: positions.shuffled(using: &generator)),
                conventions)
            for position in positions {
                let first = try solver.liquidation(of: position.contract.id).nearest?.price
                let second = try shuffled.liquidation(of: position.contract.id).nearest?.price
                #expect(agree(first, second, relative: 1e-12))
            }
        }
    }
}
