package import Market

extension VenueProfile {
    /// All profiles, by venue and time.
    package static let all: [VenueProfile] =
        binance + bybit + okx + bitmex + deribit + hyperliquid + kucoin + gate + dydx + gmx + drift
        + phemex

    /// The venues that have a profile, by name.
    package static let venues: [VenueID] = Set(all.map(\.venue)).sorted()

    /// The profile of a venue at an instant; `nil` where the venue or its rules then are not known.
    package static func profile(of venue: VenueID, at instant: Timestamp) -> VenueProfile? {
        all.first { $0.venue == venue && $0.covers(instant) }
    }

    /// The same, but for the reason: throws that the venue is not known, or that its rules then are not.
    package static func known(_ venue: VenueID, at instant: Timestamp) throws(MarginError)
        -> VenueProfile
    {
        guard venues.contains(venue) else { throw .unknownVenue(venue, known: venues) }
        guard let profile = profile(of: venue, at: instant) else {
            throw .noProfile(venue, instant)
        }
        return profile
    }
}
