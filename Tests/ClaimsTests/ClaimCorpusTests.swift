import Claims
import TestSupport
import Testing

/// Precision and recall on articles with known claims.
@Suite struct ClaimCorpusTests {
    @Test(arguments: ["articles.txt", "held-out.txt", "held-out-second.txt", "held-out-third.txt"])
    func findsWhatAReaderFinds(file: String) throws {
        let grammar = ClaimGrammar(try ClaimCorpus.vocabulary())
        var score = ClaimScore()
        for article in try ClaimCorpus(file).articles { score.add(article, grammar) }
        let report = """
            \(file): claims precision \(score.precision) recall \(score.recall) \
            of \(score.expected); verdicts precision \(score.verdictPrecision) recall \
            \(score.verdictRecall) of \(score.verdicts.expected)
            """
        print(report)
        for miss in score.misses { print("  " + miss) }
        #expect(score.precision >= 0.95, "\(report)")
        #expect(score.recall >= 0.95, "\(report)")
        #expect(score.verdictPrecision >= 0.95, "\(report)")
        #expect(score.verdictRecall >= 0.95, "\(report)")
    }
}
