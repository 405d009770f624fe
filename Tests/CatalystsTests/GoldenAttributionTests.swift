import Market
import TestSupport
import Testing

@testable import Catalysts

/// AI tokens over the 24 hours to 2025-01-27T12:00Z against a market without them: by the case's hours,
/// and by its days with those 24 hours put after them.
///
/// Expected values: pandas and statsmodels, by `Scripts/reference/event_study.py`.
@Suite struct GoldenAttributionTests {
    private static let ai: Set<AssetID> = [
        "AI16Z", "AIXBT", "AKT", "ALCH", "ARC", "ARKM", "AVAAI", "CGPT", "COOKIE", "FET", "GLM",
        "GRASS", "GRIFFAIN", "GRT", "ICP", "IO", "LPT", "NEAR", "NFP", "NMR", "PHB", "RENDER",
        "RLC", "SWARMS", "TAO", "THETA", "VANA", "VIRTUAL", "WLD", "ZEREBRO",
    ]

    private func panel(_ name: String) throws -> ReturnPanel {
        let hours = try StudyFixture.columns("EventStudy/golden-hours.csv")
        let ends = StudyFixture.hours(hours.names.count)
        let hourly = try #require(ReturnPanel(closes: hours.columns, closeTimes: ends))
        if name == "hours" { return hourly }
        let days = try StudyFixture.columns("EventStudy/golden-days.csv")
        let count = days.names.count
        let daily = try #require(
            ReturnPanel(closes: days.columns, closeTimes: StudyFixture.hours(count)))
        let columns = daily.assets.indices.map { place in
            let last = hourly.returns[place].suffix(24).reduce(0, +)
            return ReturnPanel.Column(
                asset: daily.assets[place], cap: daily.caps[place],
                values: daily.returns[place] + [last])
        }
        return try #require(ReturnPanel(returns: columns, ends: StudyFixture.hours(count)))
    }

    @Test(arguments: ["hours", "days"])
    func theDayAgrees(name: String) throws {
        let panel = try panel(name)
        let window = try #require(
            name == "hours"
                ? StudyWindow(estimation: 72, gap: 0, length: 24)
                : StudyWindow(estimation: 30, gap: 0, length: 1))
        let study = try #require(EventStudy(panel: panel, group: Self.ai, window: window))
        let found = try #require(study.abnormal(before: panel.bars))
        let ends = window.placeboEnds(before: panel.bars, stride: 1, most: 1000)
        let dates = study.dates(before: [panel.bars] + ends, includesOthers: true)
            .compactMap { $0 }
        let shares = try #require(
            MoveShares(
                panel: panel, groups: [("ai", Self.ai)], window: window, before: panel.bars))
        var figures: [String: Double] = [
            "members": Double(found.members.count), "others": Double(found.others.count),
            "excluded": Double(found.exclusions.count), "dates": Double(dates.count - 1),
            "car": found.meanAbnormal, "share.direct": shares.direct,
            "share.broad": shares.broad, "share.remainder": shares.remainder,
            "share.total": shares.total,
        ]
        figures["correlation"] = found.meanCorrelation
        figures["dispersion"] = dates[0].dispersion
        for statistic in StudyDate.Statistic.allCases {
            let placebo = PlaceboStudy(
                of: dates[0], among: Array(dates.dropFirst()), by: statistic)
            figures[statistic.rawValue] = placebo?.value
            figures["p.\(statistic.rawValue)"] = placebo?.pValue(towards: .fall)
        }
        for test in found.tests {
            figures["test.\(test.kind.rawValue)"] = test.statistic
        }
        let rows = try ReferenceTable(fixture: "EventStudy/golden.csv").rows
            .filter { $0["panel"] == name }
        #expect(rows.count == figures.count)
        for row in rows {
            let value = figures[row["figure"] ?? ""]
            let isAgreed = agree(
                value, row["value"].flatMap(Double.init), relative: 1e-9, absolute: 1e-12)
            #expect(isAgreed, "\(value ?? .nan), \(row)")
        }
    }

    /// The day's story: first seen a week before, its tokens fell no further than the market explains.
    @Test func theStoryCoincided() throws {
        let panel = try panel("days")
        let window = try #require(StudyWindow(estimation: 30, gap: 0, length: 1))
        let end = try #require(panel.ends.last)
        let onset = TimeRange(from: end - .hour, to: end - .hour)
        let story = CandidateCause(
            name: "ai", firstSeen: panel.ends[panel.bars - 8], stories: 12, exposed: Self.ai,
            labelled: panel.ends[panel.bars - 9])
        let ranking = try #require(
            CauseRanking(
                of: [story], panel: panel, before: panel.bars, onset: onset,
                rules: CauseRules(window: window)))
        #expect(ranking.direction == .fall && ranking.isUnexplained)
        #expect(ranking.tests[0].verdict == .coincided)
        #expect(ranking.tests[0].reasons == [.notSignificant])
        #expect(ranking.shares.unexplainedShare == 1)
    }
}
