package import Market
internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Groups turns of the price by where they are densest.
///
/// Over prices stands the density `f(x) = sum of w exp(-(x - p)^2 / 2h^2)`, with `p` the price of a
/// turn, `w = 2^(-age / half-life)` and `h` the bandwidth. Each maximum of it is the centre of a zone, which
/// takes the turns within one bandwidth that no valley parts from it. So no turn belongs to two zones, no zone
/// is wider than two bandwidths, and a turn on the slope between zones belongs to none.
///
/// - Input: turns of either side, in any order; the bandwidth in the unit of the price, commonly half
///   the average true range; ages are counted from `instant` to the opening of the turn's bar, and a
///   turn later than that has the age zero.
/// - Output: zones from the highest to the lowest. Two maxima closer than half a bandwidth may be taken for one.
/// - Degenerate case: no zone without turns, or where bandwidth or half-life is not positive and
///   finite; turns whose prices are not finite are left out. Where all weights vanish there is none. A
///   bandwidth below a billionth of the furthest price counts as that.
/// - Complexity: for `n` turns of which `m` lie within ten bandwidths of each other, `n x m`.
/// - Source: Silverman, *Density Estimation*, 1986, chapter 2.
/// - Checked against: scipy's weighted Gaussian density, its maxima by dense grid and Brent's root,
///   within 1e-9 of a bandwidth, `Fixtures/Levels/zones.csv`.
package struct PivotZones: Sendable {
    /// The zones, from the highest to the lowest.
    package let zones: [PivotZone]

    /// Groups the turns known at an instant.
    package init(
        _ pivots: [SwingPivot], at instant: Timestamp, halfLife: TimeSpan, bandwidth: Double
    ) {
        guard bandwidth > 0, bandwidth.isFinite, halfLife.microseconds > 0 else {
            zones = []
            return
        }
        let ordered = pivots.filter(\.price.isFinite).sorted {
            ($0.price, $0.bar, $0.side.rawValue) < ($1.price, $1.bar, $1.side.rawValue)
        }
        let weights = ordered.map { pivot in
            let age = max(0, Double(instant.microseconds) - Double(pivot.openTime.microseconds))
            return exp2(-age / Double(halfLife.microseconds))
        }
        let prices = ordered.map(\.price)
        // Narrower kernels would fall between two numbers that a price can be.
        let finest = 1e-9 * max(abs(prices.first ?? 0), abs(prices.last ?? 0))
        let density = PivotDensity(
            prices: prices, weights: weights, bandwidth: max(bandwidth, finest))
        var first = 0
        var found: [PivotZone] = []
        for basin in density.basins() {
            let end = ordered[first...].firstIndex { $0.price > basin.upper } ?? ordered.count
            let near = (first..<end).filter {
                abs(ordered[$0].price - basin.centre) <= density.bandwidth
            }
            if let nearest = near.first, let furthest = near.last {
                let part = nearest...furthest
                found.append(Self.zone(basin.centre, ordered[part], weights[part]))
            }
            first = end
        }
        zones = found.reversed()
    }

    private static func zone(
        _ centre: Double, _ pivots: ArraySlice<SwingPivot>, _ weights: ArraySlice<Double>
    ) -> PivotZone {
        let times = pivots.map(\.openTime)
        return PivotZone(
            centre: centre, low: min(centre, pivots.first?.price ?? centre),
            high: max(centre, pivots.last?.price ?? centre), touches: pivots.count,
            strength: weights.compensatedSum, lastTouch: times.max() ?? Timestamp(seconds: 0))
    }
}
