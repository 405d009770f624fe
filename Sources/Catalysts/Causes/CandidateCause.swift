package import Market

/// Something that may have moved the market, and who it bears on.
///
/// Who is exposed is a list with a date: one drawn up after the move proves nothing about it.
package struct CandidateCause: Hashable, Sendable {
    /// When a story came, against when the move began.
    package enum Timing: String, Hashable, Sendable, CaseIterable {
        /// Before the first instant at which the move may have begun.
        case before
        /// While it may have begun: which came first cannot be said.
        case within
        /// After the move had begun.
        case after
        /// No story is known.
        case unseen
    }

    /// The name, such as a theme's.
    package let name: String
    /// When the first of its stories was published; `nil` where there is none.
    package let firstSeen: Timestamp?
    /// How many stories there are.
    package let stories: Int
    /// Who it bears on.
    package let exposed: Set<AssetID>
    /// When that was written down.
    package let labelled: Timestamp

    /// A candidate.
    package init(
        name: String, firstSeen: Timestamp?, stories: Int, exposed: Set<AssetID>,
        labelled: Timestamp
    ) {
        self.name = name
        self.firstSeen = firstSeen
        self.stories = stories
        self.exposed = exposed
        self.labelled = labelled
    }

    /// When the first story came, against a move that began somewhere in a range; an instant is a
    /// range of no length.
    package func timing(against onset: TimeRange) -> Timing {
        guard let firstSeen else { return .unseen }
        if firstSeen < onset.start { return .before }
        return firstSeen < onset.end ? .within : .after
    }
}
