import Market
import TestSupport
import Testing

@testable import Catalysts

/// Whether stretches that should hold nine tenths of the truth do: series with a planted change.
@Suite struct OnsetCoverageTests {
    /// Draws of 48 bars whose change comes at any moment from the second bar on.
    private struct Planted {
        let values: [Double]
        let bar: Int

        init(shift: Double, memory: Double = 0, using random: inout SeededGenerator) {
            let moment = Double.random(in: 1..<48, using: &random)
            var noise = random.gaussian()
            let scale = (1 - memory * memory).squareRoot()
            values = (0..<48).map { index in
                noise = memory * noise + scale * random.gaussian()
                return noise + shift * min(max(Double(index + 1) - moment, 0), 1)
            }
            bar = Int(moment)
        }
    }

    private static func bars(_ probabilities: [Double]) -> [OnsetBar] {
        probabilities.enumerated().map { index, probability in
            OnsetBar(
                range: TimeRange(
                    from: Timestamp(seconds: Int64(index)), to: Timestamp(seconds: Int64(index + 1))
                ), probability: probability)
        }
    }

    private static func holds(_ stretch: OnsetBar, _ bar: Int) -> Bool {
        stretch.range.contains(Timestamp(seconds: Int64(bar)))
    }

    /// Under the prior a stretch holds the truth exactly as often as it says; one deviation is 0.006.
    @Test func drawsFromThePriorAreHeldAsOftenAsSaid() throws {
        var random = SeededGenerator(seed: 51)
        var (held, said) = (0.0, 0.0)
        let count = 2_000
        for _ in 0..<count {
            let planted = Planted(shift: random.gaussian(), using: &random)
            let posterior = try #require(ChangeLocationPosterior(planted.values, positions: 8))
            let stretch = try #require(
                OnsetInterval.credible(Self.bars(posterior.probabilities), holding: 0.9))
            held += Self.holds(stretch, planted.bar) ? 1 : 0
            said += stretch.probability
        }
        #expect(abs(held - said) / Double(count) < 0.02, "\(held) \(said)")
        #expect(held / Double(count) > 0.88)
    }

    /// The share of dated onsets whose stretch holds the truth, and the share that is dated at all.
    private static func search(
        shift: Double, memory: Double, seed: UInt64
    ) throws -> (held: Double, dated: Double) {
        var random = SeededGenerator(seed: seed)
        var (held, dated) = (0.0, 0.0)
        let count = 1_000
        for _ in 0..<count {
            let planted = Planted(shift: shift, memory: memory, using: &random)
            let points = planted.values.enumerated().map {
                OnsetPoint(openTime: Timestamp(seconds: Int64($0)), value: $1)
            }
            let series = try #require(
                OnsetSeries(
                    name: "made", interval: TimeSpan(microseconds: 1_000_000), points: points))
            let stretch = TimeRange(from: Timestamp(seconds: 0), to: Timestamp(seconds: 48))
            guard let onset = OnsetSearch().onset(of: series, in: stretch).interval else {
                continue
            }
            dated += 1
            held += Self.holds(onset.credible, planted.bar) ? 1 : 0
        }
        return (held / max(dated, 1), dated / Double(count))
    }

    /// A shift with the memory of the noise about it, and the shares that must be held and may be dated.
    struct FixedShift: Sendable {
        let shift: Double
        let memory: Double
        let leastHeld: Double
        let dated: ClosedRange<Double>
    }

    /// For a fixed shift nothing is promised. Measured with this seed: 0.92, 0.97 and 0.99 held without memory;
    /// with a memory of 0.4, for which the inflation allows only in part, 0.79 and 0.93.
    @Test(arguments: [
        FixedShift(shift: 1, memory: 0, leastHeld: 0.89, dated: 0.35...0.55),
        FixedShift(shift: 2, memory: 0, leastHeld: 0.93, dated: 0.75...0.95),
        FixedShift(shift: 4, memory: 0, leastHeld: 0.97, dated: 0.9...1),
        FixedShift(shift: 1, memory: 0.4, leastHeld: 0.73, dated: 0.2...0.4),
        FixedShift(shift: 2, memory: 0.4, leastHeld: 0.89, dated: 0.6...0.8),
    ])
    func fixedShiftsAreHeld(_ fixed: FixedShift) throws {
        let found = try Self.search(shift: fixed.shift, memory: fixed.memory, seed: 52)
        #expect(found.held >= fixed.leastHeld, "\(fixed) \(found)")
        #expect(fixed.dated.contains(found.dated), "\(fixed) \(found)")
    }

    /// Where nothing was planted an onset is dated in fewer than a series in twenty, or in eight with memory.
    @Test func noiseIsSeldomDated() throws {
        #expect(try Self.search(shift: 0, memory: 0, seed: 53).dated < 0.05)
        #expect(try Self.search(shift: 0, memory: 0.4, seed: 53).dated < 0.125)
    }
}
