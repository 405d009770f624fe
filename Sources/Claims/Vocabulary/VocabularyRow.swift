/// A name that the caller wants to be recognised.
package struct VocabularyRow: Hashable, Sendable {
    /// What kind of thing it names.
    package let kind: Subject.Kind
    /// The caller's own name of the thing; several rows may share it.
    package let id: String
    /// How texts write it: `Render`, `RNDR`, `人工智能板块`.
    package let name: String
    /// Whether it matches in capitals only, as a ticker does.
    package let isTicker: Bool

    /// A name.
    package init(kind: Subject.Kind, id: String, name: String, isTicker: Bool = false) {
        self.kind = kind
        self.id = id
        self.name = name
        self.isTicker = isTicker
    }
}
