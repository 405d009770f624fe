import Claims
import TestSupport
import Testing

/// Texts that were made to break a reader.
@Suite struct HostileArticleTests {
    private let grammar: ClaimGrammar

    init() throws { grammar = ClaimGrammar(try ClaimCorpus.vocabulary()) }

    /// Work is counted, not timed: a text twice as long takes at most a little more than twice the steps.
    @Test(arguments: [
        "Bitcoin fell 5% to $3 and ", "Bitcoin, Ether, Solana, ", "5% 6% 7% ", "because of ", "\"",
        "(",
        "1,", "9", "from $1 to ", "a", "a ", "比特币下跌5%", "$", "in the last ", "Jan. ",
        "TOTAL, the combined ",
        "long ", "fell below ",
    ])
    func workGrowsWithTheText(piece: String) {
        let half = steps(String(repeating: piece, count: 6_000 / piece.utf8.count))
        let whole = steps(String(repeating: piece, count: 12_000 / piece.utf8.count))
        #expect(whole <= half * 2 + 100 && whole <= 13_000)
    }

    @Test(arguments: ["9", "a", "Bitcoin fell 5% as everybody expected it to. "])
    func aMegabyteOnOneLine(piece: String) {
        #expect(steps(String(repeating: piece, count: 1_000_000 / piece.utf8.count)) <= 1_000_000)
    }

    private func steps(_ source: String) -> Int {
        let extraction = grammar.extraction(of: ArticleText(source))
        let findings = InternalCheck(extraction).findings
        #expect(findings.count <= InternalCheck.limit)
        return extraction.steps
    }

    @Test func deeplyNestedPages() {
        let depth = 100_000
        let source =
            String(repeating: "<div><b>", count: depth) + "Bitcoin fell 5%."
            + String(repeating: "</b></div>", count: depth)
        let extraction = grammar.extraction(of: ArticleText(source, format: .html))
        #expect(extraction.claims.map(\.kind) == [.change])
        let hidden = String(repeating: "<nav>", count: depth) + "Bitcoin fell 5%."
        #expect(grammar.extraction(of: ArticleText(hidden, format: .html)).claims.isEmpty)
    }

    @Test func directionMarksHideNothing() {
        let text = ArticleText(
            "\u{202E}Bit\u{200B}coin\u{202C} fe\u{200F}ll 1\u{200D}4.6\u{2066}%.")
        let claims = grammar.extraction(of: text).claims
        #expect(claims.first?.figures.first?.figure.value == -14.6)
        #expect(text.hiddenMarks == 6)
    }

    @Test(arguments: ["ВТС", "ΒTC", "Вitcoin", "ЕТН"])
    func lookalikesAreReportedAndNotMatched(word: String) {
        let extraction = grammar.extraction(of: ArticleText("\(word) fell 5%."))
        #expect(extraction.lookalikes.count == 1)
        #expect(extraction.claims.map { $0.subject?.isKnown } == [false])
    }

    @Test func foreignWordsAreNoLookalikes() {
        let extraction = grammar.extraction(of: ArticleText("Рынок упал, ΑΓΟΡΑ, 시장."))
        #expect(extraction.lookalikes.isEmpty)
    }

    /// Every beginning of every article, and every end: something is answered.
    @Test func everyPrefixIsRead() throws {
        for article in try ClaimCorpus("articles.txt").articles {
            let bytes = Array(article.text.utf8)
            for end in stride(from: 0, through: bytes.count, by: 5) {
                check(Array(bytes[..<end]), .plain)
                check(Array(bytes[end...]), .markdown)
            }
        }
    }

    @Test func anyBytesAreRead() {
        var generator = SeededGenerator(seed: 3)
        let pieces = [
            "Bitcoin", " fell", " 5%", "$3.38 trillion", " to ", " from ", "<p>", "&", ";", "\n\n",
            ",",
            " and ", "SMA", "50-day ", "Jan. 27", "support", "long", " liquidations ", "\u{FF}",
            "(", ")",
            "respectively", "led the losses", "-", "亿", "跌", "百分之",
            "999999999999999999999999999999",
        ]
        for _ in 0..<1500 {
            let source = (0..<24).map { _ in pieces.randomElement(using: &generator) ?? "" }
                .joined()
            let format = ArticleText.Format.allCases.randomElement(using: &generator) ?? .plain
            check(Array(source.utf8), format)
        }
    }

    private func check(_ bytes: [UInt8], _ format: ArticleText.Format) {
        let text = ArticleText(bytes, format: format)
        let extraction = grammar.extraction(of: text)
        let findings = InternalCheck(extraction).findings
        #expect(findings.count == min(extraction.claims.count, InternalCheck.limit))
        for claim in extraction.claims {
            #expect(claim.span.upperBound <= text.scalars.count)
            #expect(extraction.sentences.indices.contains(claim.sentence))
            for figure in claim.figures {
                #expect(figure.figure.value.isFinite && figure.figure.place > 0)
                #expect(figure.figure.span.upperBound <= text.scalars.count)
            }
        }
    }
}
