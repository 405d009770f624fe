package import Market

/// The margin rules of a venue over a stretch of time, each with who published it.
///
/// What is not known is `nil` or left out, and named in `gaps`; nothing is filled in from another venue.
package struct VenueProfile: Hashable, Sendable {
    /// At which price the closing fee is counted in the requirement.
    package enum CountedFee: String, Hashable, Sendable, CaseIterable {
        case none, onMark, onEntry, atBankruptcy
    }

    /// Which way up the venue shows its margin ratio.
    package enum ShownRatio: String, Hashable, Sendable, CaseIterable {
        /// Liquidation at 1 or above.
        case requirementOverEquity = "requirement over equity"
        /// Liquidation at 1 or below.
        case equityOverRequirement = "equity over requirement"
    }

    /// The venue, with its product where it has several.
    package let venue: VenueID
    /// Its name for a reader.
    package let title: String
    /// The first day on which the rules are known to hold; `nil` where that is not known.
    package let from: CalendarDay?
    /// The first day on which they no longer hold; `nil` where no change is known.
    package let until: CalendarDay?
    /// Which price the requirement is taken at.
    package let basis: MarginConventions.RequirementBasis
    /// Where the closing fee is counted.
    package let countedFee: CountedFee
    /// Whether the bankruptcy price is where the closing fee can just be paid.
    package let bankruptcyCountsFee: Bool
    /// The modes a position can have, the venue's usual one first.
    package let modes: [MarginConventions.CollateralMode]
    /// The fee of a taker as cited, from 0 to 1; `nil` where no figure was found.
    package let takerFeeRate: Double?
    /// What a liquidation costs besides, per value closed; `nil` where no figure was found.
    package let liquidationFeeRate: Double?
    /// The price that counts, in words.
    package let markPrice: String
    /// What happens when the requirement is breached, in order; empty where that is not known.
    package let breach: [BreachStep]
    /// Who bears what bankruptcy leaves, in words; `nil` where that is not known.
    package let insuranceFund: String?
    /// Who is deleveraged first, in words; `nil` where that is not known.
    package let deleveraging: String?
    /// The same as a formula; `nil` where the venue publishes none that we have.
    package let deleveragingRule: DeleveragingRule?
    /// Which way up the margin ratio is shown; `nil` where that is not known.
    package let shownRatio: ShownRatio?
    /// The contracts, by asset.
    package let contracts: [ListedContract]
    /// Who published the rules.
    package let citations: [Citation]
    /// What is not known, as sentences.
    package let gaps: [String]

    /// The rules of a venue.
    init(
        _ venue: VenueID, title: String, from: String? = nil, until: String? = nil,
        basis: MarginConventions.RequirementBasis = .mark, countedFee: CountedFee = .none,
        bankruptcyCountsFee: Bool = false,
        modes: [MarginConventions.CollateralMode] = [.isolated, .cross],
        takerFeeRate: Double? = nil, liquidationFeeRate: Double? = nil, markPrice: String,
        breach: [BreachStep] = [], insuranceFund: String? = nil, deleveraging: String? = nil,
        deleveragingRule: DeleveragingRule? = nil, shownRatio: ShownRatio? = nil,
        contracts: [ListedContract], citations: [Citation], gaps: [String] = []
    ) {
        self.venue = venue
        self.title = title
        self.from = from.map(Self.day)
        self.until = until.map(Self.day)
        self.basis = basis
        self.countedFee = countedFee
        self.bankruptcyCountsFee = bankruptcyCountsFee
        self.modes = modes
        self.takerFeeRate = takerFeeRate
        self.liquidationFeeRate = liquidationFeeRate
        self.markPrice = markPrice
        self.breach = breach
        self.insuranceFund = insuranceFund
        self.deleveraging = deleveraging
        self.deleveragingRule = deleveragingRule
        self.shownRatio = shownRatio
        self.contracts = contracts
        self.citations = citations
        self.gaps = gaps
    }

    /// A day written in code.
    static func day(_ text: String) -> CalendarDay {
        guard let day = CalendarDay(text) else {
            preconditionFailure("a bundled day is no day: \(text)")
        }
        return day
    }

    /// The switches of the solver.
    ///
    /// Throws where the venue counts a closing fee and its rate is neither known nor given, or where the
    /// venue has no such mode.
    package func conventions(
        mode: MarginConventions.CollateralMode? = nil, takerFeeRate given: Double? = nil
    ) throws(MarginError) -> MarginConventions {
        let mode = mode ?? modes[0]
        guard modes.contains(mode) else { throw .noMode(mode, venue) }
        return try MarginConventions(
            mode: mode, basis: basis, closingFee: try closingFee(given),
            bankruptcyCountsFee: bankruptcyCountsFee)
    }

    private func closingFee(
        _ given: Double?
    ) throws(MarginError) -> MarginConventions.ClosingFee {
        guard countedFee != .none else { return .none }
        guard let rate = given ?? takerFeeRate else { throw .feeUnknown(venue) }
        switch countedFee {
        case .none: return .none
        case .onMark: return .onMark(rate)
        case .onEntry: return .onEntry(rate)
        case .atBankruptcy: return .atBankruptcy(rate)
        }
    }

    /// Whether the rules are known to hold at an instant.
    package func covers(_ instant: Timestamp) -> Bool {
        (from.map { $0.start <= instant } ?? true) && (until.map { instant < $0.start } ?? true)
    }

    /// A contract on an asset; throws where the profile lists none.
    package func contract(on asset: AssetID) throws(MarginError) -> ListedContract {
        guard let contract = contracts.first(where: { $0.asset == asset }) else {
            throw .unknownContract(asset, venue, known: contracts.map(\.asset).sorted())
        }
        return contract
    }
}
