internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How an asset or a sector has moved with the market: correlation, and beta in four readings.
///
/// - Input: returns as ratios of the same bars, both oldest first.
/// - Output: betas and correlations without unit.
/// - Degenerate case: `nil` with fewer than `minimumPairs` pairs, of unequal counts, where a number
///   is not finite, or of a market that never moved. An asset that never moved has a beta of zero
///   and no correlation.
/// - Checked against: scipy, statsmodels and numpy, relative 1e-11,
///   `Fixtures/Significance/pairs.csv`.
package struct PairStatistics: Hashable, Sendable {
    /// How many pairs of returns there were.
    package let count: Int
    /// Pearson's correlation.
    package let correlation: Double?
    /// Spearman's: Pearson's of the ranks, equal returns sharing the mean of theirs.
    package let rankCorrelation: Double?
    /// The return where the market stands still, as a ratio a bar.
    package let alpha: Double
    /// The slope by least squares.
    package let beta: Double
    /// Its standard error if errors were unrelated and of one size.
    package let betaError: Double
    /// Its standard error where errors come in spells: Newey and West's, with Bartlett's weights.
    ///
    /// - Source: Newey and West, *A Simple, Positive Semi-definite, Heteroskedasticity and
    ///   Autocorrelation Consistent Covariance Matrix*, 1987; no small-sample factor.
    package let robustBetaError: Double
    /// The lags that the robust error takes in.
    package let lags: Int
    /// The median of the slopes of all pairs of bars, which no single day can pull: see
    /// `TheilSenSlope`.
    package let medianBeta: Double?
    /// The slope over the bars on which the market fell below its own mean; `nil` with fewer than
    /// two.
    ///
    /// - Source: Ang, Chen and Xing, *Downside Risk*, 2006, equation 2.
    package let downsideBeta: Double?

    /// Fewer pairs than this say nothing.
    package static let minimumPairs = 10

    /// Measures a pair; the lags are `4 (count / 100)^(2/9)` where none are given, rounded down.
    package init?(returns: [Double], market: [Double], lags: Int? = nil) {
        guard returns.count >= Self.minimumPairs, returns.count == market.count,
            returns.allSatisfy({ $0.isFinite }), market.allSatisfy({ $0.isFinite }),
            let moments = PairMoments(returns[...], market[...]), let beta = moments.beta
        else { return nil }
        count = returns.count
        correlation = moments.correlation
        rankCorrelation =
            PairMoments(Self.ranks(returns)[...], Self.ranks(market)[...])?.correlation
        alpha = moments.returnsMean - beta * moments.marketMean
        self.beta = beta
        let errors = zip(returns, market).map { value, market in
            value - moments.returnsMean - beta * (market - moments.marketMean)
        }
        let square = errors.map { $0 * $0 }.compensatedSum
        betaError = (square / Double(count - 2) / moments.marketSquare).squareRoot()
        let chosen = lags ?? Int(4 * pow(Double(count) / 100, 2.0 / 9))
        self.lags = min(max(0, chosen), count - 1)
        let scores = zip(errors, market).map { $0 * ($1 - moments.marketMean) }
        robustBetaError =
            Self.longRunSum(scores, lags: self.lags).squareRoot() / moments.marketSquare
        medianBeta = TheilSenSlope.slope(of: returns, on: market)
        let falling = market.indices.filter { market[$0] < moments.marketMean }
        downsideBeta =
            PairMoments(falling.map { returns[$0] }[...], falling.map { market[$0] }[...])?.beta
    }

    /// Pearson's correlation with the range that holds the true one as often as `confidence` says,
    /// by Fisher's transformation; `nil` without a correlation.
    ///
    /// - Source: Fisher, *On the Probable Error of a Coefficient of Correlation*, 1921.
    package func correlationInterval(confidence: Double = 0.95) -> ClosedRange<Double>? {
        guard let correlation, confidence > 0, confidence < 1 else { return nil }
        let reach =
            NormalDistribution.quantile(0.5 + confidence / 2) / Double(count - 3).squareRoot()
        let centre = atanh(correlation)
        return tanh(centre - reach)...tanh(centre + reach)
    }

    /// The ranks from one, equal values sharing the mean of theirs.
    static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in order[start..<end] { ranks[place] = Double(start + end + 1) / 2 }
            start = end
        }
        return ranks
    }

    /// The sum of squares with the products of neighbours up to some lags, the further the lighter;
    /// not negative.
    private static func longRunSum(_ scores: [Double], lags: Int) -> Double {
        var sum = CompensatedSum()
        for lag in 0...lags {
            let product = zip(scores.dropFirst(lag), scores).map { $0 * $1 }.compensatedSum
            let weight = 1 - Double(lag) / Double(lags + 1)
            sum.add(lag == 0 ? product : 2 * weight * product)
        }
        return max(0, sum.value)
    }
}
