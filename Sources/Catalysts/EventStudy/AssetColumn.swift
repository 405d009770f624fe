internal import Market
internal import Series
internal import Significance

/// One asset beside the regressors of its model, ready to be fitted on many windows.
struct AssetColumn: Sendable {
    private let asset: AssetID
    private let rule: StaleRule
    private let model: ReturnModel
    private let moments: MomentPrefix
    private let factorPlaces: [Int]
    /// The returns, NaN where absent.
    let values: [Double]
    /// The regressors in the order of the slopes; none for a mean.
    let regressors: [[Double]]

    /// Puts an asset beside a market and factors; a factor that is the asset itself is left out.
    init(
        _ panel: ReturnPanel, asset: Int, market: [Double], factors: [Int], model: ReturnModel,
        rule: StaleRule, over range: Range<Int>
    ) {
        self.asset = panel.assets[asset]
        self.rule = rule
        self.model = model
        values = panel.returns[asset]
        factorPlaces = factors.indices.filter { factors[$0] != asset }
        let others = factorPlaces.map { panel.returns[factors[$0]] }
        regressors = model.hasMarket ? [market] + others : []
        moments = MomentPrefix(values, on: regressors, over: range)
    }

    /// How the asset did over an event, or why it has no place in the study.
    func standing(
        estimation: Range<Int>, event: Range<Int>
    ) -> Result<AssetStanding, Exclusion> {
        let count = moments.count(in: estimation)
        guard moments.count(in: event) == event.count else { return refused(.absentInEvent) }
        guard Double(count) >= rule.minimumPresence * Double(estimation.count),
            count >= StudyWindow.minimumEstimation, count > regressors.count + 3
        else { return refused(.tooFewReturns) }
        guard
            Double(moments.unchanged(in: estimation)) <= rule.maximumUnchanged * Double(count)
        else { return refused(.tooOftenUnchanged) }
        guard let line = line(estimation), line.square > 0,
            let reach = reach(line, estimation, event)
        else { return refused(.noVariation) }
        let standing = standing(line, reach: reach, count, event)
        guard standing.abnormalDeviation > 0, standing.standardized.isFinite else {
            return refused(.noVariation)
        }
        return .success(standing)
    }

    /// What is left of the returns in some bars, NaN where absent.
    func residuals(of standing: AssetStanding, over bars: Range<Int>) -> [Double] {
        var left = bars.map { values[$0] - standing.alpha }
        for (place, slope) in slopes(of: standing).enumerated() {
            let regressor = regressors[place]
            for (index, bar) in bars.enumerated() { left[index] -= slope * regressor[bar] }
        }
        return left
    }

    /// Puts the residuals in some bars to those of others.
    func addResiduals(
        of standing: AssetStanding, over bars: Range<Int>, to sums: inout ResidualSums
    ) {
        guard regressors.count == 1 else {
            sums.add(
                residuals(of: standing, over: bars), mean: standing.residualMean,
                scale: standing.residualScale)
            return
        }
        sums.add(
            values[bars], alpha: standing.alpha, slope: standing.beta, on: regressors[0][bars],
            mean: standing.residualMean, scale: standing.residualScale)
    }

    /// A standing's slopes in the order of the regressors.
    private func slopes(of standing: AssetStanding) -> [Double] {
        regressors.isEmpty
            ? [] : [standing.beta] + factorPlaces.map { standing.factorSlopes[$0] }
    }

    /// Why an asset is not in a study.
    struct Exclusion: Error {
        let asset: AssetID
        let reason: StaleRule.Reason
    }

    private func refused(_ reason: StaleRule.Reason) -> Result<AssetStanding, Exclusion> {
        .failure(Exclusion(asset: asset, reason: reason))
    }

    /// A fitted model.
    private struct Line {
        let alpha: Double
        let slopes: Slopes
        /// The sum of squared residuals about their mean.
        let square: Double
        let mean: Double
        let parameters: Int
    }

    private func standing(
        _ line: Line, reach: Double, _ count: Int, _ event: Range<Int>
    ) -> AssetStanding {
        let total = moments.sum(regressors.count, in: event)
        var expected = Double(event.count) * line.alpha
        for place in regressors.indices {
            expected += line.slopes[place] * moments.sum(place, in: event)
        }
        let deviation = (line.square / Double(count - line.parameters)).squareRoot()
        var factorSlopes = [Double](repeating: 0, count: model.factorAssets.count)
        for (place, slope) in zip(factorPlaces, line.slopes.others) { factorSlopes[place] = slope }
        return AssetStanding(
            asset: asset, alpha: line.alpha, beta: line.slopes.market,
            factorSlopes: factorSlopes, deviation: deviation, observations: count,
            parameters: line.parameters, eventReturn: total, abnormal: total - expected,
            abnormalDeviation: deviation * reach.squareRoot(), residualMean: line.mean)
    }

