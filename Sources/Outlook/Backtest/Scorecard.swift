internal import Series

/// What a backtest says about its methods, horizon by horizon.
///
/// All methods are scored on the same forecasts: those that were issued when there was enough experience for
/// the correction, and that have come due with no bar missing.
package struct Scorecard: Hashable, Codable, Sendable {
    /// The scores over one horizon.
    package struct Row: Hashable, Codable, Sendable {
        /// Within how many bars.
        package let horizon: Int
        /// How many forecasts were scored.
        package let forecasts: Int
        /// At how many times they were issued.
        package let times: Int
        /// How many forecasts have come due and were left out, as a bar was missing.
        package let undecidable: Int
        /// How often it happened.
        package let rate: Double
        /// How many forecasts lie in the calm, the middle and the wild third of times.
        package let byRegime: [Int]
        /// The scores, in the order of the methods.
        package let methods: [MethodScore]
        /// Where outcomes lay in the simulated distributions, over times that do not overlap; `nil` with
        /// fewer than fifty.
        package let transforms: TransformHistogram?

        /// The score of a method.
        package func score(_ method: IssuedForecast.Method) -> MethodScore? {
            methods.first { $0.method == method }
        }
    }

    /// The horizons, ascending; one without a forecast is left out.
    package let rows: [Row]

    /// Scores what a walk has resolved; with `selection`, of some classes alone.
    package init(
        _ walk: WalkForward, selection: (ForecastClass) -> Bool = { _ in true }
    ) {
        let isSelected = walk.classes.map(selection)
        let start = walk.plan.warmUp + walk.plan.leastResolved * walk.plan.stride
        rows = walk.plan.horizons.compactMap { horizon in
            let indices = Set(
                walk.classes.indices.filter {
                    walk.classes[$0].horizon == horizon && isSelected[$0]
                })
            // By then corrections of this horizon are in use.
            let first = start + horizon
            let due = walk.records.filter {
                indices.contains($0.classIndex) && $0.bar >= first
                    && $0.bar + horizon < walk.taken
            }
            let cases = due.filter { $0.outcome != nil }
            let transforms = walk.transforms.filter { $0.horizon == horizon && $0.bar >= first }
            return Row(
                walk, horizon: horizon, cases: cases, undecidable: due.count - cases.count,
                transforms: transforms)
        }
    }
}

extension Scorecard.Row {
    fileprivate init?(
        _ walk: WalkForward, horizon: Int, cases: [ForecastRecord], undecidable: Int,
        transforms: [WalkForward.Transform]
    ) {
        guard !cases.isEmpty else { return nil }
        let sheet = ScoreSheet(walk, horizon: horizon, cases: cases)
        let methods = IssuedForecast.Method.ofOutlooks.compactMap(sheet.score)
        self.horizon = horizon
        forecasts = cases.count
        times = sheet.times.count
        self.undecidable = undecidable
        rate = Double(cases.count { $0.outcome == true }) / Double(cases.count)
        byRegime = (0..<3).map { regime in cases.count { $0.regime == regime } }
        self.methods = methods
        let apart = sheet.apart(transforms.map(\.bar))
        self.transforms = TransformHistogram(
            transforms.filter { apart.contains($0.bar) }.map(\.value))
    }
}

/// The forecasts of one horizon, put in order for scoring.
private struct ScoreSheet {
    let horizon: Int
    let cases: [ForecastRecord]
    let outcomes: [Bool]
    let times: [Int]
    private let sides: [LevelSide]
    private let seed: UInt64
    private let stride: Int
    /// The range of each time's cases.
    private let ranges: [Range<Int>]
    /// The squared distances, summed over each time, of each method; `nil` for one that left a case out.
    private let losses: [[Double]?]

