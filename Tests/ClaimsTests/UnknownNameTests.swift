import Claims
import Market
import Testing

/// What no vocabulary holds is told of itself, never of what was spoken of before.
@Suite struct UnknownNameTests {
    private let grammar: ClaimGrammar

    init() throws { grammar = ClaimGrammar(try ClaimCorpus.vocabulary()) }

    private func subjects(_ text: String) -> [String] {
        grammar.extraction(of: ArticleText("Bitcoin stands at $90,000. " + text)).claims.dropFirst()
            .map { ($0.subject?.isKnown ?? true ? "" : "?") + ($0.subject?.id ?? "-") }
    }

    @Test(arguments: [
        ("Nvidia fell 17%.", ["?Nvidia"]), ("Harrow Metals shares fell 17%.", ["?Harrow Metals"]),
        ("Moonbeam Dog (MDOG) fell 17%.", ["?MDOG"]), ("$MDOG fell 17%.", ["?MDOG"]),
        ("Grid.AI (MDOG), a marketplace, is down 17%.", ["?MDOG"]),
        ("Solana fell 3% while Zcash lost 5%.", ["SOL", "?Zcash"]),
        ("The S&P 500 slipped 1%, and gold rose 2%.", ["?S&P 500", "?Gold"]),
        ("Zcash cayó un 5%.", ["?Zcash"]), ("英伟达下跌17%。", ["?Nvidia"]),
        ("Zcash fell 5%. It trades at $38.", ["?Zcash", "?Zcash"]),
    ])
    func namesAreTheirOwnSubjects(text: String, expected: [String]) {
        #expect(subjects(text) == expected)
    }

    /// Words with a capital that are no subjects, and long forms of abbreviations.
    @Test(arguments: [
        ("It fell 5%.", ["BTC"]), ("Still, it fell 5%.", ["BTC"]),
        ("According to Harrow Capital, it fell 5%.", ["BTC"]),
        ("The Consumer Price Index (CPI) came out and it fell 5%.", ["BTC"]),
        ("It fell 5% after the Federal Open Market Committee (FOMC) met.", ["-", "BTC"]),
        ("The coin is down 5% in London trading.", ["BTC"]),
    ])
    func otherCapitalsAreNot(text: String, expected: [String]) {
        #expect(subjects(text) == expected)
    }

    /// A long name that is not known belongs to the ticker behind it that is.
    @Test func tickersVouchForNames() {
        #expect(subjects("Harrow Alliance (FET) fell 5%.") == ["FET"])
        #expect(
            subjects("Harrow Alliance FET, Solana and Grove Token (GRT) fell 5%, 4% and 3%.") == [
                "FET", "SOL", "GRT",
            ])
    }

    @Test func pricesOfUnknownNamesAreNotThoseOfOthers() throws {
        let text = ArticleText("Solana led the losses, down 9%. Moonbeam Dog (MDOG) fell 30%.")
        let extraction = grammar.extraction(of: text)
        let rank = try #require(extraction.claims.firstIndex { $0.kind == .rank })
        #expect(InternalCheck(extraction).findings[rank].verdict == .internallyInconsistent)
    }
}
