/// The bars that a study looks at: some to learn what is usual, a gap, and the event.
///
/// Everything is counted back from the bar after the event's last, so that the same shape can be
/// laid on any earlier date.
package struct StudyWindow: Hashable, Sendable {
    /// Bars that the model is fitted on.
    package let estimation: Int
    /// Bars between those and the event, which belong to neither.
    package let gap: Int
    /// Bars of the event.
    package let length: Int

    /// Fewer bars than this fit nothing.
    package static let minimumEstimation = 10
    /// Longer windows than this are refused.
    package static let maximumBars = 1_000_000

    /// A shape; `nil` of too short an estimation, an empty event, or beyond `maximumBars`.
    package init?(estimation: Int, gap: Int, length: Int) {
        let usual = Self.minimumEstimation...Self.maximumBars
        guard usual.contains(estimation), (0...Self.maximumBars).contains(gap),
            (1...Self.maximumBars).contains(length)
        else { return nil }
        self.estimation = estimation
        self.gap = gap
        self.length = length
    }

    /// All bars of the shape.
    package var bars: Int { estimation + gap + length }

    /// The event's bars where `end` is the bar after them.
    package func event(before end: Int) -> Range<Int> { (end - length)..<end }

    /// The bars to fit on where `end` is the bar after the event.
    package func estimation(before end: Int) -> Range<Int> {
        (end - bars)..<(end - length - gap)
    }

    /// The ends of earlier windows of this shape whose events end at or before the start of the one
    /// that ends before `end`; latest first.
    ///
    /// A `stride` of `length` keeps the events apart; one of a single bar takes every window there
    /// is, neighbours sharing bars.
    package func placeboEnds(before end: Int, stride: Int, most: Int) -> [Int] {
        guard stride > 0, most > 0, end >= bars + length else { return [] }
        let all = Swift.stride(from: end - length, through: bars, by: -stride)
        return Array(all.prefix(most))
    }
}
