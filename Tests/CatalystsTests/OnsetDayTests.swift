import Market
import TestSupport
import Testing

@testable import Catalysts

/// The fall of 27 January 2025 as its bars date it, against numpy and pandas.
@Suite struct OnsetDayTests {
    private static let asOf = Timestamp(seconds: 1_737_979_200)
    private static let stretch = TimeRange(from: asOf - .hours(48), to: asOf)

    private static func raw() throws -> [String: OnsetSeries] {
        let byName = Dictionary(grouping: try OnsetFixtures.rows("day")) { $0["series"] ?? "" }
        var series: [String: OnsetSeries] = [:]
        for (name, rows) in byName {
            let points = rows.map { row in
                OnsetPoint(
                    openTime: Timestamp(seconds: Int64(OnsetFixtures.whole(row, "time"))),
                    value: OnsetFixtures.number(row, "value"))
            }
            let interval = TimeSpan.hours(OnsetFixtures.whole(rows[0], "hours"))
            series[name] = OnsetSeries(name: name, interval: interval, points: points)
        }
        return series
    }

    /// The five series on the scale on which they are searched.
    private static func scaled(_ raw: [String: OnsetSeries]) throws -> [OnsetSeries] {
        let market = try #require(raw["market"]).changes
        let volatility = VolatilityScale(decay: 0.97, seedBars: 24)
        let exposed = try #require(raw["exposed"]).changes
        let excess = try #require(exposed.less(market, name: "exposed less market"))
        let volume = LogarithmScale(least: 0).scaled(try #require(raw["volume"]))
        let interest = LogarithmScale(least: 0).scaled(try #require(raw["open interest"]))
        return [
            volatility.scaled(market), volatility.scaled(excess),
            SeasonalMedian(period: .day, cycles: 7, fewest: 5).scaled(volume), interest.changes,
            LogarithmScale(least: 1e5).scaled(try #require(raw["liquidations"])),
        ]
    }

    /// Reference: pandas.
    @Test func scalesAgreeWithPandas() throws {
        let theirs = Dictionary(grouping: try OnsetFixtures.rows("scales")) { $0["series"] ?? "" }
        for ours in try Self.scaled(try Self.raw()) {
            let rows = try #require(theirs[ours.name])
            #expect(ours.points.count == rows.count, "\(ours.name)")
            for (point, row) in zip(ours.points, rows) {
                let seconds = Int64(OnsetFixtures.whole(row, "time"))
                #expect(point.openTime == Timestamp(seconds: seconds))
                #expect(
                    agree(
                        point.value, OnsetFixtures.number(row, "value"), relative: 1e-12,
                        absolute: 1e-12), "\(ours.name) \(row)")
            }
        }
    }

    /// Reference: numpy, every stretch tried for the shortest.
    @Test func onsetsAgreeWithNumpy() throws {
        let search = OnsetSearch(leastOdds: 1)
        let theirs = try OnsetFixtures.rows("onsets")
        for (series, row) in zip(try Self.scaled(try Self.raw()), theirs) {
            #expect(series.name == row["series"])
            let finding = search.onset(of: series, in: Self.stretch)
            let onset = try #require(finding.interval)
            #expect(agree(onset.logBayesFactor, OnsetFixtures.number(row, "factor")))
            #expect(agree(onset.inflation, OnsetFixtures.number(row, "inflation")))
            #expect(agree(onset.shift, OnsetFixtures.number(row, "shift")))
            let probabilities = OnsetFixtures.numbers(row, "probabilities")
            #expect(onset.bars.count == probabilities.count)
            #expect(
                zip(onset.bars, probabilities).allSatisfy {
                    agree($0.probability, $1, relative: 1e-9, absolute: 1e-12)
                })
            func time(_ column: String) -> Timestamp {
                Timestamp(seconds: Int64(OnsetFixtures.whole(row, column)))
            }
            #expect(onset.likeliest.range.start == time("likeliest"))
            #expect(onset.credible.range == TimeRange(from: time("start"), to: time("end")))
            #expect(agree(onset.credible.probability, OnsetFixtures.number(row, "held")))
        }
    }

    /// Reference: a plain double sum.
    @Test func precedencesAgreeWithNumpy() throws {
        let search = OnsetSearch(leastOdds: 1)
        var onsets: [String: OnsetInterval] = [:]
        for series in try Self.scaled(try Self.raw()) {
            onsets[series.name] = search.onset(of: series, in: Self.stretch).interval
        }
        let rows = try OnsetFixtures.rows("precedences")
        #expect(rows.count == 25)
        for row in rows {
            let first = try #require(onsets[row["first"] ?? ""])
            let second = try #require(onsets[row["second"] ?? ""])
            let precedence = OnsetPrecedence(first, second)
            #expect(agree(precedence.before, OnsetFixtures.number(row, "before")))
            #expect(agree(precedence.after, OnsetPrecedence(second, first).before))
        }
    }

    /// What the day's bars say: nothing of open interest, and of the others no order by nine in ten.
    @Test func theOrderOfTheDayIsNotDecided() throws {
        let search = OnsetSearch()
        let findings = try Self.scaled(try Self.raw()).map {
            search.onset(of: $0, in: Self.stretch)
        }
        let order = OnsetOrder(findings)
        #expect(order.undated.map(\.name) == ["open interest"])
        #expect(
            order.groups.map { $0.map(\.name) } == [
                ["exposed less market", "liquidations", "market", "volume"]
            ])
        let volume = try #require(findings[2].interval)
        let evening = TimeRange(
            from: Self.asOf - .hours(16), to: Self.asOf - .hours(13))
        #expect(volume.credible.range == evening)
        #expect(findings[0].interval.map { $0.shift < 0 } == true)
    }

    /// Deleting and changing whatever closed after the as-of changes nothing.
    @Test func nothingLaterIsUsed() throws {
        let search = OnsetSearch()
        var random = SeededGenerator(seed: 31)
        let raw = try Self.raw()
        let whole = try Self.scaled(raw)
        for hour in stride(from: 0, to: 24, by: 3) {
            let asOf = Self.asOf - .hours(hour)
            let stretch = TimeRange(from: asOf - .hours(48), to: asOf)
            var (cut, bent) = (raw, raw)
            for (name, series) in raw {
                let known = series.points.filter { $0.openTime + series.interval <= asOf }
                cut[name] = OnsetSeries(name: name, interval: series.interval, points: known)
                let later = series.points.dropFirst(known.count).map {
                    OnsetPoint(
                        openTime: $0.openTime,
                        value: $0.value * Double.random(in: 0.5...2, using: &random))
                }
                bent[name] = OnsetSeries(
                    name: name, interval: series.interval, points: known + later)
            }
            let findings = whole.map { search.onset(of: $0, in: stretch) }
            #expect(findings == (try Self.scaled(cut)).map { search.onset(of: $0, in: stretch) })
            #expect(findings == (try Self.scaled(bent)).map { search.onset(of: $0, in: stretch) })
        }
    }
}
