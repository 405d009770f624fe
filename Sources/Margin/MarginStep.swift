/// One line of an explanation: what is computed, by which words, and what comes out.
package struct MarginStep: Hashable, Sendable {
    /// What the number counts.
    package enum Unit: Hashable, Sendable {
        /// The settlement currency, by its name.
        case settlement(String)
        /// The quote currency per coin.
        case price
        /// A share of one.
        case ratio
        /// Contracts.
        case contracts
        /// A tier, counted from one.
        case tier
    }

    /// What it is.
    package let name: String
    /// How it follows from the lines before, in words.
    package let formula: String
    /// The number, with all its digits; `nil` where there is none, as the formula says.
    package let value: Double?
    /// What the number counts.
    package let unit: Unit
}
