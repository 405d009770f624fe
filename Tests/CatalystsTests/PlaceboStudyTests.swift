import Market
import TestSupport
import Testing

@testable import Catalysts

/// Expected values: numpy and statsmodels, by `Scripts/reference/event_study.py`; nominal levels of
/// made panels in which nothing happens.
@Suite struct PlaceboStudyTests {
    private func dates(_ model: ReturnModel) throws -> [StudyDate] {
        let panel = try #require(try StudyFixture.made())
        let window = try #require(StudyWindow(estimation: 40, gap: 2, length: 5))
        let study = try #require(
            EventStudy(panel: panel, group: StudyFixture.group, window: window, model: model))
        let ends = window.placeboEnds(before: panel.bars, stride: 1, most: 1000)
        #expect(ends.count == 89)
        return try study.dates(before: [panel.bars] + ends, includesOthers: true).map {
            try #require($0)
        }
    }

    @Test func datesAgree() throws {
        let rows = try ReferenceTable(fixture: "EventStudy/placebos.csv").rows
        for (model, rows) in Dictionary(grouping: rows, by: { $0["model"] }) {
            let dates = try dates(try #require(StudyFixture.model(model)))
            #expect(dates.map(\.end) == rows.compactMap { Int($0["end"] ?? "") })
            for (date, row) in zip(dates, rows) {
                let figures = row.compactMapValues { Double($0) }
                for statistic in StudyDate.Statistic.allCases {
                    let isAgreed = agree(date.value(statistic), figures[statistic.rawValue])
                    #expect(isAgreed, "\(statistic), \(row)")
                }
                #expect(agree(date.meanCorrelation, figures["correlation"]))
                #expect(agree(date.dispersion, figures["dispersion"]))
            }
        }
    }

    @Test func ranksAgree() throws {
        let rows = try ReferenceTable(fixture: "EventStudy/placebo-ranks.csv").rows
        #expect(rows.count == 12)
        for (model, rows) in Dictionary(grouping: rows, by: { $0["model"] }) {
            let dates = try dates(try #require(StudyFixture.model(model)))
            for row in rows {
                let statistic = try #require(StudyDate.Statistic(rawValue: row["statistic"] ?? ""))
                let study = try #require(
                    PlaceboStudy(of: dates[0], among: Array(dates.dropFirst()), by: statistic))
                let figures = row.compactMapValues { Double($0) }
                #expect(Double(study.placebos.count) == figures["dates"])
                // Ends 135 to 47 in steps of five.
                #expect(study.independent == 18)
                #expect(agree(study.pValue(towards: .fall), figures["fall"]))
                #expect(agree(study.pValue(towards: .rise), figures["rise"]))
                #expect(agree(study.pValue, figures["both"]))
            }
        }
    }

    @Test func bandsAgree() throws {
        let rows = try ReferenceTable(fixture: "EventStudy/band.csv").rows
        #expect(rows.count == 30)
        for (model, rows) in Dictionary(grouping: rows, by: { $0["model"] }) {
            let dates = try dates(try #require(StudyFixture.model(model)))
            let bands = try [false, true].map { isScaled in
                try #require(
                    AbnormalBand(
                        of: dates[0], among: Array(dates.dropFirst()), isScaled: isScaled))
            }
            for row in rows {
                let figures = row.compactMapValues { Double($0) }
                let band = bands[Int(figures["scaled"] ?? 0)]
                let bar = Int(figures["bar"] ?? 0)
                #expect(agree(band.path[bar], figures["path"]))
                #expect(agree(band.low[bar], figures["low"]))
                #expect(agree(band.high[bar], figures["high"]))
                #expect(band.count == 89)
            }
        }
    }

    /// Where nothing happens, one date in twenty is found at a level of one in twenty, by every
    /// statistic, in calm and violent spells alike; violent dates go far by the plain mean.
    @Test func nothingIsFoundAsOftenAsItShould() throws {
        var found: [StudyDate.Statistic: Int] = [:]
        var tested = 0
        let window = try #require(StudyWindow(estimation: 30, gap: 0, length: 1))
        for seed in 0..<8 as Range<UInt64> {
            let made = MadeMarket(seed: seed, assets: 12, exposed: 4, bars: 430)
            let panel = try #require(made.panel)
            let study = try #require(
                EventStudy(panel: panel, group: made.exposed, window: window))
            let dates = study.dates(before: Array(31...430), includesOthers: true)
                .compactMap { $0 }
            #expect(dates.count == 400)
            for place in stride(from: 200, to: dates.count, by: 1) {
                tested += 1
                for statistic in StudyDate.Statistic.allCases {
                    let rest = Array(dates[(place - 199)..<place])
                    let placebo = try #require(
                        PlaceboStudy(of: dates[place], among: rest, by: statistic))
                    #expect(placebo.independent == 199)
                    if placebo.pValue(towards: .fall) <= 0.05 {
                        found[statistic, default: 0] += 1
                    }
                }
            }
        }
        for statistic in StudyDate.Statistic.allCases {
            let share = Double(found[statistic] ?? 0) / Double(tested)
            #expect(abs(share - 0.05) < 0.015, "\(statistic): \(share)")
        }
    }

    @Test func degenerateStudies() throws {
        let dates = try dates(.market)
        #expect(PlaceboStudy(of: dates[0], among: [], by: .portfolio) == nil)
        #expect(AbnormalBand(of: dates[0], among: [], isScaled: false) == nil)
        let alone = StudyDate(
            end: 9, members: 1, others: 0, market: nil, path: [0.1], portfolioDeviation: nil,
            meanCorrelation: nil, kolariPynnonen: nil, dispersion: nil)
        #expect(PlaceboStudy(of: alone, among: dates, by: .portfolio) == nil)
        #expect(PlaceboStudy(of: dates[0], among: [alone], by: .scaledPortfolio) == nil)
        let raw = try #require(PlaceboStudy(of: alone, among: dates, by: .meanAbnormal))
        #expect(raw.pValue(towards: .rise) == 1.0 / 91)
        #expect(AbnormalBand(of: alone, among: dates, isScaled: false) == nil)
    }
}
