package import Market

/// Dollars that would be liquidated at prices about the present one, by side, with a band.
///
/// A profile holds its score: without one it cannot be made, and where simpler ways do as well or the band
/// does not hold, `isWorthDrawing` is false and it should not be shown.
package struct LiquidationProfile: Hashable, Sendable {
    /// One step of price.
    package struct Step: Hashable, Sendable {
        /// The lower end.
        package let from: Double
        /// The upper end.
        package let to: Double
        /// Which side would be liquidated.
        package let side: PositionSide
        /// Published dollars expected when the price goes through, not counting what opens meanwhile.
        package let middleUSD: Double
        /// The lower end of the band: one in twenty of the judged intervals came to a smaller ratio.
        package let lowUSD: Double
        /// The upper end of the band: one in twenty came to a larger ratio.
        package let highUSD: Double
    }

    /// Steps below the price, then above it, by rising price.
    package let steps: [Step]
    /// How the model did on intervals it was not fitted to.
    package let score: ProfileScore

    /// A profile of `count` steps of equal ratio on each side of a price; `nil` where the fit has no
    /// ratios, the price is not sound, or there are no steps.
    ///
    /// - Input: `band`, the ratios of expected dollars that it runs between: those of forecasts where there are
    ///   some, of the fit itself unless it is said otherwise.
    package init?(
        _ fit: ProfileFit, about price: Double, width: Double, count: Int, score: ProfileScore,
        band: (low: Double, high: Double)? = nil
    ) {
        guard let low = band?.low ?? fit.ratio(below: 0.05),
            let high = band?.high ?? fit.ratio(below: 0.95), price > 0, price.isFinite, width > 0,
            width < 1, count > 0, count <= 1000
        else { return nil }
        var edges = [price]
        for _ in 0..<count { edges.insert((edges.first ?? price) * (1 - width), at: 0) }
        for _ in 0..<count { edges.append((edges.last ?? price) * (1 + width)) }
        steps = zip(edges, edges.dropFirst()).map { from, to in
            let side: PositionSide = to <= price ? .long : .short
            let factor = side == .long ? fit.reporting.long : fit.reporting.short
            // Half open, so that no position is in two steps.
            let inside = fit.model.dollars(side, from: from, to: to.nextDown)
            let dollars = inside * factor
            return Step(
                from: from, to: to, side: side, middleUSD: dollars, lowUSD: dollars * low,
                highUSD: dollars * high)
        }
        self.score = score
    }

    /// Whether the score speaks for showing it.
    package var isWorthDrawing: Bool { score.isWorthShowing }
}
