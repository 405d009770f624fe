/// What no source may say, with the reason a reader is given.
enum Ban: String, CaseIterable {
    case wallClock = "a clock is an argument"
    case ambientRandomness = "randomness comes from a seeded generator"
    case forced = "what may fail is handled"
    case uncheckedSharing = "sharing is checked by the compiler"
    case printing = "only an edge writes, to a stream it was given"
    case unfinished = "unfinished work is a ticket, not a comment"
    case trap = "a broken rule is a precondition that says which"
    case wholeFoundation = "FoundationEssentials first, Foundation only where it is all there is"

    /// Where a source breaks it, as the offending words; empty where it does not.
    func breaches(in source: String, _ text: SourceText) -> [String] {
        switch self {
        case .wallClock: Self.words(["Date()"], in: text.code) + Self.nows(in: text.code)
        case .ambientRandomness: Self.randoms(in: text.code)
        case .forced: Self.words(["try!", "as!"], in: text.code)
        case .uncheckedSharing:
            Self.words(["@unchecked Sendable", "nonisolated(unsafe)"], in: text.code)
        case .printing: Self.words(["print(", "debugPrint(", "dump("], in: text.code)
        case .unfinished: Self.words(["TODO", "FIXME", "XXX"], in: source)
        case .trap: Self.words(["fatalError"], in: text.code)
        case .wholeFoundation: Self.foundations(in: text.lines)
        }
    }

    /// The words that occur without a letter or digit before them.
    private static func words(_ words: [String], in text: String) -> [String] {
        words.filter { word in
            Self.pieces(of: text, at: word).contains { before, _ in
                before.last.map { !$0.isLetter && !$0.isNumber } ?? true
            }
        }
    }

    /// What stands before and after each occurrence of a word.
    private static func pieces(
        of text: String, at word: String
    ) -> [(before: Substring, after: Substring)] {
        var parts: [(Substring, Substring)] = []
        var rest = text[...]
        while let found = rest.firstRange(of: word) {
            parts.append((text[..<found.lowerBound], text[found.upperBound...]))
            rest = rest[found.upperBound...]
        }
        return parts
    }

    /// `ContinuousClock.now`, `Date.now` and a bare `.now`, but not the property of a value.
    private static func nows(in code: String) -> [String] {
        pieces(of: code, at: ".now").compactMap { before, after in
            guard !(after.first.map { $0.isLetter || $0.isNumber } ?? false) else { return nil }
            let owner = String(before.reversed().prefix { $0.isLetter || $0 == ")" }.reversed())
            return owner.first.map(\.isLowercase) ?? false || owner.last == ")"
                ? nil : owner + ".now"
        }
    }

    /// Calls of `random` and `shuffled` and the like that are not given a generator.
    private static func randoms(in code: String) -> [String] {
        [".random(", ".randomElement(", ".shuffled(", ".shuffle("].flatMap { call in
            pieces(of: code, at: call).filter { _, after in
                var depth = 1
                let arguments = after.prefix { character in
                    if character == "(" { depth += 1 }
                    if character == ")" { depth -= 1 }
                    return depth > 0
                }
                return !arguments.contains("using:")
            }
            .map { _ in call }
        }
    }

    /// Imports of the whole of Foundation that are not the other branch of its smaller part.
    private static func foundations(in lines: [Substring]) -> [String] {
        var conditions: [String] = []
        var found: [String] = []
        for line in lines {
            let words = line.split(separator: " ")
            if words.first?.hasPrefix("#") ?? false {
                conditions.append(words.joined(separator: " "))
            }
            guard words.contains("import"), words.last == "Foundation" else { continue }
            if conditions.suffix(2) != ["#if canImport(FoundationEssentials)", "#else"] {
                found.append(String(line))
            }
        }
        return found
    }
}
