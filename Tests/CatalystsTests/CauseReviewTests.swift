import Foundation
import Market
import TestSupport
import Testing

@testable import Catalysts

/// Expected values: what was planted in made markets, and the moments of a calendar.
@Suite struct CauseReviewTests {
    private static let day: Int64 = 86_400_000_000

    /// A claim about noon of day 292: days 291 and 292 and the seven to 299.
    private func claim(
        _ exposed: Set<AssetID>, direction: MoveDirection = .fall, issuedAt: Int64 = 0
    ) throws -> CauseClaim {
        let noon = 292 * Self.day + Self.day / 2
        return try #require(
            CauseClaim(
                name: "theme", exposed: exposed.map(\.text), start: noon - Self.day, end: noon,
                asOf: noon, issuedAt: issuedAt, direction: direction, verdict: .supported,
                pValue: 0.01, adjustedPValue: 0.02, effect: -0.1))
    }

    /// 300 days of a made market whose bar 291 moved, and what came back later.
    private func panel(seed: UInt64 = 3, effect: Double, back: Double = 0) throws
        -> (panel: ReturnPanel, exposed: Set<AssetID>)
    {
        var made = MadeMarket(seed: seed, assets: 24, exposed: 8, bars: 300)
        made.shock(291..<292, all: -0.05, exposed: effect)
        made.shock(294..<299, all: 0, exposed: back)
        let hours = try #require(made.panel)
        let columns = hours.assets.indices.map { asset in
            ReturnPanel.Column(
                asset: hours.assets[asset], cap: hours.cap(of: hours.assets[asset]),
                values: (0..<hours.bars).map { hours.value(of: asset, at: $0) ?? .nan })
        }
        let ends = (1...300).map { Timestamp(microseconds: $0 * Self.day) }
        return (try #require(ReturnPanel(returns: columns, ends: ends)), made.exposed)
    }

    private func moment(_ day: Int64) -> Timestamp { Timestamp(microseconds: day * Self.day) }

    @Test func whatLastsIsConfirmedAndWhatIsUndoneIsNot() throws {
        let (lasting, exposed) = try panel(effect: -0.4)
        let claim = try claim(exposed)
        #expect(claim.firstDay == 291 * Self.day && claim.unknownFrom == 293 * Self.day)
        #expect(claim.due == 300 * Self.day && claim.days == 9)
        #expect(CauseReview(of: claim, in: lasting, at: moment(299)) == nil)
        let review = try #require(CauseReview(of: claim, in: lasting, at: moment(300)))
        #expect(review.outcome == .confirmed && (review.effect ?? 0) < -0.2)
        // 252 stretches of nine days end before the event; none went as far.
        #expect(review.dates == 300 - 9 - 39 + 1 && review.pValue == 1 / Double(review.dates + 1))
        let undone = try panel(effect: -0.4, back: 0.4).panel
        #expect(CauseReview(of: claim, in: undone, at: moment(300))?.outcome == .notConfirmed)
        let other = try self.claim(exposed, direction: .rise)
        #expect(CauseReview(of: other, in: lasting, at: moment(300))?.outcome == .notConfirmed)
    }

    /// Chance confirms one claim in twenty of days on which nothing was planted.
    @Test func chanceConfirmsOneInTwenty() throws {
        var confirmed = 0
        let seeds = 60..<120 as Range<UInt64>
        for seed in seeds {
            let (panel, exposed) = try panel(seed: seed, effect: 0)
            let review = try #require(
                CauseReview(of: try claim(exposed), in: panel, at: moment(300)))
            #expect(review.outcome != .undecidable)
            confirmed += review.outcome == .confirmed ? 1 : 0
        }
        // Three of sixty are expected; nine or more come once in four hundred times.
        #expect(confirmed < 9)
    }

    @Test func whatCannotBeToldIsUndecidable() throws {
        let (panel, exposed) = try panel(effect: -0.4)
        let claim = try claim(exposed)
        let later = moment(400)
        func outcome(_ claim: CauseClaim, _ bars: Range<Int>) throws -> CauseReview.Outcome? {
            let columns = panel.assets.indices.map { asset in
                ReturnPanel.Column(
                    asset: panel.assets[asset], cap: panel.cap(of: panel.assets[asset]),
                    values: bars.map { panel.value(of: asset, at: $0) ?? .nan })
            }
            let cut = try #require(
                ReturnPanel(returns: columns, ends: bars.map { panel.ends[$0] }))
            return CauseReview(of: claim, in: cut, at: later)?.outcome
        }
        #expect(try outcome(claim, 0..<300) == .confirmed)
        #expect(try outcome(claim, 0..<299) == .undecidable)
        #expect(try outcome(claim, 150..<300) == .undecidable)
        #expect(try outcome(self.claim(["X", "Y", "Z"]), 0..<300) == .undecidable)
        let mixed = exposed.sorted().prefix(3) + (0..<9).map { AssetID("X\($0)") }
        #expect(try outcome(self.claim(Set(mixed)), 0..<300) == .undecidable)
    }

    @Test func aClaimIsNamedByWhatItSays() throws {
        let first = try claim(["B", "A"])
        #expect(first.exposed == ["A", "B"] && first.issuedAt == first.asOf && !first.isHindsight)
        let late = first.issued(at: 293 * Self.day + 1)
        #expect(late.isHindsight && late.canonicalText == first.canonicalText && late != first)
        let stored = try JSONEncoder().encode(late)
        #expect(try JSONDecoder().decode(CauseClaim.self, from: stored) == late)
        #expect(String(decoding: stored, as: UTF8.self).contains("\"kind\":\"cause\""))
        for (good, bad) in [("\"cause\"", "\"rain\""), ("\"fall\"", "\"dive\""), ("0.01", "7")] {
            let text = String(decoding: stored, as: UTF8.self)
            #expect(text.contains(good))
            let damaged = Data(text.replacingOccurrences(of: good, with: bad).utf8)
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(CauseClaim.self, from: damaged)
            }
        }
        let midnight = try #require(
            CauseClaim(
                name: "a", exposed: ["A"], start: 0, end: Self.day, asOf: Self.day, issuedAt: 0,
                direction: .rise, verdict: .noData, pValue: nil, adjustedPValue: nil, effect: nil))
        #expect(midnight.days == 8 && midnight.due == 8 * Self.day)
        func made(
            _ start: Int64, _ end: Int64, _ asOf: Int64, p: Double = 0.5, who: [String] = ["A"]
        )
            -> CauseClaim?
        {
            CauseClaim(
                name: "a", exposed: who, start: start, end: end, asOf: asOf, issuedAt: 0,
                direction: .rise, verdict: .coincided, pValue: p, adjustedPValue: nil, effect: nil)
        }
        #expect(made(0, 1, 1) != nil)
        #expect(made(1, 1, 1) == nil && made(0, 2, 1) == nil && made(-9, 1, 1) == nil)
        #expect(made(0, 1, .max) == nil && made(0, 1, 1, p: .nan) == nil)
        #expect(made(0, 1, 1, p: 2) == nil && made(0, 1, 1, who: []) == nil)
    }
}
