package import Market

/// A name by which something goes in headlines, and for how long. Rows of these are the lexicon's data.
package struct EntityTerm: Hashable, Sendable {
    /// What kind of thing a term names.
    package enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
        /// A coin or token; the target is its `AssetID`.
        case asset
        /// A company or laboratory; the target is its name.
        case company
        /// A sector of the market; the target is its `SectorID`.
        case sector
        /// A theme, such as `ai` or `macro`.
        case theme

        /// Orders kinds by their names.
        package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    /// How a term is found.
    package enum Spelling: String, Hashable, Sendable, CaseIterable {
        /// Capitals or small letters.
        case any
        /// Letter for letter.
        case exact
        /// Letter for letter, and with a dollar sign before it without further conditions.
        case ticker
    }

    /// The word or words to look for.
    package let term: String
    /// What kind of thing it names.
    package let kind: Kind
    /// The thing it names.
    package let target: String
    /// The language of the term, as a two-letter code.
    package let language: String
    /// How it is found.
    package let spelling: Spelling
    /// Whether it is also a common word (`NEAR`, `ONE`, `Render`), so that the title must speak of the
    /// market elsewhere too.
    package let needsContext: Bool
    /// The themes that it speaks of, by name.
    package let themes: [String]
    /// When the row could be written: a question of an earlier moment does not see it.
    package let known: Timestamp
    /// From when on the name stands for this target; `nil` for ever before.
    package let from: Timestamp?
    /// Until when it does, that moment excluded; `nil` without end.
    package let until: Timestamp?
    /// Where the row is from.
    package let source: String

    /// A term.
    package init(
        term: String, kind: Kind, target: String, language: String, spelling: Spelling = .any,
        needsContext: Bool = false, themes: [String] = [], known: Timestamp,
        from: Timestamp? = nil, until: Timestamp? = nil, source: String = ""
    ) {
        self.term = term
        self.kind = kind
        self.target = target
        self.language = language
        self.spelling = spelling
        self.needsContext = needsContext
        self.themes = Set(themes).sorted()
        self.known = known
        self.from = from
        self.until = until
        self.source = source
    }

    /// A row of the list of themes as a term of the theme.
    package init(_ term: ThemeTerm, known: Timestamp, source: String = "") {
        self.init(
            term: term.term, kind: .theme, target: term.theme, language: term.language,
            spelling: Lexicon.isCapitals(term.term) ? .exact : .any, themes: [term.theme],
            known: known, source: source)
    }

    /// The ticker of an asset and its name, as terms.
    ///
    /// A ticker of up to two letters, or one that `words` has, needs context; so does a name that is a
    /// single word of `words`. A name stands as it is written.
    ///
    /// - Input: common words of any language in small letters; see `CommonWords`.
    package static func terms(
        of asset: AssetID, named name: String, words: Set<String>, themes: [String] = [],
        known: Timestamp, source: String = ""
    ) -> [EntityTerm] {
        let ticker = EntityTerm(
            term: asset.text, kind: .asset, target: asset.text, language: "",
            spelling: .ticker,
            needsContext: asset.text.count <= 2 || words.contains(asset.text.lowercased()),
            themes: themes, known: known, source: source)
        guard !name.isEmpty, name != asset.text else { return [ticker] }
        let named = EntityTerm(
            term: name, kind: .asset, target: asset.text, language: "", spelling: .exact,
            needsContext: words.contains(name.lowercased()), themes: themes, known: known,
            source: source)
        return [ticker, named]
    }

    /// Whether the name stood for its target at a moment.
    package func isValid(at moment: Timestamp) -> Bool {
        (from.map { $0 <= moment } ?? true) && (until.map { moment < $0 } ?? true)
    }
}
