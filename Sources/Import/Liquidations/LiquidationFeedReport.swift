internal import Feeds
package import Market

/// What an import of liquidation messages did with one file.
package struct LiquidationFeedReport: Hashable, Sendable {
    /// What was wrong in one way, how often, and on which line first.
    package struct Fault: Hashable, Sendable {
        /// What was wrong.
        package let what: String
        /// How often.
        package let count: Int
        /// The line of the first, counted from one.
        package let firstLine: Int
    }

    /// What messages call the file.
    package let file: String
    /// Whose messages they are.
    package let venue: VenueID
    /// Liquidations that were read.
    package let liquidations: Int
    /// Liquidations that the store did not have.
    package let added: Int
    /// How many are of contracts whose size is not known: they are stored, counted and worth no dollars.
    package let withoutSize: Int
    /// Messages of something else.
    package let others: Int
    /// What was wrong, by kind.
    package let faults: [Fault]
    /// Whether the file ended within a message, or held more than is read.
    package let isCut: Bool
}
