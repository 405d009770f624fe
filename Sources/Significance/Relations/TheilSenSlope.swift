internal import Series

/// The median of the slopes between all pairs of points: a line that a third of wild points cannot
/// tilt.
///
/// - Degenerate case: pairs of one place have no slope and are left out; `nil` where none is left,
///   and with more than `maximumPoints` points, whose pairs would not fit in the memory that an
///   answer may take.
/// - Time: the square of the points, and as much memory.
/// - Source: Sen, *Estimates of the Regression Coefficient Based on Kendall's Tau*, 1968.
/// - Checked against: `scipy.stats.theilslopes`, relative 1e-12, `Fixtures/Significance/pairs.csv`.
package enum TheilSenSlope {
    /// More points than this are refused: a million slopes of eight bytes.
    package static let maximumPoints = 1500

    /// The slope of values on places, all finite and as many of the one as of the other.
    package static func slope(of values: [Double], on places: [Double]) -> Double? {
        guard values.count == places.count, values.count <= maximumPoints else { return nil }
        var slopes: [Double] = []
        for first in values.indices {
            for second in values.indices[(first + 1)...] where places[first] != places[second] {
                slopes.append(
                    (values[second] - values[first]) / (places[second] - places[first]))
            }
        }
        guard !slopes.isEmpty, slopes.allSatisfy({ $0.isFinite }) else { return nil }
        let middle = slopes.count / 2
        let upper = element(middle, of: &slopes)
        // Everything before the middle is no larger after the search, so the largest of it is next to it.
        guard slopes.count % 2 == 0, let lower = slopes[..<middle].max() else { return upper }
        return lower / 2 + upper / 2
    }

    /// The element that would stand at a place if the values were in order; leaves no larger one
    /// before it.
    private static func element(_ place: Int, of values: inout [Double]) -> Double {
        var random = DeterministicGenerator(seed: 0)
        var (low, high) = (0, values.count)
        while high - low > 1 {
            let pivot = values[low + random.nextIndex(below: high - low)]
            let (start, end) = part(&values, low..<high, around: pivot)
            if place < start {
                high = start
            } else if place >= end {
                low = end
            } else {
                return pivot
            }
        }
        return values[place]
    }

    /// Smaller ones first, then those equal to the pivot, then larger ones; where the equal ones
    /// stand.
    private static func part(
        _ values: inout [Double], _ range: Range<Int>, around pivot: Double
    ) -> (start: Int, end: Int) {
        var (start, place, end) = (range.lowerBound, range.lowerBound, range.upperBound)
        while place < end {
            if values[place] < pivot {
                values.swapAt(start, place)
                start += 1
                place += 1
            } else if values[place] > pivot {
                end -= 1
                values.swapAt(place, end)
            } else {
                place += 1
            }
        }
        return (start, end)
    }
}
