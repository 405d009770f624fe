package import Market

/// A contract as a venue lists it, with what it asked for at which time.
///
/// Sizes are in coins for a linear contract and in quote currency for an inverse one, whatever the venue calls
/// one contract.
package struct ListedContract: Hashable, Sendable {
    /// A requirement and the days over which it was seen to hold.
    package struct DatedRule: Hashable, Sendable {
        /// The requirement.
        package let rule: MaintenanceRule
        /// The first day it was seen to hold; `nil` where the source has no date.
        package let from: CalendarDay?
        /// The day after the last on which it was seen to hold; `nil` where no change is known.
        package let until: CalendarDay?
        /// Who published it.
        package let citation: Citation

        /// A requirement over some days.
        init(
            _ rule: MaintenanceRule, from: String? = nil, until: String? = nil, _ citation: Citation
        ) {
            self.rule = rule
            self.from = from.map(VenueProfile.day)
            self.until = until.map(VenueProfile.day)
            self.citation = citation
        }
    }

    /// How well a requirement is known to hold at an instant.
    package enum Standing: Hashable, Sendable {
        /// It was seen to hold then.
        case inForce
        /// It was last seen on this day, at most a year before.
        case lastSeen(CalendarDay)
        /// Its source has no date.
        case undated
    }

    /// What it is on.
    package let asset: AssetID
    /// Its terms.
    package let terms: Contract
    /// The requirements known, from the oldest; empty where none is.
    package let rules: [DatedRule]

    /// A contract of one coin, or of one unit of quote currency.
    init(
        _ asset: AssetID, at venue: VenueID, _ kind: Contract.Kind = .linear, in settlement: String,
        _ rules: [DatedRule] = []
    ) {
        self.asset = asset
        terms = VenueProfile.sound { () throws(MarginError) in
            try Contract(
                id: InstrumentID("perp:\(venue):\(asset)"), kind: kind, settlement: settlement)
        }
        self.rules = rules
    }

    /// How long after it was last seen a requirement is still answered with.
    package static let greatestAge = TimeSpan(microseconds: 366 * TimeSpan.day.microseconds)

    /// The requirement at an instant: one seen to hold, else the one last seen within a year, else one without
    /// a date; `nil` where there is none of these.
    package func rule(at instant: Timestamp) -> (rule: DatedRule, standing: Standing)? {
        let dated = rules.filter { $0.from.map { $0.start <= instant } ?? false }
        if let held = dated.last(where: { $0.until.map { instant < $0.start } ?? true }) {
            return (held, .inForce)
        }
        let ended = dated.compactMap { rule in rule.until.map { (rule: rule, end: $0) } }
        if let last = ended.max(by: { $0.end < $1.end }),
            instant - last.end.start <= Self.greatestAge
        {
            return (last.rule, .lastSeen(last.end.advanced(by: -1)))
        }
        return rules.first { $0.from == nil }.map { ($0, .undated) }
    }
}

extension VenueProfile {
    /// A figure written in code, which a mistake there makes unsound.
    static func sound<Value>(_ make: () throws(MarginError) -> Value) -> Value {
        do {
            return try make()
        } catch {
            preconditionFailure("a bundled figure is not sound: \(error)")
        }
    }

    /// Marginal tiers written in code.
    static func marginal(
        _ floors: [Double], _ rates: [Double], end: Double?, amounts: [Double]? = nil,
        leverages: [Double]? = nil
    ) -> MaintenanceRule {
        sound { () throws(MarginError) in
            .marginal(
                try TierTable(
                    floors: floors, rates: rates, end: end, amounts: amounts, leverages: leverages))
        }
    }

    /// Flat tiers written in code.
    static func flat(
        _ floors: [Double], _ rates: [Double], end: Double?, leverages: [Double]? = nil
    ) -> MaintenanceRule {
        sound { () throws(MarginError) in
            .flat(try TierTable(floors: floors, rates: rates, end: end, leverages: leverages))
        }
    }

    /// Margin that scales with size, written in code.
    static func scaling(_ base: Double, perCoin: Double) -> MaintenanceRule {
        sound { () throws(MarginError) in
            .scaling(try MarginScaling(base: base, perCoin: perCoin))
        }
    }
}
