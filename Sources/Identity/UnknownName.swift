/// Why a name stands for no asset, and what may have been meant.
package struct UnknownName: Hashable, Sendable {
    /// Why a name stands for nothing.
    package enum Reason: Hashable, Sendable {
        /// There is nothing in it.
        case empty
        /// It has more than `AssetDirectory.longestName` bytes; nothing in it was looked up.
        case tooLong
        /// No asset has it.
        case unknown
        /// It holds a character that looks like another one, or like none: this one.
        case lookalike(Unicode.Scalar)
    }

    /// Why the name stands for nothing.
    package let reason: Reason
    /// What may have been meant, the nearest first, at most `AssetDirectory.mostSuggestions`.
    package let suggestions: [Candidate]

    /// A name that stands for nothing.
    package init(reason: Reason, suggestions: [Candidate]) {
        self.reason = reason
        self.suggestions = suggestions
    }
}
