import Market

/// A source in words: what it is, who publishes it, under which terms, in which state, with which traps.
enum SourceLine {
    /// The headings of `cells`.
    static let headings = ["Source", "Publisher", "Licence", "Read from", "Good to know"]

    /// The parts of the description, each vouched for by the source.
    static func cells(_ source: Source) -> [Phrase] {
        let title = source.title.isEmpty ? source.id.text : source.title
        return [title, source.publisher, source.licence, state(source), source.note].map {
            Phrase(CleanText.inline($0), .source(source))
        }
    }

    /// The parts in one line.
    static func phrase(_ source: Source) -> Phrase {
        var line = Phrase()
        for part in cells(source) where !part.isEmpty {
            if !line.isEmpty { line.append("; ") }
            line.append(part)
        }
        return line
    }

    /// The repository at its commit, shortened as readers know it.
    private static func state(_ source: Source) -> String {
        let commit = source.commit.prefix(10)
        return commit.isEmpty ? source.repository : "\(source.repository) @ \(commit)"
    }
}
