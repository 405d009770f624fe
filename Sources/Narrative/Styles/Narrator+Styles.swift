public import Market

extension Narrator {
    /// The answer in a style. `window` is the window as the reader spells it.
    public func report(
        window spelled: String, sources: [Source], style: ReportStyle
    ) -> Report {
        switch style {
        case .report: report(window: spelled, sources: sources)
        case .brief: brief(window: spelled, sources: sources)
        case .thread: thread(window: spelled, sources: sources)
        }
    }
}

extension Report {
    /// An explanation told again from its own facts, in a style and a language; it must be one of
    /// `Narrator.report(window:sources:)`.
    public func retold(_ style: ReportStyle, in language: Language) -> Report {
        if style == self.style, language == self.language { return self }
        let measured = window == "utc-day" ? "utcDay" : window
        return Narrator(book: book, window: measured, language: language)
            .report(window: window, sources: sources, style: style)
    }
}
