import Foundation
import TestSupport
import Testing

@testable import Feeds

@Suite struct PlainTextTests {
    @Test(
        arguments: [
            ("", ""), (" a \n\t b ", "a b"), ("a\u{A0}\u{2028}b", "a b"),
            ("a\u{0}b\u{1B}[31m", "ab[31m"),
            ("a\u{202E}b\u{2066}c\u{200F}d\u{061C}", "abcd"),
            ("a\u{200B}b\u{FEFF}c\u{AD}d", "abcd"),
            ("x\u{E0041}y", "xy"), ("\u{E000}\u{FFFE}z", "z"), ("👩\u{200D}💻", "👩\u{200D}💻"),
            ("न\u{94D}\u{200C}न", "न\u{94D}\u{200C}न"), ("\u{200D}", ""),
            ("\u{200D}a\u{200D} \u{200C}b\u{200D}\u{200D}c\u{200D}", "a b\u{200D}c"),
            ("e\u{301}", "e\u{301}"),
            ("\u{85}\u{85}", ""), ("a\u{7F}~", "a~"),
        ])
    func isOneHarmlessLine(text: String, expected: String) {
        let line = PlainText.line(text, limit: 100).line
        #expect(Array(line.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func isCutToItsLimit() {
        for limit in 0...6 {
            let (line, isCut) = PlainText.line("ab cd", limit: limit)
            #expect(isCut == (limit < 5))
            #expect(line.unicodeScalars.count <= limit)
            #expect(isCut == line.hasSuffix("…") || limit == 0)
        }
        #expect(PlainText.line("ab cd", limit: 4).line == "ab…")
        #expect(PlainText.line("abcdef", limit: 4).line == "abc…")
    }

    @Test func isItsOwnLine() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<500 {
            var text = String.UnicodeScalarView()
            for _ in 0..<20 {
                let value = UInt32.random(in: 0..<0x3000, using: &random)
                if let scalar = Unicode.Scalar(value) { text.append(scalar) }
            }
            let line = PlainText.line(String(text), limit: 15).line
            #expect(PlainText.line(line, limit: 15).line.utf8.elementsEqual(line.utf8))
            #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        }
    }

    /// As many U+FFFD as Python puts, and counted.
    @Test func repairsBytesAsPythonDoes() throws {
        let rows = try ReferenceFeeds.rows("texts.json").filter { $0["kind"]?.string == "utf8" }
        #expect(rows.count == 200)
        for row in rows {
            let digits = Array((row["bytes"]?.string ?? "").utf8)
            var text = BoundedText(limit: 100)
            for place in stride(from: 0, to: digits.count, by: 2) {
                let pair = String(decoding: digits[place...place + 1], as: UTF8.self)
                text.append(try #require(UInt8(pair, radix: 16)))
            }
            #expect(text.text.string == row["text"]?.string)
            #expect(JSONDocument.number(Double(text.text.repairs)) == row["repairs"])
        }
    }

    @Test func aCutPartsNoCharacter() {
        let bytes = Array("é€𐍈é€𐍈".utf8)
        for limit in 0...bytes.count {
            var text = BoundedText(limit: limit)
            text.append(bytes[...])
            #expect(text.text.repairs == 0 && text.text.isCut == (limit < bytes.count))
            #expect(!text.text.string.unicodeScalars.contains("\u{FFFD}"))
        }
    }

    @Test(
        arguments: [
            ("https://a.example/x?y=1#z", true), ("HTTP://a.example", true),
            (" https://a.example/\n", true), ("https://é.example/é", true),
            ("https://[::1]/", true), ("https://1.2.3.4:80/", true), ("javascript:alert(1)", false),
            ("data:text/html,x", false), ("//a.example/", false), ("/path", false), ("", false),
            ("https://", false), ("https:///x", false), ("https://.example/", false),
            ("https://bank.example@evil.example/", false), ("https://a.example/<b>", false),
            ("https://a.example/a b", false), ("https://a.example/\"onload=x", false),
            ("https://a.example/\u{202E}gpj", false), ("https://a.example/\u{0}", false),
            ("https://a.example/\u{FFFD}", false), ("java\nscript:alert(1)", false),
            ("ftp://a.example/", false), ("https:/a.example/", false),
            ("xhttps://a.example/", false),
        ])
    func takesWebAddressesOnly(text: String, isTaken: Bool) {
        #expect((WebLink.address(text, limit: 100) != nil) == isTaken)
        #expect(WebLink.address(text, limit: 10) == nil)
    }
}
