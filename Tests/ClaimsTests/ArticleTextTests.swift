import Claims
import TestSupport
import Testing

@Suite struct ArticleTextTests {
    /// Block ends are written as a bar.
    private static func read(_ source: String, _ format: ArticleText.Format) -> String {
        let text = ArticleText(source, format: format)
        return String(
            text.text(0..<text.scalars.count).map { $0 == "\u{2029}" ? "|" : $0 })
    }

    @Test(arguments: [
        ("a b", "a b|"), ("a\nb", "a\nb|"), ("a\n\nb", "a\n|b|"), ("", ""), ("\n\n", ""),
        ("a\r\nb", "a\nb|"), ("１．５％，＄３", "1.5%,$3|"), ("a\u{200F}b\u{FEFF}\u{AD}", "ab|"),
        ("a\tb", "a b|"),
    ])
    func readsPlainText(source: String, expected: String) {
        #expect(Self.read(source, .plain) == expected)
    }

    @Test(arguments: [
        ("<p>a</p><p>b</p>", "a|b|"), ("a<br>b", "a|b|"), ("a <b>b</b>c", "a bc|"),
        ("<script>if (a<b) x</script>a", "a|"), ("<style>p{}</style>a", "a|"),
        ("<nav>x<nav>y</nav>z</nav>a", "a|"), ("a<!-- b > c -->d", "ad|"),
        ("a<!DOCTYPE b>c", "ac|"),
        ("&amp;&lt;&#36;&#x24;&nbsp;x", "&<$$\u{A0}x|"), ("&unknown;&x", "&unknown;&x|"),
        ("<a title=\"x>y\">a</a>", "a|"), ("a < b", "a < b|"), ("1<2", "1<2|"),
        ("<h1>T</h1>a\n b", "T|a b|"), ("<td>1</td><td>2</td>", "1|2|"), ("<footer>x", ""),
        ("<img src=x>a", "a|"), ("<svg/>a", "a|"), ("a<", "a|"), ("a&", "a&|"),
        ("&#1114112;", "&#1114112;|"),
    ])
    func readsPages(source: String, expected: String) {
        #expect(Self.read(source, .html) == expected)
    }

    @Test(arguments: [
        ("# T\na\nb", "T|a b|"), ("- a\n- b", "a|b|"), ("1. a\n2. b", "a|b|"),
        ("**a** _b_ `c`", "a b c|"), ("[a](http://x.org/1%25) b", "a b|"), ("![p](x.png)a", "pa|"),
        ("```\n$5\n```\na", "a|"), ("> a", "a|"), ("|a|b|", "a|b|"), ("a_b 3*4", "a_b 34|"),
        ("a <b>c</b>", "a c|"), ("-14.6% a", "-14.6% a|"), ("price <5 and >3", "price <5 and >3|"),
        ("a\n\nb", "a|b|"), ("[a b", "a b|"),
    ])
    func readsMarkdown(source: String, expected: String) {
        #expect(
            Self.read(source, .markdown).split(separator: " ") == expected.split(separator: " "))
    }

    /// By construction: each letter of the text is the byte of the source that it points to.
    @Test func pointsBackToTheSource() {
        let source = Array("<p title='é'>Wert &amp; 比特币 <b>fell</b></p>".utf8)
        let text = ArticleText(source, format: .html)
        for place in text.scalars.indices where text.scalars[place].isASCII {
            let origin = text.source(of: place..<place + 1).lowerBound
            guard text.scalars[place] != "&", origin < source.count else { continue }
            #expect(source[origin] == UInt8(ascii: text.scalars[place]))
        }
        let words = text.text(0..<text.scalars.count)
        #expect(words == "Wert & 比特币 fell\u{2029}")
        let coin = text.source(of: 7..<10)
        #expect(String(decoding: source[coin], as: UTF8.self) == "比特币")
    }

    @Test func originsNeverRunBack() {
        var generator = SeededGenerator(seed: 1)
        let pieces = [
            "<p>", "</p>", "a", "&amp;", "<", "é", "\n", "\u{202E}", "![", "](", ")", "#", " ",
        ]
        for format in ArticleText.Format.allCases {
            for _ in 0..<200 {
                let source = (0..<20).map { _ in pieces.randomElement(using: &generator) ?? "" }
                    .joined()
                let text = ArticleText(source, format: format)
                let origins = text.scalars.indices.map { text.source(of: $0..<$0 + 1).lowerBound }
                #expect(origins == origins.sorted(), "\(source)")
                #expect(origins.allSatisfy { $0 <= source.utf8.count })
            }
        }
    }

    @Test func bytesThatAreNoTextAreReplaced() {
        let text = ArticleText(
            [0x61, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80], format: .plain)
        #expect(text.scalars.first == "a" && text.scalars.contains("\u{FFFD}"))
        #expect(text.scalars.contains("("))
    }

    @Test func hiddenMarksAreCounted() {
        #expect(ArticleText("a\u{202E}b\u{200B}").hiddenMarks == 2)
    }

    @Test func longArticlesAreCut() {
        let text = ArticleText(
            [UInt8](repeating: 0x61, count: ArticleText.limit + 1), format: .plain)
        #expect(text.isCut && text.sourceCount == ArticleText.limit)
    }
}
