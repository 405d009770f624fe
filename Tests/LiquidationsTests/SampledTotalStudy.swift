import Liquidations
import Market
import Series
import TestSupport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How often 90 % intervals hold the truth, over many simulated tapes.
struct SampledTotalStudy {
    /// How one feed shows a tape.
    struct Feed: Hashable {
        let name: String
        let rule: SamplingRegime.Rule
        /// The clock that the venue samples by.
        let clock: PublishedTape.Clock
        /// The clock that the estimator is told.
        let told: PublishedTape.Clock

        init(
            _ name: String, _ rule: SamplingRegime.Rule, _ clock: PublishedTape.Clock,
            told: PublishedTape.Clock? = nil
        ) {
            self.name = name
            self.rule = rule
            self.clock = clock
            self.told = told ?? clock
        }

        static let all = [
            Feed("latest, clock known", .latestPerSecond, .wholeSeconds),
            Feed("latest, clock unknown", .latestPerSecond, .periodic, told: .unknown),
            Feed("largest", .largestPerSecond, .unknown),
            Feed("a second begins with each order", .latestPerSecond, .sinceEachOrder),
            Feed("latest, phase unknown", .latestPerSecond, .periodic),
            Feed("as each order, but untold", .latestPerSecond, .sinceEachOrder, told: .unknown),
        ]

        /// What the feed shows of a tape; a phase that is not known is another for each seed.
        func shown(_ full: SimulatedTape, seed: UInt64) throws -> PublishedTape {
            var random = SeededGenerator(seed: seed &* 77 &+ 5)
            let phase = clock == .periodic ? Int64(random.next() % 1_000_000) : 0
            let sampled = try #require(
                PublishedTape(
                    sampling: full.orders, window: full.window, rule: rule, clock: clock,
                    phase: TimeSpan(microseconds: phase)))
            return try #require(
                PublishedTape(
                    published: sampled.orders, window: full.window, rule: rule, clock: told))
        }
    }

    /// What came of one tape.
    struct Outcome {
        let truth: Double
        let total: SampledTotal

        var isSupported: Bool { total.estimate != nil }
        var isCovered: Bool {
            total.estimate.map { $0.low <= truth && truth <= $0.high } ?? false
        }
    }

    static func outcome(
        _ feed: Feed, _ stratum: SimulatedTape.Stratum, seconds: Int, seed: UInt64,
        effort: SampledTotal.Effort, fault: SimulatedTape.Fault = .none
    ) throws -> Outcome {
        let full = SimulatedTape(stratum, seconds: seconds, seed: seed, fault: fault)
        let tape = try feed.shown(full, seed: seed)
        return Outcome(truth: full.trueUSD, total: SampledTotal(tape, seed: seed, effort: effort))
    }

    /// One row of the note's table: how many were estimated, what share of these holds the truth, with the
    /// binomial standard error, on which side the others miss, the middle of widths, and why some are withheld.
    static func summary(_ name: String, _ outcomes: [Outcome]) -> String {
        let held = outcomes.filter(\.isSupported)
        let covered = held.filter(\.isCovered).count
        let below = held.filter { $0.truth < $0.total.estimate?.low ?? 0 }.count
        let share = Double(covered) / Double(max(held.count, 1))
        let error = (share * (1 - share) / Double(max(held.count, 1))).squareRoot()
        let hidden = outcomes.map { $0.truth / $0.total.observedUSD }.median ?? 0
        let width =
            held.map {
                (($0.total.estimate?.high ?? 0) - ($0.total.estimate?.low ?? 0)) / $0.truth
            }.median ?? 0
        let withheld = SampledTotal.Support.allCases.compactMap { support in
            let count = outcomes.filter { $0.total.support == support }.count
            return support == .estimated || count == 0 ? nil : "\(support) \(count)"
        }
        return
            "\(name): tapes \(outcomes.count), estimated \(held.count), covered \(share) +- \(error), "
            + "truth below \(below), above \(held.count - covered - below), truth/floor \(hidden), "
            + "width \(width), withheld: \(withheld.joined(separator: ", "))"
    }

    static func environment(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }
}

/// The large study, whose figures are in the decision note:
/// `LIQUIDATION_STUDY=400 swift test -c release -Xswiftc -enable-testing --filter LargeSampledTotalStudy`.
/// `LIQUIDATION_FEED` and `LIQUIDATION_CELL` choose a part by its place, `LIQUIDATION_FIRST` the first seed.
@Suite(.serialized, .enabled(if: SampledTotalStudy.environment("LIQUIDATION_STUDY") != nil))
struct LargeSampledTotalStudy {
    @Test(arguments: SimulatedTape.Fault.allCases, SimulatedTape.Stratum.allCases)
    func covers(fault: SimulatedTape.Fault, stratum: SimulatedTape.Stratum) throws {
        let count = SampledTotalStudy.environment("LIQUIDATION_STUDY") ?? 0
        let first = SampledTotalStudy.environment("LIQUIDATION_FIRST") ?? 0
        let feed = SampledTotalStudy.environment("LIQUIDATION_FEED")
        let cell = SampledTotalStudy.environment("LIQUIDATION_CELL")
        let place = 2 * (SimulatedTape.Fault.allCases.firstIndex(of: fault) ?? 0)
        guard cell == nil || cell == place + (stratum == .calm ? 0 : 1) else { return }
        for (index, shown) in SampledTotalStudy.Feed.all.enumerated()
        where feed == nil || feed == index {
            let outcomes = try (first..<(first + count)).map { replication in
                try SampledTotalStudy.outcome(
                    shown, stratum, seconds: 300, seed: UInt64(replication), effort: .thorough,
                    fault: fault)
            }
            let name = "\(fault.rawValue), \(stratum.rawValue), \(shown.name)"
            let summary = SampledTotalStudy.summary(name, outcomes)
            Issue.record(Comment(rawValue: summary), severity: .warning)
        }
    }
}
