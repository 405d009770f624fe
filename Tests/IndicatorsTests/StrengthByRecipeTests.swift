import TestSupport
import Testing

@testable import Indicators

@Suite struct StrengthByRecipeTests {
    /// Twenty closes of TA-Lib's own regression test, with what each recipe reads at the last six: figures of
    /// TA-Lib, pandas and Cutler's definition, printed to four decimals.
    static let closes = [
        91.5, 94.815, 94.375, 95.095, 93.78, 94.625, 92.53, 92.75, 90.315, 92.47, 96.125, 97.25,
        98.5, 89.875, 91, 92.815, 89.155, 89.345, 91.625, 89.875,
    ]
    static let published: [(StrengthByRecipe.Recipe?, [Double])] = [
        (nil, [49.1473, 52.3256, 46.0724, 46.4303, 50.6618, 47.5567]),
        (.simpleMean, [49.1473, 46.4055, 41.5915, 40.5769, 46.5766, 42.6652]),
        (.fromFirstMove, [69.1871, 70.7161, 63.8372, 64.0328, 66.3826, 62.9814]),
        (.weightedMean, [45.0494, 49.7301, 41.9670, 42.4691, 48.2545, 44.5513]),
    ]

    @Test func everyRecipeReadsAsPublished() {
        for (recipe, expected) in Self.published {
            let outputs =
                recipe.map { StrengthByRecipe(period: 14, recipe: $0).outputs(for: Self.closes) }
                ?? RelativeStrengthIndex(period: 14).outputs(for: Self.closes)
            #expect(outputs.prefix(14).allSatisfy { $0 == nil })
            let last = outputs.dropFirst(14).compactMap { $0 }
            #expect(last.count == expected.count)
            #expect(zip(last, expected).allSatisfy { abs($0 - $1) < 5e-5 }, "\(last)")
        }
    }

    /// The recipes by their definitions: means over explicit weights, not recursions.
    @Test func agreesWithTheDefinitions() {
        var random = SeededGenerator(seed: 5)
        for period in [1, 2, 5, 14] {
            var close = 100.0
            let closes = (0..<80).map { _ -> Double in
                close *= 1 + Double.random(in: -0.05...0.05, using: &random)
                return close
            }
            let moves = zip(closes.dropFirst(), closes).map { $0 - $1 }
            for recipe in StrengthByRecipe.Recipe.allCases {
                let outputs = StrengthByRecipe(period: period, recipe: recipe).outputs(for: closes)
                for bar in period..<closes.count {
                    let expected = Self.defined(Array(moves[..<bar]), period, recipe)
                    #expect(abs((outputs[bar] ?? .nan) - expected) < 1e-9)
                }
            }
        }
    }

    private static func defined(
        _ moves: [Double], _ period: Int, _ recipe: StrengthByRecipe.Recipe
    ) -> Double {
        let keep = 1 - 1 / Double(period)
        func power(_ age: Int) -> Double { (0..<age).reduce(1.0) { product, _ in product * keep } }
        let weights = moves.indices.map { place -> Double in
            let age = moves.count - 1 - place
            switch recipe {
            case .simpleMean: return age < period ? 1 : 0
            case .weightedMean: return power(age)
            case .fromFirstMove: return power(age) * (place == 0 ? 1 : 1 - keep)
            }
        }
        let up = zip(weights, moves).reduce(0) { $0 + $1.0 * max($1.1, 0) }
        let down = zip(weights, moves).reduce(0) { $0 + $1.0 * max(-$1.1, 0) }
        return up + down > 0 ? 100 * up / (up + down) : 50
    }

    @Test func aFlatMarketReadsFifty() {
        for recipe in StrengthByRecipe.Recipe.allCases {
            let outputs = StrengthByRecipe(period: 3, recipe: recipe).outputs(
                for: [7, 7, 7, 7, 7])
            #expect(outputs == [nil, nil, nil, 50, 50])
        }
    }
}
