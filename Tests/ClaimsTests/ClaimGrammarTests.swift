import Claims
import Market
import Testing

/// What the corpus does not score: speakers, modes, windows, hedges, events, pointing words.
@Suite struct ClaimGrammarTests {
    private let grammar: ClaimGrammar

    init() throws { grammar = ClaimGrammar(try ClaimCorpus.vocabulary()) }

    private func claims(_ text: String) -> [Claim] {
        grammar.extraction(of: ArticleText(text)).claims
    }

    private func words(_ text: String, _ span: Range<Int>?) -> String {
        guard let span else { return "" }
        return ArticleText(text).text(span)
    }

    @Test(arguments: [
        ("Bitcoin fell 5%, according to Blue Harbor Research.", "Blue Harbor Research"),
        ("Bitcoin fell 5%, Ada Roe said.", "Ada Roe"),
        ("Bitcoin cayó un 5%, según la bolsa.", "la bolsa"),
    ])
    func speakersAreKept(text: String, expected: String) {
        let claim = claims(text).first
        #expect(claim?.kind == .change)
        let speaker = words(text, claim?.speaker)
        #expect(speaker.hasSuffix(expected))
    }

    @Test(arguments: [
        ("Bitcoin fell 5%.", Claim.Modality.stated), ("Bitcoin could fall 5%.", .forecast),
        ("If rates rise, Bitcoin falls 5%.", .forecast), ("Bitcoin did not fall 5%.", .denied),
        ("\"Bitcoin fell 5%,\" said Ada Roe.", .quoted), ("比特币可能下跌5%。", .forecast),
        ("Bitcoin podría caer un 5%.", .forecast),
    ])
    func modesAreKept(text: String, expected: Claim.Modality) {
        let claim = claims(text).first { $0.kind == .change }
        #expect(claim?.modality == expected)
    }

    @Test(arguments: [
        ("Bitcoin fell over 5%.", Hedge.over), ("Bitcoin fell by about 5%.", .about),
        ("Bitcoin fell nearly 5%.", .nearly), ("Bitcoin fell at least 5%.", .atLeast),
        ("Bitcoin fell as much as 5%.", .atMost), ("Bitcoin fell 5%.", .exact),
        ("Bitcoin cayó casi un 5%.", .nearly), ("比特币跌超5%。", .over), ("比特币下跌约5%。", .about),
    ])
    func hedgesAreKept(text: String, expected: Hedge) {
        #expect(claims(text).first?.figures.first?.figure.hedge == expected)
    }

    @Test func eventsHaveTheirDates() throws {
        let text = "The model was released on Jan. 20, and Bitcoin fell 5% on Jan. 27."
        let found = claims(text)
        let event = try #require(found.first { $0.kind == .event })
        #expect(words(text, event.content) == "The model was released")
        guard case .on(let date)? = event.window?.kind else {
            Issue.record("no date")
            return
        }
        #expect(date.month == 1 && date.day == 20)
        #expect(found.contains { $0.kind == .change && $0.subject?.id == "BTC" })
    }

    @Test func pointingWordsFindTheirSubjects() {
        let text =
            "Solana fell 5%. The AI sector lost 3%. The token is at $90. It fell 2%. The sector rose 1%."
        #expect(claims(text).map { $0.subject?.id } == ["SOL", "ai", "SOL", "ai", "ai"])
        #expect(claims(text)[2].subject?.resolution == .pronoun)
    }

    @Test func causesHaveTwoSides() throws {
        let text = "Bitcoin fell 5% because of new tariffs on steel."
        let cause = try #require(claims(text).first { $0.kind == .cause })
        #expect(words(text, cause.connective) == "because of")
        #expect(words(text, cause.content) == "new tariffs on steel")
        #expect(words(text, cause.effect) == "Bitcoin fell 5%")
        let turned = "New tariffs triggered a sell-off in Bitcoin."
        let effect = try #require(claims(turned).first { $0.kind == .cause })
        #expect(words(turned, effect.content) == "New tariffs")
        #expect(words(turned, effect.effect) == "a sell-off in Bitcoin")
    }

    @Test(arguments: [
        ("RSI, which measures momentum, is at 40.", "which measures momentum"),
        (
            "TOTAL (the combined market cap of all coins) fell 2%.",
            "combined market cap of all coins"
        ),
        ("The RSI is a momentum indicator.", "a momentum indicator"),
    ])
    func definitionsHaveTheirMeaning(text: String, expected: String) throws {
        let definition = try #require(claims(text).first { $0.kind == .definition })
        #expect(words(text, definition.content) == expected)
    }

    /// The order and the case of names decide: a ticker is written in capitals, a name with a capital.
    @Test func namesAreWrittenAsTheyAre() {
        #expect(claims("NEAR fell 5%.").first?.subject?.id == "NEAR")
        #expect(claims("near fell 5%.").first?.subject == nil)
        #expect(claims("Bitcoin fell 5%.").first?.subject?.id == "BTC")
        #expect(claims("BITCOIN fell 5%.").first?.subject?.id == "BTC")
        #expect(claims("render fell 5%.").first?.subject == nil)
    }

    /// Claims do not depend on the text behind their block.
    @Test func blocksStandAlone() throws {
        let first = "Bitcoin fell 5% to $90,000."
        let alone = claims(first)
        for article in try ClaimCorpus("articles.txt").articles where article.language == "en" {
            let together = claims(first + "\n\n" + article.text)
            #expect(Array(together.prefix(alone.count)) == alone, "\(article.name)")
        }
    }

    @Test func theSameTextGivesTheSameClaims() throws {
        for article in try ClaimCorpus("articles.txt").articles {
            let text = ArticleText(article.text)
            #expect(grammar.extraction(of: text) == grammar.extraction(of: text))
        }
    }

    /// A page and a Markdown file say what the plain text says.
    @Test func formatsSayTheSame() throws {
        for article in try ClaimCorpus("articles.txt").articles {
            let lines = article.text.split(separator: "\n")
            let page = lines.map { "<p class=\"a>b\">\($0)</p>" }.joined(separator: "\n")
            let markdown = lines.map(String.init).joined(separator: "\n\n")
            let plain = summary(ArticleText(markdown))
            #expect(
                summary(ArticleText("<nav>$5</nav>" + page, format: .html)) == plain,
                "\(article.name)")
            #expect(
                summary(ArticleText("# Notes\n\n" + markdown, format: .markdown)) == plain,
                "\(article.name)")
        }
    }

    private func summary(_ text: ArticleText) -> [String] {
        grammar.extraction(of: text).claims.map { claim in
            let figures = claim.figures.map { "\($0.role)\($0.figure.value)" }
            return "\(claim.kind) \(claim.subject?.id ?? "-") \(figures.joined(separator: " "))"
        }
    }
}
