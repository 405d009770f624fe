import Indices
import Market
import TestSupport
import Testing

@Suite struct ChainLinkedIndexTests {
    private static let before: [AssetID: Double] = ["A": 100, "B": 50, "C": 2]
    private static let after: [AssetID: Double] = ["A": 93, "B": 44, "C": 1.7]
    private static let coins: [AssetID: Double] = ["A": 10, "B": 8, "C": 100]
    private static let restated: [AssetID: Double] = ["A": 10, "B": 8.1, "C": 103]

    /// By hand: 1600 dollars at a base of 1000 are a divisor of 1.6; at the later prices 1452 / 1.6 = 907.5; the
    /// restated supplies are worth 1461.5, and 1.6 x 1461.5 / 1452 = 1.61046832.
    @Test func keepsItsValueThroughARestatement() throws {
        var index = try #require(
            ChainLinkedIndex(base: 1000, coins: Self.coins, at: Self.before))
        #expect(agree(index.divisor, 1.6, relative: 1e-15))
        #expect(index.value(at: Self.before) == 1000)
        #expect(agree(index.value(at: Self.after), 907.5, relative: 1e-15))
        let isRestated = index.restate(Self.restated, at: Self.after)
        #expect(isRestated)
        #expect(agree(index.divisor, 1.61046832, relative: 1e-8))
        #expect(agree(index.divisor, 1.6 * 1461.5 / 1452, relative: 1e-15))
        #expect(agree(index.value(at: Self.after), 907.5, relative: 1e-15))
        #expect(index.coins == Self.restated)
    }

    /// pandas keeps a divisor at fifty digits; steps are prices, restatements and new weights.
    @Test func agreesWithTheReference() throws {
        var worst = 0.0
        for reference in try ReferenceCase.all("chain") {
            var index: ChainLinkedIndex?
            let steps = Dictionary(grouping: reference.rows) { $0.count("step") ?? -1 }
            for (_, rows) in steps.sorted(by: { $0.key < $1.key }) {
                let prices = Self.amounts(rows, "price")
                let amounts = Self.amounts(rows, "amount")
                var isDone = true
                switch rows[0].text("kind") {
                case "start": index = ChainLinkedIndex(base: 1000, coins: amounts, at: prices)
                case "restate": isDone = index?.restate(amounts, at: prices) ?? false
                case "rebalance": isDone = index?.rebalance(to: amounts, at: prices) ?? false
                default: break
                }
                #expect(isDone)
                let value = try #require(index?.value(at: prices))
                let expected = try #require(rows[0].number("value"))
                worst = max(worst, abs(value / expected - 1))
            }
        }
        #expect(worst <= 1e-12)
    }

    @Test func onlyPricesMoveIt() throws {
        var random = SeededGenerator(seed: 921)
        for _ in 0..<200 {
            var prices = Self.amounts(&random, Self.names)
            var index = try #require(
                ChainLinkedIndex(
                    base: 100, coins: Self.amounts(&random, Self.some(&random)), at: prices))
            for _ in 0..<20 {
                let value = try #require(index.value(at: prices))
                let members = Self.amounts(&random, Self.some(&random))
                let isDone =
                    Bool.random(using: &random)
                    ? index.restate(members, at: prices) : index.rebalance(to: members, at: prices)
                #expect(isDone)
                #expect(index.value(at: prices) == value)
                let factor = Double.random(in: 0.5...2, using: &random)
                prices = prices.mapValues { $0 * factor }
                #expect(agree(index.value(at: prices), value * factor, relative: 1e-12))
            }
        }
    }

    /// Each moves by its weight: `sum(w P(t) / P(T0)) x I(T0)`.
    @Test func weightsHoldAtTheRebalancing() throws {
        var random = SeededGenerator(seed: 922)
        for _ in 0..<200 {
            let prices = Self.amounts(&random, Self.names)
            let weights = Self.amounts(&random, Self.some(&random))
            let index = try #require(ChainLinkedIndex(base: 250, weights: weights, at: prices))
            let later = prices.mapValues { $0 * Double.random(in: 0.3...3, using: &random) }
            let whole = weights.values.reduce(0, +)
            let expected = weights.reduce(0.0) { sum, member in
                let (asset, weight) = member
                return sum + 250 * weight / whole * (later[asset] ?? 0) / (prices[asset] ?? 1)
            }
            #expect(agree(index.value(at: later), expected, relative: 1e-12))
            for (asset, weight) in weights {
                let held = (index.coins[asset] ?? 0) * (prices[asset] ?? 0) / 250
                #expect(agree(held, weight / whole, relative: 1e-12))
            }
        }
    }

    @Test func whatCannotBeDoneLeavesItAsItWas() throws {
        var index = try #require(
            ChainLinkedIndex(base: 1000, coins: Self.coins, at: Self.before))
        #expect(index.value(at: ["A": 1, "B": 1]) == nil)
        #expect(index.value(at: ["A": 0, "B": 0, "C": 0]) == nil)
        let isDone = [
            index.restate(["D": 1], at: Self.after), index.restate([:], at: Self.after),
            index.restate(["A": 0], at: Self.after), index.restate(["A": 1], at: ["A": 1]),
            index.rebalance(to: ["A": -1, "B": 2], at: Self.after),
            index.rebalance(to: ["A": 1], at: ["A": 0, "B": 1, "C": 1]),
        ]
        #expect(!isDone.contains(true))
        #expect(index.coins == Self.coins)
        #expect(agree(index.value(at: Self.after), 907.5, relative: 1e-15))
    }

    @Test(arguments: [Double.nan, .infinity, -1])
    func hostileNumbersHaveNoValue(number: Double) throws {
        #expect(ChainLinkedIndex(base: number, coins: ["A": 1], at: ["A": 1]) == nil)
        #expect(ChainLinkedIndex(base: 1, coins: ["A": number], at: ["A": 1]) == nil)
        #expect(ChainLinkedIndex(base: 1, coins: ["A": 1], at: ["A": number]) == nil)
        #expect(ChainLinkedIndex(base: 1, weights: ["A": number], at: ["A": 1]) == nil)
        let index = try #require(
            ChainLinkedIndex(base: 1, coins: ["A": 1, "B": 1], at: ["A": 1, "B": 1]))
        #expect(index.value(at: ["A": number, "B": 1]) == nil)
        #expect(index.value(at: ["A": 1e308, "B": 1e308]) == nil)
    }

    private static let names: [AssetID] = (0..<8).map { AssetID("A\($0)") }

    private static func some(_ random: inout SeededGenerator) -> [AssetID] {
        Array(names.shuffled(using: &random).prefix(Int.random(in: 1...8, using: &random)))
    }

    /// Positive amounts over sixteen decades.
    private static func amounts(
        _ random: inout SeededGenerator, _ names: [AssetID]
    ) -> [AssetID: Double] {
        Dictionary(
            uniqueKeysWithValues: names.map { name in
                let decades = Int.random(in: 0...16, using: &random)
                let scale = (0..<decades).reduce(1e-8) { scale, _ in scale * 10 }
                return (name, scale * Double.random(in: 1...10, using: &random))
            })
    }

    private static func amounts(
        _ rows: [ReferenceCase.Row], _ column: String
    ) -> [AssetID: Double] {
        Dictionary(
            uniqueKeysWithValues: rows.compactMap { row in
                row.number(column).map { (AssetID(row.text("asset")), $0) }
            })
    }
}
