/// What came into a group of funds on one day, less what left them.
public struct FundFlow: Hashable, Sendable {
    /// The group, such as `us-bitcoin-spot`.
    public let fund: String
    /// The trading day.
    public let day: CalendarDay
    /// When the figure could be known: after the day's close.
    public let known: Timestamp
    /// Dollars; below zero where more left than came.
    public let dollars: Double

    /// A flow.
    public init(fund: String, day: CalendarDay, known: Timestamp, dollars: Double) {
        self.fund = fund
        self.day = day
        self.known = known
        self.dollars = dollars
    }
}
