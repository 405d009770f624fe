import Testing

@Suite struct SourceTextTests {
    @Test(arguments: [
        ("let a = 1 // TO DO {", "let a = 1          "),
        ("a /* { /* } */ { */ b", "a                   b"),
        (#"f("{ // no") { }"#, "f(         ) { }"),
        (#""a \(x + "}" + y) b""#, "    (x +     + y)   "),
        (##"#"a \( "# + b"##, "          + b"),
        (#""\"{" }"#, "      }"),
        ("\"\"\"\n{ \\(a(b))\n\"\"\"\n}", "   \n   (a(b))\n   \n}"),
        (##"#"\#(a)"# c"##, "   (a)   c"),
    ])
    func blanksWordsAndKeepsCode(source: String, expected: String) {
        let code = SourceText(source).code
        #expect(
            code.split(separator: " ") == expected.split(separator: " "), "\(code)")
        #expect(code.count == source.count)
    }
}
