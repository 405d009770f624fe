import Indicators
import Market
import TestSupport
import Testing

/// Every sequence of up to seven values over {1, 2, 3} against definitions written out in full for
/// each window anew: no state, no blocks, no shared code.
@Suite struct ExhaustiveWindowTests {
    private static let all = sequences(over: [1.0, 2, 3], upTo: 7)

    /// A subject, its setting, how many bars its window holds, and what the definition says of a
    /// window.
    private struct Definition: Sendable {
        let subject: String
        let setting: @Sendable (Int) -> [Double]
        var shortest = 1
        var extraBars = 0
        let outputs: @Sendable ([Double]) -> [Double?]
    }

    private static let definitions = [
        Definition(subject: "wma", setting: { [Double($0)] }) { window in
            let count = window.count
            let sum = window.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
            return [sum / Double(count * (count + 1) / 2)]
        },
        Definition(subject: "williams-r", setting: { [Double($0)] }) { window in
            let highest = window.max() ?? 0
            let range = highest - (window.min() ?? 0)
            return [range == 0 ? -50 : -100 * (highest - (window.last ?? 0)) / range]
        },
        Definition(subject: "aroon", setting: { [Double($0)] }, extraBars: 1) { window in
            let last = window.count - 1
            let high = window.lastIndex(of: window.max() ?? 0) ?? 0
            let low = window.lastIndex(of: window.min() ?? 0) ?? 0
            let up = 100 * Double(high) / Double(last)
            let down = 100 * Double(low) / Double(last)
            return [up, down, up - down]
        },
        Definition(subject: "regression", setting: { [Double($0)] }, shortest: 2) { window in
            // The normal equations.
            let count = Double(window.count)
            let x = window.indices.map { Double($0) }
            let sumX = x.reduce(0, +)
            let sumY = window.reduce(0, +)
            let sumXX = x.reduce(0) { $0 + $1 * $1 }
            let sumYY = window.reduce(0) { $0 + $1 * $1 }
            let sumXY = zip(x, window).reduce(0) { $0 + $1.0 * $1.1 }
            let top = count * sumXY - sumX * sumY
            let slope = top / (count * sumXX - sumX * sumX)
            let intercept = (sumY - slope * sumX) / count
            let spread = (count * sumXX - sumX * sumX) * (count * sumYY - sumY * sumY)
            return [
                intercept + slope * (count - 1), slope, intercept,
                spread == 0 ? nil : top * top / spread,
            ]
        },
        Definition(subject: "stddev", setting: { [Double($0)] }) { window in
            let count = Double(window.count)
            let squares = window.reduce(0) { sum, left in
                sum + window.reduce(0) { $0 + (left - $1) * (left - $1) }
            }
            // The mean squared distance of all pairs is twice the variance.
            return [(squares / (2 * count * count)).squareRoot()]
        },
    ]

    @Test(arguments: 0..<5, 1...4)
    func agreesWithItsDefinition(index: Int, period: Int) throws {
        let definition = Self.definitions[index]
        guard period >= definition.shortest else { return }
        let subject = try #require(IndicatorSubject.named(definition.subject))
        let length = period + definition.extraBars
        var wrong: [String] = []
        var compared = 0
        for values in Self.all {
            let bars = values.enumerated().map {
                SampleCandles.candle($0, open: $1, high: $1, low: $1, close: $1, volume: 1)
            }
            let rows = subject.batch(definition.setting(period), bars)
            for (index, row) in rows.enumerated() {
                let known = Array(values[...index])
                let expected =
                    known.count < length ? nil : definition.outputs(Array(known.suffix(length)))
                compared += 1
                let agrees = zip(row ?? [], expected ?? []).allSatisfy { agree($0, $1) }
                if (row == nil) != (expected == nil) || !agrees {
                    wrong.append("\(known): \(String(describing: row))")
                }
            }
        }
        #expect(compared > 20_000)
        #expect(wrong == [])
    }
}
