/// What may be said of a candidate.
package enum CauseVerdict: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
    /// It came first, those it bears on went further than the market explains, and chance seldom does
    /// so much: a causal verb is allowed.
    case supported
    /// It was there at the time; more cannot be said.
    case coincided
    /// It could not be tested.
    case noData
    /// It came after the move had begun, and cannot be its cause.
    case tooLate

    /// What stands against more, or beside what is said.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The first story came after the move had begun.
        case seenAfterOnset
        /// The first story came while the move may have begun.
        case seenWithinOnset
        /// There is no story.
        case neverSeen
        /// Who is exposed was written down when the move was under way.
        case labelledAfterwards
        /// Too few of the exposed could be measured.
        case fewMembers
        /// Too small a share of them.
        case thinCoverage
        /// Too few dates lie apart to compare with.
        case fewDates
        /// Chance does as much too often.
        case notSignificant
        /// The exposed did better than expected in a fall, or worse in a rise.
        case otherWay
        /// Without one of the exposed the finding would not stand.
        case hangsOnOne
    }

    /// Whether a sentence may have a causal verb.
    package var allowsCausalVerb: Bool { self == .supported }

    /// In the order in which they are listed.
    package static func < (left: CauseVerdict, right: CauseVerdict) -> Bool {
        left.place < right.place
    }

    private var place: Int {
        switch self {
        case .supported: 0
        case .coincided: 1
        case .noData: 2
        case .tooLate: 3
        }
    }
}
