import Catalysts
import TestSupport
import Testing

@Suite struct RiseTestTests {
    private static func test(_ feeds: [(Int, Int, Int)]) -> RiseTest {
        RiseTest(feeds.map { .init(headlines: $0.0, inside: $0.1, mentions: $0.2) })
    }

    /// Against scipy's hypergeometric distribution, convolved over feeds.
    @Test func agreesWithTheReference() throws {
        let rows = try CaseHeadlines.rows("rises", columns: 3)
        #expect(rows.count > 100)
        for row in rows {
            let feeds = row[0].split(separator: " ").map { feed in
                feed.split(separator: ":").compactMap { Int($0) }
            }
            let test = Self.test(feeds.map { ($0[0], $0[1], $0[2]) })
            let count = try #require(Int(row[1]))
            let expected = max(try #require(Double(row[2])), RiseTest.least)
            let found = test.probability(ofAtLeast: count)
            #expect(agree(found, expected, relative: 1e-9, absolute: 0), "\(row)")
        }
    }

    /// Every choice of headlines of two small feeds, counted.
    @Test func countsEveryChoice() {
        for (firstInside, secondInside) in [(0, 2), (1, 1), (2, 3), (4, 0), (3, 2)] {
            for (firstHeld, secondHeld) in [(0, 0), (1, 2), (2, 1), (4, 3), (3, 3)] {
                let test = Self.test([(4, firstInside, firstHeld), (3, secondInside, secondHeld)])
                let first = Self.numbers(of: firstHeld, among: 4, inside: firstInside)
                let second = Self.numbers(of: secondHeld, among: 3, inside: secondInside)
                let sums = first.flatMap { left in second.map { left + $0 } }
                for count in 0...8 {
                    let share = Double(sums.count { $0 >= count }) / Double(sums.count)
                    #expect(agree(test.probability(ofAtLeast: count), max(share, RiseTest.least)))
                }
                let mean = Double(sums.reduce(0, +)) / Double(sums.count)
                #expect(agree(test.expected, mean))
            }
        }
    }

    /// How many of the held fall inside, for every choice of the held.
    private static func numbers(of held: Int, among all: Int, inside: Int) -> [Int] {
        (0..<(1 << all)).filter { $0.nonzeroBitCount == held }
            .map { ($0 & ((1 << inside) - 1)).nonzeroBitCount }
    }

    @Test func fallsAsMoreAreAskedFor() {
        var random = SeededGenerator(seed: 63)
        for _ in 0..<60 {
            let feeds = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                let all = Int.random(in: 0...50, using: &random)
                return (
                    all, Int.random(in: 0...all, using: &random),
                    Int.random(in: 0...all, using: &random)
                )
            }
            let test = Self.test(feeds)
            let most = feeds.reduce(0) { $0 + $1.2 }
            let values = (0...most + 1).map { test.probability(ofAtLeast: $0) }
            #expect(values.first == 1)
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 - 1e-12 })
            #expect(values.allSatisfy { (RiseTest.least...1).contains($0) })
        }
    }

    /// A feed that has nothing before the stretch says nothing.
    @Test func aFeedWithoutABeforeSaysNothing() {
        let alone = Self.test([(500, 80, 9)])
        let joined = Self.test([(500, 80, 9), (40, 40, 12)])
        for count in 0...9 {
            #expect(
                agree(
                    alone.probability(ofAtLeast: count),
                    joined.probability(ofAtLeast: count + 12)))
        }
        #expect(Self.test([]).probability(ofAtLeast: 0) == 1)
        #expect(Self.test([]).probability(ofAtLeast: 1) == RiseTest.least)
    }

    /// A hundred thousand headlines in each of two feeds.
    @Test func manyMentionsAreBounded() {
        let test = Self.test((0..<2).map { _ in (100_000, 30_000, 20_000) })
        #expect(agree(test.expected, 12_000))
        let half = test.probability(ofAtLeast: 12_000)
        #expect(0.49 < half && half < 0.51)
        #expect(test.probability(ofAtLeast: 13_500) == RiseTest.least)
    }
}
