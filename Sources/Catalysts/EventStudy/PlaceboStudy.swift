/// Where an event's statistic stands among those of dates on which nothing was claimed.
///
/// Every date has its own estimation before it. The p-value counts the event itself, so that none is
/// zero: with `n` dates none is below `1 / (n + 1)`.
///
/// Windows that overlap are not independent: they make the p-value finer, not surer, and
/// `independent` says how many lie apart.
///
/// - Source: Davison and Hinkley, *Bootstrap Methods and Their Application*, 1997, section 4.2.
/// - Checked against: numpy, `Fixtures/EventStudy/placebos.csv`; calibration,
///   `PlaceboStudyTests`.
package struct PlaceboStudy: Hashable, Sendable {
    /// What was compared.
    package let statistic: StudyDate.Statistic
    /// The event's.
    package let value: Double
    /// The other dates', in the order given.
    package let placebos: [Double]
    /// How many of the dates lie wholly apart.
    package let independent: Int

    /// Compares an event with other dates; `nil` where the event has no such statistic or no date
    /// has.
    package init?(of event: StudyDate, among dates: [StudyDate], by statistic: StudyDate.Statistic)
    {
        let there = dates.filter { $0.value(statistic).map { $0.isFinite } ?? false }
        guard let value = event.value(statistic), value.isFinite, !there.isEmpty else { return nil }
        self.statistic = statistic
        self.value = value
        placebos = there.compactMap { $0.value(statistic) }
        independent = Self.apart(there.map(\.end), length: event.path.count)
    }

    /// How many windows of a length fit without two overlapping, the latest first.
    private static func apart(_ ends: [Int], length: Int) -> Int {
        var count = 0
        var free = Int.max
        for end in ends.sorted(by: >) where end <= free {
            count += 1
            free = end - length
        }
        return count
    }

    /// The share of dates, the event among them, that went as far to a move's side.
    package func pValue(towards direction: MoveDirection) -> Double {
        let asFar = placebos.count {
            direction == .fall ? $0 <= value : $0 >= value
        }
        return Double(asFar + 1) / Double(placebos.count + 1)
    }

    /// The share that went as far to either side.
    package var pValue: Double {
        let asFar = placebos.count { abs($0) >= abs(value) }
        return Double(asFar + 1) / Double(placebos.count + 1)
    }
}
