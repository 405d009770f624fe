package import Market

/// A name that nobody listed, and that stands in far more headlines of late than before.
package struct NameBurst: Hashable, Sendable {
    /// The name as it is written most often.
    package let name: String
    /// The stretch before the end of the search in which it rose.
    package let recentSpan: TimeSpan
    /// Stories of the stretch that hold it, of feeds that reach back far enough.
    package let recent: Int
    /// Stories of those feeds before the stretch that hold it.
    package let earlier: Int
    /// How many stories of the stretch would hold it if its mentions were spread evenly over all
    /// headlines of each feed.
    package let expected: Double
    /// The probability of at least so many in the stretch by chance; see `RiseTest`.
    package let probability: Double
    /// The probability times the number of names and stretches tried, at most one: below 0.05, one
    /// search in twenty has such a name by chance (Bonferroni).
    package let adjusted: Double
    /// The least share of false names among all found, if this one is taken (Benjamini and Hochberg).
    package let falseDiscovery: Double
    /// The first headline of each story that holds it, of all feeds, earliest first.
    package let headlines: [Headline]

    /// When a headline first held it, within the time searched.
    package var firstSeen: Timestamp? { headlines.first?.published }
}
