import Series
import TestSupport
import Testing

@testable import Significance

/// Expected values: scipy, statsmodels, numpy and pandas, by `Scripts/reference/significance.py`.
@Suite struct RelationTests {
    private func pair(
        _ row: [String: String], _ series: [String: [Double]], count: Int, digits: Int = 7
    ) throws -> (returns: [Double], market: [Double]) {
        func last(_ column: String) throws -> [Double] {
            let values = try #require(series[row[column] ?? ""]).suffix(count)
            let scale = ReturnSeries.power(10, Double(digits))
            return digits == 7
                ? Array(values) : values.map { ($0 * scale).rounded(.toNearestOrEven) / scale }
        }
        return (try last("asset"), try last("market"))
    }

    @Test func pairsAgree() throws {
        let rows = try ReferenceTable(fixture: "Significance/pairs.csv").rows
        let series = try ReturnSeries.all()
        #expect(rows.count >= 40)
        for row in rows {
            let figures = row.compactMapValues { Double($0) }
            let (returns, market) = try pair(
                row, series, count: Int(figures["count"] ?? 0), digits: Int(figures["digits"] ?? 0))
            let found = try #require(PairStatistics(returns: returns, market: market))
            let interval = try #require(found.correlationInterval(confidence: 0.9))
            let plain = try #require(PairStatistics(returns: returns, market: market, lags: 0))
            let long = try #require(PairStatistics(returns: returns, market: market, lags: 9))
            let compared: [(String, Double?)] = [
                ("pearson", found.correlation), ("low", interval.lowerBound),
                ("high", interval.upperBound), ("spearman", found.rankCorrelation),
                ("alpha", found.alpha), ("beta", found.beta), ("error", found.betaError),
                ("lags", Double(found.lags)), ("robust", found.robustBetaError),
                ("robust0", plain.robustBetaError), ("robust9", long.robustBetaError),
                ("median", found.medianBeta), ("downside", found.downsideBeta),
            ]
            for (column, value) in compared {
                let isAgreed = agree(value, figures[column], relative: 1e-11, absolute: 1e-15)
                #expect(isAgreed, "\(column): \(value ?? .nan), \(row)")
            }
        }
    }

