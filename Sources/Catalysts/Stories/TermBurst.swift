#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
/// The word of a lexicon that rose most in headlines, against how often it stood there before.
///
/// With `expected` the count that the earlier rate gives for the recent stretch, the surprise of a count
/// `n` is `n ln(n / expected) - (n - expected)`: the Poisson log-likelihood ratio. Half a mention is
/// added to the earlier count, so that a new word has a rate.
///
/// - Source: Kleinberg, *Bursty and Hierarchical Structure in Streams*, 2002, with a single burst state.
package struct TermBurst: Hashable, Sendable {
    /// The word.
    package let term: String
    /// Headlines that hold it in the recent stretch.
    package let recent: Int
    /// Headlines that would hold it at the earlier rate.
    package let expected: Double

    /// How surprising the recent count is; zero or more.
    package var surprise: Double {
        guard Double(recent) > expected else { return 0 }
        return Double(recent) * log(Double(recent) / expected) - (Double(recent) - expected)
    }

    /// The most surprising of some words, each counted in the earlier and in the recent stretch.
    ///
    /// - Input: `share`, how many headlines the recent stretch has for each one of the earlier.
    /// - Output: `nil` where none rose; of equals the first by name.
    package static func strongest(
        earlier: [String: Int], recent: [String: Int], share: Double
    ) -> TermBurst? {
        recent
            .map { term, count in
                TermBurst(
                    term: term, recent: count,
                    expected: (Double(earlier[term] ?? 0) + 0.5) * share)
            }
            .filter { $0.surprise > 0 }
            .max { ($0.surprise, $1.term) < ($1.surprise, $0.term) }
    }
}
