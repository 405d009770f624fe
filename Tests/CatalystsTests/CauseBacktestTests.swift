import Market
import TestSupport
import Testing

@testable import Catalysts

/// Expected values: the nominal level on made markets in which nothing happens, and days on which it
/// was planted.
@Suite struct CauseBacktestTests {
    private func rules() throws -> CauseRules {
        CauseRules(window: try #require(StudyWindow(estimation: 30, gap: 0, length: 1)))
    }

    /// One placebo day in twenty is found, by a theme and by any assets, within a point and a half.
    @Test func placeboDaysAreFoundAtTheLevel() throws {
        var (days, found, moves, foundMoves) = (0, 0, 0, 0)
        var pValues: [Double] = []
        var unscaled = (days: 0, found: 0)
        for seed in 40..<48 as Range<UInt64> {
            let made = MadeMarket(seed: seed, assets: 12, exposed: 4, bars: 430)
            let panel = try #require(made.panel)
            let test = CauseBacktest(
                panel: panel,
                groups: [
                    ("theme", made.exposed), ("any", Set(made.names.suffix(4))),
                    ("nobody", ["X"]),
                ], rules: try rules(), threshold: 0.03, dates: 199, stride: 1)
            #expect(test.rows.map(\.name) == ["theme", "any"])
            for row in test.rows {
                #expect(row.placebo.days + row.moves.days == 430 - 30 - 199)
                #expect(row.pValues.count == row.placebo.days)
                days += row.placebo.days
                found += row.placebo.found
                moves += row.moves.days
                foundMoves += row.moves.found
            }
            pValues += test.rows[0].pValues
            var plain = try rules()
            plain.statistic = .meanAbnormal
            let other = CauseBacktest(
                panel: panel,
                groups: [("theme", made.exposed), ("any", Set(made.names.suffix(4)))],
                rules: plain, threshold: 0.03, dates: 199, stride: 1)
            unscaled.days += other.rows.map(\.moves.days).reduce(0, +)
            unscaled.found += other.rows.map(\.moves.found).reduce(0, +)
        }
        let share = Double(found) / Double(days)
        #expect(days > 2500 && abs(share - 0.05) < 0.015, "\(share) of \(days)")
        // Any p-value is as likely: Kolmogorov's distance, at one in a hundred.
        let ordered = pValues.sorted()
        let distance = ordered.enumerated().map {
            abs(Double($0.offset + 1) / Double(ordered.count) - $0.element)
        }.max()
        #expect((distance ?? 1) < 1.63 / Double(ordered.count).squareRoot())
        // Violent days are no exception, as they would be without their scale.
        let plainShare = Double(unscaled.found) / Double(unscaled.days)
        #expect(plainShare > 0.08, "\(plainShare) of \(unscaled.days)")
        let shareOfMoves = Double(foundMoves) / Double(moves)
        #expect(moves > 200 && abs(shareOfMoves - 0.05) < 0.03, "\(shareOfMoves) of \(moves)")
    }

    /// Days on which a theme went with the market, and further, are found where they were planted.
    @Test func plantedDaysAreFound() throws {
        for sign in [1.0, -1] {
            var made = MadeMarket(seed: 9, assets: 15, exposed: 5, bars: 400)
            let days = [300, 333, 366, 399]
            for day in days { made.shock(day..<(day + 1), all: sign * 0.2, exposed: sign * 0.25) }
            let panel = try #require(made.panel)
            let test = CauseBacktest(
                panel: panel, groups: [("theme", made.exposed)], rules: try rules(),
                threshold: 0.15, dates: 100, stride: 1)
            #expect(test.rows[0].moves.days == 4 && test.rows[0].moves.found >= 3)
            #expect((test.rows[0].placebo.share ?? 1) < 0.1)
        }
    }

    /// A day is compared with earlier days alone: what comes later changes nothing before it.
    @Test func nothingLaterIsSeen() throws {
        let made = MadeMarket(seed: 10, assets: 12, exposed: 4, bars: 300)
        let rules = try rules()
        let runs = try [300, 220].map { bars in
            let columns = made.names.indices.map {
                ReturnPanel.Column(
                    asset: made.names[$0], cap: 1, values: Array(made.returns[$0].prefix(bars)))
            }
            let panel = try #require(
                ReturnPanel(returns: columns, ends: StudyFixture.hours(bars)))
            return CauseBacktest(
                panel: panel, groups: [("theme", made.exposed)], rules: rules, threshold: 1,
                dates: 60, stride: 1
            ).rows[0].pValues
        }
        #expect(runs[1].count == 220 - 30 - 60)
        #expect(runs[1] == Array(runs[0].prefix(runs[1].count)))
    }

    @Test func tooFewDaysAreNotCounted() throws {
        let made = MadeMarket(seed: 2, assets: 12, exposed: 4, bars: 80)
        let test = CauseBacktest(
            panel: try #require(made.panel), groups: [("theme", made.exposed)], rules: try rules(),
            threshold: 0.1, dates: 99, stride: 1)
        #expect(test.rows[0].placebo.days == 0 && test.rows[0].placebo.share == nil)
    }

    /// Windows that share bars with a day's are not among those it is compared with.
    @Test func windowsLieApart() throws {
        let made = MadeMarket(seed: 2, assets: 12, exposed: 4, bars: 80)
        let panel = try #require(made.panel)
        for (length, stride) in [(1, 1), (4, 1), (4, 4)] {
            let window = try #require(StudyWindow(estimation: 30, gap: 0, length: length))
            let test = CauseBacktest(
                panel: panel, groups: [("theme", made.exposed)], rules: CauseRules(window: window),
                threshold: .infinity, dates: 3, stride: stride)
            let dates = (80 - window.bars) / stride + 1
            let shared = stride == 1 ? length - 1 : 0
            #expect(test.rows[0].placebo.days == dates - 3 - shared)
        }
    }
}