    @Test func windowsAgree() throws {
        let rows = try ReferenceTable(fixture: "Significance/rolling.csv").rows
        let series = try ReturnSeries.all()
        #expect(rows.count > 90)
        for row in rows {
            let figures = row.compactMapValues { Double($0) }
            let (returns, market) = try pair(row, series, count: 150)
            let rolling = try #require(
                RollingRelation(
                    returns: returns, market: market, window: Int(figures["window"] ?? 0)))
            let index = Int(figures["index"] ?? 0)
            // pandas slides its sums along, and is as exact as that leaves it.
            #expect(agree(rolling.betas[index], figures["beta"], relative: 1e-9), "\(row)")
            #expect(
                agree(rolling.correlations[index], figures["correlation"], relative: 1e-11),
                "\(row)")
        }
    }

    @Test func aWindowSeesOnlyItself() throws {
        let series = try ReturnSeries.all()
        let (returns, market) = try pair(
            ["asset": "ethereum", "market": "bitcoin"], series, count: 60)
        let whole = try #require(RollingRelation(returns: returns, market: market, window: 12))
        for count in 0...60 {
            let part = try #require(
                RollingRelation(
                    returns: Array(returns.prefix(count)), market: Array(market.prefix(count)),
                    window: 12))
            #expect(part.betas == Array(whole.betas.prefix(count)))
            #expect(part.correlations == Array(whole.correlations.prefix(count)))
        }
        #expect(whole.betas.prefix(11).allSatisfy { $0 == nil } && whole.betas[11] != nil)
        #expect(RollingRelation(returns: returns, market: market, window: 1) == nil)
        #expect(RollingRelation(returns: returns, market: [], window: 5) == nil)
    }

    @Test func scalesAndSigns() throws {
        let series = try ReturnSeries.all()
        let (returns, market) = try pair(
            ["asset": "dogecoin", "market": "bitcoin"], series, count: 120)
        let plain = try #require(PairStatistics(returns: returns, market: market))
        let scaled = try #require(
            PairStatistics(returns: returns.map { -4 * $0 }, market: market.map { 2 * $0 }))
        #expect(scaled.correlation == plain.correlation.map { -$0 })
        #expect(agree(scaled.rankCorrelation, plain.rankCorrelation.map { -$0 }))
        #expect(scaled.beta == -2 * plain.beta && scaled.betaError == 2 * plain.betaError)
        #expect(scaled.robustBetaError == 2 * plain.robustBetaError)
        #expect(scaled.medianBeta == plain.medianBeta.map { -2 * $0 })
        #expect(scaled.downsideBeta == plain.downsideBeta.map { -2 * $0 })
        // A line without errors is found whichever way it is asked for.
        let line = try #require(
            PairStatistics(returns: market.map { 0.01 + 1.5 * $0 }, market: market))
        #expect(agree(line.beta, 1.5) && agree(line.medianBeta, 1.5))
        #expect(agree(line.downsideBeta, 1.5) && agree(line.rankCorrelation, 1))
    }

    /// One day in ten thrown far off moves least squares and leaves the median where it was.
    @Test func aWildDayDoesNotTiltTheMedian() throws {
        var returns = (0..<40).map { Double($0) / 100 }
        let market = returns
        returns[39] = -50
        let pair = try #require(PairStatistics(returns: returns, market: market))
        #expect(pair.beta < -5)
        #expect(agree(pair.medianBeta, 1))
    }

    @Test func degeneratePairs() throws {
        let walk = (0..<12).map { Double($0 % 5) }
        let flat = [Double](repeating: 0.1, count: 12)
        #expect(PairStatistics(returns: walk, market: flat) == nil)
        #expect(PairStatistics(returns: walk, market: Array(walk.dropLast())) == nil)
        #expect(PairStatistics(returns: [1, 2], market: [1, 2]) == nil)
        #expect(PairStatistics(returns: walk.dropLast() + [.nan], market: walk) == nil)
        #expect(PairStatistics(returns: walk, market: walk.map { $0 * 1e200 }) == nil)
        let still = try #require(PairStatistics(returns: flat, market: walk))
        #expect(still.beta == 0 && still.correlation == nil && still.rankCorrelation == nil)
        #expect(still.correlationInterval() == nil && still.medianBeta == 0)
        let same = try #require(PairStatistics(returns: walk, market: walk, lags: 99))
        #expect(same.lags == 11 && same.correlation == 1 && same.correlationInterval() == 1...1)
        #expect(same.correlationInterval(confidence: 1) == nil)
        #expect(TheilSenSlope.slope(of: [1, 2], on: [3, 3]) == nil)
        let many = (0...TheilSenSlope.maximumPoints).map { Double($0) }
        #expect(TheilSenSlope.slope(of: many, on: many) == nil)
    }

    @Test func strengthAgrees() throws {
        let rows = try ReferenceTable(fixture: "Significance/strength.csv").rows
        let series = try ReturnSeries.all()
        let market = try #require(series["bitcoin"])
        #expect(rows.count > 25)
        for (window, rows) in Dictionary(grouping: rows, by: { $0["window"] ?? "" }) {
            let table = RelativeStrength.table(
                of: series, market: market, window: Int(window) ?? 0)
            #expect(table.map(\.name).sorted() == rows.compactMap { $0["name"] }.sorted())
            let byName = Dictionary(uniqueKeysWithValues: table.map { ($0.name, $0) })
            for row in rows {
                let asset = try #require(byName[row["name"] ?? ""])
                let figures = row.compactMapValues { Double($0) }
                #expect(
                    agree(asset.totalReturn, figures["total"], relative: 1e-11, absolute: 1e-14))
                #expect(agree(asset.excess, figures["excess"], relative: 1e-11, absolute: 1e-14))
                #expect(agree(asset.percentile, figures["percentile"], relative: 1e-14))
            }
        }
    }

    @Test func equalsStandByName() {
        let table = RelativeStrength.table(
            of: ["B": [0.1], "A": [0.1], "C": [0.3], "D": [.nan], "E": []], market: [0.1], window: 1
        )
        #expect(table.map(\.name) == ["C", "A", "B"])
        #expect(table[1].excess == 0 && table[1].percentile == table[2].percentile)
        #expect(agree(table[0].percentile, 2.5 / 3) && agree(table[1].percentile, 1.0 / 3))
        #expect(RelativeStrength.table(of: ["A": [1]], market: [1], window: 0).isEmpty)
        #expect(RelativeStrength.table(of: ["A": [1]], market: [], window: 1).isEmpty)
        #expect(RelativeStrength.table(of: ["A": [1e9]], market: [1], window: 1).isEmpty)
    }
}
