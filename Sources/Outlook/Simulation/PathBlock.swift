internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Sixty-four simulated paths, one after the other: the piece of work that has a stream of its own.
///
/// A step draws a whole bar: the next of the history with probability one less one over the block length, else
/// any. Its logarithms are multiplied by the path's volatility, which the bar then moves.
struct PathBlock {
    /// How many paths a block holds.
    static let width = 64
    /// No bar is expected to move by more than the fifth power of e: keeps every number finite.
    private static let largestVariance = 25.0

    /// The steps of a path.
    let steps: Int
    /// Logarithms over the price, path by path: all closes, then all highs, then all lows.
    private var values: [Double]

    init(steps: Int) {
        self.steps = steps
        values = [Double](repeating: 0, count: 3 * Self.width * steps)
    }

    /// How many bars all paths have.
    var bars: Int { Self.width * steps }
    /// The closes, step by step, path by path.
    var closes: ArraySlice<Double> { values[..<bars] }
    /// The highs.
    var highs: ArraySlice<Double> { values[bars..<(2 * bars)] }
    /// The lows.
    var lows: ArraySlice<Double> { values[(2 * bars)...] }

    /// All values: closes, then from `bars` on highs, then from twice `bars` on lows.
    func withValues(_ body: (UnsafeBufferPointer<Double>) -> Void) {
        values.withUnsafeBufferPointer(body)
    }

    /// Draws all paths of the block; `jumps` with levels as logarithms over the price.
    mutating func draw(
        _ pool: ResidualPool, blockLength: Double, drift: Double, jumps: [(Double, CascadeJump)],
        _ random: inout DeterministicGenerator
    ) {
        let walk = Walk(
            law: pool.law, variance: pool.nextVariance, drift: drift, restart: 1 / blockLength,
            ceiling: max(Self.largestVariance, pool.nextVariance), steps: steps)
        values.withUnsafeMutableBufferPointer { values in
            pool.closes.withUnsafeBufferPointer { closes in
                pool.highs.withUnsafeBufferPointer { highs in
                    pool.lows.withUnsafeBufferPointer { lows in
                        walk.fill(values, from: (closes, highs, lows), &random)
                    }
                }
            }
        }
        if !jumps.isEmpty { addJumps(jumps, &random) }
    }

    /// What every path of a block has in common.
    private struct Walk {
        typealias Column = UnsafeBufferPointer<Double>

        let law: VarianceLaw
        let variance: Double
        let drift: Double
        let restart: Double
        let ceiling: Double
        let steps: Int

        func fill(
            _ values: UnsafeMutableBufferPointer<Double>, from bars: (Column, Column, Column),
            _ random: inout DeterministicGenerator
        ) {
            let (closes, highs, lows) = bars
            let (count, plane) = (closes.count, PathBlock.width * steps)
            for path in 0..<PathBlock.width {
                var place = random.nextIndex(below: count)
                var variance = variance
                var level = 0.0
                for step in (path * steps)..<((path + 1) * steps) {
                    let volatility = variance.squareRoot()
                    let unit = closes[place]
                    let move = volatility * unit + drift
                    let top = volatility * highs[place] + drift / 2
                    let bottom = volatility * lows[place] + drift / 2
                    values[plane + step] = level + max(top, max(move, 0))
                    values[2 * plane + step] = level + min(bottom, min(move, 0))
                    level += move
                    values[step] = level
                    // Squares without the root, so that one step need not wait for another's.
                    let factor = law.alpha * unit * unit + law.beta
                    variance = min(law.omega + variance * factor, ceiling)
                    if random.nextUnit() < restart {
                        place = random.nextIndex(below: count)
                    } else {
                        place = place + 1 == count ? 0 : place + 1
                    }
                }
            }
        }
    }

    /// Moves the rest of a path from the bar on in which it first passes a level, and the bar's own extreme
    /// and close with it. A jump may carry a path past the next level in the same bar.
    private mutating func addJumps(
        _ jumps: [(Double, CascadeJump)], _ random: inout DeterministicGenerator
    ) {
        let plane = bars
        for path in 0..<Self.width {
            var shift = 0.0
            var isSpent = [Bool](repeating: false, count: jumps.count)
            for close in (path * steps)..<((path + 1) * steps) {
                let (high, low) = (plane + close, 2 * plane + close)
                for place in [close, high, low] { values[place] += shift }
                var passed = 0
                while let index = passed < jumps.count ? passed : nil {
                    let (level, jump) = jumps[index]
                    let isPassed = level < 0 ? values[low] <= level : values[high] >= level
                    passed += 1
                    guard isPassed, !isSpent[index] else { continue }
                    isSpent[index] = true
                    let move = jump.move(at: random.nextUnit())
                    shift += move
                    values[close] += move
                    values[move < 0 ? low : high] += move
                    // What was not reached before may be now.
                    passed = 0
                }
            }
        }
    }
}
