package import Market
internal import Series

/// What a venue published as liquidated over a window: at least so much, by its own sampling rule.
///
/// Only bars that lie wholly inside the window count; a bar that straddles its edge would bring in
/// liquidations from outside. What the bars leave uncovered is said, not filled in.
package struct LiquidationFloor: Hashable, Sendable {
    /// The window asked for.
    package let window: TimeRange
    /// Long positions liquidated, in US dollars.
    package let longUSD: Double
    /// Short positions liquidated, in US dollars.
    package let shortUSD: Double
    /// How many bars lie in the window.
    package let barCount: Int
    /// How much of the window the bars cover.
    package let covered: TimeSpan
    /// When the last of them closed.
    package let observedAt: Timestamp

    /// Adds up one venue's bars of one asset; `nil` where no bar lies in the window.
    package init?(bars: some Sequence<LiquidationBar>, window: TimeRange) {
        let inside = bars.filter { $0.openTime >= window.start && $0.closeTime <= window.end }
        guard let last = inside.map(\.closeTime).max() else { return nil }
        self.window = window
        longUSD = inside.map(\.longUSD).compensatedSum
        shortUSD = inside.map(\.shortUSD).compensatedSum
        barCount = inside.count
        covered = inside.reduce(TimeSpan(microseconds: 0)) {
            TimeSpan(microseconds: $0.microseconds + $1.interval.microseconds)
        }
        observedAt = last
    }

    /// The share of the window that bars cover, from 0 to 1.
    package var coverage: Double {
        Double(covered.microseconds) / Double(window.span.microseconds)
    }
}
