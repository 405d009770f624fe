import Market
import Series
import TestSupport
import Testing

@testable import Liquidations

/// Simulated full tapes, down-sampled by each rule: does the interval hold the truth? The large study is
/// `LargeSampledTotalStudy`; these are few and short enough to run each time, and fail where it is wrong.
@Suite struct SampledTotalTests {
    private static let quick = SampledTotal.Effort(steps: 150, draws: 40)

    /// Of 32 intervals that hold the truth nine times in ten, nine or more miss it in one test of two hundred, and
    /// of eight five or more in one of two thousand; of those that hold it seven times in ten, most tests fail.
    @Test func intervalsHoldTheTruth() throws {
        var misses = 0
        for feed in [SampledTotalStudy.Feed.all[0], SampledTotalStudy.Feed.all[2]] {
            for stratum in SimulatedTape.Stratum.allCases {
                let outcomes = try (0..<8).map {
                    try SampledTotalStudy.outcome(
                        feed, stratum, seconds: stratum == .calm ? 200 : 120,
                        seed: 1000 + UInt64($0),
                        effort: SampledTotal.Effort(steps: 300, draws: 80))
                }
                let supported = outcomes.filter(\.isSupported)
                #expect(supported.count >= 6, "\(feed.name), \(stratum)")
                let missed = supported.filter { !$0.isCovered }.count
                #expect(missed <= 4, "\(feed.name), \(stratum)")
                misses += missed
                for outcome in supported {
                    let estimate = try #require(outcome.total.estimate)
                    #expect(outcome.total.observedUSD <= estimate.low)
                    #expect(estimate.low <= estimate.median && estimate.median <= estimate.high)
                }
            }
        }
        #expect(misses <= 8)
    }

