package import Market

/// Which of its liquidations a venue publishes, and from when to when that was so.
package struct SamplingRegime: Hashable, Sendable {
    /// Which liquidations are published.
    package enum Rule: String, Hashable, Sendable, CaseIterable {
        /// The latest of each second and symbol; the others are never seen.
        case latestPerSecond = "the latest order of each second and symbol"
        /// The largest of each second and symbol; the others are never seen.
        case largestPerSecond = "the largest order of each second and symbol"
        /// Not all, by a rule that the venue does not say.
        case partial = "some of the orders, by a rule that is not said"
        /// Every one.
        case full = "every order"
        /// None in one feed; they can be told only from other data.
        case unpublished = "no feed of liquidations"
    }

    /// The venue.
    package let venue: VenueID
    /// The first day of the rule; `nil` where it reaches back as far as our data.
    package let from: CalendarDay?
    /// The first day on which it no longer holds; `nil` while it holds.
    package let until: CalendarDay?
    /// Which liquidations are published.
    package let rule: Rule
    /// What is known of where the venue's seconds begin.
    package let clock: PublishedTape.Clock
    /// Who says so, and what they leave open.
    package let citation: String

    /// The rule in force at a venue on a day; `nil` where it is not known.
    package static func inForce(at venue: VenueID, on day: CalendarDay) -> SamplingRegime? {
        known.first { $0.venue == venue && $0.holds(on: day) }
    }

    /// The rules in force at a venue on some day of a range, in order of time: a range across a change has two.
    package static func inForce(at venue: VenueID, over range: TimeRange) -> [SamplingRegime] {
        let last =
            range.span.microseconds > 0
            ? (range.end - TimeSpan(microseconds: 1)).day : range.start.day
        return known.filter { regime in
            regime.venue == venue && regime.from.map { $0 <= last } ?? true
                && regime.until.map { range.start.day < $0 } ?? true
        }
    }

    /// Whether the rule holds on a day.
    package func holds(on day: CalendarDay) -> Bool {
        from.map { $0 <= day } ?? true && until.map { day < $0 } ?? true
    }

    init(
        _ venue: VenueID, _ rule: Rule, from: String? = nil, until: String? = nil,
        clock: PublishedTape.Clock = .unknown, _ citation: String
    ) {
        self.venue = venue
        self.rule = rule
        self.from = from.flatMap { CalendarDay($0) }
        self.until = until.flatMap { CalendarDay($0) }
        self.clock = clock
        self.citation = citation
    }
}
