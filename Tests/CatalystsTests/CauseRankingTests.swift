import Market
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@testable import Catalysts

/// Expected values: what was planted in made markets; sums by plain arithmetic.
@Suite struct CauseRankingTests {
    private static let bars = 240

    private func rules() throws -> CauseRules {
        var rules = CauseRules(window: try #require(StudyWindow(estimation: 60, gap: 0, length: 1)))
        rules.mostDates = 120
        return rules
    }

    /// A market whose last bar moves, those exposed further.
    private func market(
        seed: UInt64 = 1, all: Double = -0.05, exposed: Double = -0.12
    ) -> MadeMarket {
        var made = MadeMarket(seed: seed, assets: 24, exposed: 8, bars: Self.bars)
        made.shock((Self.bars - 1)..<Self.bars, all: all, exposed: exposed)
        return made
    }

    /// The move began within the ten minutes after the event's first hour began.
    private var onset: TimeRange {
        let start = Timestamp(seconds: Int64(Self.bars - 1) * 3600)
        return TimeRange(from: start, to: start + .minutes(10))
    }

    private func candidate(
        _ name: String, _ exposed: Set<AssetID>, seen minutes: Int? = -60, labelled: Int = -600
    ) -> CandidateCause {
        CandidateCause(
            name: name, firstSeen: minutes.map { onset.start + .minutes($0) }, stories: 3,
            exposed: exposed, labelled: onset.start + .minutes(labelled))
    }

    private func ranking(
        _ candidates: [CandidateCause], _ made: MadeMarket, _ rules: CauseRules? = nil
    ) throws -> CauseRanking {
        let panel = try #require(made.panel)
        let rules = try rules ?? self.rules()
        return try #require(
            CauseRanking(
                of: candidates, panel: panel, before: panel.bars, onset: onset, rules: rules))
    }

    /// What fell further than the market explains, after a story, is found; and so is what rose.
    @Test func aCauseIsFoundEitherWay() throws {
        for sign in [1.0, -1] {
            let made = market(all: sign * -0.05, exposed: sign * -0.12)
            let found = try ranking([candidate("theme", made.exposed)], made)
            #expect(found.direction == (sign > 0 ? .fall : .rise))
            let test = found.tests[0]
            #expect(test.verdict == .supported && test.verdict.allowsCausalVerb)
            #expect(test.reasons.isEmpty && test.tested == 8 && test.coverage == 1)
            #expect((test.exposureMatch ?? 0) > 0.5)
            #expect(test.pValue == 1.0 / 121 && test.adjustedPValue == test.pValue)
            let effect = try #require(test.effect)
            #expect(abs(effect - sign * -0.12) < 0.04)
            let interval = try #require(test.interval)
            #expect(interval.contains(effect) && !interval.contains(0))
            let band = try #require(test.band)
            #expect(interval.lowerBound == effect - (band.high.last ?? .nan))
            #expect(interval.upperBound == effect - (band.low.last ?? .nan))
            let shares = found.shares
            #expect(shares.parts.map(\.name) == ["theme"])
            #expect(shares.direct * sign < 0 && shares.broad * sign < 0)
            #expect(!found.isUnexplained && (shares.unexplainedShare ?? 1) < 0.8)
            #expect(test.band?.count == 120)
        }
    }

    /// A story that came after the move had begun cannot be its cause, whatever its assets did.
    @Test func orderInTimeIsRespected() throws {
        let made = market()
        for minutes in [10, 11, 600] {
            let test = try ranking([candidate("late", made.exposed, seen: minutes)], made).tests[0]
            #expect(test.timing == .after && test.verdict == .tooLate)
            #expect(test.score == 0 && test.pValue == nil && !test.verdict.allowsCausalVerb)
            #expect(test.reasons == [.seenAfterOnset])
            #expect((test.effect ?? 0) < -0.05)
        }
        for (minutes, timing, reason) in [
            (0, CandidateCause.Timing.within, CauseVerdict.Reason.seenWithinOnset),
            (9, .within, .seenWithinOnset), (nil, .unseen, .neverSeen),
        ] {
            let found = try ranking([candidate("open", made.exposed, seen: minutes)], made)
            #expect(found.tests[0].timing == timing && found.tests[0].verdict == .coincided)
            #expect(found.tests[0].reasons == [reason] && found.isUnexplained)
            #expect(found.tests[0].score > 0 && found.shares.unexplainedShare == 1)
        }
        let sure = try ranking([candidate("theme", made.exposed, seen: -1)], made).tests[0]
        let open = try ranking([candidate("theme", made.exposed, seen: 0)], made).tests[0]
        #expect(sure.verdict == .supported && agree(open.score, sure.score / 2))
    }

