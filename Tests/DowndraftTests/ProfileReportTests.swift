import CaseSupport
import Downdraft
import Evidence
import Market
import Narrative
import TestSupport
import Testing

/// Where leverage sits on the golden day, and what stands beside the picture.
@Suite struct ProfileReportTests {
    private static let coins = ["BTC", "ETH", "SOL", "XRP"]

    private func report(_ instant: String) throws -> Report {
        try Engine(store: GoldenCase.path()).liquidations(GoldenCase.question(instant))
    }

    /// Numpy's walk over the bars of the bundled case, put together by pandas: `liquidation_walk.py`; 1e-6.
    @Test func theScoreIsThatOfNumpy() throws {
        let book = try report("2025-01-27T12:00:00Z").book
        let rows = try ReferenceTable(fixture: "Liquidations/profile-walk-scores.csv").rows
        let names = [
            ("bars", "bars"), ("rank_correlation", "rank"), ("coverage", "band"),
            ("hit_rate", "hits"), ("baseline_hit_rate", "hits.simpler"),
            ("skill_evenly", "skill.evenly"), ("skill_fixedMix", "skill.fixedMix"),
            ("skill_roundNumbers", "skill.roundNumbers"), ("skill_average", "skill.average"),
        ]
        for coin in Self.coins {
            let subject = Subject.venue("binance", asset: AssetID(coin))
            let theirs = rows.filter { $0["asset"] == "golden \(coin)" }
            #expect(theirs.count == names.count + 1)
            for (figure, name) in names {
                let value = try #require(
                    theirs.first { $0["figure"] == figure }?["value"].flatMap { Double($0) })
                let fact = try #require(book[Measure("liquidation.profile.\(name)"), subject])
                #expect(agree(fact.number, value, relative: 1e-6), "\(coin) \(name)")
            }
            // The figure told is that of the way which is hardest to beat.
            let skill = try #require(book["liquidation.profile.skill", subject]?.number)
            let least = names.filter { $0.0.hasPrefix("skill") }.compactMap {
                book[Measure("liquidation.profile.\($0.1)"), subject]?.number
            }.min()
            #expect(skill == least)
        }
    }

    /// No picture without its score: the verdict stands in its title and in the words before it, the skill with
    /// its interval; where there is no skill, that is said.
    @Test func theScoreStandsBesideThePicture() throws {
        let report = try report("2025-01-27T12:00:00Z")
        let section = try #require(report.sections.first { $0.id == "profile" })
        let charts = section.blocks.compactMap { block -> Chart? in
            if case .chart(let chart) = block { chart } else { nil }
        }
        let chart = try #require(charts.first)
        #expect(charts.count == 1 && chart.id == "profile")
        let verdict = try #require(
            report.book["liquidation.profile.verdict", .venue("binance", asset: "BTC")])
        #expect(verdict.value == .text("no skill"))
        #expect(chart.title.facts.contains(verdict))
        let words = section.blocks.flatMap { block -> [Sentence] in
            if case .paragraph(let words) = block { words } else { [] }
        }
        #expect(words.contains { $0.facts.contains(verdict) })
        #expect(
            words.contains { sentence in
                sentence.spans.contains { span in
                    if case .value(let fact, .interval) = span {
                        fact.measure.text == "liquidation.profile.skill" && fact.low != nil
                    } else {
                        false
                    }
                }
            })
        #expect(
            words.contains { sentence in
                sentence.spans.contains {
                    if case .words(let text) = $0 {
                        text.contains("no more of where")
                    } else {
                        false
                    }
                }
            })
    }

    /// Dollars of either side of the price, within their band, none below zero.
    @Test func curvesAreBandsOnTheirSide() throws {
        let book = try report("2025-01-27T12:00:00Z").book
        let subject = Subject.venue("binance", asset: "BTC")
        let price = try #require(book["liquidation.profile.price", subject]?.number)
        for (side, isBelow) in [("longs", true), ("shorts", false)] {
            let curve = try #require(
                book.curve(Measure("liquidation.profile.\(side)"), subject))
            #expect(curve.standing == .estimated && curve.axis.values.count == 12)
            #expect(curve.axis.values.allSatisfy { ($0 < price) == isBelow })
            let ends = zip(curve.values("low"), curve.values("high"))
            for (middle, ends) in zip(curve.values("median"), ends) {
                let (low, high) = (try #require(ends.0), try #require(ends.1))
                let dollars = try #require(middle)
                #expect(0 <= low && low <= dollars && dollars <= high)
            }
        }
    }

    /// Hours begin on 19 January: five days later there are too few bars to judge by.
    @Test func withoutEnoughBarsThereIsNoPicture() throws {
        let report = try report("2025-01-24T00:00:00Z")
        #expect(!report.sections.contains { $0.id == "profile" })
        #expect(report.gaps.contains { $0.id == "no-profile" })
        #expect(report.book.all("liquidation.profile.bars").isEmpty)
        #expect(try !self.report("2025-01-27T12:00:00Z").gaps.contains { $0.id == "no-profile" })
    }
}
