import Margin
import TestSupport
import Testing

@Suite struct TierTableTests {
    /// Binance USDT-M BTCUSDT of 26 March 2021, and 1000SHIB as in freqtrade's fixtures.
    @Test(
        arguments: [
            (
                [0, 5e4, 2.5e5, 1e6, 1e7, 2e7, 5e7, 1e8, 2e8, 3e8],
                [0.004, 0.005, 0.01, 0.025, 0.05, 0.1, 0.125, 0.15, 0.25, 0.5],
                [
                    0, 50, 1300, 16_300, 266_300, 1_266_300, 2_516_300, 5_016_300, 25_016_300,
                    100_016_300,
                ]
            ),
            (
                [0, 5e4, 1.5e5, 2.5e5, 5e5, 1e6, 2e6], [0.01, 0.025, 0.05, 0.1, 0.125, 0.25, 0.5],
                [0, 750, 4500, 17_000, 29_500, 154_500, 654_500]
            ),
            // COIN-M quarterly of April 2021: 50 BTC × (5 - 2.5 per cent) + 0.56 = 1.81 BTC, then 11.81.
            (
                [0, 10, 20, 30, 50, 100, 200], [0.004, 0.005, 0.01, 0.025, 0.05, 0.1, 0.125],
                [0, 0.01, 0.11, 0.56, 1.81, 6.81, 11.81]
            ),
        ] as [([Double], [Double], [Double])])
    func derivesPublishedAmounts(floors: [Double], rates: [Double], amounts: [Double]) throws {
        let derived = try TierTable(floors: floors, rates: rates)
        for (tier, amount) in zip(derived.tiers, amounts) {
            #expect(agree(tier.cumulativeAmount, amount))
        }
        #expect(throws: Never.self) {
            try TierTable(floors: floors, rates: rates, amounts: amounts)
        }
    }

    @Test func refusesAnAmountThatDoesNotFollow() {
        #expect {
            try TierTable(floors: [0, 100], rates: [0.01, 0.02], amounts: [0, 2])
        } throws: {
            $0 as? MarginError == .cumulativeAmount(tier: 2, published: 2, derived: 1)
        }
    }

    /// A fixture of another program lets AAVE's last tier begin at ten million after one that ends at one.
    @Test func refusesAHole() {
        let lines = [
            TierTable.Tier(floor: 0, ceiling: 1e6, rate: 0.01),
            TierTable.Tier(floor: 1e7, ceiling: nil, rate: 0.5),
        ]
        #expect(
            throws: MarginError.tiersNotContiguous(tier: 2, begins: 1e7, previousEnds: 1e6)
        ) { try TierTable(lines) }
    }

    @Test(
        arguments: [
            ([0, 100, 50], [0.01, 0.02, 0.03], MarginError.tiersNotAscending(tier: 2)),
            ([0, 100, 100], [0.01, 0.02, 0.03], .tiersNotAscending(tier: 2)),
            ([0, 100], [0.02, 0.01], .ratesNotAscending(tier: 2)),
            ([10, 100], [0.01, 0.02], .tiersNotContiguous(tier: 1, begins: 10, previousEnds: 0)),
            ([], [], .tierCount(0)), ([0, 100], [0.01], .tierCount(1)),
            ([0], [1.01], .notAShare(.maintenanceRate, 1.01)),
            ([0], [-0.01], .notAShare(.maintenanceRate, -0.01)),
            ([-1], [0.01], .negative(.tierFloor, -1)), ([.nan], [0.01], .notFinite(.tierFloor)),
            ([0], [.infinity], .notFinite(.maintenanceRate)),
            ([0, .infinity], [0.01, 0.02], .notFinite(.tierCeiling)),
        ] as [([Double], [Double], MarginError)])
    func refusesWrongTables(floors: [Double], rates: [Double], error: MarginError) {
        #expect(throws: error) { try TierTable(floors: floors, rates: rates) }
    }

    @Test func refusesTooManyTiers() {
        let floors = (0...TierTable.greatestCount).map(Double.init)
        let rates = floors.map { $0 / 1e6 }
        #expect(throws: MarginError.tierCount(1001)) {
            try TierTable(floors: floors, rates: rates)
        }
        #expect(throws: Never.self) {
            try TierTable(floors: Array(floors.dropLast()), rates: Array(rates.dropLast()))
        }
    }

    @Test func aValueOnAnEdgeBelongsBelow() throws {
        let table = try TierTable(floors: [0, 100, 200], rates: [0, 0.1, 0.2], end: 300)
        let found = [0, 100, 100.1, 200, 200.1, 300, 400].map { table.number(of: $0) }
        #expect(found == [1, 1, 2, 2, 3, 3, 3])
    }
}
