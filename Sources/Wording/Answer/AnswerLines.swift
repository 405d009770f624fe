/// The sentences of an answer, each with the label of the sentence it rewords.
struct AnswerLines: Sendable {
    /// The rewordings by label, from 1; the first where a label comes twice.
    private(set) var byLabel: [Int: String] = [:]
    /// Sentences without a label, in order.
    private(set) var loose: [String] = []

    /// The most characters that are looked at, and that one sentence may have.
    private static let longest = (text: 32 << 10, sentence: 2_000)

    /// Reads an answer to a question about so many sentences. Looks at no more than four times as many lines.
    init(_ text: String, count: Int) {
        for line in Self.lines(text).prefix(4 * count + 8) {
            let stripped = Self.stripped(line)
            guard !stripped.isEmpty, stripped.utf8.count <= Self.longest.sentence else { continue }
            if let (label, rest) = Self.labelled(stripped) {
                let sentence = Self.unquoted(rest)
                if (1...count).contains(label), byLabel[label] == nil, !sentence.isEmpty {
                    byLabel[label] = sentence
                }
            } else {
                loose += Self.sentences(stripped)
            }
        }
        loose = Array(loose.prefix(4 * count))
    }

    /// The lines, with a break before a label in the middle of one.
    private static func lines(_ text: String) -> [Substring] {
        var broken = ""
        var previous: Character = " "
        let characters = Array(text.prefix(longest.text))
        for (place, character) in characters.enumerated() {
            if character == "S", !previous.isLetter, !previous.isNumber,
                labelEnd(characters[(place + 1)...]) != nil
            {
                broken.append("\n")
            }
            broken.append(character)
            previous = character
        }
        return broken.split { $0.isNewline }
    }

    /// How many characters of digits and a colon begin here; `nil` where none do.
    private static func labelEnd(_ characters: ArraySlice<Character>) -> Int? {
        let digits = characters.prefix(4).prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count), characters.dropFirst(digits.count).first == ":" else {
            return nil
        }
        return digits.count + 1
    }

    /// A line without the marks of lists, headings and emphasis.
    private static func stripped(_ line: Substring) -> String {
        let plain = line.filter { $0 != "*" && $0 != "`" && $0 != "_" }
        return trimmed(trimmed(plain[...]).drop { "-•#>".contains($0) })
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    private static func trimmed(_ text: String) -> String { trimmed(text[...]) }

    /// `S1: …`, `1: …`, `1. …` or `1) …`.
    private static func labelled(_ line: String) -> (label: Int, rest: String)? {
        let hasLetter = line.first == "S"
        let rest = hasLetter ? line.dropFirst() : line[...]
        let digits = rest.prefix(4).prefix { $0.isASCII && $0.isNumber }
        let after = rest.dropFirst(digits.count)
        guard (1...3).contains(digits.count), let label = Int(digits), let mark = after.first,
            ":.)".contains(mark), after.dropFirst().first.map(\.isWhitespace) ?? true
        else { return nil }
        return (label, trimmed(after.dropFirst()))
    }

    private static func unquoted(_ text: String) -> String {
        guard text.count > 1, text.first == "\"", text.last == "\"",
            !text.dropFirst().dropLast().contains("\"")
        else { return text }
        return String(text.dropFirst().dropLast())
    }

    /// The sentences of a line: each ends with a stop before a space and a capital.
    private static func sentences(_ line: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        let characters = Array(line)
        for (place, character) in characters.enumerated() {
            current.append(character)
            let isEnd =
                ".!?]".contains(character) && place + 2 < characters.count
                && characters[place + 1] == " " && characters[place + 2].isUppercase
                && (character != "]" || current.dropLast().contains { ".!?".contains($0) })
            if isEnd, character != "]" || endsSentence(current) {
                sentences.append(trimmed(current))
                current = ""
            }
        }
        return (sentences + [trimmed(current)]).filter { !$0.isEmpty }
    }

    /// Whether a stop stands right before the citations that a text ends with.
    private static func endsSentence(_ text: String) -> Bool {
        var rest = text[...]
        while rest.last == "]", let open = rest.lastIndex(of: "[") {
            rest = trimmed(rest[..<open])[...]
        }
        return rest.last.map { ".!?".contains($0) } ?? false
    }
}
