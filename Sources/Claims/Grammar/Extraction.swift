/// What was read out of a text.
package struct Extraction: Hashable, Sendable {
    /// The claims, in the order of the text.
    package let claims: [Claim]
    /// The sentences, as ranges of the text.
    package let sentences: [Range<Int>]
    /// Words that look like names and are written with other letters.
    package let lookalikes: [Lookalike]
    /// Numbers that cannot be read.
    package let unreadable: [Range<Int>]
    /// Tokens and phrases that were taken up, the measure of the work done.
    package let steps: Int
}
