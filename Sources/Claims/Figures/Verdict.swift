/// What a check says of a claim. Internal checks and checks against data give the same words.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// What the claim says was found, at its precision.
    case confirmed
    /// It would be printed otherwise, and misleads nobody.
    case approximatelyRight
    /// Something else was found.
    case refuted
    /// True and false print the same at the precision of the claim.
    case undecidableAtPrecision
    /// A thing is said to be what it is not.
    case definitionError
    /// The text contradicts itself.
    case internallyInconsistent
    /// Nothing to compare with.
    case noData
    /// No statement about what has happened: a forecast, an opinion, a question.
    case notCheckable
}
