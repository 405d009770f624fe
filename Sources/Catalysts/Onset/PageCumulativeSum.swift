/// Watches a standardised series for a shift of its level, up or down, one value at a time.
///
/// `up = max(0, up + z - allowance)`, `down = max(0, down - z - allowance)`; an alarm is raised when one
/// of them exceeds `threshold`, and both begin at zero again. The shift is dated to the first value after
/// the sum that raised the alarm was last at zero: the maximum likelihood estimate where the shift is
/// of twice the allowance.
///
/// With an allowance of one half, independent standard normal values raise a false alarm every 168
/// values on average at a threshold of four and every 465 at five; each side alone, half as often.
///
/// - Input: deviations from the level before, in standard deviations; a value that is not finite is absent:
///   it takes its place in the count and changes no sum.
/// - Complexity: constant, an update.
/// - Source: Page, *Continuous Inspection Schemes*, 1954; the run lengths: Montgomery, *Introduction to
///   Statistical Quality Control*, table 9.3; the date: Nishina, *A Comparison of Control Charts from the
///   Viewpoint of Change-Point Estimation*, 1992.
/// - Checked against: a Python recursion, exactly, and a Markov chain's run lengths,
///   `Fixtures/Onset/page.csv`.
package struct PageCumulativeSum: Hashable, Sendable {
    /// What a value must exceed to count, in standard deviations; zero or more.
    package let allowance: Double
    /// The sum that raises an alarm when exceeded; above zero.
    package let threshold: Double
    /// How much speaks for a rise; zero or more.
    package private(set) var up = 0.0
    /// How much speaks for a fall; zero or more.
    package private(set) var down = 0.0
    private var count = 0
    private var upStart = 0
    private var downStart = 0

    /// A watch at rest; the allowance is zero or more, the threshold above zero, both finite.
    package init(allowance: Double = 0.5, threshold: Double = 5) {
        precondition(allowance >= 0 && allowance.isFinite, "an allowance is zero or more")
        precondition(threshold > 0 && threshold.isFinite, "a threshold is above zero")
        self.allowance = allowance
        self.threshold = threshold
    }

    /// Takes the next value; answers the alarm it raises, if any. Of two at once the larger, then the rise.
    package mutating func update(_ value: Double) -> PageAlarm? {
        count += 1
        guard value.isFinite else { return nil }
        up = max(0, up + value - allowance)
        down = max(0, down - value - allowance)
        if up == 0 { upStart = count }
        if down == 0 { downStart = count }
        guard max(up, down) > threshold else { return nil }
        let isRise = up >= down
        let alarm = PageAlarm(
            isRise: isRise, onset: isRise ? upStart : downStart, index: count - 1)
        (up, down, upStart, downStart) = (0, 0, count, count)
        return alarm
    }
}
