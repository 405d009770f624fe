import Market

/// A source in one line: what it is, who publishes it, under which terms, in which state.
enum SourceLine {
    /// The line; every part of it is vouched for by the source.
    static func phrase(_ source: Source) -> Phrase {
        let title = source.title.isEmpty ? source.id.text : source.title
        var phrase = Phrase(CleanText.inline(title), .source(source))
        for part in [source.publisher, source.licence, state(source)] {
            let cleaned = CleanText.inline(part)
            guard !cleaned.isEmpty else { continue }
            phrase.append("; ")
            phrase.append(cleaned, .source(source))
        }
        return phrase
    }

    /// The repository at its commit, shortened as readers know it.
    private static func state(_ source: Source) -> String {
        let commit = source.commit.prefix(10)
        return commit.isEmpty ? source.repository : "\(source.repository) @ \(commit)"
    }

    /// The repository as a link, if it is one that may be followed.
    static func link(_ source: Source) -> String? {
        let text = CleanText.inline(source.repository)
        let lowered = text.lowercased()
        let isSafe = lowered.hasPrefix("https://") || lowered.hasPrefix("http://")
        let hasOddities = text.contains {
            $0 == " " || $0 == "\"" || $0 == "<" || $0 == ">" || $0 == "(" || $0 == ")"
                || $0 == "\\" || $0 == "|" || $0 == "`"
        }
        return isSafe && !hasOddities ? text : nil
    }
}
