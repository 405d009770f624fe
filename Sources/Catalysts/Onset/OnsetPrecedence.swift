internal import Market

/// Whether one change came before another, as probabilities that add to one.
///
/// Within a bar nothing is known of the order, and nothing is assumed: where the two bars overlap, the
/// probability goes to neither side. Two changes are taken as dated independently of each other.
///
/// - Complexity: linear in the bars of both.
/// - Checked against: every pair of bars, `OnsetOrderTests`, and `Fixtures/Onset/day.csv`.
package struct OnsetPrecedence: Hashable, Sendable {
    /// The probability that the first change's bar had ended when the second's began.
    package let before: Double
    /// The probability that the second change's bar had ended when the first's began.
    package let after: Double
    /// The probability that their bars overlap, so that the bars do not tell.
    package let within: Double

    /// The order of two changes.
    package init(_ first: OnsetInterval, _ second: OnsetInterval) {
        before = Self.probability(that: first.bars, endedBefore: second.bars)
        after = Self.probability(that: second.bars, endedBefore: first.bars)
        within = max(0, 1 - before - after)
    }

    private static func probability(
        that first: [OnsetBar], endedBefore second: [OnsetBar]
    ) -> Double {
        var (sum, ended) = (0.0, 0.0)
        var rest = first[...]
        for bar in second {
            while let next = rest.first, next.range.end <= bar.range.start {
                ended += next.probability
                rest = rest.dropFirst()
            }
            sum += bar.probability * ended
        }
        return min(sum, 1)
    }
}
