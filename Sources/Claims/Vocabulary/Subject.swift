/// What a claim is about.
package struct Subject: Hashable, Sendable {
    /// The kind of thing.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The crypto market as a whole, and the index that stands for it.
        case market
        /// Another index.
        case index
        /// A group of assets.
        case sector
        /// A coin or token.
        case asset
        /// Something with a name that the vocabulary does not hold: another market, a company, a new coin.
        case unknown
    }

    /// How the text says which thing is meant.
    package enum Resolution: String, Hashable, Sendable, CaseIterable {
        /// By name or ticker.
        case named
        /// By a word that points back: `it`, `the token`.
        case pronoun
        /// By nothing: the last thing spoken of is taken.
        case implied
    }

    /// The kind of thing.
    package let kind: Kind
    /// The id of its vocabulary row; of what the vocabulary does not hold, its ticker or its name as written.
    package let id: String
    /// Where it is named in the text, or where the word is that points to it; for an implied subject,
    /// where it was named last.
    package let span: Range<Int>
    /// How the text says it.
    package let resolution: Resolution
    /// Whether the text gives its ticker rather than its name.
    let isTicker: Bool
    /// Whether the vocabulary holds it. An asset that it does not hold is one that a text gives a ticker.
    package let isKnown: Bool

    /// A subject.
    package init(
        kind: Kind, id: String, span: Range<Int>, resolution: Resolution, isKnown: Bool = true
    ) {
        self.init(
            kind: kind, id: id, span: span, resolution: resolution, isKnown: isKnown,
            isTicker: false)
    }

    init(
        kind: Kind, id: String, span: Range<Int>, resolution: Resolution, isKnown: Bool = true,
        isTicker: Bool
    ) {
        self.isTicker = isTicker
        self.kind = kind
        self.id = id
        self.span = span
        self.resolution = resolution
        self.isKnown = isKnown && kind != .unknown
    }

    /// Whether two name the same thing.
    package func isSame(as other: Subject) -> Bool {
        kind == other.kind && id == other.id && isKnown == other.isKnown
    }

    func resolved(_ resolution: Resolution, at span: Range<Int>? = nil) -> Subject {
        Subject(
            kind: kind, id: id, span: span ?? self.span, resolution: resolution, isKnown: isKnown,
            isTicker: isTicker)
    }
}
