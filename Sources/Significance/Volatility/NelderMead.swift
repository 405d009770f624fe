/// Finds a minimum by a simplex that walks, stretches and shrinks; needs values and no slopes.
///
/// A value that is not finite counts as infinitely high, so a function may refuse a point.
///
/// - Source: Nelder and Mead, *A Simplex Method for Function Minimization*, 1965, with the
///   coefficients of Gao and Han, *Implementing the Nelder-Mead simplex algorithm with adaptive
///   parameters*, 2012.
/// - Checked against: known minima of Rosenbrock's and Powell's functions, `NelderMeadTests`.
struct NelderMead {
    /// A point with the function's value there.
    struct Corner {
        /// The coordinates.
        var point: [Double]
        /// The value, never NaN.
        var value: Double
    }

    /// Where the search ended.
    private(set) var best: Corner
    /// Whether the simplex had become level before the evaluations ran out.
    private(set) var isLevel = false
    /// How often the function was asked.
    private(set) var evaluations = 0

    private let function: ([Double]) -> Double
    private var corners: [Corner] = []

    /// Searches from a point, with a first step along each axis, until the corners differ by at
    /// most `tolerance` or the function was asked about `limit` times.
    init(
        from start: [Double], steps: [Double], tolerance: Double, limit: Int,
        minimizing function: @escaping ([Double]) -> Double
    ) {
        self.function = function
        best = Corner(point: start, value: .infinity)
        corners = [corner(start)]
        for axis in start.indices {
            var point = start
            point[axis] += steps[axis]
            corners.append(corner(point))
        }
        repeat {
            order()
            isLevel = spread <= tolerance
            if !isLevel { move() }
        } while !isLevel && evaluations < limit
        order()
        best = corners[0]
    }

    private var dimension: Double { Double(corners.count - 1) }

    private var spread: Double {
        let difference = corners[corners.count - 1].value - corners[0].value
        return difference.isNaN ? .infinity : difference
    }

    private mutating func corner(_ point: [Double]) -> Corner {
        evaluations += 1
        let value = function(point)
        return Corner(point: point, value: value.isNaN ? .infinity : value)
    }

    /// Lowest first; equals keep their order, so that nothing depends on the sort.
    private mutating func order() {
        corners = corners.enumerated()
            .sorted { ($0.element.value, $0.offset) < ($1.element.value, $1.offset) }
            .map(\.element)
    }

    private mutating func move() {
        let last = corners.count - 1
        let centre = self.centre
        let worst = corners[last]
        let reflected = along(centre, worst, by: -1)
        if reflected.value < corners[0].value {
            let stretched = along(centre, worst, by: -(1 + 2 / dimension))
            corners[last] = stretched.value < reflected.value ? stretched : reflected
        } else if reflected.value < corners[last - 1].value {
            corners[last] = reflected
        } else {
            contract(reflected, centre)
        }
    }

    private mutating func contract(_ reflected: Corner, _ centre: [Double]) {
        let last = corners.count - 1
        let worst = corners[last]
        let share = 0.75 - 0.5 / dimension
        let isOutside = reflected.value < worst.value
        let contracted = along(centre, worst, by: isOutside ? -share : share)
        if contracted.value < min(reflected.value, worst.value) {
            corners[last] = contracted
        } else {
            shrink()
        }
    }

    /// The mean of all corners but the worst.
    private var centre: [Double] {
        corners[0].point.indices.map { axis in
            corners.dropLast().reduce(0) { $0 + $1.point[axis] } / dimension
        }
    }

    /// The corner at a multiple of the way from the centre to the worst.
    private mutating func along(_ centre: [Double], _ worst: Corner, by factor: Double) -> Corner {
        corner(zip(centre, worst.point).map { $0 + factor * ($1 - $0) })
    }

    private mutating func shrink() {
        let lowest = corners[0].point
        let share = 1 - 1 / max(dimension, 2)
        for index in corners.indices.dropFirst() {
            corners[index] = corner(
                zip(lowest, corners[index].point).map { $0 + share * ($1 - $0) })
        }
    }
}
