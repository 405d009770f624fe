internal import Evidence
internal import Market

/// When a cause that an article names was first written of, against the beginning of the move.
///
/// What is released need not be noticed: a story that is out for days before anything moves is not what
/// moved it at the moment of its release.
struct ClaimTiming {
    /// The first story with the name.
    let firstSeen: Fact
    /// When the market's move likeliest began, where that could be dated.
    let onset: Fact?
    /// How long the first story came before the earliest the move may have begun, in days; negative where it
    /// came later.
    let lead: Fact

    /// Whether the story was out for a day and more before anything moved.
    var isLong: Bool { (lead.number ?? 0) >= 1 }

    /// What a book says of the candidate at a place; `nil` where no story of it is known.
    init?(_ candidate: Evidence.Measure, in book: EvidenceBook) {
        guard let firstSeen = book[candidate.dot("firstSeen"), .question],
            let lead = book[candidate.dot("lead"), .question]
        else { return nil }
        self.firstSeen = firstSeen
        self.lead = lead
        onset = book["onset.market", .question]
    }
}
