import Catalysts
import Market
import TestSupport
import Testing

@Suite struct LexiconTests {
    private static func lexicon(_ terms: [(theme: String, term: String)]) -> Lexicon {
        Lexicon(
            terms.map {
                ThemeTerm(theme: $0.theme, term: $0.term, language: "en", sector: nil)
            })
    }

    /// By the rule: Latin words whole, capitals as capitals, scripts without word breaks anywhere.
    @Test(arguments: [
        ("AI", "the minister said no", false), ("AI", "AI-driven market", true),
        ("AI", "ai is everywhere", false), ("AI", "An AI", true), ("AI", "AIs", false),
        ("AI", "人工智能AI时代", true), ("AI", "", false), ("GPU", "a GPU, at last", true),
        ("DeepSeek", "DeepSeek发布R1", true), ("DeepSeek", "deepseek-r1 is out", true),
        ("DeepSeek", "DEEPSEEK!", true), ("DeepSeek", "DeepSeeker", false),
        ("language model", "A Language Model, again", true),
        ("language model", "large language-model", true),
        ("language model", "model language", false), ("language model", "language", false),
        ("language model", "language of the model", false),
        ("language model", "language, language model", true),
        ("人工智能", "中国人工智能公司", true), ("人工智能", "人工 智能", false),
        ("开源模型", "R1开源模型发布", true), ("Llama 3", "Llama 3 is here", true),
        ("Llama 3", "llama 31", false), ("—", "a — b", false),
    ])
    func holds(term: String, title: String, expected: Bool) {
        let lexicon = Self.lexicon([("theme", term)])
        #expect(lexicon.occurrences(in: title) == (expected ? [0] : []))
        #expect(lexicon.themes(in: title) == (expected ? ["theme"] : []))
    }

    @Test func themesComeByNameEachOnce() {
        let lexicon = Self.lexicon([
            ("tariffs", "tariff"), ("ai", "DeepSeek"), ("ai", "AI"), ("chips", "GPU"),
        ])
        #expect(
            lexicon.themes(in: "Tariff on GPU for AI, says DeepSeek") == ["ai", "chips", "tariffs"])
        #expect(lexicon.themes(in: "DeepSeek, AI") == ["ai"])
    }

    /// Against looking for one term at a time, over titles made of pieces that overlap.
    @Test func manyTermsAreFoundAsEachAlone() {
        let terms = ["AI", "A", "language", "language model", "model", "人工", "人工智能", "智能", "R1"]
        let lexicon = Self.lexicon(terms.map { ("theme", $0) })
        let pieces = ["AI", "ai", "language", " model", " ", "-", "人工", "智能", "R1"]
        var wrong: [String] = []
        for title in sequences(over: pieces, upTo: 4).map({ $0.joined() }) {
            let found = lexicon.occurrences(in: title).map { lexicon.terms[$0].term }
            let alone = terms.filter {
                !Self.lexicon([("theme", $0)]).occurrences(in: title).isEmpty
            }
            if found.sorted() != alone.sorted() { wrong.append(title) }
        }
        #expect(wrong == [])
    }

    @Test func themesBearOnTheirSector() {
        let lexicon = Lexicon([
            ThemeTerm(theme: "ai", term: "AI", language: "en", sector: "ai"),
            ThemeTerm(theme: "chips", term: "GPU", language: "en", sector: "ai"),
            ThemeTerm(theme: "macro", term: "tariff", language: "en", sector: nil),
        ])
        #expect(lexicon.themes(bearingOn: "ai") == ["ai", "chips"])
        #expect(lexicon.themes(bearingOn: "meme") == [])
    }
}
