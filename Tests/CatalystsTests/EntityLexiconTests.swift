import Catalysts
import Market
import TestSupport
import Testing

@Suite struct EntityLexiconTests {
    private static let known = Timestamp(seconds: 1_735_689_600)
    private static let now = Timestamp(seconds: 1_737_979_200)
    private static let common: Set = ["near", "one", "gas", "render", "move", "optimism"]

    private static let terms: [EntityTerm] =
        assets([
            ("BTC", "Bitcoin"), ("NEAR", "NEAR Protocol"), ("ONE", "Harmony"), ("GAS", "Gas"),
            ("RENDER", "Render"), ("SOL", "Solana"), ("OP", "Optimism"),
        ]) + [
            term("bitcoin", .theme, "crypto", themes: ["crypto"]),
            term("ETF", .theme, "etf", spelling: .exact, themes: ["etf"]),
            term("比特币", .asset, "BTC", themes: ["crypto"]),
            term("Nvidia", .company, "Nvidia", themes: ["ai", "chips"]),
            term("英伟达", .company, "Nvidia", themes: ["ai", "chips"]),
            term("language model", .theme, "ai", themes: ["ai"]),
            term("large language model", .theme, "ai", themes: ["ai"]),
            term("AI tokens", .sector, "ai", themes: ["ai"]),
            term("关税", .theme, "macro", themes: ["macro"]),
            term("A股", .theme, "equities", themes: ["equities"]),
            term("tipos de interés", .theme, "macro", themes: ["macro"]),
        ]

    private static func assets(_ assets: [(id: AssetID, name: String)]) -> [EntityTerm] {
        assets.flatMap { EntityTerm.terms(of: $0.id, named: $0.name, words: common, known: known) }
    }

    private static func term(
        _ text: String, _ kind: EntityTerm.Kind, _ target: String,
        spelling: EntityTerm.Spelling = .any, themes: [String]
    ) -> EntityTerm {
        EntityTerm(
            term: text, kind: kind, target: target, language: "", spelling: spelling,
            themes: themes, known: known)
    }

    private static func headline(_ title: String, at published: Timestamp = now) -> Headline {
        Headline(id: "a:1", published: published, language: "en", title: title, url: "")
    }

