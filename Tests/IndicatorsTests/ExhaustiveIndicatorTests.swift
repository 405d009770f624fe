import Indicators
import TestSupport
import Testing

/// Every sequence of up to seven values over {1, 2, 3} against definitions written out in full: weights
/// instead of recursions, no state, no shared code.
@Suite struct ExhaustiveIndicatorTests {
    private static let all = sequences(over: [1.0, 2, 3], upTo: 7)

    @Test(arguments: IndicatorKind.allCases, 1...4)
    func agreesWithItsDefinition(kind: IndicatorKind, period: Int) {
        var wrong: [String] = []
        for values in Self.all {
            let outputs = kind.outputs(period: period, values)
            for (index, output) in outputs.enumerated() {
                let known = Array(values[...index])
                if !agree(output, Self.definition(of: kind, period: period, known)) {
                    wrong.append("\(known): \(String(describing: output))")
                }
            }
        }
        #expect(Self.all.count == 3280)
        #expect(wrong == [])
    }

    private static func definition(
        of kind: IndicatorKind, period: Int, _ values: [Double]
    ) -> Double? {
        switch kind {
        case .sma: weighted(Array(values.suffix(period)), weight: 0, period: period)
        case .ema: weighted(values, weight: 2 / Double(period + 1), period: period)
        case .rsi: strength(values, period: period)
        }
    }

    /// The seed's mean and each later value, each with the weight that repeated averaging leaves it.
    private static func weighted(
        _ values: [Double], weight: Double, period: Int
    ) -> Double? {
        guard values.count >= period else { return nil }
        func power(_ exponent: Int) -> Double {
            (0..<exponent).reduce(1) { product, _ in product * (1 - weight) }
        }
        let later = values.count - period
        let seed = values[..<period].reduce(0, +) / Double(period)
        return (0..<later).reduce(seed * power(later)) { sum, index in
            sum + weight * power(later - 1 - index) * values[period + index]
        }
    }

    /// Wilder's own form, `100 - 100 / (1 + RS)`.
    private static func strength(_ values: [Double], period: Int) -> Double? {
        let moves = values.indices.dropFirst().map { values[$0] - values[$0 - 1] }
        let weight = 1 / Double(period)
        guard let up = weighted(moves.map { max($0, 0) }, weight: weight, period: period),
            let down = weighted(moves.map { max(-$0, 0) }, weight: weight, period: period)
        else { return nil }
        if up == 0, down == 0 { return 50 }
        return down == 0 ? 100 : 100 - 100 / (1 + up / down)
    }
}
