import Evidence
import Narrative
import Rendering
import TestSupport
import Testing

@testable import Wording

/// True rewordings and lies: what passes, what does not, and why.
@Suite struct FenceCorpusTests {
    private struct Row {
        let sample: FenceSample
        /// Why it is refused; `nil` where it passes.
        let refused: RejectionReason?
        let text: String
    }

    private static let rows = Result { try read() }

    /// The corpus: sample, `passes` or the reason, and the text, a row a line.
    private static func read() throws -> [Row] {
        try Repository.text("Tests/Fixtures/Wording/fence.txt").split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { line in
                let cells = line.split(
                    separator: "|", maxSplits: 2, omittingEmptySubsequences: false
                )
                .map { $0.trimmingPrefix(" ") }
                try #require(cells.count == 3, "\(line)")
                let word = String(cells[1].split(separator: " ").joined())
                let sample = FenceSample(rawValue: cells[0].split(separator: " ").joined())
                let reason = RejectionReason(rawValue: word)
                try #require(word == "passes" || reason != nil, "\(line)")
                return Row(
                    sample: try #require(sample), refused: reason, text: String(cells[2]))
            }
    }

    @Test func theTemplateItselfPassesAndComesBackAsItWas() throws {
        for sample in FenceSample.allCases {
            let paragraph = PromptedParagraph([sample.sentence], limit: 1)
            let text = try #require(Self.asked(paragraph))
            let sentence = try sample.fence.verdict(on: text).get()
            #expect(sentence.spelled == sample.sentence.spelled)
            #expect(sentence.facts.map(\.id) == sample.sentence.facts.map(\.id))
        }
    }

    /// The first sentence as a model is shown it.
    private static func asked(_ paragraph: PromptedParagraph) -> String? {
        paragraph.question.split(separator: "\n").first { $0.hasPrefix("S1: ") }
            .map { String($0.dropFirst(4)) }
    }

    @Test func whatIsTruePasses() throws {
        let rows = try Self.rows.get().filter { $0.refused == nil }
        #expect(rows.count >= 20)
        for row in rows {
            if case .failure(let objection) = row.sample.fence.verdict(on: row.text) {
                Issue.record("\(objection.reason) \(objection.word): \(row.text)")
            }
        }
    }

    @Test func whatIsFalseIsRefusedForItsReason() throws {
        let rows = try Self.rows.get().filter { $0.refused != nil }
        #expect(rows.count >= 60)
        for row in rows {
            switch row.sample.fence.verdict(on: row.text) {
            case .success(let sentence): Issue.record("passed: \(sentence.spelled)")
            case .failure(let objection):
                #expect(objection.reason == row.refused, "\(objection.word): \(row.text)")
            }
        }
        let met = Set(rows.compactMap(\.refused))
        #expect(met.union([.missing]) == Set(RejectionReason.allCases))
    }

    /// Every digit that a reader sees comes out of a fact, in the template's own spelling.
    @Test func numbersAreSpelledAsTheTemplateSpellsThem() throws {
        let text = """
            The total market capitalisation stood at $3.296 trillion [f1], down 6.71 per cent [f2] in a day and -4.39% \
            [f3] since midnight UTC;
            """
        let sentence = try FenceSample.level.fence.verdict(on: text).get()
        #expect(
            sentence.spelled
                == """
                The total market capitalisation stood at $3.296T, down 6.71\u{A0}% in a day and \u{2212}4.39\u{A0}% \
                since midnight UTC.
                """
        )
    }
}
