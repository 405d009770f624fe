import Margin
import Market
import TestSupport
import Testing

/// Two thousand made accounts, solved by bisection in decimals of forty digits by `Scripts/reference/margin.py`.
@Suite struct ReferenceAccountTests {
    /// A billionth of the price, as stated in the fixture's script.
    private static let tolerance = 1e-9

    @Test func everyAccount() throws {
        let rows = try ReferenceTable(fixture: "Margin/accounts.csv").rows
        #expect(rows.count == 2000)
        var worst = 0.0
        var reached = 0
        for (index, row) in rows.enumerated() {
            let account = ReferenceAccount(row)
            guard row["lo"] != "bankrupt" else {
                #expect(throws: MarginError.self, "row \(index)") { try account.solver() }
                continue
            }
            let solver = try account.solver()
            let outcome = try solver.liquidation(of: MarginSamples.id)
            let bankruptcy = try solver.bankruptcyPrice
            #expect(
                agree(bankruptcy, row["bk"].flatMap(Double.init), relative: Self.tolerance),
                "row \(index): bankruptcy \(String(describing: bankruptcy))")
            switch outcome {
            case .alreadyLiquidatable(let shortage, _, _):
                #expect(row["lo"] == "now", "row \(index)")
                let expected = try #require(row["hi"].flatMap(Double.init))
                #expect(agree(shortage, -expected, relative: 1e-9, absolute: 1e-9 * account.scale))
            case .healthy(let below, let above):
                for (found, column) in [(below, "lo"), (above, "hi")] {
                    let price = account.withinReach(found.point?.price)
                    let expected = row[column].flatMap(Double.init)
                    #expect(
                        agree(price, expected, relative: Self.tolerance),
                        "row \(index) \(column): \(String(describing: price))")
                    guard let price, let expected else { continue }
                    worst = max(worst, abs(price / expected - 1))
                    reached += 1
                }
            }
        }
        #expect(reached > 1500 && worst <= Self.tolerance, "worst \(worst) of \(reached)")
    }
}
