internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A walk among parameters that stays at each as long as it is probable.
///
/// Three eighths are thrown away. In them steps from point to point, fitted to the covariance of the points so
/// far, find where it is probable; then most steps go to a point of a wide bell about what was found,
/// wherever the walk is, so that points kept have little to do with each other. In the five eighths that
/// are kept nothing is fitted any more.
///
/// - Source: Hastings, *Monte Carlo Sampling Methods Using Markov Chains and Their Applications*, 1970; Haario,
///   Saksman and Tamminen, *An Adaptive Metropolis Algorithm*, 2001; the scale of the steps from Roberts,
///   Gelman and Gilks, *Weak Convergence and Optimal Scaling of Random Walk Metropolis*, 1997; independent
///   proposals: Tierney, *Markov Chains for Exploring Posterior Distributions*, 1994.
/// - Checked against: known normal laws, `SamplingLawsTests`.
struct MetropolisWalk {
    /// The points kept, evenly spaced over the walk.
    private(set) var points: [[Double]] = []
    /// The share of steps taken after nothing was fitted any more.
    private(set) var acceptance = 0.0

    private var point: [Double]
    private var height: Double
    private var reach = 0.0
    private var steps: [[Double]]
    private var bell: Bell?

    /// Walks `length` steps and keeps up to `kept` points. `logDensity` may be `-infinity`.
    init(
        from start: [Double], steps: [Double], length: Int, kept: Int,
        random: inout DeterministicGenerator, logDensity: ([Double]) -> Double
    ) {
        point = start
        height = logDensity(start)
        self.steps = steps.enumerated().map { index, step in
            steps.indices.map { $0 == index ? step : 0 }
        }
        let warm = 3 * length / 8
        let stride = max((length - warm) / max(kept, 1), 1)
        var spread = RunningSpread(count: start.count)
        var accepted = 0
        for step in 0..<length {
            if step < warm { fit(&spread, at: step, of: length / 8) }
            let isTaken = move(&random, logDensity)
            if step < warm {
                // Towards a quarter of the steps taken, less and less eagerly.
                if bell == nil { reach += ((isTaken ? 1 : 0) - 0.25) / pow(Double(step + 1), 0.6) }
                spread.add(point)
                if step == warm - 1 { aim(spread) }
            } else {
                if isTaken { accepted += 1 }
                if (step - warm) % stride == stride - 1, points.count < kept {
                    points.append(point)
                }
            }
        }
        acceptance = length > warm ? Double(accepted) / Double(length - warm) : 0
    }

    /// At each eighth what was gathered is used and gathering begins again; in the first it is used early.
    private mutating func fit(_ spread: inout RunningSpread, at step: Int, of eighth: Int) {
        if step >= 40, step < eighth, step % 40 == 0 { lean(spread) }
        guard eighth > 0, step > 0, step % eighth == 0 else { return }
        if step == eighth { lean(spread) } else { aim(spread) }
        spread = RunningSpread(count: point.count)
    }

    private mutating func lean(_ spread: RunningSpread) {
        let scale = 2.38 / Double(point.count).squareRoot()
        if let root = spread.root { steps = root.map { $0.map { $0 * scale } } }
    }

    private mutating func aim(_ spread: RunningSpread) {
        lean(spread)
        if let root = spread.root { bell = Bell(middle: spread.mean, root: root) }
    }

    /// One step, of which three in four are to the bell once there is one.
    private mutating func move(
        _ random: inout DeterministicGenerator, _ logDensity: ([Double]) -> Double
    ) -> Bool {
        var next = point
        var correction = 0.0
        if let bell, random.nextUnit() < 0.75 {
            next = bell.draw(&random)
            correction = bell.logDensity(point) - bell.logDensity(next)
        } else {
            let normals = point.map { _ in random.nextNormal() }
            let scale = bell == nil ? exp(reach) : 1
            for row in point.indices {
                for column in normals.indices {
                    next[row] += scale * steps[row][column] * normals[column]
                }
            }
        }
        let nextHeight = logDensity(next)
        guard log(1 - random.nextUnit()) < nextHeight - height + correction else { return false }
        point = next
        height = nextHeight
        return true
    }
}

/// A law about a middle with tails that are wider than those of most others: Student's with five degrees.
private struct Bell {
    private static let degrees = 5.0
    /// Wider than what was found, since little was found.
    private static let widening = 1.15

    let middle: [Double]
    /// The lower Cholesky root of the covariance.
    let root: [[Double]]

    func draw(_ random: inout DeterministicGenerator) -> [Double] {
        let normals = middle.map { _ in random.nextNormal() }
        let chance = 2 * random.nextGamma(shape: Self.degrees / 2) / Self.degrees
        let scale = Self.widening / max(chance, 1e-12).squareRoot()
        return middle.indices.map { row in
            middle[row] + scale * zip(root[row], normals).reduce(0) { $0 + $1.0 * $1.1 }
        }
    }

    /// Up to a constant.
    func logDensity(_ point: [Double]) -> Double {
        var scores: [Double] = []
        var squares = 0.0
        for row in middle.indices {
            var rest = point[row] - middle[row]
            for column in 0..<row { rest -= root[row][column] * scores[column] }
            let score = rest / root[row][row]
            scores.append(score)
            squares += score * score
        }
        let distance = squares / (Self.widening * Self.widening * Self.degrees)
        return -(Self.degrees + Double(middle.count)) / 2 * log1p(distance)
    }
}

/// Means and covariances of points as they come.
private struct RunningSpread {
    private(set) var mean: [Double]
    private var count = 0.0
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

    /// The lower Cholesky root of the covariance; `nil` where it is not positive or the points are few.
    var root: [[Double]]? {
        guard count > 4 * Double(mean.count) else { return nil }
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
        return root
    }
}
