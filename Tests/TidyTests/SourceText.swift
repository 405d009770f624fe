/// A Swift source with its comments and the words of its string literals blanked out.
///
/// Code within interpolations stays, so that it can be judged like any other. Lines keep their places.
struct SourceText {
    /// The code alone, as long as the source.
    let code: String

    /// The lines of the code, from the first.
    var lines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

    init(_ source: String) {
        var scanner = Scanner(Array(source.utf8))
        scanner.code(isInterpolated: false)
        code = String(decoding: scanner.output, as: UTF8.self)
    }

    private struct Scanner {
        private let source: [UInt8]
        private var place = 0
        private(set) var output: [UInt8] = []

        private static let quote = UInt8(ascii: "\"")
        private static let sign = UInt8(ascii: "#")
        private static let slash = UInt8(ascii: "/")
        private static let newline = UInt8(ascii: "\n")

        init(_ source: [UInt8]) {
            self.source = source
            output.reserveCapacity(source.count)
        }

        private var isAtEnd: Bool { place >= source.count }

        private func sees(_ text: [UInt8]) -> Bool {
            source[place...].starts(with: text)
        }

        private mutating func keep() {
            output.append(source[place])
            place += 1
        }

        private mutating func blank(_ count: Int = 1) {
            for _ in 0..<count where !isAtEnd {
                let isNewline = source[place] == Self.newline
                output.append(isNewline ? Self.newline : UInt8(ascii: " "))
                place += 1
            }
        }

        /// Code to the end, or up to the parenthesis that closes an interpolation.
        mutating func code(isInterpolated: Bool) {
            var depth = 0
            while !isAtEnd {
                switch source[place] {
                case Self.slash where sees(Array("//".utf8)):
                    while !isAtEnd, source[place] != Self.newline { blank() }
                case Self.slash where sees(Array("/*".utf8)): comment()
                case Self.quote: literal()
                case Self.sign where opensRaw: literal()
                default:
                    if source[place] == UInt8(ascii: "(") { depth += 1 }
                    if source[place] == UInt8(ascii: ")") { depth -= 1 }
                    if isInterpolated, depth < 0 { return }
                    keep()
                }
            }
        }

        /// Whether a run of number signs stands here that ends in a quotation mark.
        private var opensRaw: Bool {
            source[place...].first { $0 != Self.sign } == Self.quote
        }

        private mutating func comment() {
            var depth = 0
            repeat {
                if sees(Array("/*".utf8)) {
                    depth += 1
                    blank(2)
                } else if sees(Array("*/".utf8)) {
                    depth -= 1
                    blank(2)
                } else {
                    blank()
                }
            } while depth > 0 && !isAtEnd
        }

        private mutating func literal() {
            let signs = Array(source[place...].prefix { $0 == Self.sign })
            blank(signs.count)
            let isLong = sees(Array("\"\"\"".utf8))
            let quotes = Array(repeating: Self.quote, count: isLong ? 3 : 1)
            let end = quotes + signs
            let escape = Array("\\".utf8) + signs
            blank(quotes.count)
            while !isAtEnd, !sees(end) {
                if sees(escape + Array("(".utf8)) {
                    blank(escape.count)
                    keep()
                    code(isInterpolated: true)
                    if !isAtEnd { keep() }
                } else if sees(escape) {
                    blank(escape.count + 1)
                } else {
                    blank()
                }
            }
            blank(end.count)
        }
    }
}