    /// A tape that shows nothing of when its seconds begin says too little where they are full: it is sampled by a
    /// clock that stops now and then, so that no instant parts all pairs.
    @Test func saturatedTapesAreNotEstimated() throws {
        let full = SimulatedTape(.violent, seconds: 200, seed: 3)
        let halves = try [0, 500_000].enumerated().flatMap { half, phase in
            let start = full.window.start + TimeSpan(microseconds: Int64(half) * 100_000_000)
            let window = TimeRange(from: start, to: start + TimeSpan(microseconds: 100_000_000))
            return try #require(
                PublishedTape(
                    sampling: full.orders, window: window, rule: .latestPerSecond,
                    clock: .periodic, phase: TimeSpan(microseconds: Int64(phase)))
            ).orders
        }
        let tape = try #require(
            PublishedTape(
                published: halves, window: full.window, rule: .latestPerSecond, clock: .unknown))
        #expect(tape.shownClock == .unknown)
        let total = SampledTotal(tape, seed: 3, effort: Self.quick)
        #expect(total.support == .saturated)
        #expect(total.estimate == nil && total.draws.isEmpty)
        #expect(total.observedUSD > 0)
    }

    /// Of six intervals that hold the truth nine times in ten, four or more miss it in one test of eight hundred.
    @Test func silencesAreSeenThrough() throws {
        var misses = 0
        for stratum in SimulatedTape.Stratum.allCases {
            for seed in 0..<3 {
                let outcome = try SampledTotalStudy.outcome(
                    SampledTotalStudy.Feed.all[3], stratum, seconds: stratum == .calm ? 200 : 100,
                    seed: 3000 + UInt64(seed), effort: Self.quick)
                let estimate = try #require(outcome.total.estimate)
                #expect(outcome.total.observedUSD <= estimate.low)
                #expect(abs(estimate.median / outcome.truth - 1) < 0.6)
                misses += outcome.isCovered ? 0 : 1
            }
        }
        #expect(misses <= 3)
    }

    /// Orders in passes are found out by the tape, and those that come evenly are left alone.
    @Test(arguments: [0, 3])
    func passesAreSeenThrough(feed: Int) throws {
        let feed = SampledTotalStudy.Feed.all[feed]
        for seed in 0..<4 {
            func profile(
                _ stratum: SimulatedTape.Stratum, _ fault: SimulatedTape.Fault
            ) throws -> SecondProfile {
                let full = SimulatedTape(stratum, seconds: 300, seed: UInt64(seed), fault: fault)
                let tape = try feed.shown(full, seed: 0)
                return SampledTotal.model(tape, feed.clock, 1).profile
            }
            for stratum in SimulatedTape.Stratum.allCases {
                #expect(try profile(stratum, .none) == .even)
            }
            let passes = try profile(.violent, .passes)
            #expect(passes.warped(0.6) > 0.9 && passes.warped(0.3) > 0.25)
        }
    }

    /// A venue that changed its words but not its feed is found out.
    @Test func aFeedThatIsNotWhatItsRuleSaysIsWithheld() throws {
        let full = SimulatedTape(.violent, seconds: 200, seed: 4)
        let feed = SampledTotalStudy.Feed("", .largestPerSecond, .sinceEachOrder)
        let total = SampledTotal(try feed.shown(full, seed: 4), seed: 4, effort: Self.quick)
        #expect(total.support == .unknownRule && total.estimate == nil)
    }

    /// Eight full seconds on end are judged, a ninth is one too many, unless ages or sizes tell more.
    @Test(arguments: [8, 9])
    func longRunsAreNotEstimatedBlindly(run: Int) throws {
        let start = Timestamp(seconds: 1_737_936_000)
        // Two of three seconds, and one run with an empty second on each side.
        let seconds = (0..<170).filter { second in
            let isNear = (49...50 + run).contains(second)
            return isNear ? second != 49 && second != 50 + run : second % 3 != 2
        }
        let orders = seconds.map { second in
            let dollars = 100 * (1 + second % 11) * (1 + second % 5)
            // Now nearer than a second, now farther, by so little that it shows no clock.
            let since = TimeSpan(
                microseconds: Int64(second) * 1_000_000 + (second % 2 == 0 ? 500_000 : 440_000))
            return PublishedTape.Order(time: start + since, dollars: Double(dollars))
        }
        func support(
            _ rule: SamplingRegime.Rule, _ clock: PublishedTape.Clock
        ) throws -> SampledTotal.Support {
            let tape = try #require(
                PublishedTape(
                    published: orders, window: TimeRange(from: start, to: start + .minutes(3)),
                    rule: rule, clock: clock))
            return SampledTotal(tape, seed: 1, effort: Self.quick).support
        }
        #expect((try support(.latestPerSecond, .unknown) == .saturated) == (run == 9))
        #expect(try support(.latestPerSecond, .wholeSeconds) == .estimated)
        #expect(try support(.largestPerSecond, .unknown) == .estimated)
    }

    /// A multiplier with the band of its own errors, fitted on 60 tapes of one stratum: of 60 others of that
    /// stratum it holds most, of the other stratum hardly any. No one number serves both.
    @Test(
        arguments: [SamplingRegime.Rule.latestPerSecond, .largestPerSecond],
        SimulatedTape.Stratum.allCases)
    func aConstantMultiplierFails(
        rule: SamplingRegime.Rule, fittedOn: SimulatedTape.Stratum
    ) throws {
        func ratios(_ stratum: SimulatedTape.Stratum, from seed: UInt64) throws -> [Double] {
            try (0..<60).map {
                let full = SimulatedTape(stratum, seconds: 300, seed: seed + UInt64($0))
                let tape = try #require(
                    PublishedTape(
                        sampling: full.orders, window: full.window, rule: rule, clock: .unknown))
                return full.trueUSD / tape.observedUSD
            }
        }
        let fitted = try ratios(fittedOn, from: 5000).sorted()
        let band = fitted[3]...fitted[56]
        for stratum in SimulatedTape.Stratum.allCases {
            let covered = try ratios(stratum, from: 7000).filter { band.contains($0) }.count
            #expect(stratum == fittedOn ? covered >= 45 : covered <= 30)
        }
    }

    @Test func fullTapesAreTheirOwnTotal() throws {
        let tape = try Self.tape([3, 4], rule: .full)
        let total = SampledTotal(tape, seed: 1)
        #expect(total.support == .complete)
        #expect(
            total.estimate?.low == 7 && total.estimate?.median == 7 && total.estimate?.high == 7)
    }

    @Test func whatCannotBeSupportedIsSaid() throws {
        for rule in [SamplingRegime.Rule.partial, .unpublished] {
            let total = SampledTotal(try Self.tape([3, 4], rule: rule), seed: 1)
            #expect(total.support == .unknownRule && total.estimate == nil)
            #expect(total.observedUSD == 7)
        }
        let few = try Self.tape([Double](repeating: 5, count: 19), rule: .latestPerSecond)
        #expect(SampledTotal(few, seed: 1).support == .tooFew)
        #expect(SampledTotal(try Self.tape([], rule: .latestPerSecond), seed: 1).observedUSD == 0)
    }

    /// Sizes that are all alike, or as far apart as numbers go, neither trap nor turn into nothing.
    @Test func hostileSizesAreHandled() throws {
        for sizes in [
            [Double](repeating: 5, count: 40), (0..<40).map { $0 % 2 == 0 ? 1e-300 : 1e300 },
            [Double](repeating: .leastNonzeroMagnitude, count: 40),
            [Double](repeating: 4e306, count: 40),
        ] {
            for rule in [SamplingRegime.Rule.latestPerSecond, .largestPerSecond] {
                let total = SampledTotal(
                    try Self.tape(sizes, rule: rule), seed: 1,
                    effort: SampledTotal.Effort(steps: 30, draws: 8))
                if let estimate = total.estimate {
                    #expect(estimate.low >= total.observedUSD && estimate.high.isFinite)
                } else {
                    #expect(total.support == .saturated)
                }
            }
        }
    }

    @Test func theSameSeedIsTheSameAnswer() throws {
        let full = SimulatedTape(.calm, seconds: 240, seed: 5)
        let tape = try #require(
            PublishedTape(
                sampling: full.orders, window: full.window, rule: .latestPerSecond,
                clock: .wholeSeconds))
        let first = SampledTotal(tape, seed: 7, effort: Self.quick)
        #expect(first == SampledTotal(tape, seed: 7, effort: Self.quick))
        #expect(first.draws != SampledTotal(tape, seed: 8, effort: Self.quick).draws)
        #expect(first.draws.count == 40)
    }

    @Test func sumsNeedEveryPart() throws {
        let tapes = try (0..<2).map { seed in
            let full = SimulatedTape(.calm, seconds: 240, seed: 20 + UInt64(seed))
            return try #require(
                PublishedTape(
                    sampling: full.orders, window: full.window, rule: .latestPerSecond,
                    clock: .wholeSeconds))
        }
        let parts = tapes.enumerated().map {
            SampledTotal($1, seed: UInt64($0), effort: Self.quick)
        }
        let complete = SampledTotal(try Self.tape([100], rule: .full), seed: 0)
        let sum = try #require(SampledTotal.combined(parts + [complete]))
        #expect(sum.support == .estimated)
        #expect(agree(sum.observedUSD, parts[0].observedUSD + parts[1].observedUSD + 100))
        for (index, draw) in sum.draws.enumerated() {
            #expect(agree(draw, parts[0].draws[index] + parts[1].draws[index] + 100))
        }
        let few = SampledTotal(try Self.tape([1], rule: .latestPerSecond), seed: 0)
        let partial = try #require(SampledTotal.combined(parts + [few]))
        #expect(partial.estimate == nil && partial.support == .tooFew)
        #expect(agree(partial.observedUSD, parts[0].observedUSD + parts[1].observedUSD + 1))
        #expect(SampledTotal.combined([complete, complete])?.estimate?.median == 200)
        #expect(SampledTotal.combined([]) == nil)
        let other = SampledTotal(
            tapes[0], seed: 0, effort: SampledTotal.Effort(steps: 150, draws: 30))
        #expect(SampledTotal.combined([parts[0], other]) == nil)
    }

    /// One order in every third second, of the sizes given.
    private static func tape(
        _ sizes: [Double], rule: SamplingRegime.Rule
    ) throws -> PublishedTape {
        let start = Timestamp(seconds: 1_737_936_000)
        let orders = sizes.enumerated().map { index, size in
            PublishedTape.Order(
                time: start + TimeSpan(microseconds: Int64(index) * 3_000_000), dollars: size)
        }
        return try #require(
            PublishedTape(
                published: orders, window: TimeRange(from: start, to: start + .minutes(3)),
                rule: rule, clock: .unknown))
    }
}
