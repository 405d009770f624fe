#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Simulated bars, and how often things happened in them.
package struct SimulatedPaths: Hashable, Sendable {
    /// How often something happened.
    package struct Share: Hashable, Sendable {
        /// In how many paths it did.
        package let hits: Int
        /// How many paths there are, one or more.
        package let paths: Int

        /// The share, zero to one.
        package var probability: Double { Double(hits) / Double(paths) }
        /// The share with half a path added to either side: never quite zero or one.
        package var smoothed: Double { (Double(hits) + 0.5) / (Double(paths) + 1) }
        /// How far the share would move from one seed to another: a binomial standard error.
        package var standardError: Double {
            (probability * (1 - probability) / Double(paths)).squareRoot()
        }
    }

    /// Which of two levels was touched first; the four add up to all paths.
    package struct FirstHit: Hashable, Sendable {
        /// The lower one, in an earlier bar than the upper.
        package let lower: Share
        /// The upper one.
        package let upper: Share
        /// Both, first in the same bar, which does not say in which order.
        package let sameBar: Share
        /// Neither.
        package let neither: Share
    }

    /// Quantiles of the price after a step.
    package struct Fan: Hashable, Sendable {
        /// How many bars from now, one or more.
        package let step: Int
        /// Prices, ascending, one for each share that was asked for.
        package let prices: [Double]
    }

    /// The price that paths start from.
    package let price: Double
    /// How many bars a path has, one or more.
    package let steps: Int
    /// Logarithms over the price, path by path.
    private(set) var closes: [Double] = []
    private(set) var highs: [Double] = []
    private(set) var lows: [Double] = []

    init(price: Double, steps: Int) {
        self.price = price
        self.steps = steps
    }

    mutating func reserve(_ blocks: Int) {
        closes.reserveCapacity(blocks * PathBlock.width * steps)
        highs.reserveCapacity(blocks * PathBlock.width * steps)
        lows.reserveCapacity(blocks * PathBlock.width * steps)
    }

    mutating func append(_ block: PathBlock) {
        closes += block.closes
        highs += block.highs
        lows += block.lows
    }

    /// How many paths there are.
    package var count: Int { closes.count / steps }

    /// How often a condition came true within the first steps, all by default; `nil` for a condition without
    /// meaning or steps outside the paths.
    ///
    /// Judged bar by bar by the rule that judges what really happened, `EventWatch`.
    package func share(of condition: ForecastCondition, within limit: Int? = nil) -> Share? {
        let length = limit ?? steps
        guard length > 0, length <= steps, condition.isValid else { return nil }
        let watch = EventWatch(condition, relativeTo: price)
        var hits = 0
        for path in 0..<count {
            var state = watch
            for bar in (path * steps)..<(path * steps + length) {
                state.update(high: highs[bar], low: lows[bar], close: closes[bar])
                if state.isDecided { break }
            }
            if state.outcome { hits += 1 }
        }
        return Share(hits: hits, paths: count)
    }

    /// Which of two levels was touched first within the first steps; `nil` unless they lie on either side of
    /// the price.
    package func firstHit(lower: Double, upper: Double, within limit: Int? = nil) -> FirstHit? {
        let length = limit ?? steps
        guard length > 0, length <= steps, lower > 0, lower < price, upper > price, upper.isFinite
        else { return nil }
        let (down, up) = (log(lower / price), log(upper / price))
        var (falls, rises, both) = (0, 0, 0)
        for path in 0..<count {
            for bar in (path * steps)..<(path * steps + length) {
                let (isLow, isHigh) = (lows[bar] <= down, highs[bar] >= up)
                guard isLow || isHigh else { continue }
                if isLow && isHigh { both += 1 } else if isLow { falls += 1 } else { rises += 1 }
                break
            }
        }
        func share(_ hits: Int) -> Share { Share(hits: hits, paths: count) }
        return FirstHit(
            lower: share(falls), upper: share(rises), sameBar: share(both),
            neither: share(count - falls - rises - both))
    }

    /// The closes after a step, as logarithms over the price, ascending; none for a step outside the paths.
    package func moves(after step: Int) -> [Double] {
        guard step > 0, step <= steps else { return [] }
        return stride(from: step - 1, to: closes.count, by: steps).map { closes[$0] }.sorted()
    }

    /// The shares of a usual fan.
    package static let usualShares = [0.05, 0.25, 0.5, 0.75, 0.95]

    /// Quantiles of the price after each of some steps, interpolated between neighbours; steps outside the
    /// paths and shares outside zero to one are left out.
    package func fan(after chosen: [Int], shares: [Double] = usualShares) -> [Fan] {
        let shares = shares.filter { $0 >= 0 && $0 <= 1 }.sorted()
        return chosen.filter { $0 > 0 && $0 <= steps }.map { step in
            let moves = moves(after: step)
            return Fan(
                step: step, prices: shares.map { price * exp(Self.quantile(moves, $0)) })
        }
    }

    /// The quantile that `numpy` calls linear.
    private static func quantile(_ ordered: [Double], _ share: Double) -> Double {
        let place = share * Double(ordered.count - 1)
        let below = min(Int(place), ordered.count - 1)
        let above = min(below + 1, ordered.count - 1)
        return ordered[below] + (place - Double(below)) * (ordered[above] - ordered[below])
    }

    /// Where a move lies among the simulated ones after a step: the share below it, half of those equal to
    /// it counted, with half a path added to either side. Uniform between zero and one where the simulation
    /// is right. `nil` for a step outside the paths or a move that is not finite.
    package func transform(of move: Double, after step: Int) -> Double? {
        guard step > 0, step <= steps, move.isFinite else { return nil }
        var (below, equal) = (0, 0)
        for bar in stride(from: step - 1, to: closes.count, by: steps) {
            if closes[bar] < move { below += 1 } else if closes[bar] == move { equal += 1 }
        }
        return (Double(below) + Double(equal) / 2 + 0.5) / (Double(count) + 1)
    }
}
