package import Market

/// A straight line along swing lows or highs that closes have respected since it began.
///
/// A bar stands at its opening, so that the line runs through time, not through bars, and a missing bar
/// bends nothing.
package struct TrendLine: Hashable, Sendable {
    /// Lows for a support, highs for a resistance.
    package let side: SwingPivot.Side
    /// The earlier of the two turns that the line is drawn through.
    package let anchor: SwingPivot
    /// The later of the two.
    package let second: SwingPivot
    /// Every turn of the side within the tolerance, the two included, oldest first.
    package let touches: [SwingPivot]
    /// Closes since the anchor on the wrong side of the line, all within the tolerance.
    package let closesAcross: Int
    /// How far the line would move by now if it had the slope that fits its touches best, in average
    /// true ranges; zero or more.
    package let instability: Double
    /// Touches less the penalties of `Rule`.
    package let score: Double
    /// The correlation of the touches' prices with their times; `nil` where all have one price.
    package let correlation: Double?

    /// In the unit of the price a day.
    package var slope: Double {
        (second.price - anchor.price) / Self.days(from: anchor.openTime, to: second.openTime)
    }

    /// The line at the opening of a bar, past or yet to come, in the unit of the price.
    package func value(at opening: Timestamp) -> Double {
        anchor.price + slope * Self.days(from: anchor.openTime, to: opening)
    }

    static func days(from start: Timestamp, to end: Timestamp) -> Double {
        Double(end.microseconds - start.microseconds) / Double(TimeSpan.day.microseconds)
    }

    /// What makes a line, and what makes one better than another.
    package struct Rule: Hashable, Sendable {
        /// How far from the line a turn touches it and a close is still on it, in average true ranges.
        package var tolerance = 0.4
        /// In which part of its life it must have been touched last: at least this share of the time since
        /// its anchor lies before its last touch. A line that the price left long ago holds nothing.
        package var freshness = 0.5
        /// How many touches a line needs.
        package var touches = 3
        /// What a close across the line costs, in touches.
        package var closePenalty = 0.25
        /// What an average true range of instability costs, in touches.
        package var instabilityPenalty = 1.0
        /// How many bars to either side a swing must beat.
        package var reach = 2
        /// How many turns are tried, the latest; the search takes their square times the bars.
        package var turns = 64

        /// The rule of the house; every number of it may be changed.
        package init() {}
    }

    /// Why there is no line.
    package enum Refusal: Error, Hashable, Sendable {
        /// Fewer turns than a line needs touches, among those with an average true range.
        case tooFewPivots(Int)
        /// No line through two turns meets the third, or as many as the rule asks for; the best met so many, its own two included.
        case fewerThanThreeTouches(best: Int)
        /// Lines with enough touches stand, but the price has left them; the last touch of any is of this day.
        case leftBehind(CalendarDay)
        /// Lines with enough touches were all closed across; the last of them to go, on this day.
        case closedBeyond(CalendarDay)
    }
}
