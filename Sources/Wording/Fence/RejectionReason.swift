/// Why a sentence of a model was not taken.
package enum RejectionReason: String, Hashable, Sendable, CaseIterable {
    /// The model gave no sentence for this one, or its answer did not come.
    case missing
    /// It is empty, much longer than the template's, or of nothing but marks.
    case length
    /// It holds characters that no prose of ours has.
    case character
    /// It cites a fact that it was not given.
    case citation
    /// It tells a fact without citing it.
    case uncited
    /// It holds a number, in digits or words, that no fact it cites has.
    case number
    /// It names a date or time that no fact it cites has.
    case date
    /// It names somebody whom the template does not.
    case name
    /// It says a direction that the sign of the fact does not bear, or with a judgement in it.
    case direction
    /// It tells a negative figure without saying that it is one.
    case sign
    /// It says that something caused something where the template does not.
    case cause
    /// It adds, drops or repeats a word such as `not`, `at least` or `every`.
    case qualifier
    /// It ties a figure to another window, side, or subject than the template does.
    case context
    /// It leaves out a fact of the template's sentence.
    case lost
    /// It says the same twice.
    case repetition
    /// It holds a word that the fence does not know to be harmless.
    case word
}
