import Series
import Significance
import TestSupport
import Testing

/// Expected values: scipy's percentileofscore and zmap and numpy, by
/// `Scripts/reference/significance.py`.
@Suite struct MoveRankTests {
    @Test func agreesWithScipy() throws {
        let rows = try ReferenceTable(fixture: "Significance/ranks.csv").rows
        let series = try ReturnSeries.all()
        #expect(rows.count > 250)
        for row in rows {
            let returns = try #require(series[row["series"] ?? ""])
            let figures = row.compactMapValues { Double($0) }
            let end = Int(figures["end"] ?? 0)
            let window = Int(figures["window"] ?? 0)
            let move = try #require(figures["move"])
            let before = Array(returns.prefix(end))
            let rank = try #require(
                window == 0
                    ? MoveRank(of: move, among: before)
                    : MoveRank(of: move, among: before, window: window))
            let counts = [rank.compared, rank.asFar, rank.asFarEitherWay, rank.lastAsFar ?? -1]
            let expected = ["compared", "asFar", "asFarEitherWay", "last"].map { figures[$0] ?? 0 }
            #expect(counts.map(Double.init) == expected)
            #expect(agree(rank.percentile, figures["percentile"], relative: 1e-14))
            #expect(agree(rank.deviations, figures["deviations"], relative: 1e-12))
            #expect(rank.rank == rank.asFar + 1)
            #expect(rank.probability == Double(rank.asFar + 1) / Double(rank.compared + 1))
        }
    }

    /// Every history of up to five moves of three sizes, every move: counted one by one.
    @Test func countsEverySmallHistory() throws {
        for history in sequences(over: [-1.0, 0, 2], upTo: 5) {
            for move in [-2.0, -1, -0.5, 0, 1, 2, 3] {
                guard let rank = MoveRank(of: move, among: history) else {
                    #expect(history.isEmpty)
                    continue
                }
                var (asFar, last) = (0, Int?.none)
                for (index, other) in history.enumerated()
                where (move < 0 && other <= move) || (move >= 0 && other >= move) {
                    asFar += 1
                    last = index
                }
                #expect(rank.asFar == asFar && rank.lastAsFar == last)
                #expect(rank.probability > 0 && rank.probability <= 1)
                #expect(rank.probabilityEitherWay >= rank.probability || move == 0)
                #expect((0...1).contains(rank.percentile))
                #expect((rank.deviations == nil) == (Set(history).count < 2))
            }
        }
    }

    @Test func unitsDoNotMatterAndSidesMirror() throws {
        let returns = try #require(try ReturnSeries.all()["dogecoin"])
        for move in [-0.2, -0.03, 0.04, 0.3] {
            let rank = try #require(MoveRank(of: move, among: returns, window: 180))
            let doubled = try #require(
                MoveRank(of: 2 * move, among: returns.map { 2 * $0 }, window: 180))
            #expect(doubled == rank)
            let mirrored = try #require(
                MoveRank(of: -move, among: returns.map { -$0 }, window: 180))
            #expect(mirrored.asFar == rank.asFar && mirrored.lastAsFar == rank.lastAsFar)
            #expect(agree(mirrored.percentile, 1 - rank.percentile))
            #expect(agree(mirrored.deviations, rank.deviations.map { -$0 }))
        }
    }

    @Test func onlyTheWindowCounts() throws {
        let history = [5.0, -9, 1, 2, 3]
        let rank = try #require(MoveRank(of: -4, among: history, window: 3))
        #expect(rank.asFar == 0 && rank.compared == 3 && rank.lastAsFar == nil)
        #expect(MoveRank(of: -4, among: history)?.lastAsFar == 1)
        #expect(MoveRank(of: -4, among: history, window: 6) == nil)
        #expect(MoveRank(of: -4, among: history, window: 0) == nil)
        #expect(MoveRank(of: -4, among: []) == nil)
        #expect(MoveRank(of: .nan, among: history) == nil)
        #expect(MoveRank(of: 1, among: [1, .infinity]) == nil)
        // Outside the window, what is no number does no harm.
        #expect(MoveRank(of: 1, among: [.nan, 1, 2], window: 2) != nil)
    }
}
