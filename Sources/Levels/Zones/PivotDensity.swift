#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The density of weighted prices under Gaussian kernels of one width, by its slope alone.
struct PivotDensity {
    /// A maximum of the density with the stretch of prices that leads up to it.
    struct Basin: Equatable {
        let centre: Double
        /// Where the next basin begins; infinite for the last.
        let upper: Double
    }

    /// Ascending.
    let prices: [Double]
    let weights: [Double]
    let bandwidth: Double

    /// Kernels further away than this many bandwidths are below 1e-21 and left out.
    private static let reach = 10.0
    /// In bandwidths: slopes are looked at this far apart around each price.
    private static let step = 0.25
    /// A maximum lies within one bandwidth of some price: elsewhere every kernel is convex.
    private static let steps = -5...5
    /// In bandwidths: places closer than this to the one before are passed over.
    private static let closest = 0.125

    /// The basins, ascending.
    func basins() -> [Basin] {
        var centres: [Double] = []
        var valleys: [Double] = []
        var last: (place: Double, rises: Bool)?
        for place in places() {
            let slope = slope(at: place)
            guard slope != 0 else { continue }
            let rises = slope > 0
            if let last, last.rises != rises {
                if rises {
                    if !centres.isEmpty { valleys.append(turn(last.place, place)) }
                } else {
                    centres.append(turn(last.place, place))
                }
            }
            last = (place, rises)
        }
        return centres.enumerated().map { index, centre in
            Basin(centre: centre, upper: index < valleys.count ? valleys[index] : .infinity)
        }
    }

    /// The prices at which the slope is looked at, ascending.
    private func places() -> [Double] {
        let all = prices.flatMap { price in
            Self.steps.map { price + Double($0) * Self.step * bandwidth }
        }
        var kept: [Double] = []
        for place in all.sorted() where place.isFinite {
            if let last = kept.last, place - last < Self.closest * bandwidth { continue }
            kept.append(place)
        }
        // The last place of all must lie beyond every price, or the last maximum would go unseen.
        return kept + (prices.last.map { [$0 + 2 * bandwidth] } ?? []).filter(\.isFinite)
    }

    /// The slope of the density, up to a positive factor.
    private func slope(at place: Double) -> Double {
        var slope = 0.0
        var index = firstIndex(from: place - Self.reach * bandwidth)
        let end = place + Self.reach * bandwidth
        while index < prices.count, prices[index] <= end {
            let distance = (prices[index] - place) / bandwidth
            slope += weights[index] * distance * exp(-0.5 * distance * distance)
            index += 1
        }
        return slope
    }

    private func firstIndex(from price: Double) -> Int {
        var low = 0
        var high = prices.count
        while low < high {
            let middle = (low + high) / 2
            if prices[middle] < price { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Where the slope changes its sign between two places.
    ///
    /// By the Illinois form of false position, with a halving every fourth step so that it always ends.
    private func turn(_ from: Double, _ to: Double) -> Double {
        var (low, high) = (from, to)
        var (atLow, atHigh) = (slope(at: low), slope(at: high))
        var wasLow: Bool?
        var last = Double.infinity
        for round in 1...Self.rounds where high - low > Self.precision * bandwidth {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { break }
            let crossing = low + (high - low) * (atLow / (atLow - atHigh))
            let halves = round % 4 == 0 || !(crossing > low && crossing < high)
            let place = halves ? middle : crossing
            if !halves, abs(place - last) <= Self.precision * bandwidth { return place }
            last = place
            let found = slope(at: place)
            // A slope of zero is the maximum itself, or lies between kernels too far to be felt.
            if found == 0 { return place }
            let isLow = (found > 0) == (atLow > 0)
            if isLow {
                (low, atLow) = (place, found)
                if wasLow == true { atHigh /= 2 }
            } else {
                (high, atHigh) = (place, found)
                if wasLow == false { atLow /= 2 }
            }
            wasLow = isLow
        }
        return low + (high - low) / 2
    }

    /// In bandwidths: how closely a turn of the slope is found.
    private static let precision = 1e-13
    /// Enough for halvings alone to reach the precision.
    private static let rounds = 200
}
