/// What a search for an onset came to.
package enum OnsetFinding: Hashable, Sendable {
    /// The level changed, and this is when.
    case dated(OnsetInterval)
    /// No change can be dated.
    case undated(name: String, OnsetSilence)

    /// The series that was searched.
    package var name: String {
        switch self {
        case .dated(let interval): interval.name
        case .undated(let name, _): name
        }
    }

    /// The onset, where there is one.
    package var interval: OnsetInterval? {
        guard case .dated(let interval) = self else { return nil }
        return interval
    }
}
