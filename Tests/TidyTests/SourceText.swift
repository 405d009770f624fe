/// A Swift source with its comments and the words of its string literals blanked out.
///
/// Code within interpolations stays, so that it can be judged like any other. Lines keep their places.
struct SourceText {
    /// The code alone, as long as the source.
    let code: String

    /// The lines of the code, from the first.
    var lines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

    init(_ source: String) {
        var scanner = Scanner(Array(source))
        scanner.code(until: nil)
        code = String(scanner.output)
    }

    private struct Scanner {
        private let source: [Character]
        private var place = 0
        private(set) var output: [Character] = []

        init(_ source: [Character]) {
            self.source = source
        }

        private var isAtEnd: Bool { place >= source.count }

        private func sees(_ text: String) -> Bool {
            source[place...].starts(with: text)
        }

        private mutating func keep() {
            output.append(source[place])
            place += 1
        }

        private mutating func blank(_ count: Int = 1) {
            for _ in 0..<count where !isAtEnd {
                output.append(source[place].isNewline ? source[place] : " ")
                place += 1
            }
        }

        /// Code up to the closing parenthesis of an interpolation, or to the end.
        mutating func code(until end: Character?) {
            var depth = 0
            while !isAtEnd {
                if sees("//") {
                    while !isAtEnd, !source[place].isNewline { blank() }
                } else if sees("/*") {
                    comment()
                } else if source[place] == "\"" || opensRaw {
                    literal()
                } else {
                    if source[place] == "(" { depth += 1 }
                    if source[place] == ")" { depth -= 1 }
                    if end != nil, depth < 0 { return }
                    keep()
                }
            }
        }

        /// Whether a run of number signs stands here that ends in a quotation mark.
        private var opensRaw: Bool {
            source[place] == "#" && source[place...].first { $0 != "#" } == "\""
        }

        private mutating func comment() {
            var depth = 0
            repeat {
                if sees("/*") {
                    depth += 1
                    blank(2)
                } else if sees("*/") {
                    depth -= 1
                    blank(2)
                } else {
                    blank()
                }
            } while depth > 0 && !isAtEnd
        }

        private mutating func literal() {
            let signs = String(repeating: "#", count: source[place...].prefix { $0 == "#" }.count)
            blank(signs.count)
            let quotes = sees("\"\"\"") ? "\"\"\"" : "\""
            blank(quotes.count)
            while !isAtEnd, !sees(quotes + signs) {
                if sees("\\" + signs + "(") {
                    blank(signs.count + 1)
                    keep()
                    code(until: ")")
                    if !isAtEnd { keep() }
                } else if sees("\\" + signs) {
                    blank(signs.count + 2)
                } else {
                    blank()
                }
            }
            blank(quotes.count + signs.count)
        }
    }
}
