import Market
import TestSupport
import Testing

@testable import Catalysts

/// Expected values: `statsmodels.WLS` and all labellings, by `Scripts/reference/event_study.py`.
@Suite struct ExposureRegressionTests {
    private func rows(
        _ ends: [Int], hasTraits: Bool
    ) throws -> [[ExposureRegression.Row]] {
        let panel = try #require(try StudyFixture.made())
        let window = try #require(StudyWindow(estimation: 40, gap: 2, length: 5))
        let study = try #require(
            EventStudy(panel: panel, group: StudyFixture.group, window: window))
        var traits: [AssetID: [Double]] = [:]
        for row in try ReferenceTable(fixture: "EventStudy/traits.csv").rows where hasTraits {
            traits[AssetID(row["asset"] ?? "")] = [row["trait"].flatMap(Double.init) ?? .nan]
        }
        return study.exposureRows(before: ends, traits: traits)
    }

    @Test func regressionsAgree() throws {
        let table = try ReferenceTable(fixture: "EventStudy/exposure.csv").rows
        #expect(table.count > 40)
        for (traits, table) in Dictionary(grouping: table, by: { $0["traits"] }) {
            let ends = Set(table.compactMap { Int($0["end"] ?? "") }).sorted()
            let found = try rows(ends, hasTraits: traits == "1")
            for row in table {
                let figures = row.compactMapValues { Double($0) }
                let form = try #require(ExposureRegression.Form(rawValue: row["form"] ?? ""))
                let place = try #require(ends.firstIndex(of: Int(figures["end"] ?? 0)))
                let fit = try #require(ExposureRegression(found[place], form: form))
                let compared: [(String, Double?)] = [
                    ("theta", fit.theta), ("error", fit.standardError),
                    ("freedom", Double(fit.freedom)), ("n", Double(fit.count)),
                    ("intercept", fit.intercept), ("gamma", fit.betaSlope),
                    ("slope", fit.traitSlopes.first), ("share", fit.exposedShare),
                ]
                for (column, value) in compared {
                    let isAgreed = agree(value, figures[column], relative: 1e-9, absolute: 1e-12)
                    #expect(isAgreed, "\(column): \(value ?? .nan), \(row)")
                }
                #expect(agree(fit.contribution, fit.theta * fit.exposedShare))
            }
        }
    }

    @Test func datesAreRanked() throws {
        let table = try ReferenceTable(fixture: "EventStudy/exposure.csv").rows
        let panel = try #require(try StudyFixture.made())
        let window = try #require(StudyWindow(estimation: 40, gap: 2, length: 5))
        let study = try #require(
            EventStudy(panel: panel, group: StudyFixture.group, window: window))
        for form in ExposureRegression.Form.allCases {
            let rows = table.filter { $0["form"] == form.rawValue && $0["traits"] == "0" }
            let scores = rows.compactMap { row -> Double? in
                guard let theta = row["theta"].flatMap(Double.init),
                    let error = row["error"].flatMap(Double.init)
                else { return nil }
                return theta / error
            }
            let ends = rows.compactMap { Int($0["end"] ?? "") }
            let found = try #require(
                ExposureStudy(study, before: ends[0], among: Array(ends.dropFirst()), form: form))
            #expect(zip(found.placebos, scores.dropFirst()).allSatisfy { agree($0, $1) })
            #expect(found.placebos.count == 9 && scores.count == 10)
            let lower = scores.count { $0 <= scores[0] }
            #expect(found.pValue(towards: .fall) == Double(lower) / 10)
            #expect(found.pValue(towards: .rise) == Double(11 - lower) / 10)
            #expect(ExposureStudy(study, before: ends[0], among: [3], form: form) == nil)
            #expect(ExposureStudy(study, before: 3, among: ends, form: form) == nil)
        }
    }

    @Test func permutationsAgree() throws {
        for row in try ReferenceTable(fixture: "EventStudy/permutations.csv").rows {
            let form = try #require(ExposureRegression.Form(rawValue: row["form"] ?? ""))
            let rows = try rows([140], hasTraits: row["traits"] == "1")[0]
            let fit = try #require(ExposureRegression(rows, form: form))
            let expected = try #require(row["p"].flatMap(Double.init))
            let draws = 4000
            let found = fit.permutationPValue(draws: draws, seed: 1)
            let error = (expected * (1 - expected) / Double(draws)).squareRoot()
            #expect(abs(found - expected) < 4 * error, "\(found), \(row)")
            #expect(found == fit.permutationPValue(draws: draws, seed: 1))
            #expect(fit.permutationPValue(draws: 0, seed: 1) == 1)
            let (fall, rise) = (fit.pValue(towards: .fall), fit.pValue(towards: .rise))
            #expect(agree(1, (fall ?? 0) + (rise ?? 0)) && (fall ?? 1) < 0.05)
        }
    }

    /// Labels drawn anew find nothing more often than they should.
    @Test func swappedLabelsFindNothing() throws {
        var made = MadeMarket(seed: 5, assets: 40, exposed: 12, bars: 80)
        made.shock(79..<80, all: -0.03, exposed: -0.08)
        let window = try #require(StudyWindow(estimation: 60, gap: 0, length: 1))
        let panel = try #require(made.panel)
        let study = try #require(
            EventStudy(panel: panel, group: made.exposed, window: window))
        let rows = study.exposureRows(before: [80])[0]
        let own = try #require(ExposureRegression(rows))
        #expect(own.permutationPValue(draws: 999, seed: 2) == 0.001)
        #expect(own.theta < -0.05 && own.contribution < 0)
        var random = SeededGenerator(seed: 3)
        var found = 0
        for _ in 0..<200 {
            let labels = rows.map(\.exposure).shuffled(using: &random)
            let swapped = zip(rows, labels).map { row, label in
                ExposureRegression.Row(
                    asset: row.asset, response: row.response, beta: row.beta, exposure: label,
                    cap: row.cap)
            }
            let fit = try #require(ExposureRegression(swapped))
            if fit.permutationPValue(draws: 99, seed: 4) <= 0.05 { found += 1 }
        }
        #expect(found <= 20, "\(found) of 200")
    }

    /// A line without errors is found; what says nothing of its own has no slope.
    @Test func exactAndDegenerate() throws {
        let rows = (0..<12).map { place in
            let exposure = place < 4 ? 1.0 : 0
            let beta = 0.5 + Double(place * place % 7) / 5
            let noise = place % 3 == 0 ? 1e-3 : -5e-4
            return ExposureRegression.Row(
                asset: AssetID("A\(place)"), response: 0.01 - 0.05 * beta - 0.2 * exposure + noise,
                beta: beta, exposure: exposure, traits: [7], cap: 4)
        }
        let fit = try #require(ExposureRegression(rows))
        #expect(
            agree(fit.theta, -0.2, relative: 0.01) && agree(fit.betaSlope, -0.05, relative: 0.1))
        #expect(fit.traitSlopes == [0] && fit.freedom == 9)
        #expect(ExposureRegression(rows.reversed()) == fit)
        #expect(ExposureRegression(Array(rows.prefix(7))) == nil)
        #expect(ExposureRegression([]) == nil)
        let changed: [(Double) -> (response: Double, exposure: Double, cap: Double)] = [
            { _ in (0.1, 1, 4) }, { (0.3 * $0, $0, 4) }, { (.nan, $0, 4) }, { ($0, $0, 0) },
        ]
        for change in changed {
            let other = rows.map { row in
                let values = change(row.exposure)
                return ExposureRegression.Row(
                    asset: row.asset, response: values.response, beta: row.beta,
                    exposure: values.exposure, cap: values.cap)
            }
            #expect(ExposureRegression(other) == nil)
        }
    }
}