    init(_ walk: WalkForward, horizon: Int, cases: [ForecastRecord]) {
        self.horizon = horizon
        self.cases = cases
        outcomes = cases.map { $0.outcome == true }
        sides = walk.classes.map(\.side)
        seed = walk.plan.seed
        stride = walk.plan.stride
        var ranges: [Range<Int>] = []
        var start = 0
        for index in 1...cases.count
        where index == cases.count || cases[index].bar != cases[start].bar {
            ranges.append(start..<index)
            start = index
        }
        self.ranges = ranges
        times = ranges.map { cases[$0.lowerBound].bar }
        losses = IssuedForecast.Method.ofOutlooks.map { method in
            guard cases.allSatisfy({ $0.probability(method) != nil }) else { return nil }
            return ranges.map { Self.losses(method, cases[$0]).compensatedSum }
        }
    }

    /// Those of some ascending bars that lie a horizon or more apart.
    func apart(_ bars: [Int]) -> Set<Int> {
        var chosen: Set<Int> = []
        var last: Int?
        for bar in bars where last.map({ bar - $0 >= horizon }) ?? true {
            chosen.insert(bar)
            last = bar
        }
        return chosen
    }

    private static func losses(
        _ method: IssuedForecast.Method, _ cases: ArraySlice<ForecastRecord>
    ) -> [Double] {
        cases.compactMap { record in
            record.probability(method).map { probability in
                let distance = probability - (record.outcome == true ? 1 : 0)
                return distance * distance
            }
        }
    }

    private func losses(of method: IssuedForecast.Method) -> [Double]? {
        IssuedForecast.Method.ofOutlooks.firstIndex(of: method).flatMap { losses[$0] }
    }

    func score(_ method: IssuedForecast.Method) -> MethodScore? {
        let forecasts = cases.compactMap { $0.probability(method) }
        guard let own = losses(of: method),
            let brier = BinnedBrierScore(forecasts: forecasts, outcomes: outcomes),
            let logScore = LogScore.mean(forecasts: forecasts, outcomes: outcomes)
        else { return nil }
        func skill(_ reference: IssuedForecast.Method) -> SkillInterval? {
            // Blocks of a month of days at least, as spells of volatility last so long.
            guard method != reference, let base = losses(of: reference) else { return nil }
            return SkillInterval(
                losses: own, reference: base,
                blockLength: Double(max(30, 3 * horizon) / stride + 1), seed: seed)
        }
        func compared(_ reference: IssuedForecast.Method) -> ForecastComparison? {
            guard method != reference, let base = losses(of: reference) else { return nil }
            return ForecastComparison(
                own, base, lags: ForecastComparison.usualLags(count: own.count, horizon: horizon))
        }
        return MethodScore(
            method: method, brier: brier, logScore: logScore,
            againstClimatology: skill(.climatology), againstClosedForm: skill(.closedForm),
            comparedToClimatology: compared(.climatology),
            comparedToClosedForm: compared(.closedForm),
            reliability: reliability(forecasts),
            skillByRegime: (0..<3).map { regimeSkill(method, $0) }
        )
    }

    /// Rates against forecasts at times a horizon apart. Levels on one side at one time are a cluster.
    private func reliability(_ forecasts: [Double]) -> ReliabilityTable? {
        let chosen = apart(times)
        let indices = cases.indices.filter { chosen.contains(cases[$0].bar) }
        return ReliabilityTable(
            forecasts: indices.map { forecasts[$0] }, outcomes: indices.map { outcomes[$0] },
            clusters: indices.map {
                2 * cases[$0].bar + (sides[cases[$0].classIndex] == .down ? 0 : 1)
            }, draws: min(500, max(100, 20_000_000 / max(1, indices.count))), seed: seed)
    }

    private func regimeSkill(_ method: IssuedForecast.Method, _ regime: Int) -> Double? {
        let cases = cases.filter { $0.regime == regime }
        func loss(_ method: IssuedForecast.Method) -> Double {
            Self.losses(method, cases[...]).compensatedSum
        }
        let base = loss(.climatology)
        return base > 0 ? 1 - loss(method) / base : nil
    }
}
