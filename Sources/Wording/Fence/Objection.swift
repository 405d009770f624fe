/// What a fence has against a sentence.
struct Objection: Error, Hashable {
    /// Why.
    let reason: RejectionReason
    /// The offending word, as the model wrote it.
    let word: String

    init(_ reason: RejectionReason, _ word: String) {
        self.reason = reason
        self.word = word
    }
}
