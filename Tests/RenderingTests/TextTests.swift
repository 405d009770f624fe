import Testing

@testable import Rendering

@Suite struct TextTests {
    @Test(arguments: [
        ("plain", "plain"), (" a\n\tb\r\nc ", "a b c"), ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"),
        ("a\u{202E}b\u{2066}c\u{200F}d", "abcd"), ("\u{9B}31m\u{7}", "31m"), ("a\u{0}b", "ab"),
        ("a\u{200B}\u{FEFF}\u{E0041}b", "ab"), ("x\u{2028}y", "x y"), ("👨‍👩‍👧", "👨‍👩‍👧"), ("性能", "性能"),
    ])
    func foreignWordsAreCleaned(text: String, expected: String) {
        #expect(CleanText.inline(text) == expected)
    }

    @Test func foreignWordsAreBounded() {
        let long = CleanText.inline(String(repeating: "性", count: 10_000))
        #expect(DisplayWidth.of(long) <= CleanText.longest)
        #expect(long.hasSuffix("…"))
    }

    @Test func wordsOfOursKeepTheirSpaces() {
        #expect(CleanText.literal(" and\u{A0}so ") == " and\u{A0}so ")
    }

    @Test(arguments: [
        ("abc", 3), ("性能", 4), ("e\u{301}", 1), ("ｱ", 1), ("Ａ", 2), ("한글", 4), ("👍🏽", 2), ("🇩🇪", 2),
        ("👨‍👩‍👧", 2), ("▁█", 2), ("−$1", 3), ("", 0), ("❤️", 2),
    ])
    func width(text: String, expected: Int) {
        #expect(DisplayWidth.of(text) == expected)
    }

    @Test func truncationFitsForEveryWidth() {
        for columns in 1...12 {
            let cut = DisplayWidth.truncated("ab性能cd对标", to: columns)
            #expect(DisplayWidth.of(cut) <= columns)
        }
        #expect(DisplayWidth.truncated("ab性能", to: 6) == "ab性能")
        #expect(DisplayWidth.truncated("ab性能", to: 5) == "ab性…")
    }

    @Test func markdownStandsForItself() {
        #expect(MarkdownEscaping.text("a|b [x](y) `c` <i>") == "a\\|b \\[x\\](y) \\`c\\` &lt;i&gt;")
        #expect(MarkdownEscaping.text("1. item") == "1\\. item")
        #expect(MarkdownEscaping.text("- item") == "\\- item")
        #expect(MarkdownEscaping.text("see https://x.y") == "see https\\://x.y")
        #expect(MarkdownEscaping.text("@all #1 ![i]") == "\\@all \\#1 !\\[i\\]")
    }

    @Test func escapingLeavesNothingToOpenOrClose() {
        #expect(
            HTMLEscaping.text("<a b='c' d=\"e\">&`")
                == "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;&#96;")
        #expect(HTMLEscaping.anchor("a b\"é1") == "a-b--1")
    }
}
