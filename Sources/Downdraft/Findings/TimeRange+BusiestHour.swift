internal import Market

extension Timestamp {
    /// The first instant of its clock hour.
    var startOfHour: Timestamp {
        self - TimeSpan(microseconds: sinceMidnight.microseconds % TimeSpan.hour.microseconds)
    }
}

extension TimeRange {
    /// Its clock hour with the most of some instants, the first of equals, as far as it lies within;
    /// `nil` of no instant.
    func busiestHour(_ instants: [Timestamp]) -> TimeRange? {
        let counts = Dictionary(grouping: instants, by: \.startOfHour).mapValues(\.count)
        return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }.map { hour, _ in
            TimeRange(from: max(hour, start), to: min(hour + .hour, end))
        }
    }
}
