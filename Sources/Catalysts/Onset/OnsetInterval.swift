internal import Market

/// When the level of a series changed, as far as its bars tell.
package struct OnsetInterval: Hashable, Sendable {
    /// The series.
    package let name: String
    /// Where it may have changed, ascending and apart from each other; the probabilities add to one.
    package let bars: [OnsetBar]
    /// The most probable of them; the earliest of equals.
    package let likeliest: OnsetBar
    /// The shortest stretch of bars, from the first's start to the last's end, that holds at least the
    /// probability asked for; of equals the one that holds most, then the earliest.
    package let credible: OnsetBar
    /// The level after less the level before, in the unit of the series.
    package let shift: Double
    /// The logarithm of the odds of a change against none, where even before.
    package let logBayesFactor: Double
    /// The probability that sums of deviations stray as far without a change: `CumulativeSum`.
    package let strayProbability: Double
    /// How many values were worth one, because neighbours are alike; one or more.
    package let inflation: Double

    /// Half of the probability lies up to the end of this bar.
    package var median: OnsetBar {
        var held = 0.0
        return bars.first { bar in
            held += bar.probability
            return held >= 0.5
        } ?? likeliest
    }

    /// The shortest stretch that holds a probability, by bars counted.
    static func credible(_ bars: [OnsetBar], holding level: Double) -> OnsetBar? {
        var running = [0.0]
        for bar in bars { running.append(running[running.count - 1] + bar.probability) }
        let goal = min(level, running[running.count - 1])
        var best: (length: Int, held: Double, first: Int)?
        var first = 0
        for end in running.indices.dropFirst() {
            while first + 1 < end, running[end] - running[first + 1] >= goal { first += 1 }
            let held = running[end] - running[first]
            guard held >= goal else { continue }
            let length = end - first
            if let found = best, (found.length, -found.held) <= (length, -held) { continue }
            best = (length, held, first)
        }
        guard let best else { return nil }
        let range = TimeRange(
            from: bars[best.first].range.start, to: bars[best.first + best.length - 1].range.end)
        return OnsetBar(range: range, probability: min(best.held, 1))
    }
}
