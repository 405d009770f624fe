import Foundation
import TestSupport
import Testing

@testable import Outlook

/// Branches of the tree in a walk forward: expected outcomes come from whole windows judged by `Resolution`, and
/// probabilities from paths counted one by one.
@Suite struct WalkForwardBranchTests {
    private var plan: WalkForwardPlan {
        var plan = WalkForwardPlan()
        plan.horizons = [1, 4]
        plan.names = UsualLevels.names
        plan.hasBranches = true
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

    private struct Place: Hashable {
        let bar: Int
        let horizon: Int
        let rule: ForecastClass.Rule
        let side: LevelSide
    }

    private func byPlace(_ walk: WalkForward) -> [Place: ForecastRecord] {
        let branches = walk.records.filter { walk.classes[$0.classIndex].isBranch }
        let pairs = branches.map { record -> (Place, ForecastRecord) in
            let kind = walk.classes[record.classIndex]
            let place = Place(
                bar: record.bar, horizon: kind.horizon, rule: kind.rule, side: kind.side)
            return (place, record)
        }
        let found = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        #expect(found.count == branches.count)
        return found
    }

    @Test func levelsAreForecastAsWithoutBranches() throws {
        let bars = try #require(MadeBars.random(300, seed: 5))
        let both = try walked(bars, plan)
        var bare = plan
        bare.hasBranches = false
        let levels = try walked(bars, bare)
        func unnumbered(_ walk: WalkForward) -> [String] {
            walk.records.filter { !walk.classes[$0.classIndex].isBranch }.map { record in
                let kind = walk.classes[record.classIndex]
                return "\(kind) \(record.bar) \(record.level) \(record.simulation)"
                    + " \(record.climatology) \(record.recalibrated) \(String(describing: record.outcome))"
            }
        }
        #expect(unnumbered(both) == unnumbered(levels))
        #expect(both.records.count > levels.records.count && both.transforms == levels.transforms)
        #expect(
            Scorecard(both, selection: { !$0.isBranch }).rows.map(\.methods)
                == Scorecard(levels).rows.map(\.methods))
    }

    /// What holds did not break either way; what is reached next or taken back has broken first.
    @Test func outcomesFitTogether() throws {
        let bars = try #require(MadeBars.random(420, seed: 9))
        let found = byPlace(try walked(bars, plan))
        var (held, broken, reached, back) = (0, 0, 0, 0)
        for (place, record) in found {
            func other(_ rule: ForecastClass.Rule, _ side: LevelSide) -> ForecastRecord? {
                found[Place(bar: place.bar, horizon: place.horizon, rule: rule, side: side)]
            }
            #expect((record.outcome == nil) == (place.bar + place.horizon >= bars.count))
            switch place.rule {
            case .hold:
                let (down, up) = (other(.breaks, .down), other(.breaks, .up))
                guard let outcome = record.outcome else { continue }
                #expect(outcome == (down?.outcome == false && up?.outcome == false))
                held += outcome ? 1 : 0
            case .next, .comeback:
                let first = try #require(other(.breaks, place.side))
                #expect(record.simulation <= first.simulation && record.level == first.level)
                if record.outcome == true {
                    #expect(first.outcome == true)
                    if place.rule == .next { reached += 1 } else { back += 1 }
                }
            default: broken += record.outcome == true ? 1 : 0
            }
            #expect((record.closedForm == nil) == (place.rule == .comeback))
            #expect(place.rule != .comeback || place.horizon > 1)
        }
        #expect(held > 20 && broken > 20 && reached > 5 && back > 5)
    }

    @Test func countedAndJudgedAsTheTreeItself() throws {
        let bars = try #require(MadeBars.random(200, seed: 21))
        let found = byPlace(try walked(bars, plan))
        var judged = 0
        for bar in [150, 171, 188] {
            let pool = try #require(ResidualHistory(bars.prefix(bar + 1), window: 200)?.pool)
            let simulation = try #require(
                FilteredHistoricalSimulation(
                    pool, price: bars.closes[bar], seed: plan.seed &+ UInt64(bar)))
            let paths = try #require(simulation.paths(count: 128, steps: 4))
            let levels = BranchLevels.around(
                bars.closes[bar], UsualLevels.after(bar, of: bars))
            let ranges = (bar - 13...bar).map {
                max(bars.highs[$0], bars.closes[$0 - 1]) - min(bars.lows[$0], bars.closes[$0 - 1])
            }
            for horizon in plan.horizons {
                let tree = try #require(
                    BranchLevels.tree(
                        levels, after: bar, of: bars,
                        averageTrueRange: ranges.reduce(0, +) / 14, horizon: horizon))
                for branch in tree.branches + tree.branches.flatMap(\.followers)
                where horizon > 1 || branch.kind != .comeback {
                    let kind = try #require(ForecastClass(branch, within: horizon))
                    let record = try #require(
                        found[
                            Place(bar: bar, horizon: horizon, rule: kind.rule, side: kind.side)])
                    let share = paths.share(of: branch.event.condition, within: horizon)
                    #expect(share?.smoothed == record.simulation)
                    let resolution = Resolution(
                        of: branch.event, by: bars, at: branch.event.end)
                    #expect(
                        resolution?.outcome == (record.outcome == true ? .happened : .didNotHappen))
                    judged += 1
                }
            }
        }
        #expect(judged > 20)
    }

    @Test func levelsOfATreeLieApart() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<300 {
            let price = Double.random(in: 0.001...90_000, using: &random)
            let named = (0..<6).compactMap { place in
                NamedLevel(
                    price: price * Double.random(in: 0.3...1.8, using: &random), name: "L\(place)")
            }
            let levels = BranchLevels.around(price, named)
            for side in LevelSide.allCases {
                let distances = levels.filter { ($0.price < price) == (side == .down) }
                    .map { abs($0.price / price - 1) }
                #expect(distances.count <= 4 && distances.allSatisfy { $0 >= 0.001 && $0 <= 0.5 })
                #expect(
                    zip(distances, distances.dropFirst()).allSatisfy { $1 - $0 >= 0.01 - 1e-12 })
            }
        }
    }

    @Test func takenUpAgainItEndsAlike() throws {
        let bars = try #require(MadeBars.random(260, seed: 12))
        let all = try walked(bars, plan)
        var part = try walked(bars, plan, to: 210)
        #expect(part == (try walked(bars.prefix(210), plan)))
        part = try JSONDecoder().decode(WalkForward.self, from: try JSONEncoder().encode(part))
        let isDone = part.advance(over: bars, levels: { UsualLevels.after($0, of: bars) })
        #expect(isDone && part == all)
    }
}
