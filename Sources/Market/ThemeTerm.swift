/// A word that ties a title to a theme.
public struct ThemeTerm: Hashable, Sendable {
    /// The theme, such as `ai`.
    public let theme: String
    /// The word or words to look for.
    public let term: String
    /// The language of the term.
    public let language: String
    /// The sector the theme bears on; `nil` for the whole market.
    public let sector: SectorID?

    /// A term.
    public init(theme: String, term: String, language: String, sector: SectorID?) {
        self.theme = theme
        self.term = term
        self.language = language
        self.sector = sector
    }
}
