/// The word of a lexicon that rose most in headlines, by the same test that finds names nobody listed.
///
/// - Source, reference: those of `RiseTest`.
package struct TermBurst: Hashable, Sendable {
    /// The word.
    package let term: String
    /// Headlines that hold it in the recent stretch.
    package let recent: Int
    /// How many of the stretch would hold it if its mentions were spread evenly over all headlines of each feed.
    package let expected: Double
    /// The probability of at least so many in the stretch by chance.
    package let probability: Double

    /// The least likely of some words that rose, each with its test and its count in the recent stretch.
    ///
    /// - Output: `nil` where none rose; of equals the one with more headlines, then the first by name.
    package static func strongest(_ words: [String: (test: RiseTest, recent: Int)]) -> TermBurst? {
        words.filter { Double($1.recent) > $1.test.expected }
            .map { term, counted in
                TermBurst(
                    term: term, recent: counted.recent, expected: counted.test.expected,
                    probability: counted.test.probability(ofAtLeast: counted.recent))
            }
            .min {
                ($0.probability, -$0.recent, $0.term) < ($1.probability, -$1.recent, $1.term)
            }
    }
}
