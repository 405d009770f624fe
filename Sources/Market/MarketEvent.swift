/// Something that happened at a time, or is set for one: an outage, an incident, a decision on the calendar.
public struct MarketEvent: Hashable, Sendable {
    /// What sort of event it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A venue that could not be used.
        case outage
        /// Something that went wrong: a hack, a halt of a chain, a failure.
        case incident
        /// Something set for a time beforehand: a rate decision, a statistic, an expiry.
        case schedule
    }

    /// Its name among events.
    public let id: String
    /// What sort of event it is.
    public let kind: Kind
    /// Who or what it is about, such as a venue or `us-federal-reserve`.
    public let subject: String
    /// When it begins.
    public let start: Timestamp
    /// When it is over; `nil` for a moment, and for what is not over.
    public let end: Timestamp?
    /// What it is, on one line.
    public let title: String
    /// Where that is from.
    public let citation: String
    /// When it could be known: of a scheduled event long before it begins.
    public let known: Timestamp

    /// An event.
    public init(
        id: String, kind: Kind, subject: String, start: Timestamp, end: Timestamp?, title: String,
        citation: String, known: Timestamp
    ) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.start = start
        self.end = end
        self.title = title
        self.citation = citation
        self.known = known
    }

    /// Whether any of it lies in a range.
    public func overlaps(_ range: TimeRange) -> Bool {
        start < range.end && (end ?? start) >= range.start
    }
}
