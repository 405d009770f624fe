import Liquidations
import Market
import TestSupport
import Testing

/// Expected dollars: arithmetic shown beside each case, from the venues' own examples of messages.
@Suite struct LiquidationDollarsTests {
    static func close(
        _ contract: ContractSize?, orderPrice: Double? = nil, averagePrice: Double? = nil,
        ordered: Double? = nil, filled: Double? = nil
    ) -> LiquidationEvent {
        LiquidationEvent(
            venue: "binance", instrument: "BTCUSDT", asset: "BTC",
            time: Timestamp(seconds: 1_737_936_000), closed: .long, orderPrice: orderPrice,
            averagePrice: averagePrice, orderedQuantity: ordered, filledQuantity: filled,
            contract: contract)
    }

    /// Binance's documented example: 0.014 filled of 0.014 ordered at a mean of 9910, order at 9910.
    @Test func filledAtTheMean() throws {
        let event = Self.close(
            .linear(coins: 1), orderPrice: 9_900, averagePrice: 9_910, ordered: 0.02, filled: 0.014)
        let dollars = try LiquidationDollars(of: event)
        #expect(agree(dollars.amount, 138.74))
        #expect(dollars.basis == .filled)
    }

    @Test(
        arguments: [
            // OKX: 13 contracts of 0.01 BTC at 100,000: forgetting the size is a factor of a hundred.
            (.linear(coins: 0.01), 100_000, 13, 13_000),
            // A thousand coins a contract: 250 x 1000 x 0.02.
            (.linear(coins: 1000), 0.02, 250, 5_000),
            // BitMEX XBTUSD and Bybit inverse: 1000 contracts of a dollar, at any price.
            (.inverse(dollars: 1), 95_000, 1_000, 1_000),
            // OKX BTC-USD-SWAP: 7 contracts of 100 dollars.
            (.inverse(dollars: 100), 95_000, 7, 700),
            // BitMEX ETHUSD: 2000 contracts of 0.000001 XBT a point at 1963 are 3.926 XBT; at 30,000 dollars.
            (.quanto(unitsPerPoint: 0.000001, dollarsPerUnit: 30_000), 1_963, 2_000, 117_780),
        ] as [(ContractSize, Double, Double, Double)])
    func everyContract(size: ContractSize, price: Double, quantity: Double, dollars: Double) throws
    {
        let ordered = try LiquidationDollars(
            of: Self.close(size, orderPrice: price, ordered: quantity))
        #expect(agree(ordered.amount, dollars))
        #expect(ordered.basis == .ordered)
        let filled = try LiquidationDollars(
            of: Self.close(size, averagePrice: price, filled: quantity))
        #expect(agree(filled.amount, dollars))
        #expect(filled.basis == .filled)
    }

    @Test func halfPublishedIsMixedButForInverse() throws {
        let linear = try LiquidationDollars(
            of: Self.close(.linear(coins: 1), orderPrice: 10, filled: 2))
        #expect(linear.amount == 20 && linear.basis == .mixed)
        let inverse = try LiquidationDollars(of: Self.close(.inverse(dollars: 1), filled: 2))
        #expect(inverse.amount == 2 && inverse.basis == .filled)
    }

    @Test func quarantineIsNeverAGuess() {
        func reason(_ event: LiquidationEvent) -> LiquidationDollars.Quarantined? {
            do throws(LiquidationDollars.Quarantined) {
                _ = try LiquidationDollars(of: event)
                return nil
            } catch { return error }
        }
        let coin = ContractSize.linear(coins: 1)
        #expect(reason(Self.close(nil, orderPrice: 1, ordered: 1)) == .unknownContract)
        #expect(reason(Self.close(coin, orderPrice: 1)) == .noQuantity)
        #expect(reason(Self.close(coin, ordered: 1)) == .noPrice)
        #expect(reason(Self.close(coin, orderPrice: 1, ordered: 1, filled: 0)) == .nothingFilled)
        #expect(reason(Self.close(.inverse(dollars: 0), ordered: 1)) == .unsound)
        let quanto = ContractSize.quanto(unitsPerPoint: 1, dollarsPerUnit: .nan)
        #expect(reason(Self.close(quanto, orderPrice: 1, ordered: 1)) == .unsound)
        for number: Double in [-1, 0, .nan, .infinity, -.infinity] {
            #expect(reason(Self.close(coin, orderPrice: number, ordered: 1)) == .unsound)
            #expect(reason(Self.close(coin, orderPrice: 1, ordered: number)) == .unsound)
            #expect(
                reason(Self.close(.linear(coins: number), orderPrice: 1, ordered: 1)) == .unsound)
        }
        // Two wrong signs do not make a right one, and what overflows or vanishes is no sum.
        #expect(reason(Self.close(.linear(coins: -1), orderPrice: -1, ordered: 1)) == .unsound)
        #expect(reason(Self.close(coin, orderPrice: 1e200, ordered: 1e200)) == .unsound)
        #expect(reason(Self.close(coin, orderPrice: 1e-200, ordered: 1e-200)) == .unsound)
    }
}
