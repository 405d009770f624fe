/// The close of something outside crypto on one day: a share index, a rate, a price.
public struct MacroClose: Hashable, Sendable {
    /// What, such as `macro:nasdaq100`.
    public let series: SeriesID
    /// The day of the close.
    public let day: CalendarDay
    /// When the close could be known.
    public let known: Timestamp
    /// The close, in `unit`.
    public let value: Double
    /// The unit, such as `points`.
    public let unit: String

    /// A close.
    public init(series: SeriesID, day: CalendarDay, known: Timestamp, value: Double, unit: String) {
        self.series = series
        self.day = day
        self.known = known
        self.value = value
        self.unit = unit
    }
}
