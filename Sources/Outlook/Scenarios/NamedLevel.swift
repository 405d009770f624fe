/// A price that somebody looks at, by a name.
package struct NamedLevel: Hashable, Codable, Sendable {
    /// The price in quote currency, above zero.
    package let price: Double
    /// What it is called.
    package let name: String

    /// A level; `nil` for a price that is none.
    package init?(price: Double, name: String) {
        guard price > 0, price.isFinite else { return nil }
        self.price = price
        self.name = name
    }
}
