internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A walk over all bars of a series: after each, forecasts by every method from what was known then, and what
/// came of those that have come due.
///
/// A value that remembers how far it has come. It can be stored at any bar and taken up again, and then ends at
/// the same bytes as without the rest. No forecast uses a bar after the one it is issued at; climatology and
/// correction use what had come due by then.
///
/// - Input: bars, always the same ones, of which later calls may hold more.
/// - Forecasts with a missing bar in their window are not scored, whichever way they would have gone: a touch
///   that is seen would be kept where its absence is not.
/// - Degenerate case: `nil` for a plan that cannot be followed; no forecast while there is no volatility.
/// - Time: bars times paths times the longest horizon, some five nanoseconds each; with branches ten times that.
package struct WalkForward: Hashable, Codable, Sendable {
    /// Where one outcome lay in its forecast distribution.
    package struct Transform: Hashable, Codable, Sendable {
        /// The bar after whose close the distribution was issued.
        package let bar: Int
        /// Which of the plan's horizons.
        package let horizon: Int
        /// The share of the distribution below the outcome.
        package let value: Double
    }

    /// What a time's forecasts still wait for.
    private struct Pending: Hashable, Codable, Sendable {
        let bar: Int
        let firstRecord: Int
        let pathHits: [Int]
        /// What exactly the branches are, which come last among a time's forecasts.
        let conditions: [ForecastCondition]
        var moves: [[Double]]
    }

    /// The settings.
    package let plan: WalkForwardPlan
    /// The plan's classes of forecasts.
    package let classes: [ForecastClass]
    /// How many bars have been taken.
    package private(set) var taken = 0
    /// All forecasts so far, by the bar, then by class.
    package private(set) var records: [ForecastRecord] = []
    /// Where outcomes lay in their forecast distributions, by when that was known.
    package private(set) var transforms: [Transform] = []
    private var history: ResidualHistory
    private var experiences: [ClassExperience]
    private var pools: [PoolExperience]
    private var pending: [Pending] = []
    private var volatilities: [Double] = []
    private var issues = 0
    private var lastOpening: Int64?

    /// A walk that has not begun.
    package init?(_ plan: WalkForwardPlan) {
        guard plan.isValid, let history = ResidualHistory(model: plan.model, window: plan.window)
        else { return nil }
        self.plan = plan
        self.history = history
        classes = plan.classes
        experiences = classes.map { _ in ClassExperience() }
        let paths = Self.blocks(plan) * PathBlock.width
        pools = (0..<Self.poolCount(plan)).map { _ in PoolExperience(paths: paths) }
    }

    private static func poolCount(_ plan: WalkForwardPlan) -> Int {
        2 * plan.horizons.count * ForecastClass.pools
    }

    private static func blocks(_ plan: WalkForwardPlan) -> Int {
        (plan.paths + PathBlock.width - 1) / PathBlock.width
    }

    /// Whether a walk that was stored could have come about, as far as places of one thing in another go.
    private var isSound: Bool {
        let paths = Self.blocks(plan) * PathBlock.width
        let columns = pending.allSatisfy { waiting in
            waiting.bar >= 0 && waiting.bar < taken && waiting.firstRecord >= 0
                && waiting.firstRecord <= records.count
                && waiting.pathHits.count <= records.count - waiting.firstRecord
                && waiting.conditions.count <= waiting.pathHits.count
                && waiting.conditions.allSatisfy(\.isValid)
                && waiting.pathHits.allSatisfy { $0 >= 0 && $0 <= paths }
                && waiting.moves.count == plan.horizons.count
        }
        return plan.isValid && classes == plan.classes && taken >= 0 && issues >= 0 && columns
            && experiences.count == classes.count && history.isSound
            && pools.count == Self.poolCount(plan)
            && pools.allSatisfy { $0.isSound(paths: paths) }
            && records.allSatisfy { classes.indices.contains($0.classIndex) }
    }

    /// Takes bars up to a count, all by default, and answers whether they go on from those taken before: not
    /// where another bar was taken last, or where a walk that was stored has been damaged.
    ///
    /// `levels` places the named levels after the close of a bar, and must know no later one. `progress` is told
    /// how many bars have been taken, every hundred.
    package mutating func advance(
        over bars: PriceBars, to end: Int? = nil, levels: (Int) -> [NamedLevel] = { _ in [] },
        progress: (Int) -> Void = { _ in }
    ) -> Bool {
        guard isSound, taken <= bars.count,
            taken == 0 || bars.openTimes[taken - 1] == lastOpening
        else { return false }
        var extremes = PathExtremes(marks: plan.horizons, blocks: Self.blocks(plan))
        let last = min(end ?? bars.count, bars.count)
        while taken < last {
            history.append(bars, taken)
            resolve(bars)
            let isDue = taken >= plan.warmUp && (taken - plan.warmUp) % plan.stride == 0
            if isDue { issue(bars, levels(taken), &extremes) }
            lastOpening = bars.openTimes[taken]
            taken += 1
            if taken.isMultiple(of: 100) || taken == last { progress(taken) }
        }
        return true
    }

    // MARK: Forecasts

    private mutating func issue(
        _ bars: PriceBars, _ named: [NamedLevel], _ extremes: inout PathExtremes
    ) {
        let price = bars.closes[taken]
        guard let pool = history.pool,
            let simulation = FilteredHistoricalSimulation(
                pool, price: price, blockLength: plan.blockLength,
                seed: plan.seed &+ UInt64(taken))
        else { return }
        extremes.draw(simulation)
        let regime = regime(of: pool.nextVolatility)
        let range = Self.meanRange(bars, to: taken)
        let first = records.count
        var pathHits: [Int] = []
        for (index, kind) in classes.enumerated() {
            let mark = mark(of: kind)
            let volatility = pool.volatility(overSteps: kind.horizon)
            guard let level = kind.level(price: price, volatility: volatility, named: named),
                let walk = FirstPassage(volatility: volatility, days: Double(kind.horizon))
            else { continue }
            let band = BreakRule.band(of: level, averageTrueRange: range)
            let edge = kind.side == .down ? level - band : level + band
            guard edge > 0,
                let closedForm = kind.closedForm(walk, level: level / price, band: band / price)
            else { continue }
            let hits = extremes.hits(
                kind.rule, kind.side, log(level / price), edge: log(edge / price), mark: mark)
            let share = SimulatedPaths.Share(hits: hits, paths: extremes.closes[mark].count)
            pathHits.append(hits)
            records.append(
                ForecastRecord(
                    bar: taken, classIndex: index, level: level, band: band,
                    closedForm: closedForm,
                    simulation: share.smoothed, climatology: experiences[index].rate,
                    recalibrated: pools[poolIndex(of: kind)].corrected(
                        share.smoothed, leastTimes: plan.leastResolved),
                    regime: regime, outcome: nil))
        }
        let branches = issueBranches(bars, named, range, simulation, volatility: pool, regime)
        pending.append(
            Pending(
                bar: taken, firstRecord: first, pathHits: pathHits + branches.map(\.hits),
                conditions: branches.map(\.condition), moves: extremes.closes))
        issues += 1
        if issues.isMultiple(of: plan.recalibrateEvery) {
            for index in pools.indices { pools[index].fit() }
        }
    }

    /// Forecasts of the branches of the tree of this moment, one after the other horizon; answers in how many
    /// paths each came true, and what it is.
    private mutating func issueBranches(
        _ bars: PriceBars, _ named: [NamedLevel], _ range: Double?,
        _ simulation: FilteredHistoricalSimulation, volatility pool: ResidualPool, _ regime: Int
    ) -> [(hits: Int, condition: ForecastCondition)] {
        guard plan.hasBranches, let longest = plan.horizons.last,
            let paths = simulation.paths(count: plan.paths, steps: longest)
        else { return [] }
        let levels = BranchLevels.around(bars.closes[taken], named)
        return plan.horizons.flatMap { horizon -> [(hits: Int, condition: ForecastCondition)] in
            let tree = BranchLevels.tree(
                levels, after: taken, of: bars, averageTrueRange: range, horizon: horizon)
            let estimates = tree.flatMap {
                ScenarioEstimate.all(
                    $0, paths: paths, volatility: pool.volatility(overSteps: horizon))
            }
            return (estimates ?? []).flatMap(\.withFollowers).compactMap { estimate in
                guard let index = index(of: estimate.branch, within: horizon) else { return nil }
                record(estimate, index, averageTrueRange: range, regime)
                return (estimate.simulated.hits, estimate.branch.event.condition)
            }
        }
    }

    private func index(of branch: ScenarioTree.Branch, within horizon: Int) -> Int? {
        ForecastClass(branch, within: horizon).flatMap { classes.firstIndex(of: $0) }
    }

    private mutating func record(
        _ estimate: ScenarioEstimate, _ index: Int, averageTrueRange: Double?, _ regime: Int
    ) {
        let level = estimate.branch.level.price
        records.append(
            ForecastRecord(
                bar: taken, classIndex: index, level: level,
                band: BreakRule.band(of: level, averageTrueRange: averageTrueRange),
                closedForm: estimate.closedForm, simulation: estimate.simulated.smoothed,
                climatology: experiences[index].rate,
                recalibrated: pools[poolIndex(of: classes[index])].corrected(
                    estimate.simulated.smoothed, leastTimes: plan.leastResolved),
                regime: regime, outcome: nil))
    }

    private func mark(of kind: ForecastClass) -> Int {
        plan.horizons.firstIndex(of: kind.horizon) ?? 0
    }

    private func poolIndex(of kind: ForecastClass) -> Int {
        let place = 2 * mark(of: kind) + (kind.side == .down ? 0 : 1)
        return ForecastClass.pools * place + kind.pool
    }

    /// The mean of the last fourteen true ranges, in quote currency; `nil` before there are as many.
    private static func meanRange(_ bars: PriceBars, to index: Int) -> Double? {
        guard index >= 14 else { return nil }
        let ranges = ((index - 13)...index).map { bar in
            max(bars.highs[bar], bars.closes[bar - 1]) - min(bars.lows[bar], bars.closes[bar - 1])
        }
        return ranges.compensatedSum / 14
    }

    /// The third of the volatilities so far, this one with them, that it lies in.
    private mutating func regime(of volatility: Double) -> Int {
        var (low, high) = (0, volatilities.count)
        while low < high {
            let middle = low + (high - low) / 2
            if volatilities[middle] < volatility { low = middle + 1 } else { high = middle }
        }
        volatilities.insert(volatility, at: low)
        return min(2, 3 * low / volatilities.count)
    }

    // MARK: Outcomes

    /// Resolves what comes due with the bar that is being taken.
    private mutating func resolve(_ bars: PriceBars) {
        for (mark, horizon) in plan.horizons.enumerated() {
            guard let place = pending.firstIndex(where: { $0.bar == taken - horizon }) else {
                continue
            }
            let waiting = pending[place]
            let window = (waiting.bar + 1)...taken
            if window.allSatisfy({ bars.isAdjacent($0) }) {
                settle(waiting, mark, bars, window)
            }
            pending[place].moves[mark] = []
        }
        pending.removeAll { $0.bar <= taken - (plan.horizons.last ?? 0) }
    }

    private mutating func settle(
        _ waiting: Pending, _ mark: Int, _ bars: PriceBars, _ window: ClosedRange<Int>
    ) {
        var reach = PathExtremes.Reach()
        for bar in window { reach.take(bars.closes[bar], bars.highs[bar], bars.lows[bar]) }
        var touched: Set<Int> = []
        let firstBranch = waiting.pathHits.count - waiting.conditions.count
        for (offset, pathHits) in waiting.pathHits.enumerated() {
            let record = waiting.firstRecord + offset
            let kind = classes[records[record].classIndex]
            guard kind.horizon == plan.horizons[mark] else { continue }
            let outcome =
                offset < firstBranch
                ? reach.meets(kind, records[record])
                : Self.outcome(of: waiting.conditions[offset - firstBranch], bars, window)
            records[record].outcome = outcome
            experiences[records[record].classIndex].add(outcome)
            let pool = poolIndex(of: kind)
            pools[pool].add(pathHits, outcome)
            touched.insert(pool)
        }
        for pool in touched { pools[pool].endTime() }
        let move = log(bars.closes[taken] / bars.closes[waiting.bar])
        let moves = waiting.moves[mark]
        let below = moves.count { $0 < move }
        let equal = moves.count { $0 == move }
        let rank = Double(below) + Double(equal) / 2 + 0.5
        transforms.append(
            Transform(
                bar: waiting.bar, horizon: plan.horizons[mark],
                value: rank / Double(moves.count + 1)))
    }

    private static func outcome(
        of condition: ForecastCondition, _ bars: PriceBars, _ window: ClosedRange<Int>
    ) -> Bool {
        var watch = EventWatch(condition)
        for bar in window where !watch.isDecided {
            watch.update(high: bars.highs[bar], low: bars.lows[bar], close: bars.closes[bar])
        }
        return watch.outcome
    }
}

extension PathExtremes.Reach {
    /// Whether a forecast of a level came true.
    fileprivate func meets(_ kind: ForecastClass, _ record: ForecastRecord) -> Bool {
        let edge = kind.side == .down ? record.level - record.band : record.level + record.band
        return meets(kind.rule, kind.side, record.level, edge: edge)
    }
}
