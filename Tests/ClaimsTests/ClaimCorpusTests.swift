import Claims
import TestSupport
import Testing

/// Precision and recall on articles with known claims.
///
/// `articles` were at hand while the grammar was made. Each held-out set was written when the grammar
/// stood, run once, and its scores kept in its sidecar; what it showed was mended afterwards.
@Suite struct ClaimCorpusTests {
    private static let files = [
        "articles.txt", "held-out.txt", "held-out-second.txt", "held-out-third.txt",
        "held-out-fourth.txt", "held-out-fifth.txt", "held-out-sixth.txt", "held-out-seventh.txt",
        "held-out-eighth.txt",
    ]

    @Test(arguments: files)
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

    @Test func theCorpusIsBroad() throws {
        let articles = try Self.files.flatMap { try ClaimCorpus($0).articles }
        #expect(articles.count >= 40 && Set(articles.map(\.name)).count == articles.count)
        #expect(articles.count { $0.language == "es" } >= 6)
        #expect(articles.count { $0.language == "zh" } >= 6)
        let claims = articles.flatMap(\.claims)
        #expect(claims.count { $0.verdict == Verdict.internallyInconsistent.rawValue } >= 15)
        #expect(Set(claims.map(\.kind)).isSubset(of: Set(Claim.Kind.allCases.map(\.rawValue))))
    }
}
