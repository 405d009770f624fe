/// What is to be said about a name that was understood.
package struct ResolutionNote: Hashable, Sendable {
    /// How many coins of the asset one unit of what was written is: 1000 for `1000SHIBUSDT`, 0.43335 of
    /// FET for `AGIX`. Above zero and finite.
    package let coinsPerUnit: Double
    /// For a reader, such as `RNDR until 26 July 2024`; empty where only the unit is to be said.
    package let words: String

    /// A note.
    package init(coinsPerUnit: Double, words: String) {
        self.coinsPerUnit = coinsPerUnit
        self.words = words
    }
}
