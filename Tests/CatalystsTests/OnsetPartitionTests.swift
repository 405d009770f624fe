import TestSupport
import Testing

@testable import Catalysts

/// Exact partitions against each other, every cut, and other people's code.
@Suite struct OnsetPartitionTests {
    /// The flows of the Nile: one change after 28 years, two after 19 and 28.
    @Test func theNileInTwoAndThree() throws {
        let nile = try #require(try OnsetFixtures.series()["nile"])
        let none = try #require(FixedCountPartition(changes: 0)(nile))
        #expect(agree(none.cost, 2_835_156.75, relative: 1e-12))
        let one = try #require(FixedCountPartition(changes: 1)(nile))
        #expect(one.changes == [28])
        #expect(abs(one.cost - 1_597_457.19444) < 1e-5)
        #expect(nile[..<28].reduce(0, +) / 28 == 1097.75)
        #expect(try #require(FixedCountPartition(changes: 2)(nile)).changes == [19, 28])
        let variance = none.cost / 100
        for factor in [2.0, 3] {
            let search = PrunedExactPartition(
                penalty: factor * OnsetFunctions.logarithm(100) * variance)
            #expect(search(nile)?.changes == [28])
        }
    }

    /// Reference: `ruptures`, and a plain recursion where segments have a least length.
    @Test func agreesWithRuptures() throws {
        let series = try OnsetFixtures.series()
        var methods: Set<String> = []
        for row in try OnsetFixtures.rows("partitions") {
            let values = try #require(series[row["series"] ?? ""])
            let cost: SegmentCost =
                row["cost"] == "squares" ? .squares : .normal(varianceFloor: 1e-8)
            let least = OnsetFixtures.whole(row, "least")
            let found =
                row["method"] == "count"
                ? FixedCountPartition(
                    changes: OnsetFixtures.whole(row, "count"), minimumLength: least)(values)
                : PrunedExactPartition(
                    cost: cost, penalty: OnsetFixtures.number(row, "penalty"),
                    minimumLength: least)(values)
            let partition = try #require(found)
            #expect(
                partition.changes.map(Double.init) == OnsetFixtures.numbers(row, "changes"),
                "\(row)")
            // Python's costs of values a million from zero keep seven digits.
            let tolerance = row["series"] == "far" ? 1e-6 : 1e-9
            #expect(
                agree(partition.cost, OnsetFixtures.number(row, "total"), relative: tolerance),
                "\(row) \(partition.cost)")
            methods.insert(row["method"] ?? "")
        }
        #expect(methods == ["ruptures", "recursion", "count"])
    }

    /// Every series of up to six of three levels, every cut of each.
    @Test func noCutOfAShortSeriesIsCheaper() throws {
        for values in sequences(over: [0.0, 1, 5], upTo: 6) where !values.isEmpty {
            for (penalty, least) in [(0.0, 1), (0.7, 1), (3, 1), (0.7, 2), (3, 2), (0.7, 3)] {
                guard values.count >= least else { continue }
                let search = PrunedExactPartition(penalty: penalty, minimumLength: least)
                let found = try #require(search(values))
                let cuts = Self.cuts(of: values.count, least: least)
                let cheapest = cuts.map { Self.cost(values, $0) + penalty * Double($0.count) }.min()
                let total = found.cost + penalty * Double(found.changes.count)
                #expect(agree(total, cheapest, absolute: 1e-9), "\(values) \(penalty) \(least)")
                #expect(cuts.contains(found.changes))
                #expect(agree(found.cost, Self.cost(values, found.changes), absolute: 1e-9))
            }
        }
    }

    /// Segments of a least length are where dropping too early would show.
    @Test func pruningLosesNothing() throws {
        var random = SeededGenerator(seed: 4)
        for round in 0..<300 {
            let least = 1 + round % 5
            let values = (0..<Int.random(in: least...40, using: &random)).map { _ in
                random.gaussian() + (Bool.random(using: &random) ? 2 : 0)
            }
            let cost: SegmentCost = round % 2 == 0 ? .squares : .normal(varianceFloor: 0.01)
            let penalty = Double.random(in: 0...6, using: &random)
            let found = try #require(
                PrunedExactPartition(cost: cost, penalty: penalty, minimumLength: least)(values))
            let total = found.cost + penalty * Double(found.changes.count)
            for changes in 0..<(values.count / least) {
                let other = try #require(
                    FixedCountPartition(cost: cost, changes: changes, minimumLength: least)(values))
                #expect(total <= other.cost + penalty * Double(changes) + 1e-9)
                if changes == found.changes.count {
                    #expect(agree(found.cost, other.cost, absolute: 1e-9))
                }
            }
        }
    }

    @Test func aLevelFarAwayChangesNothing() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<50 {
            let values = (0..<60).map { random.gaussian() + ($0 > 30 ? 3 : 0) }
            let search = PrunedExactPartition(penalty: 8)
            #expect(search(values)?.changes == search(values.map { $0 + 1_048_576 })?.changes)
        }
    }

    @Test func whatCannotBeCutIsNot() {
        #expect(PrunedExactPartition(penalty: 1)([]) == nil)
        #expect(PrunedExactPartition(penalty: 1, minimumLength: 3)([1, 2]) == nil)
        #expect(PrunedExactPartition(penalty: 1)([1, .nan]) == nil)
        #expect(PrunedExactPartition(penalty: 1)([1, 1e101]) == nil)
        #expect(PrunedExactPartition(cost: .normal(varianceFloor: 0), penalty: 1)([1, 2]) == nil)
        #expect(PrunedExactPartition(penalty: 1)([Double](repeating: 0, count: 200_001)) == nil)
        #expect(PrunedExactPartition(penalty: 0)([2])?.changes == [])
        #expect(PrunedExactPartition(penalty: 1)([3, 3, 3]) == Partition(changes: [], cost: 0))
        #expect(FixedCountPartition(changes: 1)([1]) == nil)
        #expect(FixedCountPartition(changes: 101)([Double](repeating: 0, count: 300)) == nil)
    }

    @Test func aHundredThousandValuesWithChanges() throws {
        var random = SeededGenerator(seed: 6)
        let values = (0..<100_000).map { random.gaussian() + Double($0 / 250 % 2) * 5 }
        let found = try #require(
            PrunedExactPartition(penalty: 3 * OnsetFunctions.logarithm(100_000))(values))
        #expect(found.changes.count == 399)
        #expect(zip(found.changes, 1...).allSatisfy { abs($0 - 250 * $1) <= 5 })
    }

    private static func cuts(of count: Int, least: Int) -> [[Int]] {
        (0..<(1 << (count - 1))).compactMap { mask in
            let cut = (1..<count).filter { mask >> ($0 - 1) & 1 == 1 }
            let ends = [0] + cut + [count]
            return zip(ends, ends.dropFirst()).allSatisfy { $1 - $0 >= least } ? cut : nil
        }
    }

    private static func cost(_ values: [Double], _ cut: [Int]) -> Double {
        let ends = [0] + cut + [values.count]
        return zip(ends, ends.dropFirst()).reduce(0) { sum, segment in
            let part = values[segment.0..<segment.1]
            let mean = part.reduce(0, +) / Double(part.count)
            return sum + part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
    }
}
