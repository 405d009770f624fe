internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Where a price may go, by past bars put together anew under today's volatility.
///
/// A path starts from a random bar of the history and goes on bar by bar, jumping to another with probability
/// one over the mean block length (stationary bootstrap). Each bar, in units of its own time's volatility, is
/// multiplied by the path's, which then moves as its model says. High and low come with the bar, so a level that
/// was touched and left within a bar counts as touched.
///
/// - Input: the residuals of a moment; the price then; drift of the logarithm a bar, zero unless proved.
/// - Randomness: 64 paths are a stream of the seed, so any split of the work gives the same paths, and the first
///   of many are those of few.
/// - Degenerate case: `nil` for a price that is none, a block shorter than a bar, a drift beyond one, or a jump
///   whose move leads back over its level.
/// - Limit: what the history does not hold, no path does.
/// - Time: paths times steps, some five nanoseconds each.
/// - Source: Barone-Adesi, Giannopoulos and Vosper, 1999; Politis and Romano, *The Stationary Bootstrap*, 1994.
/// - Checked against: the same in Python with the same generator, within 1e-12, `Fixtures/Outlook/paths.csv`;
///   the closed forms, within four standard errors, where residuals are normal and volatility is constant.
package struct FilteredHistoricalSimulation: Sendable {
    /// The paths that are drawn unless it is said otherwise.
    package static let usualPaths = 10_000
    /// The blocks' mean length in bars unless it is said otherwise.
    package static let usualBlockLength = 10.0
    /// More bars of all paths together than this are refused: a hundred megabytes.
    package static let maximumBars = 4_000_000

    /// The price that paths start from.
    package let price: Double
    /// The mean length of a block in bars, one or more.
    package let blockLength: Double
    private let pool: ResidualPool
    private let drift: Double
    private let seed: UInt64
    private let jumps: [(Double, CascadeJump)]

    /// A simulation from a price.
    package init?(
        _ pool: ResidualPool, price: Double, blockLength: Double = usualBlockLength,
        drift: Double = 0, jumps: [CascadeJump] = [], seed: UInt64
    ) {
        guard price > 0, price.isFinite, blockLength >= 1, blockLength.isFinite, abs(drift) <= 1,
            jumps.allSatisfy({ $0.isAway(from: price) })
        else { return nil }
        self.pool = pool
        self.price = price
        self.blockLength = blockLength
        self.drift = drift
        self.seed = seed
        // In one order, whatever order they came in; the nearest first.
        self.jumps = jumps.map { (log($0.level / price), $0) }
            .sorted { (abs($0.0), $0.0, $0.1.median) < (abs($1.0), $1.0, $1.1.median) }
    }

    /// Paths of so many bars; `nil` for a count or steps below one or too many. Counts are
    /// rounded up to a multiple of 64.
    package func paths(count: Int = usualPaths, steps: Int) -> SimulatedPaths? {
        guard let blocks = Self.blocks(count, steps) else { return nil }
        var block = PathBlock(steps: steps)
        var paths = SimulatedPaths(price: price, steps: steps)
        paths.reserve(blocks)
        for index in 0..<blocks {
            draw(&block, index)
            paths.append(block)
        }
        return paths
    }

    /// Draws one block by its number.
    func draw(_ block: inout PathBlock, _ index: Int) {
        var random = DeterministicGenerator(seed: seed, stream: UInt64(index))
        block.draw(pool, blockLength: blockLength, drift: drift, jumps: jumps, &random)
    }

    /// How many blocks hold a count of paths.
    static func blocks(_ count: Int, _ steps: Int) -> Int? {
        guard count > 0, steps > 0, count <= maximumBars, steps <= maximumBars / count else {
            return nil
        }
        return (count + PathBlock.width - 1) / PathBlock.width
    }
}
