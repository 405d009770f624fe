import Levels
import Market
import TestSupport
import Testing

/// Expected values: pandas' calendar periods, `Scripts/reference/levels.py`. Exact.
@Suite struct PriorPeriodsTests {
    @Test func agreesWithTheReference() throws {
        let rows = try ReferenceTable(fixture: "Levels/prior.csv").rows
        let series = try LevelSamples.reference()
        #expect(rows.count > 90)
        for row in rows {
            let day = CalendarDay(daysSinceEpoch: row.int("day"))
            let bars = try #require(series[row.text("series")]).filter { $0.closeTime <= day.start }
            let unit = try #require(PriorPeriods.Unit(rawValue: row.text("unit")))
            let record = try #require(PriorPeriods(bars).prior(unit, at: day.start))
            #expect(record.high == row.double("high") && record.low == row.double("low"))
            #expect(record.close == row.double("close"))
            #expect(record.isWhole == (row.int("whole") == 1), "\(unit) before \(day)")
        }
    }

    /// 27 January 2025 was a Monday: the week before runs from the 20th to the 26th.
    @Test func weeksBeginOnMonday() throws {
        let bars = try #require(try LevelSamples.reference()["total"])
        let monday = try #require(CalendarDay("2025-01-27")).start
        let record = try #require(PriorPeriods(bars).prior(.week, at: monday + .hours(12)))
        #expect(record.start.day.description == "2025-01-20" && record.end == monday)
        #expect(record.isWhole)
        let sunday = PriorPeriods(bars.dropLast()).prior(.week, at: monday - .hours(1))
        #expect(sunday?.start.day.description == "2025-01-13")
    }

    /// Hours give the same as the days they make up.
    @Test func hoursMakeDays() {
        let hours = LevelSamples.walk(seed: 6, bars: 24 * 70).enumerated().map { index, bar in
            Candle(
                openTime: Timestamp(seconds: 1_500_000_000 / 86400 * 86400 + Int64(index) * 3600),
                interval: .hour, open: bar.open, high: bar.high, low: bar.low, close: bar.close,
                volume: nil)
        }
        let days = Dictionary(grouping: hours, by: \.openTime.day).sorted { $0.key < $1.key }
            .map { day, part in
                LevelSamples.bar(
                    day.daysSinceEpoch, open: part[0].open, high: part.map(\.high).max() ?? 0,
                    low: part.map(\.low).min() ?? 0, close: part[23].close)
            }
        let end = days[69].closeTime
        for unit in PriorPeriods.Unit.allCases {
            let byHour = PriorPeriods(hours).prior(unit, at: end)
            #expect(byHour != nil && byHour == PriorPeriods(days).prior(unit, at: end))
        }
    }

    @Test func missingBarsAreTold() {
        let week = LevelSamples.walk(seed: 7, bars: 30)
        let instant = week[29].closeTime
        for hole in 0..<30 {
            var bars = week
            bars.remove(at: hole)
            for unit in PriorPeriods.Unit.allCases {
                let whole = PriorPeriods(week).prior(unit, at: instant)
                let record = PriorPeriods(bars).prior(unit, at: instant)
                let touched = whole.map {
                    week[hole].openTime >= $0.start && week[hole].closeTime <= $0.end
                }
                if touched == false { #expect(record == whole) }
                if touched == true { #expect(record.map { !$0.isWhole } ?? (unit == .day)) }
            }
        }
        #expect(PriorPeriods().prior(.day, at: instant) == nil)
        #expect(PriorPeriods(week).prior(.day, at: instant + .days(3)) == nil)
    }

    @Test func extremesOfTheHistory() throws {
        let bars = LevelSamples.still([3, 5, 1, 5, 1])
        let high = try #require(PriceExtreme(.high, of: bars))
        let low = try #require(PriceExtreme(.low, of: bars))
        #expect(high.price == 5 && high.day.daysSinceEpoch == LevelSamples.firstDay + 1)
        #expect(low.price == 1 && low.day.daysSinceEpoch == LevelSamples.firstDay + 2)
        #expect(PriceExtreme(.high, of: []) == nil)
        let broken = LevelSamples.still([.nan, 2, .nan])
        #expect(PriceExtreme(.low, of: broken)?.price == 2)
    }
}
