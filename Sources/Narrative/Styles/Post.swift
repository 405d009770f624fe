/// What one post of a thread says: a renderer makes as many posts of it as its length asks for, cut between
/// sentences, each with the opening before it.
public struct Post: Hashable, Sendable {
    /// Stands before the first sentence of each post, so that it can be read by itself: a moment, as a rule.
    public let opening: Sentence
    /// What it says.
    public let sentences: [Sentence]

    /// A post.
    public init(_ opening: Sentence, _ sentences: [Sentence]) {
        self.opening = opening
        self.sentences = sentences
    }
}
