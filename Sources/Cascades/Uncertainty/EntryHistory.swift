/// Where the open positions were opened: dollars opened by price and age.
///
/// - Unit: prices as ratios of the price before the move; ages in days; dollars of any one unit,
///   since only their shares count.
package struct EntryHistory: Hashable, Sendable {
    /// Positions opened together.
    package struct Entry: Hashable, Sendable {
        /// The entry price over the price before the move.
        package let price: Double
        /// How long ago, in days.
        package let age: Double
        /// How much, before any of it was closed again.
        package let opened: Double

        /// Positions opened at a price, so long ago.
        package init(price: Double, age: Double, opened: Double) {
            self.price = price
            self.age = age
            self.opened = opened
        }
    }

    /// The most entries.
    package static let maximumEntries = 20_000

    /// The entries.
    package let entries: [Entry]

    /// A history; something was opened.
    package init(_ entries: [Entry]) throws(CascadeError) {
        guard entries.count <= Self.maximumEntries else {
            throw .tooMany("entries", allowed: Self.maximumEntries)
        }
        for entry in entries {
            try CascadeError.within(1e-6...1e6, entry.price, "entry price")
            try CascadeError.within(0...1e5, entry.age, "age")
            try CascadeError.within(0...1e18, entry.opened, "opened")
        }
        guard entries.contains(where: { $0.opened > 0 }) else { throw .emptyProfile }
        self.entries = entries
    }
}
