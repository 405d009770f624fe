internal import Digests

/// What an index is: the rules it is computed by, and nothing that is not a rule.
///
/// Two definitions that differ in anything have different ids; the order in which a list was written is
/// no difference.
package struct IndexDefinition: Hashable, Sendable {
    /// The name, such as `total`.
    package let name: String
    /// The name for a reader.
    package let title: String
    /// Which assets may be members, and what keeps them out.
    package let universe: UniverseRule
    /// How members are weighted.
    package let weighting: Weighting
    /// Where prices come from and how old they may be.
    package let priceRule: String
    /// Where supplies come from and how old they may be.
    package let supplyRule: String
    /// The least share of the members' capitalisation that must have prices, from 0 to 1.
    package let leastCoverage: Double

    /// A definition.
    ///
    /// - Precondition: the universe can have members, the weighting's bounds are sound, and the coverage
    ///   lies between 0 and 1.
    package init(
        name: String, title: String, universe: UniverseRule, weighting: Weighting,
        priceRule: String = Self.freshPrices, supplyRule: String = Self.latestSupplies,
        leastCoverage: Double = 0.5
    ) {
        precondition(!universe.isEmpty, "an index that can have no member is none")
        precondition(weighting.isSound, "bounds of weights lie between zero and one")
        precondition((0...1).contains(leastCoverage), "a share lies between zero and one")
        self.name = name
        self.title = title
        self.universe = universe
        self.weighting = weighting
        self.priceRule = priceRule
        self.supplyRule = supplyRule
        self.leastCoverage = leastCoverage
    }

    /// Names the definition: the first 12 digits of the SHA-256 of its canonical fields.
    package var id: String { ContentDigest(ofFields: canonicalFields).short }

    /// All that the definition says, with lists sorted and counted.
    var canonicalFields: [String] {
        ["downdraft.index/1", name, title] + universe.canonicalFields + weighting.canonicalFields
            + [priceRule, supplyRule, "\(leastCoverage + 0)"]
    }

    /// The definition for a reader: its parts between semicolons, no sentence.
    package var words: String {
        let covered = "no value where less than \(leastCoverage) of the capitalisation is priced"
        return
            (universe.words
            + [weighting.words, "prices: \(priceRule)", "supplies: \(supplyRule)", covered])
            .joined(separator: "; ")
    }

    /// Prices as the engine takes them.
    package static let freshPrices = """
        the median of what the perpetual contracts last closed at, divided by their coins a price, of \
        venues that are fresh at both ends, at most three hours old and of one moment with the newest; \
        tether taken as one US dollar; stablecoins at one US dollar
        """

    /// Supplies as the engine takes them.
    package static let latestSupplies =
        """
        circulating supply of the latest snapshot known at either end; one that changed by more than two \
        percent a day counts as it was before until the next snapshot agrees
        """
}
