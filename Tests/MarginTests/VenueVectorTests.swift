import Margin
import Market
import TestSupport
import Testing

/// What venues published and other implementations assert, row by row of `Fixtures/Margin/vectors.csv`.
@Suite struct VenueVectorTests {
    @Test func everyPublishedFigure() throws {
        let rows = try ReferenceTable(fixture: "Margin/vectors.csv").rows.map(VectorRow.init)
        #expect(rows.count == 114)
        for row in rows {
            let found = try row.answer()
            #expect(
                abs(found - row.expected) <= row.tolerance,
                "\(row.name): \(found) for \(row.expected)")
        }
    }

    /// dYdX v4, `liquidations_test.go`: Bitcoin at 50,000, ether at 3,000, maintenance 10 per cent.
    @Test(
        arguments: [
            (0.1, 0.0, -4501.0, 1.0, 0.1, 49_999.0), (0.1, 0, -4501, 2, 0.1, 49_998),
            (0.1, 0, -4501, 1, 0.2, 49_998), (-0.1, 0, 5499, 1, 0.1, 50_001),
            (-0.1, 0, 5499, 2, 0.1, 50_002), (-0.1, 0, 5499, 1, 0.2, 50_002),
            (0.1, 0, -5000, 1, 0.1, 49_500), (0.1, 0, -5500, 1, 0.1, 49_500),
            (-0.1, 0, 5000, 1, 0.1, 50_500), (-0.1, 0, 4500, 1, 0.1, 50_500),
            (0.004, 0.1, -490, 1, 0.1, 2976), (0.1, 0, -4501, 4294.967295, 0.1, 49_500),
        ] as [(Double, Double, Double, Double, Double, Double)])
    func fillablePrices(
        bitcoin: Double, ether: Double, quote: Double, adjustment: Double, spread: Double,
        expected: Double
    ) throws {
        let account = try Self.account(bitcoin, ether, quote)
        let coins = ether == 0 ? bitcoin : ether
        let close = Self.close(coins, at: ether == 0 ? 50_000 : 3000)
        let price = try #require(
            account.fillablePrice(of: close, coins: coins, adjustment: adjustment, spread: spread))
        #expect(agree(price, expected, relative: 1e-12))
    }

    /// The same tests: the quote that closing has to bring in, in dollars.
    @Test(
        arguments: [
            (0.1, 0.0, -4501.0, 0.1, 4501.0), (-0.1, 0, 5499, -0.1, -5499),
            (0.1, 0, -5000, 0.1, 5000),
            (0.1, 0, -5000, 0.05, 2500), (-0.1, 0, 5000, -0.1, -5000),
            (-0.1, 0, 5000, -0.05, -2500),
            (0.1, 0, -5100, 0.1, 5100), (-0.1, 0, 4900, -0.1, -4900),
        ] as [(Double, Double, Double, Double, Double)])
    func bankruptcyQuotes(
        bitcoin: Double, ether: Double, quote: Double, closed: Double, expected: Double
    ) throws {
        let account = try Self.account(bitcoin, ether, quote)
        let close = Self.close(closed, at: 50_000)
        #expect(account.bankruptcyQuote(of: close) == Int64(expected * 1e6))
    }

    @Test func bankruptcyQuotesOfTwoPositions() throws {
        for (bitcoin, ether, quote, expected) in [
            (0.004, 0.1, -490.0, 294.0), (-0.004, -0.1, 510, -306), (0.004, -0.1, 110, -306),
        ] as [(Double, Double, Double, Double)] {
            let account = try Self.account(bitcoin, ether, quote)
            let close = Self.close(ether, at: 3000)
            #expect(account.bankruptcyQuote(of: close) == Int64(expected * 1e6))
        }
        let long = try Self.account(1, 0, -13)
        #expect(long.bankruptcyQuote(of: Self.close(0.00021347, at: 50_000)) == 2776)
        let owing = try Self.account(-1, 0, 13)
        #expect(owing.bankruptcyQuote(of: Self.close(-0.00021347, at: 50_000)) == -2775)
    }

    @Test func insuranceDeltas() throws {
        let long = try Self.account(0.1, 0, -5100)
        let close = Self.close(0.1, at: 50_000)
        let sold = long.insuranceDelta(
            of: close, fillQuote: 5_610_000_000, greatestFeeRate: 0.005)
        #expect(agree(sold, 28_050_000))
        let uncapped = long.insuranceDelta(
            of: close, fillQuote: 5_610_000_000, greatestFeeRate: 1)
        #expect(uncapped == 510_000_000)
        let short = try Self.account(-0.1, 0, 4900)
        let bought = short.insuranceDelta(
            of: Self.close(-0.1, at: 50_000), fillQuote: -4_410_000_000, greatestFeeRate: 0.005)
        #expect(agree(bought, 22_050_000))
        let paid = long.insuranceDelta(
            of: close, fillQuote: 5_000_000_000, greatestFeeRate: 0.005)
        #expect(paid == -100_000_000)
    }

    /// Drift v2, `calculate_base_asset_amount_to_cover_margin_shortage`: a shortage of 10, 10 per cent, price 100.
    @Test(
        arguments: [
            (100.0, 0.0, 1.0), (99, 0, 1.010101010), (101, 0, 0.990099009),
            (100, 0.01, 1.111111111), (100, 0.02, 1.25),
        ] as [(Double, Double, Double)])
    func driftCoversAShortage(price: Double, fees: Double, expected: Double) throws {
        // Ten coins require a tenth of their value; collateral is ten less than that.
        let solver = try MarginSamples.solver(
            .linear, .long, size: 10, entry: price, collateral: price - 10, .rate(0.1))
        let close = try solver.restoringClose(
            of: MarginSamples.id, .long, closingFeeRate: fees)
        guard case .part(let contracts, let remaining) = close else {
            Issue.record("\(close)")
            return
        }
        #expect(agree(contracts, expected, relative: 1e-9, absolute: 1e-9))
        #expect(agree(contracts + remaining, 10))
    }

    @Test func driftTakesAllWhereFeesTakeTheMargin() throws {
        let solver = try MarginSamples.solver(
            .linear, .long, size: 10, entry: 100, collateral: 90, .rate(0.1))
        let close = try solver.restoringClose(of: MarginSamples.id, .long, closingFeeRate: 0.1)
        #expect(close == .whole(equityLeft: -10))
    }

    @Test func driftInsuranceFee() throws {
        let small = try InsuranceFee(
            greatest: 0.02, marginRate: 0.1, liquidatorFeeRate: 0.01, shortage: 10, value: 1000)
        #expect(small.rate == 0.02)
        // 0.95 (0.1 - 0.05 - 40 / 1000)
        let large = try InsuranceFee(
            greatest: 0.02, marginRate: 0.1, liquidatorFeeRate: 0.05, shortage: 40, value: 1000)
        #expect(agree(large.rate, 0.0095))
        let none = try InsuranceFee(
            greatest: 0.02, marginRate: 0.1, liquidatorFeeRate: 0.05, shortage: 90, value: 1000)
        #expect(none.rate == 0)
    }

    private static func close(_ coins: Double, at price: Double) -> SubaccountLiquidation.Close {
        let value = Int64((coins * price * 1e6).rounded())
        return SubaccountLiquidation.Close(
            netValue: value, maintenance: Int64((Double(value.magnitude) / 10).rounded()))
    }

    private static func account(
        _ bitcoin: Double, _ ether: Double, _ quote: Double
    ) throws -> SubaccountLiquidation {
        let parts = [close(bitcoin, at: 50_000), close(ether, at: 3000)]
        return try SubaccountLiquidation(
            totalNetCollateral: parts.map(\.netValue).reduce(0, +) + Int64(quote * 1e6),
            totalMaintenance: parts.map(\.maintenance).reduce(0, +))
    }
}
