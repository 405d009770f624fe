import Foundation
import TestSupport
import Testing

@testable import Outlook

@Suite struct WalkForwardTests {
    private var plan: WalkForwardPlan {
        var plan = WalkForwardPlan()
        plan.horizons = [1, 4]
        plan.rules = ForecastClass.Rule.ofLevels
        plan.names = UsualLevels.names
        plan.paths = 128
        plan.window = 200
        plan.warmUp = 140
        plan.leastResolved = 60
        plan.recalibrateEvery = 10
        return plan
    }

    private func walked(_ bars: PriceBars, _ plan: WalkForwardPlan, to end: Int? = nil) throws
        -> WalkForward
    {
        var walk = try #require(WalkForward(plan))
        let isDone = walk.advance(
            over: bars, to: end, levels: { UsualLevels.after($0, of: bars) })
        #expect(isDone)
        return walk
    }

    @Test func nothingLaterIsUsed() throws {
        let bars = try #require(MadeBars.random(330, seed: 6))
        let other = try #require(MadeBars.random(330, seed: 7))
        let all = try walked(bars, plan)
        let cut = 260
        let some = try walked(bars.prefix(cut), plan)
        #expect(some.taken == cut && !some.records.isEmpty)
        for (early, late) in zip(some.records, all.records) {
            #expect(early.bar == late.bar && early.level == late.level)
            #expect(
                IssuedForecast.Method.allCases.allSatisfy {
                    early.probability($0) == late.probability($0)
                })
            if early.outcome != nil { #expect(early.outcome == late.outcome) }
        }
        #expect(some == (try walked(bars, plan, to: cut)))
        // Bars that were other ones are not gone on with.
        var halfway = some
        let shifted = try #require(
            PriceBars(
                interval: other.interval, openTimes: other.openTimes.map { $0 + 9 * MadeBars.day },
                opens: other.opens, highs: other.highs, lows: other.lows, closes: other.closes))
        let isDone = halfway.advance(over: shifted)
        let isShort = halfway.advance(over: bars.prefix(cut - 1))
        #expect(!isDone && !isShort && halfway == some)
    }

    @Test func takenUpAgainItEndsAlike() throws {
        let bars = try #require(MadeBars.random(340, seed: 12))
        var plan = plan
        plan.model = .garch(refitEvery: 30)
        plan.window = 250
        let all = try walked(bars, plan)
        var part = try walked(bars, plan, to: 290)
        let stored = try JSONEncoder().encode(part)
        part = try JSONDecoder().decode(WalkForward.self, from: stored)
        var seen: [Int] = []
        let isDone = part.advance(
            over: bars, levels: { UsualLevels.after($0, of: bars) }, progress: { seen.append($0) })
        #expect(isDone && part == all && seen == [300, 340])
        let text = String(decoding: stored, as: UTF8.self)
        for (good, bad) in [
            ("\"taken\":290", "\"taken\":289"), ("\"classIndex\":3,", "\"classIndex\":999,"),
            ("\"paths\":128", "\"paths\":512"), ("\"firstRecord\":", "\"firstRecord\":1"),
        ] {
            #expect(text.contains(good))
            let damaged = Data(text.replacingOccurrences(of: good, with: bad).utf8)
            var walk = try JSONDecoder().decode(WalkForward.self, from: damaged)
            let goesOn = walk.advance(over: bars)
            #expect(!goesOn, "\(bad)")
        }
    }

    /// Outcomes by the one rule that judges forecasts, climatology by counting what had come due.
    @Test func outcomesAndClimatologyAreWhatTheySay() throws {
        let bars = try #require(MadeBars.random(300, seed: 21))
        let walk = try walked(bars, plan)
        for record in walk.records {
            let kind = walk.classes[record.classIndex]
            let end = record.bar + kind.horizon
            #expect((record.outcome == nil) == (end >= bars.count))
            #expect((record.level < bars.closes[record.bar]) == (kind.side == .down))
            guard let outcome = record.outcome else { continue }
            var watch = EventWatch(
                try #require(kind.condition(at: record.level, band: record.band)))
            for bar in (record.bar + 1)...end {
                watch.update(
                    high: bars.highs[bar], low: bars.lows[bar], close: bars.closes[bar])
            }
            #expect(watch.outcome == outcome)
        }
        for record in walk.records.suffix(100) + walk.records.prefix(100) {
            let kind = walk.classes[record.classIndex]
            let known = walk.records.filter {
                $0.classIndex == record.classIndex && $0.bar + kind.horizon <= record.bar
            }
            let hits = known.count { $0.outcome == true }
            #expect(
                record.climatology == (Double(hits) + 0.5) / (Double(known.count) + 1))
        }
        #expect(walk.records.contains { $0.recalibrated != $0.simulation })
        #expect(walk.records.prefix(100).allSatisfy { $0.recalibrated == $0.simulation })
        #expect(walk.records.allSatisfy { $0.recalibrated > 0 && $0.recalibrated < 1 })
        #expect(Set(walk.records.map(\.regime)) == [0, 1, 2])
        #expect(walk.transforms.allSatisfy { $0.value > 0 && $0.value < 1 })
        #expect(walk.transforms.count { $0.horizon == 4 } == bars.count - plan.warmUp - 4)
    }

    /// The counting of the walk and that of whole paths by `EventWatch` agree to the path.
    @Test func theWalkCountsAsTheSimulationDoes() throws {
        let bars = try #require(MadeBars.random(200, seed: 21))
        let walk = try walked(bars, plan)
        #expect(walk.transforms.count { [150, 171].contains($0.bar) } == 4)
        for bar in [150, 171, 199] {
            let pool = try #require(ResidualHistory(bars.prefix(bar + 1), window: 200)?.pool)
            let simulation = try #require(
                FilteredHistoricalSimulation(
                    pool, price: bars.closes[bar], seed: plan.seed &+ UInt64(bar)))
            let paths = try #require(simulation.paths(count: 128, steps: 4))
            let records = walk.records.filter { $0.bar == bar }
            #expect(records.count > 40)
            for record in records {
                let kind = walk.classes[record.classIndex]
                let condition = try #require(
                    kind.condition(at: record.level, band: record.band))
                let share = paths.share(of: condition, within: kind.horizon)
                #expect(share?.smoothed == record.simulation)
            }
            for transform in walk.transforms where transform.bar == bar {
                let move = log(bars.closes[bar + transform.horizon] / bars.closes[bar])
                #expect(transform.value == paths.transform(of: move, after: transform.horizon))
            }
        }
    }

    @Test func aMissingBarLeavesItsWindowsOut() throws {
        let whole = try #require(MadeBars.random(260, seed: 3))
        let bars = try #require(
            MadeBars.through(whole.closes.enumerated().map { $0 == 220 ? nil : $1 }, wick: 0.01))
        let walk = try walked(bars, plan)
        for record in walk.records {
            let end = record.bar + walk.classes[record.classIndex].horizon
            let crosses = record.bar < 220 && end >= 220
            #expect((record.outcome == nil) == (crosses || end >= bars.count))
        }
        let card = Scorecard(walk)
        let left = walk.records.count {
            $0.outcome == nil && $0.bar + walk.classes[$0.classIndex].horizon < bars.count
        }
        #expect(card.rows.map(\.undecidable).reduce(0, +) == left && left > 0)
    }

    @Test func theScorecardScoresTheSameForecasts() throws {
        let bars = try #require(MadeBars.random(420, seed: 30))
        let walk = try walked(bars, plan)
        let card = Scorecard(walk)
        #expect(card == Scorecard(walk) && card.rows.map(\.horizon) == [1, 4])
        for row in card.rows {
            let first = plan.warmUp + plan.leastResolved + row.horizon
            let cases = walk.records.filter {
                walk.classes[$0.classIndex].horizon == row.horizon && $0.bar >= first
                    && $0.outcome != nil
            }
            #expect(cases.count == row.forecasts && row.byRegime.reduce(0, +) == row.forecasts)
            #expect(Set(cases.map(\.bar)).count == row.times)
            #expect(row.methods.map(\.method) == IssuedForecast.Method.ofOutlooks)
            for score in row.methods {
                let brier = BrierScore(
                    forecasts: cases.compactMap { $0.probability(score.method) },
                    outcomes: cases.map { $0.outcome == true })
                #expect(agree(score.brier.score, brier?.score))
                let base = row.score(.climatology)?.brier.score ?? .nan
                if let skill = score.againstClimatology {
                    #expect(agree(skill.skill, 1 - score.brier.score / base))
                    #expect(skill.lower <= skill.skill && skill.skill <= skill.upper)
                }
            }
            #expect(row.score(.climatology)?.againstClimatology == nil)
            #expect(row.score(.closedForm)?.againstClosedForm == nil)
        }
        let touches = Scorecard(walk) { $0.rule == .touch }
        let others = Scorecard(walk) { $0.rule != .touch }
        #expect(
            zip(touches.rows, others.rows).map { $0.forecasts + $1.forecasts }
                == card.rows.map(\.forecasts))
        #expect(Scorecard(walk) { _ in false }.rows.isEmpty)
    }

    /// Draws by a fair walk: the simulation that knows it is reliable, and the correction finds nothing to do.
    @Test func aFairWalkIsForecastReliably() throws {
        let bars = try #require(MadeBars.random(1_500, seed: 77))
        var plan = plan
        plan.paths = 256
        plan.rules = [.close]
        plan.names = []
        let card = Scorecard(try walked(bars, plan))
        for row in card.rows {
            let simulation = try #require(row.score(.simulation))
            #expect(simulation.brier.reliability < 0.003)
            #expect((simulation.reliability?.probability ?? 0) > 0.01)
            #expect((simulation.againstClimatology?.skill ?? -1) > 0)
        }
    }

    @Test func plansThatCannotBeFollowedAreRefused() throws {
        #expect(WalkForward(WalkForwardPlan()) != nil && WalkForward(.hourly) != nil)
        #expect(WalkForward(.daily)?.classes.count == 199)
        #expect(WalkForwardPlan.daily.ofClosesAlone.rules == [.close, .breaks])
        let changes: [(inout WalkForwardPlan) -> Void] = [
            { $0.horizons = [] }, { $0.horizons = [5, 1] }, { $0.horizons = [0] },
            { $0.rules = [] }, { $0.paths = 0 }, { $0.stride = 0 }, { $0.blockLength = .nan },
            { $0.deviations = [-1] }, { $0.changes = [1] }, { $0.window = 1 },
            {
                $0.model = .garch(refitEvery: 9); $0.window = 249
            }, { $0.recalibrateEvery = 0 }, { $0.warmUp = -1 }, { $0.paths = .max },
            { $0.names = Array(repeating: "a", count: 300) },
        ]
        for change in changes {
            var plan = WalkForwardPlan()
            change(&plan)
            #expect(WalkForward(plan) == nil)
        }
        var branches = WalkForwardPlan()
        branches.rules = [.hold]
        #expect(WalkForward(branches) == nil)
        let flat = try #require(MadeBars.through(Array(repeating: 5, count: 200)))
        let walk = try walked(flat, plan)
        #expect(walk.records.isEmpty && walk.taken == 200 && Scorecard(walk).rows.isEmpty)
    }
}
