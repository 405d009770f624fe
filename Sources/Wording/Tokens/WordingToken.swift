/// One thing in a sentence that a model wrote.
struct WordingToken: Hashable, Sendable {
    /// What it is, in a form in which two spellings of one thing are equal.
    enum Kind: Hashable, Sendable {
        /// Letters in lower case; units and months by one name each: `%`, `pp`, `h`, `january`.
        case word(String)
        /// A number in digits.
        case number(StatedNumber)
        /// Letters and digits in one: `1inch`, `27th`.
        case mixed(String)
        /// A mark that prose may hold, or `≥`.
        case mark(Character)
        /// A citation: the labels of facts, from 1.
        case citation([Int])
        /// The stand-in for a name, by the label of its fact.
        case name(Int)
        /// What prose does not hold.
        case foreign(Character)
    }

    /// What it is.
    let kind: Kind
    /// Where it stands among the characters that were read.
    let range: Range<Int>
}
