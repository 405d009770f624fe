import Evidence
import Market
import Narrative
import Testing

@testable import Rendering

/// The page around a Spanish report.
@Suite struct SpanishPageTests {
    private static let spanish = SpanishPage()

    private static func report(_ language: Language) -> Report {
        let small = SmallSample.report()
        return Report(
            title: small.title, asOf: small.asOf, window: small.window, headline: small.headline,
            lead: small.lead, sections: small.sections, book: small.book, gaps: small.gaps,
            sources: small.sources, language: language)
    }

    @Test func thePageSaysItsLanguage() {
        let page = HTMLRenderer().render(Self.report(.spanish))
        #expect(page.contains("<html lang=\"es\">"))
        #expect(page.contains("Lo que no sabemos") && !page.contains("What we do not know"))
        #expect(PageText.nestingFault(page) == nil)
        #expect(JSONRenderer().render(Self.report(.spanish)).contains("\"language\": \"es\""))
        #expect(HTMLRenderer().render(Self.report(.english)).contains("<html lang=\"en\">"))
    }

    /// Facts are in no language: but for sentences and the language itself, the JSON is the same.
    @Test func theJSONKeepsItsNumbers() {
        let lines = { (language: Language) in
            JSONRenderer().render(Self.report(language)).split(separator: "\n").filter {
                !$0.contains("\"text\":") && !$0.contains("\"language\":")
            }
        }
        #expect(lines(.english) == lines(.spanish))
    }

    @Test func everyWordIsThere() {
        for word in PageWord.allCases where word != .receiptFrom {
            #expect(!EnglishPage().word(word).isEmpty && !Self.spanish.word(word).isEmpty)
        }
    }

    @Test func receiptsAreSpanish() {
        let lines = Receipt.lines(.fact(SmallSample.share), in: Self.spanish)
        #expect(lines[0] == "forcedShare.24h de index:TOTAL")
        #expect(lines[1] == "de 11,00 a 29,00\u{20}%" || lines[1] == "11,00 a 29,00 %")
        #expect(lines.contains { $0.hasSuffix("estimado") })
    }

    @Test(arguments: [
        ("sma.50", "media\u{20}de 50 días"), ("change.24h", "variación en 24 h"),
        ("change.utcDay", "variación desde la medianoche UTC"), ("base.7d", "7 días antes"),
        ("volume.24h.change", "variación del volumen en 24 h"), ("rsi.14", "RSI 14"),
        ("rsi.14.closed@2025-01-24", "RSI 14"),
        ("liquidations.long.24h", "liquidaciones en largo en 24 h"),
        ("bollinger.upper.20", "banda superior de Bollinger 20"), ("macd.signal", "MACD, señal"),
        ("what.nobody.named", "what.nobody.named"), ("", ""), (".", "."),
    ])
    func measures(measure: String, expected: String) {
        #expect(Self.spanish.name(Measure(measure)) == expected)
    }

    /// Our own words are translated, names stand as they are, and everybody else is quoted.
    @Test(arguments: [
        ("cause.1.verdict", "question", "coincided", "coincidió"),
        (
            "cause.1.reasons", "question", "no story is known; chance does as much too often",
            "no se conoce ninguna noticia; el azar hace lo mismo demasiadas veces"
        ),
        ("cause.1", "question", "DeepSeek (ai/agents)", "DeepSeek (ai/agents)"),
        ("level.above.1.kind", "index:TOTAL", "30-day high", "máximo de 30 días"),
        ("title", "sector:ai", "AI tokens", "tokens de IA"),
        ("title", "sector:new", "Things of the future", "«Things of the future»"),
        ("title", "sector:ai/group:agents", "agents", "agentes"),
        ("title", "headline:1", "The end of the world", "The end of the world"),
        ("title", "asset:FET", "The Alliance", "The Alliance"),
        ("printed", "published:a", "$3.38 trillion", "«$3.38 trillion»"),
        ("reason", "published:a", "moment: no minute is stated", "momento: «no minute is stated»"),
        ("garch.refusal", "index:TOTAL", "12 days, and it takes 250", "12 días, y hacen falta 250"),
        ("exposed", "question", "ai", "ai"), ("name.1.themes", "question", "ai", "ai"),
    ])
    func texts(measure: String, subject: String, text: String, expected: String) {
        let fact = SampleEvidence.fact(Measure(measure), subject, .text(text), .text)
        #expect(NumberFormat.text(fact, in: Self.spanish) == expected)
    }

    /// A number is never torn from what it counts, however narrow the page.
    @Test func numbersSurviveWrapping() {
        let number = SampleEvidence.number("cap", "index:TOTAL", 42.5e9, .usd)
        let page = Self.spanish
        let text = NumberFormat.text(number, in: page, room: .sentence)
        let held = text.replacing(" dólares", with: "")
        for width in 12...60 {
            for pad in 0..<20 {
                let line = Phrase(String(repeating: "x", count: pad) + " ")
                var phrase = line
                phrase.append(text, .fact(number))
                let lines = LineWrapping(width: max(width, 26)).lines(TerminalPiece.pieces(phrase))
                #expect(lines.contains { $0.map(\.text).joined().contains(held) })
            }
        }
    }
}
