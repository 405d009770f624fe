import CaseSupport
import Downdraft
import Evidence
import Market
import Narrative
import TestSupport
import Testing

/// What reports say of forced selling says its interval and its laws, and no more than they do.
@Suite struct ForcedShareWordsTests {
    private static let laws = ["linear", "squareRoot", "saturating"]

    /// Every sentence of a report, titles of pictures and cells aside.
    private func prose(_ report: Report) -> [Sentence] {
        [report.headline] + report.lead
            + report.sections.flatMap(\.blocks).flatMap { block -> [Sentence] in
                switch block {
                case .paragraph(let words), .items(let words): words
                case .table, .chart, .article: []
                case .posts(let posts): posts.flatMap(\.sentences)
                }
            }
    }

    private func words(_ sentence: Sentence) -> String {
        sentence.spans.map { if case .words(let words) = $0 { words } else { "" } }.joined()
    }

    /// A figure of what is forced, in a sentence: the whole range of it, and the laws it goes over by name.
    private func checks(_ report: Report, _ prefix: String) throws -> Int {
        var found = 0
        let shares = prose(report).flatMap { sentence in
            sentence.spans.compactMap { span -> (Sentence, Fact, FactStyle)? in
                guard case .value(let fact, let style) = span,
                    fact.measure.text.hasPrefix("\(prefix).share") && fact.unit == .ratio
                        || fact.measure.text.contains(".extra.")
                else { return nil }
                return (sentence, fact, style)
            }
        }
        for (sentence, fact, style) in shares {
            found += 1
            #expect(style == .rough && fact.low != nil && fact.high != nil, "\(fact.measure)")
            guard fact.measure.text.hasPrefix("\(prefix).share.24h") else { continue }
            for law in Self.laws {
                let measure = Measure(
                    prefix == "forced" ? "forced.share.\(law)" : "cascade.\(law).share")
                guard report.book[measure, fact.subject]?.number != nil else { continue }
                let name = Measure(
                    prefix == "forced" ? "forced.share.\(law).law" : "cascade.\(law).law")
                #expect(
                    sentence.facts.contains { $0.measure == name }, "\(law) is not named")
            }
        }
        // Nothing is called forced selling in words alone, without a figure or a law.
        for sentence in prose(report) {
            let text = words(sentence)
            guard text.contains("orced selling") || text.contains("orced buying") else { continue }
            #expect(sentence.facts.contains { $0.low != nil && $0.high != nil }, "\(text)")
        }
        return found
    }

    /// Every sentence holds its interval and its laws; and as the worlds are the same, explain has to the bit what
    /// `simulate BTC` has.
    @Test func sentencesSayWhatWasSimulatedAndNoMore() async throws {
        let engine = Engine(store: try GoldenCase.path())
        let question = try GoldenCase.question("2025-01-27T12:00:00Z")
        let (told, simulated) = (
            try engine.answer(question), try await engine.simulate(.asset("BTC"), question)
        )
        #expect(try checks(told, "forced") == 4)
        #expect(try checks(simulated, "cascade") >= 2)
        let bitcoin = Subject.asset("BTC")
        let range = try #require(told.book["forced.share.24h", bitcoin])
        #expect(range.standing == .simulated && range.unit == .ratio)
        let whole = try #require(simulated.book["cascade.share.24h", bitcoin])
        #expect(range.number == whole.number && range.low == whole.low && range.high == whole.high)
        for law in Self.laws {
            let ours = try #require(told.book[Measure("forced.share.\(law)"), bitcoin])
            let theirs = try #require(simulated.book[Measure("cascade.\(law).share"), bitcoin])
            #expect(ours.number == theirs.number && ours.low == theirs.low)
            #expect(ours.high == theirs.high)
            let (low, high) = (try #require(ours.low), try #require(ours.high))
            #expect(0 <= low && low <= high && high <= 1)
            #expect(try #require(range.low) <= low && high <= #require(range.high))
        }
    }

    /// A window of the same length in which hardly anything moved: nothing was a part of it, and that is said.
    @Test func aMoveOfNothingHasNoParts() throws {
        let report = try Engine(store: GoldenCase.path())
            .answer(GoldenCase.question("2025-01-26T00:00:00Z"))
        #expect(report.book["forced.share.24h", .asset("BTC")] == nil)
        #expect(report.gaps.contains { $0.id == "no-forced-share" && $0.severity == .note })
    }
}
