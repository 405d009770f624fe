import Claims
import Testing

/// Figures as texts print them, each in a sentence that makes it one claim.
@Suite struct FigureReadingTests {
    private static let grammar = ClaimGrammar(
        Vocabulary(
            rows: [
                VocabularyRow(kind: .asset, id: "BTC", name: "bitcoin"),
                VocabularyRow(kind: .asset, id: "BTC", name: "BTC", isTicker: true),
                VocabularyRow(kind: .asset, id: "BTC", name: "比特币"),
            ], market: "TOTAL"))

    private static func figure(_ text: String) -> StatedFigure? {
        grammar.extraction(of: ArticleText(text)).claims.last?.figures.last?.figure
    }

    @Test(
        arguments: [
            ("$3.38 trillion", 3.38e12, 1e10, .dollar, .exact),
            ("$853M", 853e6, 1e6, .dollar, .exact),
            ("about $1.5bn", 1.5e9, 1e8, .dollar, .about),
            ("nearly $98K", 98e3, 1e3, .dollar, .nearly),
            ("$98,450", 98450, 1, .dollar, .exact), ("$98,450.50", 98450.5, 0.01, .dollar, .exact),
            ("over $0.1667", 0.1667, 1e-4, .dollar, .over),
            ("~$2.5T", 2.5e12, 1e11, .dollar, .about),
            ("US$3 billion", 3e9, 1e9, .dollar, .exact),
            ("€1.2 million", 1.2e6, 1e5, .euro, .exact),
            ("250 billion dollars", 250e9, 1e9, .dollar, .exact),
            ("$1,234,567", 1_234_567, 1, .dollar, .exact),
            ("USD 500 million", 500e6, 1e6, .dollar, .exact),
            ("at least $7", 7, 1, .dollar, .atLeast),
            ("up to $8,000", 8000, 1, .dollar, .atMost), ("$1,000+", 1000, 1, .dollar, .over),
            ("$1'234'567.8", 1_234_567.8, 0.1, .dollar, .exact),
            ("$12\u{202F}345", 12345, 1, .dollar, .exact),
        ] as [(String, Double, Double, FigureUnit, Hedge)])
    func readsEnglishMoney(
        text: String, value: Double, place: Double, unit: FigureUnit, hedge: Hedge
    ) throws {
        let figure = try #require(Self.figure("Bitcoin is at \(text)."))
        #expect(
            abs(figure.value - value) <= 1e-9 * value && abs(figure.place - place) <= 1e-9 * place)
        #expect(figure.unit == unit && figure.hedge == hedge)
    }

    @Test(
        arguments: [
            ("Bitcoin cayó un 14,6%.", -14.6, 0.1),
            ("El bitcoin cotiza a 1.234,5 dólares.", 1234.5, 0.1),
            ("El bitcoin cotiza a 92.450 dólares, con un alza del 1,5%.", 1.5, 0.1),
            ("El bitcoin, según la bolsa, cotiza a 92.450 dólares.", 92450, 1),
            ("El valor de mercado de bitcoin se sitúa en 3,38 billones de dólares.", 3.38e12, 1e10),
            ("El valor de mercado de bitcoin se sitúa en 250 mil millones de dólares.", 250e9, 1e9),
            ("比特币市值为3.38万亿美元。", 3.38e12, 1e10), ("比特币市值为4,750亿美元。", 4.75e11, 1e8),
            ("比特币下跌百分之十二。", -12, 1), ("比特币下跌百分之14.6。", -14.6, 0.1),
            ("比特币报十万美元。", 1e5, 1e4), ("比特币跌近两成。", -20, 10),
            ("比特币报９．８万美元。", 98_000, 1000), ("Bitcoin fell 14.6 percent.", -14.6, 0.1),
            ("Bitcoin fell 14.6 per cent.", -14.6, 0.1), ("Bitcoin rose +2%.", 2, 1),
            ("Bitcoin (−3.25%)", -3.25, 0.01), ("Bitcoin (–3.25%)", -3.25, 0.01),
        ] as [(String, Double, Double)])
    func readsOtherStyles(text: String, value: Double, place: Double) throws {
        let figure = try #require(Self.figure(text))
        #expect(abs(figure.value - value) <= 1e-9 * abs(value), "\(figure.value)")
        #expect(abs(figure.place - place) <= 1e-9 * place, "\(figure.place)")
    }

    /// One text has one style: an unclear number is read as the clear ones are.
    @Test func theTextDecidesItsMarks() {
        #expect(
            Self.figure("Bitcoin was at 1.5 and then at 2.7 and is at $92.450.")?.value == 92.45)
        #expect(Self.figure("BTC 1,5 BTC 2,7. Bitcoin is at $92.450.")?.value == 92450)
    }

    @Test func numbersOfFourHundredDigitsAreNotRead() {
        let digits = String(repeating: "9", count: 400)
        let text = ArticleText("Bitcoin fell to $\(digits). Bitcoin fell 5%.")
        let extraction = Self.grammar.extraction(of: text)
        #expect(extraction.unreadable.map(\.count) == [400])
        #expect(extraction.claims.map(\.kind) == [.change])
    }

    @Test(arguments: ["1.2.3.4", "1,23,4", "12:30", "1st", "3rd", "2025-01-27"])
    func whatIsNoFigureIsNone(text: String) {
        #expect(Self.figure("Bitcoin \(text) xyz.") == nil)
    }
}
