internal import Series

/// Means, squares and products of two series of one length, from which slopes and correlations
/// follow.
struct PairMoments {
    let returnsMean: Double
    let marketMean: Double
    /// The sum of squared distances of the market from its mean; zero only where it never moved.
    let marketSquare: Double
    let returnsSquare: Double
    let product: Double

    /// `nil` of fewer than two pairs or where a number or a sum of squares is not finite.
    init?(_ returns: ArraySlice<Double>, _ market: ArraySlice<Double>) {
        guard returns.count > 1, returns.count == market.count else { return nil }
        let count = Double(returns.count)
        let (mean, marketMean) = (returns.compensatedSum / count, market.compensatedSum / count)
        var (square, marketSquare, product) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
        for (value, marketValue) in zip(returns, market) {
            let (error, marketError) = (value - mean, marketValue - marketMean)
            square.add(error * error)
            marketSquare.add(marketError * marketError)
            product.add(error * marketError)
        }
        returnsMean = mean
        self.marketMean = marketMean
        // The mean of equal numbers can miss them by a rounding, so the squares alone do not tell.
        let (isFlat, isMarketFlat) = (Self.isFlat(returns), Self.isFlat(market))
        self.marketSquare = isMarketFlat ? 0 : marketSquare.value
        returnsSquare = isFlat ? 0 : square.value
        self.product = isFlat || isMarketFlat ? 0 : product.value
        guard self.marketSquare.isFinite, returnsSquare.isFinite, self.product.isFinite else {
            return nil
        }
    }

    private static func isFlat(_ values: ArraySlice<Double>) -> Bool {
        values.allSatisfy { $0 == values.first }
    }

    /// The slope on the market; `nil` where the market never moved.
    var beta: Double? { marketSquare > 0 ? product / marketSquare : nil }

    /// Pearson's correlation, minus one to one; `nil` where either never moved.
    var correlation: Double? {
        let norm = marketSquare.squareRoot() * returnsSquare.squareRoot()
        return norm > 0 ? min(1, max(-1, product / norm)) : nil
    }
}