    @Test func labelsMustBeOlder() throws {
        let made = market()
        for minutes in [0, 30] {
            let test = try ranking([candidate("new", made.exposed, labelled: minutes)], made)
                .tests[0]
            #expect(test.verdict == .noData && test.reasons == [.labelledAfterwards])
            #expect(test.adjustedPValue == nil && test.score == 0)
        }
    }

    /// The same move with labels of other assets: nothing is found more often than one in twenty.
    @Test func swappedLabelsKillSignificance() throws {
        var random = SeededGenerator(seed: 8)
        var (own, swapped, covered) = (0, 0, 0)
        for seed in 0..<12 as Range<UInt64> {
            let made = market(seed: seed)
            let others = made.names.filter { !made.exposed.contains($0) }
                .shuffled(using: &random)
            let mixed = Set(others.prefix(6) + Array(made.exposed.sorted().prefix(2)))
            let rules = try rules()
            let found = try ranking([candidate("own", made.exposed)], made, rules)
            let wrong = try ranking([candidate("wrong", mixed)], made, rules)
            if found.tests[0].verdict == .supported { own += 1 }
            if found.tests[0].interval?.contains(-0.12) ?? false { covered += 1 }
            if wrong.tests[0].verdict == .supported { swapped += 1 }
        }
        #expect(own >= 10, "\(own) of 12")
        #expect(swapped <= 2, "\(swapped) of 12")
        // Nine intervals in ten hold what was planted.
        #expect(covered >= 9, "\(covered) of 12")
    }

