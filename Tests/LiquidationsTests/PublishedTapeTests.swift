import Market
import TestSupport
import Testing

@testable import Liquidations

@Suite struct PublishedTapeTests {
    private static let start = Timestamp(seconds: 1_737_936_000)

    private static func order(_ seconds: Double, _ dollars: Double) -> PublishedTape.Order {
        PublishedTape.Order(
            time: start + TimeSpan(microseconds: Int64((seconds * 1e6).rounded())), dollars: dollars
        )
    }

    private static func window(_ seconds: Int) -> TimeRange {
        TimeRange(from: start, to: start + TimeSpan(microseconds: Int64(seconds) * 1_000_000))
    }

    private static let orders = [
        order(0.25, 7), order(0.75, 2), order(2.5, 1), order(2.125, 9), order(2.0, 3),
        order(4.5, 4),
    ]

    /// By hand: the latest of second 0 is 2, of second 2 is 1; the largest are 7 and 9.
    @Test func rulesKeepWhatTheySay() throws {
        let latest = try #require(
            PublishedTape(
                sampling: Self.orders, window: Self.window(5), rule: .latestPerSecond,
                clock: .wholeSeconds))
        #expect(latest.seconds.map { $0?.dollars } == [2, nil, 1, nil, 4])
        #expect(latest.seconds.map { $0?.age } == [0.25, nil, 0.5, nil, 0.5])
        #expect(latest.observedUSD == 7)
        let largest = try #require(
            PublishedTape(
                sampling: Self.orders, window: Self.window(5), rule: .largestPerSecond,
                clock: .unknown))
        #expect(largest.seconds.map { $0?.dollars } == [7, nil, 9, nil, 4])
        let ages = largest.seconds.compactMap { $0?.age }
        #expect(ages.isEmpty)
    }

    /// A second of the venue that straddles two of ours: the second order moves to the free place after.
    @Test func publishedOrdersAreNotLostToTheGrid() throws {
        let orders = [Self.order(0.1, 1), Self.order(0.9, 2), Self.order(2.0, 4)]
        let tape = try #require(
            PublishedTape(
                published: orders, window: Self.window(3), rule: .latestPerSecond, clock: .unknown))
        #expect(tape.seconds.map { $0?.dollars } == [1, 2, 4])
    }

    /// By hand: after 0.25 silence until 1.25, after 2.0 until 3.0.
    @Test func aSecondThatBeginsWithAnOrderIsSilent() throws {
        let tape = try #require(
            PublishedTape(
                sampling: Self.orders, window: Self.window(5), rule: .latestPerSecond,
                clock: .sinceEachOrder))
        #expect(tape.orders.map(\.dollars) == [7, 3, 4])
        let exact = [Self.order(0.5, 1), Self.order(1.499_999, 2), Self.order(1.5, 3)]
        let edge = try #require(
            PublishedTape(
                sampling: exact, window: Self.window(5), rule: .latestPerSecond,
                clock: .sinceEachOrder))
        #expect(edge.orders.map(\.dollars) == [1, 3])
    }

    /// By hand: seconds begin at 0.5, so that 0.75 and 2.0 lie in other seconds than 0.25 and 2.5.
    @Test func secondsMayBeginAnywhere() throws {
        let tape = try #require(
            PublishedTape(
                sampling: Self.orders, window: Self.window(5), rule: .latestPerSecond,
                clock: .periodic, phase: TimeSpan(microseconds: 500_000)))
        #expect(tape.orders.map(\.dollars) == [7, 2, 9, 1, 4])
    }

    @Test func leavesOutWhatCannotBe() throws {
        let orders = [
            Self.order(-0.5, 1), Self.order(3, 1), Self.order(1, .nan), Self.order(1, -1),
            Self.order(1, 0), Self.order(1, .infinity), Self.order(2.5, 8),
        ]
        let tape = try #require(
            PublishedTape(
                published: orders, window: Self.window(3), rule: .latestPerSecond, clock: .unknown))
        #expect(tape.seconds.map { $0?.dollars } == [nil, nil, 8])
        for seconds in [0, 8_640_001] {
            let none = PublishedTape(
                published: [], window: Self.window(seconds), rule: .full, clock: .unknown)
            #expect(none == nil)
        }
    }

    /// Of 20 violent tapes each shows the clock that it was sampled by, and none that of another.
    @Test func violentTapesShowTheirClock() throws {
        for seed in 0..<20 {
            let full = SimulatedTape(.violent, seconds: 300, seed: UInt64(seed))
            func shown(
                _ sampled: PublishedTape.Clock, told: PublishedTape.Clock = .unknown
            ) throws -> PublishedTape.Clock {
                let feed = SampledTotalStudy.Feed("", .latestPerSecond, sampled, told: told)
                return try feed.shown(full, seed: UInt64(seed)).shownClock
            }
            #expect(try shown(.sinceEachOrder) == .sinceEachOrder)
            #expect(try shown(.periodic) != .sinceEachOrder)
            #expect(try shown(.periodic, told: .sinceEachOrder) != .sinceEachOrder)
            #expect(try shown(.periodic, told: .periodic) == .periodic)
            #expect(try shown(.wholeSeconds, told: .wholeSeconds) == .wholeSeconds)
            let largest = SampledTotalStudy.Feed("", .largestPerSecond, .wholeSeconds)
            #expect(try !largest.shown(full, seed: 0).isSpacedAgainstItsRule)
            let spaced = SampledTotalStudy.Feed("", .largestPerSecond, .sinceEachOrder)
            #expect(try spaced.shown(full, seed: 0).isSpacedAgainstItsRule)
        }
    }

    /// Two of each second at most once fit a phase between them; a pair that no phase parts fits none.
    @Test func phasesPartEveryPair() throws {
        let phases = PublishedTape.phases(of: [0.9, 1.1, 1.95, 3.2, 4.3])
        #expect(phases.contains { abs($0 - 0.9001) < 1e-9 })
        #expect(!phases.contains { abs($0 - 0.2001) < 1e-9 })
        #expect(!PublishedTape.phases(of: [0.2, 0.9, 1.3]).isEmpty)
        #expect(PublishedTape.phases(of: [0.2, 0.3, 1.5, 1.6]).isEmpty)
        #expect(PublishedTape.phases(of: [1, 1]).isEmpty)
    }

    /// Against laying every tape out at every phase.
    @Test func phasesAgreeWithLayingOut() {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<300 {
            let gaps = (0..<12).map { _ in 0.4 + Double(random.next() % 1000) / 800 }
            let times = gaps.indices.map { gaps[...$0].reduce(0, +) }
            let fractions = Set(times.map { $0 - $0.rounded(.down) }).sorted()
            let fitting = fractions.map { min($0 + 1e-4, 1) }.filter { phase in
                let layout = TapeLayout(
                    phase: phase - phase.rounded(.down), times: times, count: 30)
                return layout != nil
            }
            #expect(PublishedTape.phases(of: times) == fitting)
        }
    }

    /// Down-sampling never adds dollars, and the largest is never less than the latest.
    @Test func floorsAreFloors() throws {
        for seed in 0..<20 {
            let full = SimulatedTape(.violent, seconds: 120, seed: UInt64(seed))
            func floor(_ rule: SamplingRegime.Rule) throws -> Double {
                try #require(
                    PublishedTape(
                        sampling: full.orders, window: full.window, rule: rule, clock: .unknown)
                ).observedUSD
            }
            let latest = try floor(.latestPerSecond)
            let largest = try floor(.largestPerSecond)
            #expect(latest <= largest && largest <= full.trueUSD * (1 + 1e-12))
        }
    }
}
