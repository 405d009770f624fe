package import Market

/// Which of its liquidations a venue publishes, and from when to when that was so.
package struct SamplingRegime: Hashable, Sendable {
    /// Which liquidations are published.
    package enum Rule: String, Hashable, Sendable {
        /// The latest of each second and symbol; the others are never seen.
        case latestPerSecond = "the latest order of each second and symbol"
        /// The largest of each second and symbol; the others are never seen.
        case largestPerSecond = "the largest order of each second and symbol"
        /// Every one.
        case full = "every order"
    }

    /// The venue.
    package let venue: VenueID
    /// The first day of the rule; `nil` where it reaches back as far as our data.
    package let from: CalendarDay?
    /// The first day on which it no longer holds; `nil` while it holds.
    package let until: CalendarDay?
    /// Which liquidations are published.
    package let rule: Rule

    /// The regimes known, with the venues' own documentation as their source: Binance USD-M futures,
    /// *Liquidation Order Streams* and its change log of 10 April 2026; Bybit v5, *All Liquidation* and its
    /// change log of 20 February 2025.
    package static let known: [SamplingRegime] = [
        SamplingRegime(
            venue: "binance", from: nil, until: CalendarDay("2026-04-10"), rule: .latestPerSecond),
        SamplingRegime(
            venue: "binance", from: CalendarDay("2026-04-10"), until: nil, rule: .largestPerSecond),
        SamplingRegime(
            venue: "bybit", from: nil, until: CalendarDay("2025-02-20"), rule: .latestPerSecond),
        SamplingRegime(
            venue: "bybit", from: CalendarDay("2025-02-20"), until: nil, rule: .full),
    ]

    /// The rule in force at a venue on a day; `nil` where it is not known.
    package static func inForce(at venue: VenueID, on day: CalendarDay) -> SamplingRegime? {
        known.first { regime in
            regime.venue == venue && regime.from.map { $0 <= day } ?? true
                && regime.until.map { day < $0 } ?? true
        }
    }
}
