import Testing

@testable import Wording

@Suite struct WordingTokenizerTests {
    private func kinds(_ text: String) -> [WordingToken.Kind] {
        WordingTokenizer(text).tokens.map(\.kind)
    }

    @Test(
        arguments: [
            ("6.71%", "6.71 percent"), ("6.71\u{A0}%", "6.71 per cent"),
            ("\u{2212}3.46 pp", "-3.46 percentage points"),
            ("$3.296T", "3.296 trillion dollars"), ("$51.3M", "$51.3 million"), ("24 h", "24-hour"),
            ("$1,200.50", "$1200.5"), ("50-day average", "50 days average"),
            ("20 Jan", "20 January"),
            ("The “index”", "the \"index\""),
        ])
    func spellingsOfOneThingAreOne(left: String, right: String) {
        #expect(kinds(left) == kinds(right))
    }

    @Test(
        arguments: [
            ("6.71%", "6.71 pp"), ("6.71", "-6.71"), ("$6", "6"), ("$6M", "$6B"), ("6.7", "6.71"),
            ("12:00", "1200"), ("1INCH", "1 INCH"), ("27th", "27"),
        ])
    func othersAreNot(left: String, right: String) {
        #expect(kinds(left) != kinds(right))
    }

    @Test func citationsAndStandIns() {
        #expect(kinds("[f1] [f2, f30] NAME4") == [.citation([1]), .citation([2, 30]), .name(4)])
        #expect(kinds("[x]").first == .foreign("["))
        #expect(kinds("[f1234]").first == .foreign("["))
    }

    @Test func otherDigitsAreNoWords() {
        for text in ["４", "½", "七", "Ⅷ", "²"] {
            #expect(kinds(text) == [.mixed(text)])
        }
    }
}
