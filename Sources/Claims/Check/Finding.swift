/// What a check found about one claim, with its reason as data.
package struct Finding: Hashable, Sendable {
    /// Why a verdict was given. Other claims are named by their place in the extraction.
    package enum Reason: Hashable, Sendable {
        /// The ends of a movement give this change, in hundredths.
        case impliedChange(ClosedRange<Double>)
        /// The ends of a movement lie the other way round.
        case directionOpposed
        /// Parts give this whole.
        case impliedTotal(ClosedRange<Double>, parts: [Int])
        /// Parts give this share, in hundredths.
        case impliedShare(ClosedRange<Double>, parts: [Int])
        /// A part is larger than its whole.
        case partExceedsWhole(whole: Int)
        /// A part is no larger than its whole.
        case partWithinWhole(whole: Int)
        /// Another moved further.
        case furtherMove(other: Int)
        /// Nobody that is named moved further.
        case furthestMove(others: [Int])
        /// Another moved as far, as far as can be seen.
        case equalMove(other: Int)
        /// Another moved further, but need not belong to those that are compared.
        case scopeUnknown(other: Int)
        /// The order of the text is not that of the figures.
        case orderOpposed(other: Int)
        /// A comparison is not what the figures say.
        case comparisonOpposed(Int, Int)
        /// A comparison is what the figures say.
        case comparisonHolds(Int, Int)
        /// The same thing is stated with another figure.
        case statedOtherwise(other: Int)
        /// The value and the level print the same.
        case samePrinted(value: Int)
        /// The value lies on the side that is stated.
        case sideHolds(value: Int)
        /// The value lies on the other side.
        case sideOpposed(value: Int)
        /// A movement ends before it begins.
        case datesReversed
        /// The day is another day of the week.
        case weekdayOpposed
        /// A definition, to be compared with the true one.
        case definition
        /// Said of the future.
        case forecast
        /// Somebody's words.
        case quotation
        /// A number whose meaning was not understood.
        case notUnderstood
        /// Nothing in the text to compare with.
        case nothingToCompare
    }

    /// The claim, by its place in the extraction.
    package let claim: Int
    /// The verdict.
    package let verdict: Verdict
    /// Why.
    package let reason: Reason
    /// Whether the subject was taken from the context while the text offers more than one.
    package let isReferentAmbiguous: Bool

    init(claim: Int, verdict: Verdict, reason: Reason, isReferentAmbiguous: Bool = false) {
        self.claim = claim
        self.verdict = verdict
        self.reason = reason
        self.isReferentAmbiguous = isReferentAmbiguous
    }
}
