import Indicators
import Market
import TestSupport
import Testing

/// Expected values: TA-Lib 0.8 and definitions written out in Python, by
/// `Scripts/reference/indicators.py`; which of the two, and with what left out, is in each sidecar.
///
/// Tolerance class: 1e-9 relative; near zero 1e-12 of the highest price of the series for prices
/// and distances, 1e-9 for numbers without a unit. Donchian's channel is exact.
@Suite struct CandleReferenceTests {
    /// Those with a reference file of their own are in `ReferenceIndicatorTests`.
    private static let subjects = IndicatorSubject.all.filter {
        IndicatorKind(rawValue: $0.name) == nil
    }

    @Test(arguments: subjects)
    func agreesWithTheReference(subject: IndicatorSubject) throws {
        let rows = try ReferenceTable(fixture: "Indicators/\(subject.name).csv").rows
        let candles = try SampleCandles.reference()
        let runs = Dictionary(grouping: rows) { [$0["series"] ?? "", $0["setting"] ?? ""] }
        let settings = Set(runs.keys.map { $0[1] })
        #expect(settings.count == (subject.name == "obv" ? 1 : 2))
        #expect(runs.count >= 5 + 3 * (settings.count - 1))
        for (key, run) in runs {
            let bars = try #require(candles[key[0]])
            let setting = key[1].split(separator: " ").compactMap { Double($0) }
            let wrong = try mismatches(subject, setting, bars, run)
            #expect(wrong.isEmpty, "\(key): \(wrong.count), first \(wrong.first ?? "")")
        }
    }

    /// Every bar is compared: one that the reference leaves out must have no output.
    private func mismatches(
        _ subject: IndicatorSubject, _ setting: [Double], _ bars: [Candle],
        _ run: [[String: String]]
    ) throws -> [String] {
        let byIndex = Dictionary(uniqueKeysWithValues: run.map { ($0["index"] ?? "", $0) })
        let highest = bars.map(\.high).max() ?? 0
        var wrong: [String] = []
        for (index, output) in subject.batch(setting, bars).enumerated() {
            let row = byIndex[String(index)]
            for (column, promise) in subject.fields.enumerated() {
                let cell = row?[promise.name]
                if row != nil, cell == nil { continue }
                let expected = cell.flatMap { Double($0) }
                let isExact = subject.name == "donchian"
                let agrees = agree(
                    output?[column], expected, relative: isExact ? 0 : 1e-9,
                    absolute: isExact ? 0 : promise.priceDegree == 1 ? 1e-12 * highest : 1e-9)
                if !agrees {
                    wrong.append(
                        "\(promise.name) at \(index): \(String(describing: output?[column])),"
                            + " expected \(String(describing: expected))")
                }
            }
        }
        return wrong
    }

    /// TA-Lib's BETA forms the returns itself, so its first value comes a bar later than ours of
    /// returns.
    @Test func betaAgreesWithTALibOnReturns() throws {
        let rows = try ReferenceTable(fixture: "Indicators/beta-talib.csv").rows
        let candles = try SampleCandles.reference()
        let runs = Dictionary(grouping: rows) { [$0["series"] ?? "", $0["setting"] ?? ""] }
        #expect(runs.count == 8)
        for (key, run) in runs {
            let bars = try #require(candles[key[0]])
            let returns = zip(bars, bars.dropFirst()).map { before, now in
                ValuePair(
                    value: now.close / before.close - 1, benchmark: now.open / before.open - 1)
            }
            let outputs = RollingBeta(period: try #require(Int(key[1]))).outputs(for: returns)
            #expect(run.count == outputs.compactMap { $0 }.count)
            for row in run {
                let index = try #require(row["index"].flatMap { Int($0) })
                let expected = row["value"].flatMap { Double($0) }
                #expect(agree(outputs[index - 1], expected, relative: 1e-7), "\(key) at \(index)")
            }
        }
    }
}