    /// The variance of the abnormal return in variances of a residual: one a bar, and the error of
    /// the fit, which grows with how far the regressors went.
    private func reach(
        _ line: Line, _ estimation: Range<Int>, _ event: Range<Int>
    ) -> Double? {
        let length = Double(event.count)
        guard model != .marketAdjusted else { return length }
        let count = Double(moments.count(in: estimation))
        let base = length + length * length / count
        guard !regressors.isEmpty else { return base }
        let distances = Slopes(
            market: distance(0, estimation, event, count),
            others: regressors.count == 1
                ? []
                : (1..<regressors.count).map { distance($0, estimation, event, count) })
        guard let weights = solution(distances, estimation) else { return nil }
        var sum = CompensatedSum()
        for place in regressors.indices { sum.add(distances[place] * weights[place]) }
        return base + sum.value
    }

    /// How far a regressor went over the event from where its mean would have taken it.
    private func distance(
        _ place: Int, _ estimation: Range<Int>, _ event: Range<Int>, _ count: Double
    ) -> Double {
        moments.sum(place, in: event)
            - Double(event.count) * (moments.sum(place, in: estimation) / count)
    }

    private func line(_ window: Range<Int>) -> Line? {
        switch model {
        case .mean, .market, .factors: leastSquares(window)
        case .marketAdjusted: given(alpha: 0, beta: 1, window, parameters: 1)
        case .medianMarket:
            robust(window) { MedianLine(of: $0, on: $1).map { ($0.alpha, $0.beta) } }
        case .huberMarket: robust(window) { HuberLine(of: $0, on: $1).map { ($0.alpha, $0.beta) } }
        }
    }

    private func leastSquares(_ window: Range<Int>) -> Line? {
        let count = Double(moments.count(in: window))
        let own = regressors.count
        let joint = Slopes(
            market: own == 0 ? 0 : moments.centred(0, own, in: window),
            others: own < 2 ? [] : (1..<own).map { moments.centred($0, own, in: window) })
        guard let slopes = solution(joint, window) else { return nil }
        var alpha = moments.sum(own, in: window) / count
        var explained = 0.0
        for place in regressors.indices {
            alpha -= slopes[place] * (moments.sum(place, in: window) / count)
            explained += slopes[place] * joint[place]
        }
        let square = moments.centred(own, own, in: window)
        // A perfect fit leaves a rounding, which is no residual.
        let left = square - explained
        return Line(
            alpha: alpha, slopes: slopes, square: left > 1e-12 * square ? left : 0, mean: 0,
            parameters: own + 1)
    }

    /// A line that was not fitted by least squares: its residuals need not be zero on average.
    private func given(
        alpha: Double, beta: Double, _ window: Range<Int>, parameters: Int
    ) -> Line? {
        let count = Double(moments.count(in: window))
        let (joint, market) = (
            moments.centred(0, 1, in: window), moments.centred(0, 0, in: window)
        )
        let square = moments.centred(1, 1, in: window)
        let left = square - 2 * beta * joint + beta * beta * market
        let mean =
            moments.sum(1, in: window) / count - alpha - beta
            * (moments.sum(0, in: window) / count)
        return Line(
            alpha: alpha, slopes: Slopes(market: beta),
            square: left > 1e-12 * square ? left : 0, mean: mean,
            parameters: parameters)
    }

    private func robust(
        _ window: Range<Int>, _ fit: ([Double], [Double]) -> (alpha: Double, beta: Double)?
    ) -> Line? {
        let there = window.filter { !values[$0].isNaN && !regressors[0][$0].isNaN }
        guard let found = fit(there.map { values[$0] }, there.map { regressors[0][$0] }) else {
            return nil
        }
        return given(alpha: found.alpha, beta: found.beta, window, parameters: 2)
    }

    /// The answer to the regressors' moment matrix, by Cholesky's method; `nil` where two of them go
    /// together or one stands still.
    private func solution(_ right: Slopes, _ window: Range<Int>) -> Slopes? {
        let size = regressors.count
        if size == 0 { return right }
        if size == 1 {
            let square = moments.centred(0, 0, in: window)
            return square > 0 ? Slopes(market: right.market / square) : nil
        }
        var matrix = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        for row in 0..<size {
            for column in 0...row { matrix[row][column] = moments.centred(column, row, in: window) }
        }
        return CholeskySolution.of(matrix, [right.market] + right.others).map {
            Slopes(market: $0[0], others: Array($0.dropFirst()))
        }
    }

    /// A number for each regressor, the market's apart: hundreds of thousands of lines have no other, and
    /// an array for each would take most of their time.
    private struct Slopes {
        /// Zero of a model without a market.
        let market: Double
        var others: [Double] = []

        subscript(_ place: Int) -> Double { place == 0 ? market : others[place - 1] }
    }
}
