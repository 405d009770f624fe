package import Market

/// What one venue's liquidations would mean for all venues, if its share were what it was at other times.
///
/// Not an estimate and not evidence: shares swing from hour to hour, and those at hand were published
/// later than the day in question. `knownFrom` says when, so that nobody takes it for knowledge of the day.
package struct VenueShareImplication: Hashable, Sendable {
    /// A venue's share of the dollars that all venues published, over many moments.
    package struct Share: Hashable, Sendable {
        /// The venue.
        package let venue: VenueID
        /// A quarter of the moments had a smaller share; above zero.
        package let lowerQuartile: Double
        /// Half of the moments had a smaller share.
        package let median: Double
        /// Three quarters of the moments had a smaller share; at most one.
        package let upperQuartile: Double
        /// How many moments.
        package let moments: Int
        /// The first day on which all of it was known.
        package let knownFrom: CalendarDay

        /// A share; `nil` unless 0 < lower <= median <= upper <= 1.
        package init?(
            venue: VenueID, lowerQuartile: Double, median: Double, upperQuartile: Double,
            moments: Int, knownFrom: CalendarDay
        ) {
            guard lowerQuartile > 0, lowerQuartile <= median, median <= upperQuartile,
                upperQuartile <= 1, moments > 0
            else { return nil }
            self.venue = venue
            self.lowerQuartile = lowerQuartile
            self.median = median
            self.upperQuartile = upperQuartile
            self.moments = moments
            self.knownFrom = knownFrom
        }
    }

    /// What the venue published, in US dollars.
    package let floorUSD: Double
    /// The share that it is divided by.
    package let share: Share

    /// The implication of a floor.
    package init(floorUSD: Double, share: Share) {
        self.floorUSD = floorUSD
        self.share = share
    }

    /// All venues' dollars at the upper quartile of the share.
    package var lowUSD: Double { floorUSD / share.upperQuartile }
    /// All venues' dollars at the median share.
    package var middleUSD: Double { floorUSD / share.median }
    /// All venues' dollars at the lower quartile of the share.
    package var highUSD: Double { floorUSD / share.lowerQuartile }

    /// Whether the share was known on a day; where not, it must be called later knowledge.
    package func isLaterKnowledge(on day: CalendarDay) -> Bool { day < share.knownFrom }
}
