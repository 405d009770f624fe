internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How often a history, cut into blocks and shuffled, makes a move as far as the one seen.
///
/// The stationary bootstrap walks through the returns from a random place and jumps to another with
/// probability one over the mean block length; after the last return comes the first. A draw is the
/// sum over as many bars as the move took. Blocks keep the spells of volatility that single returns
/// would lose, so a fall over a day is compared with days and not with sums of unrelated hours.
///
/// - Input: logarithmic returns as ratios, oldest first, all before the move; a move over `horizon`
///   bars.
/// - Centring: none by default, so the drift of the history is part of what is usual; `isCentred`
///   takes the mean from every return first.
/// - Randomness: draw `i` uses stream `i` of the seed alone, so any split of the work gives the
///   same draws.
/// - Degenerate case: `nil` unless there are at least `horizon` returns and two, all numbers
///   finite, the block length at least one, and the draws within bounds.
/// - Time: draws times horizon.
/// - Source: Politis and Romano, *The Stationary Bootstrap*, 1994; the p-value of Davison and
///   Hinkley, *Bootstrap Methods and Their Application*, 1997, section 4.2.
/// - Checked against: the same by numpy, within four standard errors,
///   `Fixtures/Significance/bootstrap.csv`.
package struct BlockBootstrap: Sendable {
    /// How often a move as far comes up.
    package struct Tail: Hashable, Sendable {
        /// How many draws went as far to the same side; for a move of zero, up.
        package let asFar: Int
        /// How many draws went as far to either side.
        package let asFarEitherWay: Int
        /// How many draws there were.
        package let draws: Int

        /// `(asFar + 1) / (draws + 1)`, never zero.
        package var probability: Double { Double(asFar + 1) / Double(draws + 1) }

        /// The same for either side.
        package var probabilityEitherWay: Double {
            Double(asFarEitherWay + 1) / Double(draws + 1)
        }

        /// How far `probability` would move from one seed to another: a binomial standard error.
        package var standardError: Double {
            (probability * (1 - probability) / Double(draws)).squareRoot()
        }
    }

    /// The draws that are made unless it is said otherwise.
    package static let usualDraws = 10_000
    /// More draws than this are refused.
    package static let maximumDraws = 1_000_000

    /// How many bars a draw spans.
    package let horizon: Int
    /// The mean length of a block in bars, one or more.
    package let blockLength: Double
    private let returns: [Double]
    private let seed: UInt64

    /// A bootstrap of returns; where no block length is given, `BlockLength.keepingSpells` is
    /// asked.
    package init?(
        returns: [Double], horizon: Int, blockLength: Double? = nil, isCentred: Bool = false,
        seed: UInt64
    ) {
        guard horizon > 0, returns.count >= max(2, horizon),
            returns.allSatisfy({ $0.isFinite }),
            let length = blockLength ?? BlockLength.keepingSpells(returns), length >= 1,
            length.isFinite
        else { return nil }
        let mean = isCentred ? returns.compensatedSum / Double(returns.count) : 0
        guard mean.isFinite else { return nil }
        self.returns = isCentred ? returns.map { $0 - mean } : returns
        self.horizon = horizon
        self.blockLength = length
        self.seed = seed
    }

    /// The sums of some draws by their numbers; the same whichever others are drawn.
    package func sums(ofDraws range: Range<Int>) -> [Double] {
        range.map { sum(ofDraw: $0) }
    }

    /// How many of the first `draws` draws went as far as a move; `nil` for a move that is not
    /// finite or for draws below one or above the most that are allowed.
    package func tail(of move: Double, draws: Int = usualDraws) -> Tail? {
        guard move.isFinite, draws > 0, draws <= Self.maximumDraws else { return nil }
        var (asFar, asFarEitherWay) = (0, 0)
        for draw in 0..<draws {
            let sum = sum(ofDraw: draw)
            if move < 0 ? sum <= move : sum >= move { asFar += 1 }
            if abs(sum) >= abs(move) { asFarEitherWay += 1 }
        }
        return Tail(asFar: asFar, asFarEitherWay: asFarEitherWay, draws: draws)
    }

    private func sum(ofDraw draw: Int) -> Double {
        var random = DeterministicGenerator(seed: seed, stream: UInt64(bitPattern: Int64(draw)))
        let jump = 1 / blockLength
        var place = random.nextIndex(below: returns.count)
        var sum = returns[place]
        for _ in 1..<horizon {
            if random.nextUnit() < jump {
                place = random.nextIndex(below: returns.count)
            } else {
                place = place + 1 == returns.count ? 0 : place + 1
            }
            sum += returns[place]
        }
        return sum
    }
}