    /// Each mention as `kind:target@its words`.
    private static func found(_ title: String, _ lexicon: EntityLexicon) -> [String] {
        let scalars = Array(title.unicodeScalars)
        return lexicon.mentions(in: headline(title)).map { mention in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[mention.span])
            return "\(mention.entity.kind):\(mention.entity.target)@\(String(text))"
        }
    }

    @Test(arguments: [
        ("Bitcoin falls below $100,000", ["asset:BTC@Bitcoin", "theme:crypto@Bitcoin"]),
        ("bitcoin falls", ["theme:crypto@bitcoin"]),
        ("BTC and SOL", ["asset:BTC@BTC", "asset:SOL@SOL"]),
        ("btc and sol", []), ("SOLar power", []),
        // Words that are tickers too.
        ("Residents near a mine", []), ("A bus stop NEAR you", []), ("THE ONE RING", []),
        ("NEAR THE BITCOIN MINE", ["theme:crypto@BITCOIN"]),
        ("NEAR and BTC rally", ["asset:NEAR@NEAR", "asset:BTC@BTC"]),
        ("$NEAR at a new high", ["asset:NEAR@NEAR"]), ("$near at a new high", []),
        ("Get $ONE free, pay GAS", ["asset:ONE@ONE", "asset:GAS@GAS"]),
        ("NEAR Protocol raises funds", ["asset:NEAR@NEAR Protocol"]),
        ("Render farms are cheap", []), ("$Render farms are cheap", []),
        ("Render farms on Solana", ["asset:RENDER@Render", "asset:SOL@Solana"]),
        ("OP of this post", []), ("OP follows BTC", ["asset:OP@OP", "asset:BTC@BTC"]),
        ("Spot ETF approved", ["theme:etf@ETF"]), ("etf", []),
        // The longest term holds.
        ("A large language model, again", ["theme:ai@large language model"]),
        ("a small language-model", ["theme:ai@language-model"]),
        // Scripts.
        ("英伟达蒸发6000亿美元", ["company:Nvidia@英伟达"]), ("特朗普对华加征关税", ["theme:macro@关税"]),
        ("比特币跌破10万美元", ["asset:BTC@比特币"]), ("A股三大指数上涨", ["theme:equities@A股"]),
        ("A 股三大指数上涨", []), ("El BCE baja los tipos de interés", ["theme:macro@tipos de interés"]),
        ("The impact of competition and DeepSeek on Nvidia", ["company:Nvidia@Nvidia"]),
        ("AI tokens fall with nvidia", ["sector:ai@AI tokens", "company:Nvidia@nvidia"]),
        // Hidden marks, wide letters, letters that only look alike.
        ("N\u{200B}vid\u{202E}ia", ["company:Nvidia@N\u{200B}vid\u{202E}ia"]),
        ("Ｎｖｉｄｉａ", ["company:Nvidia@Ｎｖｉｄｉａ"]), ("Nvidi\u{430}", []), ("", []),
    ])
    func mentions(title: String, expected: [String]) {
        let lexicon = EntityLexicon(Self.terms, asOf: Self.now)
        #expect(Self.found(title, lexicon) == expected)
    }

    @Test func noRowKnowsMoreThanItsAsOf() {
        let before = EntityLexicon(Self.terms, asOf: Self.known - .hours(1))
        #expect(before.terms == [] && Self.found("BTC, Nvidia", before) == [])
        #expect(EntityLexicon(Self.terms, asOf: Self.known).terms.count == Self.terms.count)
    }

    /// RNDR was the ticker of what RENDER is now.
    @Test func aNameHoldsForItsTime() {
        let change = Self.now - .days(100)
        let lexicon = EntityLexicon(
            [
                EntityTerm(
                    term: "RNDR", kind: .asset, target: "RENDER", language: "", spelling: .ticker,
                    known: Self.known, until: change),
                EntityTerm(
                    term: "RENDER", kind: .asset, target: "RENDER", language: "",
                    spelling: .ticker, known: Self.known, from: change),
            ], asOf: Self.now)
        func terms(_ moment: Timestamp) -> [String] {
            lexicon.mentions(in: Self.headline("RNDR RENDER", at: moment)).map(\.term)
        }
        #expect(terms(change - .hours(1)) == ["RNDR"])
        #expect(terms(change) == ["RENDER"])
    }

    @Test func theOrderOfRowsIsNothing() {
        var random = SeededGenerator(seed: 71)
        let title = "NEAR, BTC, Bitcoin and Nvidia's large language model"
        let expected = Self.found(title, EntityLexicon(Self.terms, asOf: Self.now))
        #expect(expected.count == 6)
        for _ in 0..<20 {
            let shuffled = Self.terms.shuffled(using: &random)
            #expect(Self.found(title, EntityLexicon(shuffled, asOf: Self.now)) == expected)
        }
    }

    /// The rows of the case as they are, and the titles of the case by them: whole rows against the list of
    /// themes alone, which stays loadable.
    @Test func themesAreThoseOfTheLexiconOfThemes() throws {
        let terms = try CaseLexicon.terms()
        #expect(terms.count > 80)
        let lexicon = EntityLexicon(terms, asOf: CaseHeadlines.asOf)
        let plain = Lexicon(
            terms.map {
                ThemeTerm(theme: $0.target, term: $0.term, language: $0.language, sector: nil)
            })
        for headline in try CaseHeadlines.all() {
            let themes = Set(lexicon.mentions(in: headline).flatMap(\.themes)).sorted()
            #expect(themes == plain.themes(in: headline.title), "\(headline.title)")
        }
    }

    @Test func commonWordsComeFromTitles() {
        let titles = [
            "How to get near a Render farm", "near and far", "NEAR near", "Optimism wins",
        ]
        let headlines = titles.enumerated().map { Self.headline($1, at: Self.now + .hours($0)) }
        #expect(CommonWords(of: headlines).words == ["near"])
        #expect(
            CommonWords(of: headlines, titles: 1).words
                == ["to", "get", "near", "a", "farm", "and", "far", "wins"])
        #expect(CommonWords(of: []).words == [])
    }

    @Test func hostileTitlesAreBounded() {
        let lexicon = EntityLexicon(Self.terms, asOf: Self.now)
        let title = String(repeating: "$NEAR large language model 英伟达 ", count: 5000)
        #expect(lexicon.mentions(in: Self.headline(title)).count == 15_000)
        let word = String(repeating: "a", count: 100_000)
        #expect(lexicon.mentions(in: Self.headline(word)) == [])
        let nested = EntityLexicon(
            (1...40).map {
                Self.term(
                    String(repeating: "x ", count: $0), .theme, "t\($0)", themes: ["t"])
            }, asOf: Self.now)
        let found = nested.mentions(in: Self.headline(String(repeating: "x ", count: 500)))
        #expect(found.count == 461)
    }
}
