/// Something that a lexicon knows.
package struct Entity: Hashable, Sendable, Comparable {
    /// What kind of thing it is.
    package let kind: EntityTerm.Kind
    /// The thing: an asset's or a sector's identifier, a company's or a theme's name.
    package let target: String

    /// An entity.
    package init(kind: EntityTerm.Kind, target: String) {
        self.kind = kind
        self.target = target
    }

    /// Orders entities by kind, then by name.
    package static func < (left: Entity, right: Entity) -> Bool {
        (left.kind, left.target) < (right.kind, right.target)
    }
}

/// A place in a title where an entity is named.
package struct EntityMention: Hashable, Sendable {
    /// What is named.
    package let entity: Entity
    /// The term that names it.
    package let term: String
    /// The themes that the term speaks of, by name.
    package let themes: [String]
    /// Where it stands, in Unicode scalars from the start of the title.
    package let span: Range<Int>
}
