import TestSupport
import Testing

@testable import Outlook

@Suite struct AlertScoreTests {
    private func numbers(_ row: [String: String], _ name: String) -> [Double] {
        (row[name] ?? "").split(separator: " ").compactMap { Double($0) }
    }

    private func cases(_ row: [String: String]) -> [AlertScore.Case] {
        zip(
            zip(numbers(row, "probabilities"), numbers(row, "climatology")),
            numbers(row, "outcomes")
        )
        .map { AlertScore.Case(probability: $0.0, climatology: $0.1, outcome: $1 == 1) }
    }

    /// Reference: numpy's means over planted alerts.
    @Test func scoresAgree() throws {
        let rows = try ReferenceTable(fixture: "Outlook/alert-scores.csv").rows
        var verdicts: [AlertScore.Verdict] = []
        for row in rows {
            let cases = cases(row)
            let score = try #require(AlertScore(cases))
            let pairs = [
                (score.brier, "brier"), (score.climatologyBrier, "climatology_brier"),
                (score.logScore, "log"), (score.climatologyLogScore, "climatology_log"),
            ]
            for (value, name) in pairs {
                #expect(agree(value, Double(row[name] ?? ""), relative: 1e-12), "\(name)")
            }
            #expect(score.count == cases.count && score.hits == cases.count { $0.outcome })
            if let skill = score.skill {
                #expect(agree(skill.skill, Double(row["skill"] ?? ""), relative: 1e-12))
                #expect(skill.lower <= skill.skill && skill.skill <= skill.upper)
            }
            verdicts.append(score.verdict)
        }
        // Planted: too few twice, knowledge that twenty alerts cannot show and sixty can, none, and worse than none.
        #expect(verdicts == [.tooFew, .tooFew, .noSkill, .skill, .noSkill, .worse])
    }

    @Test func whatIsNoProbabilityHasNoScore() {
        #expect(AlertScore([]) == nil)
        for wrong in [-0.1, 1.1, .nan] {
            let wrongs = [
                AlertScore.Case(probability: wrong, climatology: 0.5, outcome: true),
                AlertScore.Case(probability: 0.5, climatology: wrong, outcome: true),
            ]
            #expect(wrongs.allSatisfy { AlertScore([$0]) == nil })
        }
    }
}
