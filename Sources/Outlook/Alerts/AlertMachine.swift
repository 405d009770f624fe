/// Tells when an alert goes off, one value at a time.
///
/// It goes off when a value reaches the threshold, and cannot again before another has gone back to the exit and the
/// cool-down is over. One that would go off during the cool-down is not told, then or later: its moment has passed.
///
/// - Input: values in order of time, `nil` where there is none; a value that is missing or no number changes
///   nothing.
/// - Start: what is so with the first value did not begin with it, so it sets off nothing.
/// - Checked against: its definition in words over all short sequences, `AlertMachineTests`.
package struct AlertMachine: Hashable, Sendable {
    /// What a value did.
    package enum Event: String, Hashable, Sendable {
        /// The alert goes off.
        case fired
        /// It would, but for the cool-down.
        case muted
        /// It is over.
        case left
    }

    private let threshold: AlertThreshold
    private let coolDown: Int64
    private var hasBegun = false
    private var lastFired: Int64?
    /// When the values last reached the threshold without having gone back to the exit; `nil` where they have.
    package private(set) var activeSince: Int64?

    /// A machine that has seen nothing; a cool-down below zero is none.
    package init(_ threshold: AlertThreshold, coolDown: Int64) {
        self.threshold = threshold
        self.coolDown = max(0, coolDown)
    }

    /// A rule's machine.
    package init(_ rule: AlertRule) {
        self.init(rule.threshold, coolDown: Int64(rule.coolDown) * rule.interval)
    }

    /// Takes the value of a moment.
    package mutating func update(_ value: Double?, at moment: Int64) -> Event? {
        guard let value, !value.isNaN else { return nil }
        defer { hasBegun = true }
        if activeSince != nil {
            guard threshold.isLeft(by: value) else { return nil }
            activeSince = nil
            return .left
        }
        guard threshold.isEntered(by: value) else { return nil }
        activeSince = moment
        guard hasBegun else { return nil }
        if let lastFired {
            let waited = moment.subtractingReportingOverflow(lastFired)
            guard waited.overflow || waited.partialValue >= coolDown else { return .muted }
        }
        lastFired = moment
        return .fired
    }
}
