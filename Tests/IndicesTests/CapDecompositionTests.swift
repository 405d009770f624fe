@testable import Indices
import Market
import TestSupport
import Testing

@Suite struct CapDecompositionTests {
    private static let before = [
        Holding(asset: "A", coins: 10, price: 100), Holding(asset: "B", coins: 8, price: 50),
        Holding(asset: "C", coins: 100, price: 2),
    ]
    private static let after = [
        Holding(asset: "A", coins: 10, price: 93), Holding(asset: "B", coins: 8.1, price: 44),
        Holding(asset: "C", coins: 103, price: 1.7),
    ]

    /// By hand: `(p1 - p0)(s0 + s1) / 2` and `(s1 - s0)(p0 + p1) / 2`, in all -138.5 of 1600.
    @Test(arguments: [false, true])
    func shapleyByHand(isBackwards: Bool) throws {
        let move = try Self.move(isBackwards, .shapley)
        let sign = isBackwards ? -1.0 : 1
        #expect(move.rows.map(\.asset) == ["A", "B", "C"])
        Self.expect(move.rows.map(\.effects.price), [-70, -48.3, -30.45].map { $0 * sign })
        Self.expect(move.rows.map(\.effects.supply), [0, 4.7, 5.55].map { $0 * sign })
        #expect(agree(move.change, -138.5 * sign, relative: 1e-13))
        #expect(agree(move.capBefore, isBackwards ? 1461.5 : 1600, relative: 1e-15))
        #expect(agree(move.effects.price, -148.75 * sign, relative: 1e-13))
        #expect(agree(move.points.supply, 10.25 * sign / move.capBefore, relative: 1e-12))
    }

    /// To ten digits, by the logarithmic mean.
    @Test(arguments: [false, true])
    func logarithmicMeanByHand(isBackwards: Bool) throws {
        let move = try Self.move(isBackwards, .logarithmicMean)
        let sign = isBackwards ? -1.0 : 1
        Self.expect(
            move.rows.map(\.effects.price), [-70, -48.29298913, -30.43560072].map { $0 * sign },
            within: 5e-9)
        Self.expect(
            move.rows.map(\.effects.supply), [0, 4.69298913, 5.53560072].map { $0 * sign },
            within: 5e-9)
        #expect(agree(move.effects.sum, move.change, relative: 1e-13))
    }

    /// By hand: at old supplies 1452 of 1600, as the index with a divisor goes from 1000 to 907.5.
    @Test func theIndexMovesByPricesAlone() throws {
        let move = try Self.move(false, .shapley)
        #expect(agree(move.indexChange, -0.0925, relative: 1e-13))
        #expect(agree(move.capChange, -138.5 / 1600, relative: 1e-13))
        #expect(agree(move.difference, 9.5 / 1600, relative: 1e-12))
    }

