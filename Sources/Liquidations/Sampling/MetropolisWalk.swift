internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A walk among parameters that stays at each as long as it is probable.
///
/// The first third is thrown away; in it the steps are fitted to the covariance of the points so far, and
/// then held.
///
/// - Source: Metropolis and others, *Equation of State Calculations by Fast Computing Machines*, 1953;
///   Haario, Saksman and Tamminen, *An Adaptive Metropolis Algorithm*, 2001; the scale of the steps from
///   Roberts, Gelman and Gilks, *Weak Convergence and Optimal Scaling of Random Walk Metropolis*, 1997.
/// - Checked against: known normal laws, `MetropolisWalkTests`.
struct MetropolisWalk {
    /// The points kept, evenly spaced over the walk.
    private(set) var points: [[Double]] = []
    /// The share of steps taken after the first third.
    private(set) var acceptance = 0.0

    /// Walks `length` steps and keeps `kept` points. `logDensity` may be `-infinity`.
    init(
        from start: [Double], steps: [Double], length: Int, kept: Int,
        random: inout DeterministicGenerator, logDensity: ([Double]) -> Double
    ) {
        var point = start
        var height = logDensity(start)
        var spread = RunningSpread(count: start.count)
        let warm = length / 3
        var root = steps.enumerated().map { index, step in
            steps.indices.map { $0 == index ? step : 0 }
        }
        var accepted = 0
        var reach = 0.0
        for step in 0..<length {
            let normals = start.indices.map { _ in random.nextNormal() }
            let next = point.indices.map { row in
                point[row] + exp(reach) * zip(root[row], normals).reduce(0) { $0 + $1.0 * $1.1 }
            }
            let nextHeight = logDensity(next)
            let isTaken = log(1 - random.nextUnit()) < nextHeight - height
            if isTaken {
                point = next
                height = nextHeight
                if step >= warm { accepted += 1 }
            }
            if step < warm {
                // Towards a quarter of the steps taken, less and less eagerly.
                reach += ((isTaken ? 1 : 0) - 0.25) / pow(Double(step + 1), 0.6)
                if step >= 40 { spread.add(point) }
                let isDue = step >= 100 && step % 40 == 0
                if isDue, let fitted = spread.root(scale: 2.38 / Double(start.count).squareRoot()) {
                    root = fitted
                }
            } else if (step - warm) % max((length - warm) / max(kept, 1), 1) == 0 {
                points.append(point)
            }
        }
        acceptance = length > warm ? Double(accepted) / Double(length - warm) : 0
    }
}

/// Means and covariances of points as they come.
private struct RunningSpread {
    private var count = 0.0
    private var mean: [Double]
    private var products: [[Double]]

    init(count: Int) {
        mean = [Double](repeating: 0, count: count)
        products = [[Double]](repeating: mean, count: count)
    }

    mutating func add(_ point: [Double]) {
        count += 1
        let before = zip(point, mean).map { $0 - $1 }
        for index in mean.indices { mean[index] += before[index] / count }
        for row in mean.indices {
            for column in mean.indices {
                products[row][column] += before[row] * (point[column] - mean[column])
            }
        }
    }

    /// The Cholesky root of the covariance, scaled; `nil` where it is not positive.
    func root(scale: Double) -> [[Double]]? {
        var root = [[Double]](
            repeating: [Double](repeating: 0, count: mean.count), count: mean.count)
        for row in mean.indices {
            for column in 0...row {
                var rest = products[row][column] / count
                for index in 0..<column { rest -= root[row][index] * root[column][index] }
                if row == column {
                    guard rest > 1e-12 else { return nil }
                    root[row][row] = rest.squareRoot()
                } else {
                    root[row][column] = rest / root[column][column]
                }
            }
        }
        return root.map { $0.map { $0 * scale } }
    }
}
