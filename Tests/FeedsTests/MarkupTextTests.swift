import TestSupport
import Testing

@testable import Feeds

@Suite struct MarkupTextTests {
    private func line(_ text: String, _ kind: TextKind) -> String {
        PlainText.line(MarkupText.text(of: text, kind), limit: 1_000).line
    }

    @Test func agreesWithPython() throws {
        let rows = try ReferenceFeeds.rows("texts.json").filter { $0["kind"]?.string == "html" }
        #expect(rows.count == 120)
        for row in rows {
            let markup = try #require(row["markup"]?.string)
            #expect(line(markup, .markup) == row["text"]?.string, "\(markup)")
        }
    }

    @Test(
        arguments: [
            // What is plain stays, letter for letter.
            ("Span<T> in C#", .either, "Span<T> in C#"),
            ("The <dialog> element", .either, "The <dialog> element"),
            ("<b>x</b>", .plain, "<b>x</b>"), ("a &amp; b", .plain, "a &amp; b"),
            ("a < b and c > d", .markup, "a < b and c > d"),
            ("<y and z>w", .markup, "<y and z>w"), ("AT&T", .either, "AT&T"),
            // What is HTML goes.
            ("<b>x</b> y", .either, "x y"), ("a<br>b", .either, "a b"),
            ("a<B CLASS=x>b</B>c", .markup, "abc"), ("<p>a</p><p>b</p>", .markup, "a b"),
            ("x<script>alert(1)</script>y", .either, "xy"),
            ("x<SCRIPT src=q>a</script >y", .markup, "xy"), ("x<script>never ends", .markup, "x"),
            ("x<style>p{}</style>y", .either, "xy"), ("a<!-- b > c -->d", .markup, "ad"),
            ("a<!DOCTYPE x>b<?y z?>c", .markup, "abc"),
            // Nothing taken out makes a tag of what is left.
            ("<scr<script>x</script>ipt>y", .markup, "<scr ipt>y"),
            ("<<b>script>x", .markup, "< script>x"), ("a <b", .markup, "a <b"),
            // References.
            ("&lt;b&gt; &amp;amp; &#65;&#x42;&apos;", .markup, "<b> &amp; AB'"),
            ("&#146;&#128;&eacute;&nbsp;x", .markup, "’€é x"),
            ("&#0;&#xD800;&#x110000;&#99999999999;", .markup, "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("&; &#; &#x; &nosuch; &amp", .markup, "&; &#; &#x; &nosuch; &amp"),
        ] as [(String, TextKind, String)])
    func reads(text: String, kind: TextKind, expected: String) {
        #expect(line(text, kind) == expected)
    }

    @Test func everyNameIsACharacter() {
        #expect(CharacterReference.scalar(Array("copy".utf8)[...]) == "©")
        #expect(CharacterReference.scalar(Array("thetasym".utf8)[...]) == "ϑ")
        #expect(CharacterReference.scalar(Array("Copy".utf8)[...]) == nil)
    }

    @Test func takesLinearTimeAndNeverGrows() {
        for piece in ["<b", "<!--", "</script", "<script>", "&amp", "<b>", "<<", "&#", "<!"] {
            let text = String(repeating: piece, count: 8_192)
            #expect(MarkupText.text(of: text, .markup).utf8.count <= text.utf8.count)
        }
    }
}