    @Test func manyCandidatesAreRanked() throws {
        let made = market()
        let others = made.names.filter { !made.exposed.contains($0) }
        let candidates = [
            candidate("a-late", made.exposed, seen: 100),
            candidate("d-wrong", Set(others.prefix(7))),
            candidate("c-true", made.exposed),
            candidate("b-thin", ["A00", "A01", "A02", "X1", "X2", "X3", "X4"]),
            candidate("e-few", ["A00", "A01"]), candidate("f-none", ["X"]),
            candidate("g-empty", []),
        ]
        let found = try ranking(candidates, made)
        #expect(
            found.tests.map(\.cause.name) == [
                "c-true", "d-wrong", "b-thin", "e-few", "f-none", "g-empty", "a-late",
            ])
        #expect(
            found.tests.map(\.verdict) == [
                .supported, .coincided, .noData, .noData, .noData, .noData, .tooLate,
            ])
        // Two of the seven were tested: the smallest p-value is doubled.
        #expect(agree(found.tests[0].adjustedPValue, 2 * (found.tests[0].pValue ?? 0)))
        #expect(found.tests[2].reasons == [.thinCoverage])
        #expect(found.tests[3].reasons == [.fewMembers])
        #expect(found.tests[4].reasons == [.fewMembers, .thinCoverage, .fewDates])
        #expect(found.tests[5].coverage == 0)
        let again = try ranking(candidates.reversed(), made)
        #expect(again.tests.map(\.cause) == found.tests.map(\.cause))
        #expect(again.tests.map(\.score) == found.tests.map(\.score))
        #expect(again.shares == found.shares)
    }

    @Test func fewDatesAreNoTest() throws {
        let made = market()
        var rules = try rules()
        rules.mostDates = 18
        let found = try ranking([candidate("theme", made.exposed)], made, rules)
        #expect(found.tests[0].verdict == .noData && found.tests[0].reasons == [.fewDates])
        #expect(found.isUnexplained && found.shares.unexplainedShare == 1)
    }

    /// Those exposed did better than the market in a fall.
    @Test func theOtherWayScoresNothing() throws {
        let made = market(all: -0.1, exposed: 0.12)
        let test = try ranking([candidate("theme", made.exposed)], made).tests[0]
        #expect(test.verdict == .coincided && test.reasons == [.otherWay] && test.score == 0)
    }

    @Test func oneAssetIsSaid() throws {
        var made = MadeMarket(seed: 4, assets: 24, exposed: 8, bars: Self.bars)
        made.shock((Self.bars - 1)..<Self.bars, all: -0.05, exposed: 0)
        var columns = try #require(made.panel).assets.indices.map { place in
            ReturnPanel.Column(
                asset: made.names[place], cap: 1000, values: made.returns[place])
        }
        columns[0] = ReturnPanel.Column(
            asset: "A00", cap: 1000, values: made.returns[0].dropLast() + [-1.6])
        let panel = try #require(
            ReturnPanel(returns: columns, ends: StudyFixture.hours(Self.bars)))
        let found = try #require(
            CauseRanking(
                of: [candidate("theme", made.exposed)], panel: panel, before: Self.bars,
                onset: onset, rules: try rules()))
        #expect(found.tests[0].verdict == .supported)
        #expect(found.tests[0].reasons == [.hangsOnOne])
        let means = try #require(found.tests[0].leaveOneOut?.meanAbnormal)
        #expect((found.tests[0].effect ?? 0) < -0.15 && means.upperBound > -0.1)
    }

    /// The three shares are the weighted change of the same assets, and an asset counts once.
    @Test func sharesAddUp() throws {
        let window = try rules().window
        for seed in 0..<6 as Range<UInt64> {
            let made = market(seed: seed)
            let panel = try #require(made.panel)
            var random = SeededGenerator(seed: seed)
            let first = Set(made.names.shuffled(using: &random).prefix(7))
            let groups: [(name: String, members: Set<AssetID>)] = [
                ("first", first), ("second", made.exposed), ("again", first),
            ]
            for model: ReturnModel in [.mean, .marketAdjusted, .market] {
                for count in 0...3 {
                    let shares = try #require(
                        MoveShares(
                            panel: panel, groups: Array(groups.prefix(count)), window: window,
                            before: panel.bars, model: model))
                    let caps = panel.caps.reduce(0, +)
                    let change =
                        zip(panel.caps, panel.returns).map { $0 * expm1($1[Self.bars - 1]) }
                        .reduce(0, +) / caps
                    #expect(agree(shares.total, change, relative: 1e-12))
                    #expect(shares.total == shares.direct + shares.broad + shares.remainder)
                    #expect(shares.coverage == 1 && shares.parts.count == count)
                    if count == 0 { #expect(shares.direct == 0) }
                    if count == 3 { #expect(shares.parts[2].direct == 0) }
                    let all = groups.prefix(count).reduce(into: Set<AssetID>()) {
                        $0.formUnion($1.members)
                    }
                    let held = made.names.indices.filter { all.contains(made.names[$0]) }
                    let weight = held.map { panel.caps[$0] }.reduce(0, +) / caps
                    #expect(agree(shares.parts.map(\.weight).reduce(0, +), weight))
                }
            }
        }
    }

    @Test func degenerateRankings() throws {
        let made = market()
        let panel = try #require(made.panel)
        let rules = try rules()
        for end in [0, 60, Self.bars + 1, .max, .min] {
            let found = CauseRanking(
                of: [candidate("theme", made.exposed)], panel: panel, before: end, onset: onset,
                rules: rules)
            #expect(found == nil)
        }
        let none = try ranking([], made)
        #expect(none.tests.isEmpty && none.isUnexplained && none.shares.unexplainedShare == 1)
        // All of the market is exposed: there is nothing to compare it with.
        let all = try ranking([candidate("all", Set(made.names))], made).tests[0]
        #expect(all.verdict == .noData && all.tested == 0)
        let worthless = panel.assets.indices.map {
            ReturnPanel.Column(asset: panel.assets[$0], cap: 0, values: panel.returns[$0])
        }
        let free = try #require(
            ReturnPanel(returns: worthless, ends: StudyFixture.hours(Self.bars)))
        #expect(
            CauseRanking(of: [], panel: free, before: Self.bars, onset: onset, rules: rules) == nil)
    }

    @Test func verdictsStandInOrder() {
        #expect(
            CauseVerdict.allCases.sorted() == [.supported, .coincided, .noData, .tooLate])
        #expect(CauseVerdict.allCases.filter(\.allowsCausalVerb) == [.supported])
    }
}
