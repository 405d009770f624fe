import Market
import TestSupport
import Testing

@testable import Catalysts

/// Series on grids, the search for one onset, and the order of several.
@Suite struct OnsetOrderTests {
    private static func points(_ values: [Double?], hours: Int = 1) -> [OnsetPoint] {
        values.enumerated().compactMap { index, value in
            value.map {
                OnsetPoint(openTime: Timestamp(seconds: Int64(index * hours * 3600)), value: $0)
            }
        }
    }

    private static func series(
        _ values: [Double?], hours: Int = 1, name: String = "made"
    ) throws -> OnsetSeries {
        try #require(
            OnsetSeries(
                name: name, interval: .hours(hours), points: points(values, hours: hours)))
    }

    private static func hours(_ from: Int, _ to: Int) -> TimeRange {
        TimeRange(
            from: Timestamp(seconds: Int64(from * 3600)), to: Timestamp(seconds: Int64(to * 3600)))
    }

    private static func onset(_ name: String, _ bars: [(Int, Int, Double)]) -> OnsetInterval {
        let bars = bars.map { OnsetBar(range: hours($0.0, $0.1), probability: $0.2) }
        return OnsetInterval(
            name: name, bars: bars, likeliest: bars[0], credible: bars[0], shift: 1,
            logBayesFactor: 9, strayProbability: 0, inflation: 1)
    }

    @Test func aSeriesIsOrderedAndHasNoBarTwice() throws {
        let points = Self.points([1, 2, .nan, 4])
        let series = try #require(
            OnsetSeries(name: "made", interval: .hour, points: points.reversed()))
        #expect(series.points.map(\.value) == [1, 2, 4])
        #expect(OnsetSeries(name: "made", interval: .hours(2), points: points) == nil)
        #expect(OnsetSeries(name: "made", interval: .hour, points: points + [points[0]]) == nil)
        #expect(OnsetSeries(name: "made", interval: .hours(0), points: []) == nil)
    }

    @Test func missingIsNotZero() throws {
        let series = try Self.series([1, 3, nil, 10, 12, 0])
        #expect(series.changes.points.map(\.value) == [2, 2, -12])
        #expect(LogarithmScale(least: 0).scaled(series).points.count == 4)
        #expect(LogarithmScale(least: 1).scaled(series).points.last?.value == 0)
        #expect(LogarithmScale(least: 1).scaled(try Self.series([-1, 1])).points.count == 1)
        let other = try Self.series([1, nil, 5, 10, 11, 1])
        #expect(series.less(other, name: "less")?.points.map(\.value) == [0, 0, 1, -1])
        #expect(series.less(try Self.series([1], hours: 4), name: "less") == nil)
        let flat = VolatilityScale(decay: 0.9, seedBars: 2)
        #expect(
            flat.scaled(try Self.series([0, 0, 5, 6])).points.map(\.openTime.microseconds) == [
                10_800_000_000
            ])
        let season = SeasonalMedian(period: .hours(2), cycles: 2, fewest: 2)
        #expect(season.scaled(try Self.series([1, 9, 3, nil, 7, 8])).points.map(\.value) == [5])
    }

    /// A change behind a gap may have come anywhere in it.
    @Test func aGapBelongsToTheBarAfterIt() throws {
        var random = SeededGenerator(seed: 41)
        let values: [Double?] = (0..<30).map { index in
            (14..<18).contains(index) ? nil : random.gaussian() / 10 + (index < 14 ? 0 : 5)
        }
        let onset = try #require(
            OnsetSearch().onset(of: try Self.series(values), in: Self.hours(0, 30)).interval)
        #expect(onset.likeliest.range == Self.hours(14, 19))
        #expect(onset.bars.count == 25)
        #expect(agree(onset.bars.reduce(0) { $0 + $1.probability }, 1))
        #expect(onset.median == onset.likeliest)
        #expect(onset.shift > 4)
        #expect(onset.strayProbability < 0.01)
    }

    @Test func onlyWholeBarsOfTheStretchAreSeen() throws {
        let series = try Self.series((0..<20).map(Double.init))
        let stretch = TimeRange(
            from: Timestamp(seconds: 3 * 3600 + 1), to: Timestamp(seconds: 9 * 3600 - 1))
        #expect(series.closed(in: stretch).points.map(\.value) == [4, 5, 6, 7])
    }

    @Test func silenceSaysWhy() throws {
        let search = OnsetSearch()
        func silence(_ values: [Double?]) throws -> OnsetFinding {
            search.onset(of: try Self.series(values), in: Self.hours(0, 100))
        }
        #expect(try silence([1, 2, 3]) == .undated(name: "made", .fewBars))
        #expect(
            try silence([Double?](repeating: 4, count: 20)) == .undated(name: "made", .flat))
        var random = SeededGenerator(seed: 42)
        guard case .undated("made", .weak(let factor)) = try silence(random.gaussians(40)) else {
            Issue.record("noise has an onset")
            return
        }
        #expect(factor < OnsetFunctions.logarithm(3))
    }

    /// Reference: every pair of bars.
    @Test func precedenceIsTheSumOverPairs() {
        var random = SeededGenerator(seed: 43)
        for _ in 0..<200 {
            let (first, second) = (
                Self.random("a", step: 1, using: &random),
                Self.random("b", step: Int.random(in: 1...4, using: &random), using: &random)
            )
            let precedence = OnsetPrecedence(first, second)
            var (before, after) = (0.0, 0.0)
            for one in first.bars {
                for other in second.bars {
                    let both = one.probability * other.probability
                    if one.range.end <= other.range.start { before += both }
                    if other.range.end <= one.range.start { after += both }
                }
            }
            #expect(agree(precedence.before, before))
            #expect(agree(precedence.after, after))
            #expect(agree(precedence.within, 1 - before - after, absolute: 1e-9))
        }
        // An hour inside four hours: nobody can tell.
        let inside = OnsetPrecedence(
            Self.onset("a", [(2, 3, 1)]), Self.onset("b", [(0, 4, 1)]))
        #expect(
            inside == OnsetPrecedence(Self.onset("a", [(0, 4, 1)]), Self.onset("b", [(2, 3, 1)])))
        #expect(inside.before == 0 && inside.after == 0 && inside.within == 1)
        let next = OnsetPrecedence(Self.onset("a", [(2, 3, 1)]), Self.onset("b", [(3, 4, 1)]))
        #expect(next.before == 1)
    }

    /// Every way to put the onsets into an earlier and a later part, decided pair by pair.
    @Test func groupsAreAllTheCutsThereAre() {
        var random = SeededGenerator(seed: 44)
        var cutsSeen = 0
        for round in 0..<400 {
            let onsets = (0..<5).map { index in
                Self.random("s\(index)", step: 1 + (index + round) % 4, using: &random)
            }
            let order = OnsetOrder(onsets.map(OnsetFinding.dated))
            #expect(order == OnsetOrder(onsets.shuffled(using: &random).map(OnsetFinding.dated)))
            #expect(order.groups.flatMap { $0.map(\.name) }.sorted() == onsets.map(\.name))
            #expect(order.groups.allSatisfy { $0.map(\.name) == $0.map(\.name).sorted() })
            var cuts: [Set<String>] = []
            for mask in 1..<31 {
                let early = onsets.indices.filter { mask >> $0 & 1 == 1 }
                let late = onsets.indices.filter { mask >> $0 & 1 == 0 }
                let isDecided = early.allSatisfy { one in
                    late.allSatisfy { OnsetPrecedence(onsets[one], onsets[$0]).before >= 0.9 }
                }
                if isDecided { cuts.append(Set(early.map { onsets[$0].name })) }
            }
            let found = order.groups.indices.dropFirst().map { end in
                Set(order.groups[..<end].flatMap { $0.map(\.name) })
            }
            #expect(Set(found) == Set(cuts))
            cutsSeen += cuts.count
        }
        #expect(cutsSeen > 100)
    }

    @Test func anOrderOfNothing() {
        let order = OnsetOrder([
            .undated(name: "b", .flat), .undated(name: "a", .fewBars),
        ])
        #expect(order.groups.isEmpty)
        #expect(order.undated.map(\.name) == ["a", "b"])
        #expect(OnsetOrder([]).groups.isEmpty)
    }

    /// The shortest stretch, against every stretch.
    @Test func theCredibleStretchIsTheShortest() throws {
        var random = SeededGenerator(seed: 45)
        for _ in 0..<300 {
            let onset = Self.random("a", step: 1, using: &random)
            let level = Double.random(in: 0.05...0.999, using: &random)
            let credible = try #require(OnsetInterval.credible(onset.bars, holding: level))
            let bars = onset.bars
            var best: (Int, Double)?
            for first in bars.indices {
                for last in first..<bars.count {
                    let held = bars[first...last].reduce(0) { $0 + $1.probability }
                    guard held >= level else { continue }
                    let candidate = (last - first, -held)
                    if best.map({ candidate < $0 }) ?? true { best = candidate }
                }
            }
            let expected = try #require(best)
            #expect(agree(credible.probability, -expected.1))
            #expect(credible.range.span == .hours(expected.0 + 1))
        }
    }

    /// An onset somewhere in thirty hours, spread over a few bars.
    private static func random(
        _ name: String, step: Int, using random: inout SeededGenerator
    ) -> OnsetInterval {
        let first = Int.random(in: 0...(24 / step), using: &random)
        let weights = (0..<Int.random(in: 1...5, using: &random)).map { _ in
            Double.random(in: 0.01...1, using: &random)
        }
        let total = weights.reduce(0, +)
        return onset(
            name,
            weights.enumerated().map {
                ((first + $0) * step, (first + $0 + 1) * step, $1 / total)
            })
    }
}