    /// Those that leave are taken out before the window, those that come are put in after it.
    @Test func theIndexIsTheOneWithADivisor() throws {
        var random = SeededGenerator(seed: 935)
        for _ in 0..<300 {
            let (before, after) = Self.window(&random, decades: 4)
            let move = try #require(CapDecomposition(before: before, after: after))
            let prices = Self.prices(before)
            let later = Self.prices(after).merging(prices) { now, _ in now }
            var index = try #require(
                ChainLinkedIndex(base: 1000, coins: Self.coins(before), at: prices))
            let stayed = Self.coins(before).filter { Self.coins(after)[$0.key] != nil }
            var isDone = [index.restate(stayed, at: prices)]
            isDone.append(index.restate(Self.coins(after), at: later))
            let value = try #require(index.value(at: later))
            #expect(!isDone.contains(false))
            #expect(agree(value / 1000 - 1, move.indexChange, relative: 1e-12, absolute: 1e-12))
        }
    }

    @Test func membershipIsNeverAPrice() throws {
        let move = try #require(
            CapDecomposition(
                before: Self.before + [Holding(asset: "OLD", coins: 5, price: 4)],
                after: Self.after + [Holding(asset: "NEW", coins: 3, price: 7)]))
        #expect(move.effects.entered == 21)
        #expect(move.effects.left == -20)
        #expect(move.effects.membership == 1)
        #expect(agree(move.effects.price, -148.75, relative: 1e-13))
        #expect(agree(move.indexChange, -0.0925, relative: 1e-13))
        #expect(agree(move.change, -137.5, relative: 1e-13))
        let old = try #require(move.rows.first { $0.asset == "OLD" })
        #expect([old.capBefore, old.capAfter] == [20, 0])
        #expect(old.effects == CapEffects(left: -20))
    }

    @Test func aStablecoinIsMintedAndItsPriceIsAPrice() throws {
        let move = try #require(
            CapDecomposition(
                before: [Holding(asset: "USDC", coins: 100, price: 1, assetClass: .stablecoin)],
                after: [Holding(asset: "USDC", coins: 90, price: 0.9, assetClass: .stablecoin)]))
        #expect(agree(move.effects.price, -9.5, relative: 1e-13))
        #expect(agree(move.effects.stablecoins, -9.5, relative: 1e-13))
        #expect(move.effects.supply == 0)
    }

    @Test func agreesWithTheReference() throws {
        let cases = try ReferenceCase.all("decomposition")
        #expect(cases.count == 40)
        var worst = 0.0
        func compare(_ value: Double?, _ expected: Double?, _ scale: Double) {
            worst = max(worst, abs((value ?? .nan) - (expected ?? .nan)) / scale)
            #expect(value != nil && expected != nil)
        }
        for reference in cases {
            for split in EffectSplit.allCases {
                let move = try #require(Self.move(of: reference, split))
                for row in reference.rows {
                    let effects = try #require(
                        move.rows.first { $0.asset.text == row.text("asset") })
                    let isLog = split == .logarithmicMean
                    let supply = row.number(isLog ? "logSupply" : "supply")
                    let scale = effects.effects.gross + effects.capBefore + effects.capAfter
                    compare(effects.effects.price, row.number(isLog ? "logPrice" : "price"), scale)
                    compare(effects.effects.supply + effects.effects.stablecoins, supply, scale)
                    #expect(agree(effects.effects.entered, row.number("entered"), relative: 1e-15))
                    #expect(agree(effects.effects.left, row.number("left"), relative: 1e-15))
                }
                let first = reference.first
                compare(move.capBefore, first.number("capBefore"), move.capBefore)
                compare(move.change, first.number("change"), move.capBefore + move.capAfter)
                compare(move.capChange, first.number("capChange"), 1 + abs(move.capChange))
                compare(
                    move.indexChange, first.number("indexChange"), 1 + abs(move.indexChange ?? 0))
            }
        }
        #expect(worst <= 1e-12)
    }

    /// Over prices and supplies of two hundred decades; coins exchanged a hundred million to one among them.
    @Test func nothingIsLeftOver() throws {
        var random = SeededGenerator(seed: 931)
        for _ in 0..<2000 {
            let decades = Int.random(in: 1...50, using: &random)
            let (before, after) = Self.window(&random, decades: decades)
            for split in EffectSplit.allCases {
                let move = try #require(CapDecomposition(before: before, after: after, by: split))
                let scale = move.effects.gross + move.capBefore + move.capAfter
                #expect(abs(move.residual) <= 1e-12 * scale)
                for row in move.rows {
                    let scale = row.effects.gross + row.capBefore + row.capAfter
                    let residual = row.capAfter - row.capBefore - row.effects.sum
                    #expect(abs(residual) <= 1e-12 * scale)
                }
                let groups = move.grouped { $0.text.last.map { "\($0)" } }
                let parts = CapEffects.total(groups.map(\.effects))
                for (part, whole) in zip(parts.parts, move.effects.parts) {
                    #expect(abs(part - whole) <= 1e-12 * scale)
                }
                #expect(groups.map(\.assets).reduce(0, +) == move.rows.count)
            }
        }
    }

    @Test func backwardsIsTheSameWithTheOtherSign() throws {
        var random = SeededGenerator(seed: 932)
        for _ in 0..<300 {
            let (before, after) = Self.window(&random, decades: 5)
            for split in EffectSplit.allCases {
                let there = try #require(CapDecomposition(before: before, after: after, by: split))
                let back = try #require(CapDecomposition(before: after, after: before, by: split))
                let scale = there.effects.gross + there.capBefore + there.capAfter
                #expect(abs(there.effects.price + back.effects.price) <= 1e-12 * scale)
                #expect(abs(there.effects.supply + back.effects.supply) <= 1e-12 * scale)
                #expect(there.effects.entered == -back.effects.left)
            }
        }
    }

    @Test func theOrderOfHoldingsIsNothing() throws {
        var random = SeededGenerator(seed: 933)
        for _ in 0..<100 {
            let (before, after) = Self.window(&random, decades: 8)
            let move = try #require(CapDecomposition(before: before, after: after))
            let shuffled = try #require(
                CapDecomposition(
                    before: before.shuffled(using: &random), after: after.shuffled(using: &random)))
            #expect(move.rows == shuffled.rows)
            #expect(move.effects == shuffled.effects)
            #expect(move.indexChange == shuffled.indexChange)
        }
    }

    @Test func groupsComeByTheSizeOfTheirChange() throws {
        let move = try Self.move(false, .shapley)
        let groups = move.grouped { $0 == "A" ? "one" : $0 == "B" ? nil : "two" }
        #expect(groups.map(\.name) == ["one", nil, "two"])
        #expect(groups.map(\.assets) == [1, 1, 1])
        #expect(agree(move.points(of: groups[1]).sum, -43.6 / 1600, relative: 1e-12))
        #expect(agree(move.points(of: move.rows[0]).price, -70.0 / 1600, relative: 1e-12))
    }

    @Test func withoutAChangeNothingHasAnEffect() throws {
        for split in EffectSplit.allCases {
            let move = try #require(
                CapDecomposition(before: Self.before, after: Self.before, by: split))
            #expect(move.effects == CapEffects())
            #expect(move.indexChange == 0)
            #expect(move.capChange == 0)
        }
    }

    @Test func zerosHaveNoLogarithmAndAreSplitAllTheSame() throws {
        for split in EffectSplit.allCases {
            let move = try #require(
                CapDecomposition(
                    before: [
                        Holding(asset: "A", coins: 0, price: 5),
                        Holding(asset: "B", coins: 1, price: 1),
                    ],
                    after: [
                        Holding(asset: "A", coins: 2, price: 0),
                        Holding(asset: "B", coins: 1, price: 1),
                    ],
                    by: split))
            #expect(move.change == 0)
            #expect(move.effects.price == -5)
            #expect(move.effects.supply == 5)
        }
    }

    @Test func hostileHoldingsHaveNoAnswer() {
        let fine = [Holding(asset: "A", coins: 1, price: 1)]
        for number in [Double.nan, .infinity, -1] {
            let bad = [Holding(asset: "A", coins: number, price: 1)]
            let worse = [Holding(asset: "A", coins: 1, price: number)]
            for (before, after) in [(bad, fine), (fine, bad), (worse, fine), (fine, worse)] {
                #expect(CapDecomposition(before: before, after: after) == nil)
            }
        }
        #expect(CapDecomposition(before: fine + fine, after: fine) == nil)
        #expect(CapDecomposition(before: [], after: fine) == nil)
        let nothing = [Holding(asset: "A", coins: 0, price: 1)]
        #expect(CapDecomposition(before: nothing, after: fine) == nil)
        let huge = [Holding(asset: "A", coins: 1e200, price: 1e100)]
        let tiny = [Holding(asset: "A", coins: 1e100, price: 1e200)]
        #expect(CapDecomposition(before: huge, after: tiny) == nil)
    }

    @Test func whatStayedMayBeWorthNothing() throws {
        let move = try #require(
            CapDecomposition(
                before: [Holding(asset: "A", coins: 1, price: 1)],
                after: [Holding(asset: "B", coins: 2, price: 1)]))
        #expect(move.indexChange == nil)
        #expect(move.difference == nil)
        #expect(move.effects == CapEffects(entered: 2, left: -1))
    }

    /// `L(a, a) = a`; between the geometric and the arithmetic mean everywhere.
    @Test func logarithmicMeanLiesBetweenTheOthers() {
        var random = SeededGenerator(seed: 934)
        for _ in 0..<2000 {
            let first = Double.random(in: 0.1...10, using: &random)
            let nearness = Bool.random(using: &random) ? 1e-9 : 3.0
            let second = first * (1 + Double.random(in: 0...nearness, using: &random))
            let mean = EffectSplit.logarithmicMean(first, second)
            #expect(mean >= (first * second).squareRoot() * (1 - 1e-14))
            #expect(mean <= (first + second) / 2 * (1 + 1e-14))
        }
        #expect(EffectSplit.logarithmicMean(3, 3) == 3)
    }

    private static func move(_ isBackwards: Bool, _ split: EffectSplit) throws -> CapDecomposition {
        try #require(
            isBackwards
                ? CapDecomposition(before: after, after: before, by: split)
                : CapDecomposition(before: before, after: after, by: split))
    }

    private static func expect(_ values: [Double], _ expected: [Double], within: Double = 1e-11) {
        #expect(values.count == expected.count)
        for (value, theirs) in zip(values, expected) {
            #expect(agree(value, theirs, relative: 0, absolute: within))
        }
    }

    private static func coins(_ holdings: [Holding]) -> [AssetID: Double] {
        Dictionary(uniqueKeysWithValues: holdings.map { ($0.asset, $0.coins) })
    }

    private static func prices(_ holdings: [Holding]) -> [AssetID: Double] {
        Dictionary(uniqueKeysWithValues: holdings.map { ($0.asset, $0.price) })
    }

    private static func move(of reference: ReferenceCase, _ split: EffectSplit) -> CapDecomposition?
    {
        func holdings(_ coins: String, _ price: String) -> [Holding] {
            reference.rows.compactMap { row in
                guard let coins = row.number(coins), let price = row.number(price) else {
                    return nil
                }
                return Holding(
                    asset: AssetID(row.text("asset")), coins: coins, price: price,
                    assetClass: Asset.Class(rawValue: row.text("kind")) ?? .coin)
            }
        }
        return CapDecomposition(
            before: holdings("s0", "p0"), after: holdings("s1", "p1"), by: split)
    }

    /// Holdings at either end of a window; the first asset is always at both.
    private static func window(
        _ random: inout SeededGenerator, decades: Int
    ) -> (before: [Holding], after: [Holding]) {
        var before: [Holding] = []
        var after: [Holding] = []
        for number in 0..<Int.random(in: 1...20, using: &random) {
            let kind: Asset.Class = Bool.random(using: &random) ? .coin : .stablecoin
            let held = Holding(
                asset: AssetID("asset\(number)"), coins: amount(&random, decades),
                price: amount(&random, decades), assetClass: kind)
            let exchange = Int.random(in: 0..<10, using: &random) == 0 ? 1e8 : 1
            let later = Holding(
                asset: held.asset,
                coins: held.coins * exchange * Double.random(in: 0.9...1.1, using: &random),
                price: held.price / exchange * Double.random(in: 0.5...1.5, using: &random),
                assetClass: kind)
            let presence = number == 0 ? 0 : Int.random(in: 0..<6, using: &random)
            if presence != 1 { before.append(held) }
            if presence != 2 { after.append(later) }
        }
        return (before, after)
    }

    private static func amount(_ random: inout SeededGenerator, _ decades: Int) -> Double {
        let exponent = Int.random(in: -decades...decades, using: &random)
        let scale = (0..<abs(exponent)).reduce(1.0) { scale, _ in
            exponent < 0 ? scale / 10 : scale * 10
        }
        return scale * Double.random(in: 1...10, using: &random)
    }
}
