import TestSupport
import Testing

@testable import Catalysts

/// Expected values: every choice of signs, scipy and statsmodels, by
/// `Scripts/reference/event_study.py`.
@Suite struct SmallTestTests {
    private func numbers(_ text: String?) -> [Double] {
        (text ?? "").split(separator: ";").compactMap { Double($0) }
    }

    @Test func signedRanksAgree() throws {
        let rows = try ReferenceTable(fixture: "EventStudy/signs.csv").rows
        #expect(rows.count > 20)
        for row in rows {
            let test = try #require(SignedRankTest(numbers(row["values"])))
            let figures = row.compactMapValues { Double($0) }
            #expect(test.statistic == figures["statistic"])
            #expect(agree(test.lower, figures["lower"], relative: 1e-11), "\(row)")
            #expect(agree(test.upper, figures["upper"], relative: 1e-11), "\(row)")
        }
        #expect(SignedRankTest([0, 0]) == nil && SignedRankTest([.nan]) == nil)
        // The whole published table's extreme: seven gains.
        #expect(SignedRankTest([1, 2, 3, 4, 5, 6, 7])?.statistic == 28)
    }

    /// Where both can be had, the normal law is near the exact one.
    @Test func theNormalLawIsNear() throws {
        var random = SeededGenerator(seed: 11)
        let values = (0..<60).map { _ in Double.random(in: -1...1.2, using: &random) }
        let exact = try #require(SignedRankTest(values))
        let longer = try #require(SignedRankTest(values + [1e-9]))
        #expect(abs(exact.lower - longer.lower) < 0.02)
    }

    @Test func coinsAgree() {
        for trials in 0...12 {
            var ways = [1.0]
            for _ in 0..<trials { ways = zip(ways + [0], [0] + ways).map { $0 + $1 } }
            let all = ways.reduce(0, +)
            for successes in 0...trials {
                let tails = BinomialTails(trials: trials, successes: successes)
                #expect(agree(tails.lower, ways[...successes].reduce(0, +) / all))
                #expect(agree(tails.upper, ways[successes...].reduce(0, +) / all))
            }
        }
        let many = BinomialTails(trials: 2000, successes: 1040)
        let more = BinomialTails(trials: 2001, successes: 1040)
        #expect(many.upper < more.upper && agree(many.upper, more.upper, relative: 0.1))
    }

    @Test func adjustmentsAgree() throws {
        for row in try ReferenceTable(fixture: "EventStudy/adjusted.csv").rows {
            for method in MultipleTesting.allCases {
                let found = method.adjusted(numbers(row["p"]))
                let expected = numbers(row[method.rawValue])
                #expect(found.count == expected.count)
                for (left, right) in zip(found, expected) {
                    #expect(agree(left, right, relative: 1e-12), "\(method): \(row)")
                }
            }
        }
        #expect(MultipleTesting.allCases.allSatisfy { $0.adjusted([]).isEmpty })
    }

    @Test func quantilesInterpolate() {
        #expect(Quantile.of([], at: 0.5) == nil)
        #expect(Quantile.of([3], at: 0.2) == 3)
        #expect(Quantile.of([1, 2, 4], at: 0.25) == 1.5)
        #expect(Quantile.of([1, 2, 4], at: 1) == 4 && Quantile.of([1, 2, 4], at: -1) == 1)
    }

    /// Normal equations against the line they come from.
    @Test func systemsAreSolved() throws {
        let found = try #require(
            CholeskySolution.of([[4, 0, 0], [2, 5, 0], [1, 3, 6]], [1, 2, 3]))
        for (row, right) in zip([[4.0, 2, 1], [2, 5, 3], [1, 3, 6]], [1.0, 2, 3]) {
            #expect(agree(zip(row, found).map { $0 * $1 }.reduce(0, +), right))
        }
        #expect(CholeskySolution.of([[1, 0], [1, 1]], [1, 1]) == nil)
        #expect(CholeskySolution.of([[0]], [1]) == nil)
    }

    @Test func robustLines() throws {
        let places = (0..<20).map(Double.init)
        var values = places.map { 3 - 2 * $0 + ($0.truncatingRemainder(dividingBy: 3) - 1) / 50 }
        values[19] = 500
        let huber = try #require(HuberLine(of: values, on: places))
        let median = try #require(MedianLine(of: values, on: places))
        #expect(abs(huber.beta + 2) < 0.02 && abs(median.beta + 2) < 0.02)
        #expect(HuberLine(of: [1, 2], on: [3, 3]) == nil && MedianLine(of: [], on: []) == nil)
        // All on one line but one: no deviation is left.
        #expect(HuberLine(of: places.map { 2 * $0 }, on: places) == nil)
    }
}
