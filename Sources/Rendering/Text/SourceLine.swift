import Market

/// A source in words: what it is, who publishes it, under which terms, in which state, with which traps.
enum SourceLine {
    /// The headings of `cells`.
    static func headings(in language: any PageLanguage) -> [String] {
        [.sourceTitle, .sourcePublisher, .sourceLicence, .sourceState, .sourceNote]
            .map { language.word($0) }
    }

    /// The parts of the description, each vouched for by the source.
    static func cells(
        _ source: Source, in language: any PageLanguage = EnglishPage()
    ) -> [Phrase] {
        [
            source.title.isEmpty
                ? CleanText.inline(source.id.text) : language.quotation(source.title),
            CleanText.inline(source.publisher), language.licence(source.licence),
            CleanText.inline(state(source)), language.quotation(source.note),
        ].map { Phrase($0, .source(source)) }
    }

    /// The parts in one line.
    static func phrase(_ source: Source, in language: any PageLanguage = EnglishPage()) -> Phrase {
        var line = Phrase()
        for part in cells(source, in: language) where !part.isEmpty {
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
