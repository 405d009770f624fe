/// Equity less requirement along one coordinate: a quadratic on each stretch, with jumps between.
///
/// Each stretch is closed at its upper end, as a tier is.
struct PiecewiseBalance {
    /// `constant + slope × x + curvature × x²` up to `upper`, included.
    struct Stretch {
        let upper: Double
        let constant: Double
        let slope: Double
        let curvature: Double

        func value(at x: Double) -> Double { constant + (slope + curvature * x) * x }
    }

    /// Where the sign of the balance changes.
    struct Change: Hashable {
        let coordinate: Double
        /// Whether it changes between two stretches instead of running through zero.
        let isJump: Bool
    }

    /// How a search ended.
    enum Outcome: Hashable {
        case change(Change)
        /// There is none as far as the coordinate goes.
        case none
        /// There is none up to the end of what is known, which is here.
        case end(Double)
    }

    /// From the lowest, contiguous, beginning at zero; never empty.
    let stretches: [Stretch]

    /// The balance at a coordinate.
    func value(at x: Double) -> Double { stretches[index(of: x)].value(at: x) }

    private func index(of x: Double) -> Int {
        stretches.firstIndex { x <= $0.upper } ?? stretches.count - 1
    }

    /// The first coordinate above `start` at which the balance is no longer what it is there: above zero, or
    /// not.
    ///
    /// - Complexity: O(stretches).
    func changeAbove(_ start: Double) -> Outcome {
        let first = index(of: start)
        let isAbove = stretches[first].isPositive(at: start)
        var enter = start
        for place in first..<stretches.count {
            let stretch = stretches[place]
            if place > first, stretch.isPositive(justAbove: enter) != isAbove {
                return .change(Change(coordinate: enter, isJump: true))
            }
            if let root = stretch.change(from: enter, to: stretch.upper, isAbove: isAbove) {
                return .change(Change(coordinate: root, isJump: false))
            }
            enter = stretch.upper
        }
        return enter.isFinite ? .end(enter) : .none
    }

    /// The first coordinate below `start`, and above zero, at which the balance is no longer what it is there.
    ///
    /// - Complexity: O(stretches).
    func changeBelow(_ start: Double) -> Outcome {
        let first = index(of: start)
        let isAbove = stretches[first].isPositive(at: start)
        var enter = start
        for place in stride(from: first, through: 0, by: -1) {
            let stretch = stretches[place]
            if place < first, stretch.isPositive(at: enter) != isAbove {
                return .change(Change(coordinate: enter, isJump: true))
            }
            let lower = place > 0 ? stretches[place - 1].upper : 0
            if let root = stretch.change(from: enter, to: lower, isAbove: isAbove), root > 0 {
                return .change(Change(coordinate: root, isJump: false))
            }
            enter = lower
        }
        return .none
    }
}

extension PiecewiseBalance.Stretch {
    /// Whether the balance is above zero at a coordinate, or towards infinity.
    func isPositive(at x: Double) -> Bool {
        guard !x.isFinite else { return value(at: x) > 0 }
        return (curvature != 0 ? curvature : slope != 0 ? slope : constant) > 0
    }

    /// Whether it is above zero just above a coordinate, at which the stretch itself does not hold yet.
    func isPositive(justAbove x: Double) -> Bool {
        let here = value(at: x)
        return here != 0 ? here > 0 : slope + 2 * curvature * x > 0
    }

    /// The nearest coordinate from `enter` on, on the way to `exit`, where the sign changes; `nil` without one.
    ///
    /// Where the two ends say that it changes, a root that rounding put just outside counts as at the end.
    func change(from enter: Double, to exit: Double, isAbove: Bool) -> Double? {
        let span = min(enter, exit)...max(enter, exit)
        let mustChange = isPositive(at: exit) != isAbove
        let places = roots.filter { leaves($0, isUpward: exit > enter, isAbove: isAbove) }
            .filter { mustChange || span.contains($0) }
            .map { min(max($0, span.lowerBound), span.upperBound) }
        return places.min { abs($0 - enter) < abs($1 - enter) } ?? (mustChange ? exit : nil)
    }

    /// Whether the balance takes the other sign beyond a root, which it only touches where the slope is zero.
    private func leaves(_ root: Double, isUpward: Bool, isAbove: Bool) -> Bool {
        let steepness = slope + 2 * curvature * root
        return isUpward == isAbove ? steepness < 0 : steepness > 0
    }

    /// Where the quadratic is zero: none, one or two places.
    ///
    /// Source: Press et al., *Numerical Recipes*, 5.6: without subtracting nearly equal numbers.
    private var roots: [Double] {
        guard curvature != 0 else { return slope == 0 ? [] : [-constant / slope] }
        guard (slope * slope).isFinite else { return dividedBySlope.roots }
        let discriminant = slope * slope - 4 * curvature * constant
        guard discriminant >= 0 else { return [] }
        let sum = -(slope + (slope < 0 ? -1 : 1) * discriminant.squareRoot()) / 2
        return sum == 0 ? [0] : [sum / curvature, constant / sum]
    }

    /// The same roots from a slope of one, whose square is no overflow.
    private var dividedBySlope: Self {
        Self(
            upper: upper, constant: constant / slope, slope: 1, curvature: curvature / slope)
    }
}
