/// Between which lines the cumulative abnormal return would usually have stayed: for a chart.
///
/// Each placebo date's path is taken in units of its own deviation and drawn in units of the event's,
/// so that a band learnt on calm dates fits a violent one where `isScaled`.
///
/// - Unit: logarithms, one for each bar of the event.
/// - Degenerate case: `nil` without a date that has a deviation.
/// - Checked against: numpy, `Fixtures/EventStudy/band.csv`.
package struct AbnormalBand: Hashable, Sendable {
    /// The event's own path.
    package let path: [Double]
    /// The line below which `share` of the placebo paths lie, bar by bar.
    package let low: [Double]
    /// The line above which as many lie.
    package let high: [Double]
    /// How many paths there are.
    package let count: Int

    /// The band that leaves out a share at each side: five in a hundred unless told.
    package init?(
        of event: StudyDate, among dates: [StudyDate], isScaled: Bool,
        leavingOut share: Double = 0.05
    ) {
        let unit = { (date: StudyDate) in isScaled ? date.scaledReach : date.portfolioReach }
        let paths = dates.compactMap { date in
            unit(date).map { reach in date.path.map { $0 / reach } }
        }
        .filter { $0.count == event.path.count && $0.allSatisfy { $0.isFinite } }
        guard let own = unit(event), !paths.isEmpty else { return nil }
        var (low, high): ([Double], [Double]) = ([], [])
        for bar in event.path.indices {
            let ordered = paths.map { $0[bar] }.sorted()
            low.append((Quantile.of(ordered, at: share) ?? 0) * own)
            high.append((Quantile.of(ordered, at: 1 - share) ?? 0) * own)
        }
        path = event.path
        count = paths.count
        self.low = low
        self.high = high
    }
}
