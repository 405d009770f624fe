/// What a fact's value counts. The raw value is the unit's name in JSON.
public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// US dollars.
    case usd
    /// A part of one: 0.05 is five percent.
    case ratio
    /// A part of one, of an index's earlier value, so that several can be added up.
    case points
    /// A place on an indicator's own scale, such as 0 to 100.
    case score
    /// A level on an index's own scale, such as a share index's.
    case level
    /// A number without unit, such as a slope.
    case coefficient
    /// Coins of the subject.
    case coins
    /// Things counted one by one.
    case count
    /// Hours.
    case hours
    /// Days, as a length of time.
    case days
    /// An instant, written in ISO 8601.
    case instant
    /// A calendar day in UTC, written in ISO 8601.
    case day
    /// Words taken from a source as they stand.
    case text
}
