import Indicators
import TestSupport
import Testing

/// Expected values: TA-Lib 0.8, written by `Scripts/reference/indicators.py`; see the sidecars.
///
/// Tolerance class: 1e-9 relative, 1e-12 absolute near zero.
@Suite struct ReferenceIndicatorTests {
    @Test(arguments: IndicatorKind.allCases)
    func agreesWithTALib(kind: IndicatorKind) throws {
        let rows = try ReferenceTable(fixture: "Indicators/\(kind.rawValue).csv").rows
        let runs = Dictionary(grouping: rows) { [$0["series"], $0["period"]] }
        #expect(runs.count >= 24, "the reference should hold several series and periods")
        for run in runs.values {
            let period = try #require(run.first?["period"].flatMap { Int($0) })
            let inputs = run.compactMap { $0["input"].flatMap { Double($0) } }
            try #require(inputs.count == run.count)
            let outputs = kind.outputs(period: period, inputs)
            let wrong = zip(run, outputs).filter { row, output in
                !agree(output, row["expected"].flatMap { Double($0) })
            }
            #expect(wrong.isEmpty, "\(wrong.first.map { "\($0)" } ?? "")")
        }
    }

    /// Source: market closes of TA-Lib's own regression test (`ta_regtest/test_rsi.c`, 49.14, 52.32,
    /// 46.07), computed to four digits by Wilder's recursion in Python.
    @Test func agreesWithTALibsOwnTest() {
        let closes = [
            91.5, 94.815, 94.375, 95.095, 93.78, 94.625, 92.53, 92.75, 90.315, 92.47, 96.125, 97.25,
            98.5, 89.875, 91, 92.815, 89.155, 89.345, 91.625, 89.875,
        ]
        let expected = [49.1473, 52.3256, 46.0724, 46.4303, 50.6618, 47.5567]
        let outputs = RelativeStrengthIndex(period: 14).outputs(for: closes)
        #expect(outputs.prefix(14).allSatisfy { $0 == nil })
        #expect(outputs.count == 14 + expected.count)
        for (output, value) in zip(outputs.dropFirst(14), expected) {
            #expect(agree(output, value, relative: 0, absolute: 5e-5))
        }
    }
}
