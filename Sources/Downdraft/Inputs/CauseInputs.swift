internal import Market
internal import Series
internal import Store

/// The rows that tests of causes need beside those of the day: hours further back, and who was said to be
/// exposed before anything moved.
struct CauseInputs {
    /// The stretch within which the move may have begun: it ends at the as-of.
    let stretch: TimeRange
    /// Sectors as they were written down before the stretch.
    let labels: Sourced<SectorMember>
    /// Closes and volumes by the hour over the days before, of every contract.
    let hours: Sourced<InstrumentColumns>

    /// Reads what was known; `labels` sees the store as it was before the stretch.
    init(_ question: Question, from snapshot: StoreSnapshot, labels: StoreSnapshot) throws {
        stretch = Self.stretch(question)
        self.labels = try labels.sectorMembers()
        hours = try snapshot.instrumentColumns(
            interval: .hour,
            range: TimeRange(from: stretch.end - Self.history, to: stretch.end),
            fields: [.closes, .volumes])
    }

    /// Twice the window up to the as-of, two days at least.
    static func stretch(_ question: Question) -> TimeRange {
        let window = question.range
        return TimeRange(
            from: min(window.start - window.span, window.end - .days(2)), to: window.end)
    }

    /// How far back hours are read: a week of the same hours, and room for an estimation.
    private static let history = TimeSpan.days(10)
}
