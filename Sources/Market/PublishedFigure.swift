/// A figure that somebody printed, kept to stand beside ours; nothing is computed from it.
public struct PublishedFigure: Hashable, Sendable {
    /// The figure's own name.
    public let id: String
    /// What it is about, in the words of our facts, such as `index:TOTAL`.
    public let subject: String
    /// What it measures, in the words of our facts, such as `change.24h`.
    public let measure: String
    /// The figure, in `unit`.
    public let value: Double
    /// The least value that would be printed so.
    public let low: Double
    /// The greatest value that would be printed so.
    public let high: Double
    /// The unit's name, as in our facts.
    public let unit: String
    /// The figure as it was printed.
    public let printed: String
    /// Why ours may differ.
    public let reason: String

    /// A published figure.
    public init(
        id: String, subject: String, measure: String, value: Double, low: Double, high: Double,
        unit: String, printed: String, reason: String
    ) {
        self.id = id
        self.subject = subject
        self.measure = measure
        self.value = value
        self.low = low
        self.high = high
        self.unit = unit
        self.printed = printed
        self.reason = reason
    }
}
