internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// One less a method's losses over those of a reference, with an interval from blocks of times drawn again.
///
/// - Input: the losses of both at the same times, in order, summed over what was forecast at a time; a mean block
///   length in times, which should span the horizon and the spells of what is forecast.
/// - Output: skill, one for a perfect method, zero for one as good as the reference; the interval holds the
///   middle ninety percent of draws.
/// - Degenerate case: `nil` without losses, for unequal counts, losses that are negative or not finite, or a
///   reference without loss.
/// - Source: Politis and Romano, *The Stationary Bootstrap*, 1994.
/// - Checked against: the same in Python with the same generator, within 1e-12, `Fixtures/Outlook/skills.csv`.
package struct SkillInterval: Hashable, Codable, Sendable {
    /// The skill.
    package let skill: Double
    /// The fifth percentile of draws.
    package let lower: Double
    /// The ninety-fifth.
    package let upper: Double

    /// How many draws are made.
    package static let draws = 1_000

    /// Whether the interval lies on one side of zero.
    package var isBeyondChance: Bool { lower > 0 || upper < 0 }

    /// The skill of losses against those of a reference.
    package init?(losses: [Double], reference: [Double], blockLength: Double, seed: UInt64) {
        guard !losses.isEmpty, losses.count == reference.count, blockLength >= 1,
            blockLength.isFinite, (losses + reference).allSatisfy({ $0 >= 0 && $0.isFinite })
        else { return nil }
        let (own, theirs) = (losses.compensatedSum, reference.compensatedSum)
        guard theirs > 0, theirs.isFinite, own.isFinite else { return nil }
        let sums = (Self.running(losses), Self.running(reference))
        let drawn = (0..<Self.draws).compactMap { draw -> Double? in
            var random = DeterministicGenerator(seed: seed, stream: UInt64(draw))
            let (sum, base) = Self.drawn(sums, blockLength, &random)
            return base > 0 ? 1 - sum / base : nil
        }
        .sorted()
        guard !drawn.isEmpty else { return nil }
        skill = 1 - own / theirs
        lower = drawn[Int(0.05 * Double(drawn.count - 1))]
        upper = drawn[Int((0.95 * Double(drawn.count - 1)).rounded(.up))]
    }

    /// The sums of the first none, one, two and so on to twice all: a block may run over the end to the start.
    private static func running(_ losses: [Double]) -> [Double] {
        var sum = CompensatedSum()
        return [0]
            + (losses + losses).map { loss in
                sum.add(loss)
                return sum.value
            }
    }

    /// The sums over as many times as there are, in blocks from random places with lengths of a geometric
    /// distribution, the last one cut.
    private static func drawn(
        _ sums: ([Double], [Double]), _ blockLength: Double, _ random: inout DeterministicGenerator
    ) -> (Double, Double) {
        let count = (sums.0.count - 1) / 2
        let fade = log1p(-1 / blockLength)
        var (own, base, left) = (0.0, 0.0, count)
        while left > 0 {
            let start = random.nextIndex(below: count)
            let length = log1p(-random.nextUnit()) / fade
            let end = start + min(left, length < Double(left) ? 1 + Int(length) : left)
            own += sums.0[end] - sums.0[start]
            base += sums.1[end] - sums.1[start]
            left -= end - start
        }
        return (own, base)
    }
}
