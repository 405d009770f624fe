package import Market

/// What an asset's return is expected to be where nothing of its own happens.
///
/// - Source: MacKinlay, *Event Studies in Economics and Finance*, 1997, section 4.
package enum ReturnModel: Hashable, Sendable {
    /// Its own mean.
    case mean
    /// The market's return.
    case marketAdjusted
    /// `alpha + beta x market`, by least squares.
    case market
    /// The same with Sen's median slope and the median of what it leaves, so that no wild bar tilts
    /// it; fitted anew for each date in the square of the bars.
    case medianMarket
    /// The same by Huber's estimator: bars far from the line weigh less.
    case huberMarket
    /// `alpha + beta x market` and a slope on the return of each of these assets, at most three,
    /// which the market is then without; an asset is no factor of itself.
    case factors([AssetID])

    /// How many factors may stand beside the market.
    package static let maximumFactors = 3

    /// The assets whose returns are factors.
    var factorAssets: [AssetID] {
        if case .factors(let assets) = self { assets } else { [] }
    }

    /// Whether the market's return is looked at.
    var hasMarket: Bool { self != .mean }
}
