package import Market

/// What is wrong with what was asked of the margin engine; nothing is computed from it.
package enum MarginError: Error, Hashable, Sendable {
    /// A figure that is not a number, or has no end.
    case notFinite(MarginField)
    /// A figure that has to be above zero and is not.
    case notPositive(MarginField, Double)
    /// A figure that may not be below zero and is.
    case negative(MarginField, Double)
    /// A rate or a share outside zero to one.
    case notAShare(MarginField, Double)
    /// Figures so large or small that their product is no number any more.
    case unrepresentable(MarginField)
    /// A leverage that nobody can have: below one, above what the tier allows, or so high that the margin
    /// would not cover the requirement of the first moment.
    case impossibleLeverage(Double, greatest: Double?)
    /// A table of tiers without a tier, or with more than a thousand.
    case tierCount(Int)
    /// A tier, counted from one, that does not begin above the one before.
    case tiersNotAscending(tier: Int)
    /// A tier, counted from one, that does not begin where the one before ends.
    case tiersNotContiguous(tier: Int, begins: Double, previousEnds: Double?)
    /// A tier, counted from one, that asks for less than the one before.
    case ratesNotAscending(tier: Int)
    /// A published cumulative amount that does not follow from the tiers.
    case cumulativeAmount(tier: Int, published: Double, derived: Double)
    /// A position worth more than the last tier of the table; what holds there is not known.
    case beyondTiers(value: Double, ceiling: Double)
    /// The account owes more than it has: there is nothing left to liquidate for.
    case negativeEquity(Double)
    /// An account without a position, or with more than the limit.
    case positionCount(Int)
    /// An isolated account with anything but one position.
    case isolatedPositions(Int)
    /// A contract that is held twice on one side.
    case heldTwice(InstrumentID)
    /// Positions of one contract that disagree on its terms or its mark price.
    case contractsDisagree(InstrumentID)
    /// Positions that settle in different currencies, which no one account can hold.
    case mixedSettlement(String, String)
    /// A contract that the account does not hold.
    case notHeld(InstrumentID)
    /// Margin that scales with size, of a contract whose size is not in coins.
    case scalingOfQuanto(InstrumentID)
    /// A level of a book, counted from one, at which nothing can be traded.
    case zeroDepth(level: Int)
    /// Fills of more contracts than there were to close.
    case overfilled(filled: Double, size: Double)
    /// A venue that there is no profile of; `known` by name.
    case unknownVenue(VenueID, known: [VenueID])
    /// A venue whose rules at that time are not known.
    case noProfile(VenueID, Timestamp)
    /// A contract that the profile does not list; `known` by name.
    case unknownContract(AssetID, VenueID, known: [AssetID])
    /// A mode of margin that the venue does not have.
    case noMode(MarginConventions.CollateralMode, VenueID)
    /// A closing fee that counts at the venue and whose rate is not known: one has to be given.
    case feeUnknown(VenueID)
    /// A listed contract whose maintenance margin at that time is not known: a rate has to be given.
    case maintenanceUnknown(AssetID, VenueID)
}

/// The figures that can be wrong, by what a reader calls them.
package enum MarginField: String, Hashable, Sendable {
    case contracts = "number of contracts"
    case entryPrice = "entry price"
    case markPrice = "mark price"
    case price = "price"
    case collateral = "collateral"
    case countedShare = "counted share of the collateral"
    case multiplier = "contract multiplier"
    case leverage = "leverage"
    case tierFloor = "floor of a tier"
    case tierCeiling = "ceiling of a tier"
    case maintenanceRate = "maintenance margin rate"
    case cumulativeAmount = "cumulative amount of a tier"
    case feeRate = "fee rate"
    case fixedFee = "fixed fee"
    case extraRequirement = "extra requirement"
    case scaling = "margin per unit of size"
    case value = "value of the position"
    case tick = "price tick"
    case fund = "insurance fund"
    case shortage = "shortage"
    case margin = "margin of a position"
}

extension MarginError: CustomStringConvertible {
    /// One sentence: what was found, and what to do about it.
    package var description: String {
        figures ?? tiers ?? accounts ?? venues
    }

    private var figures: String? {
        switch self {
        case .notFinite(let field): "the \(field.rawValue) is not a number; give a finite one"
        case .notPositive(let field, let value):
            "the \(field.rawValue) is \(value); it has to be above zero"
        case .negative(let field, let value):
            "the \(field.rawValue) is \(value); it may not be below zero"
        case .notAShare(let field, let value):
            "the \(field.rawValue) is \(value); it has to lie between zero and one"
        case .unrepresentable(let field):
            "the \(field.rawValue) comes out too large or too small to compute with; check the units"
        case .impossibleLeverage(let leverage, let greatest?):
            "a leverage of \(leverage) is impossible here; it may go from 1 to \(greatest)"
        case .impossibleLeverage(let leverage, nil):
            "a leverage of \(leverage) is impossible; it has to be at least 1"
        default: nil
        }
    }

    private var tiers: String? {
        switch self {
        case .tierCount(let count):
            "\(count) tiers; a table has between 1 and \(TierTable.greatestCount)"
        case .tiersNotAscending(let tier): "tier \(tier) does not begin above the tier before it"
        case .tiersNotContiguous(let tier, let begins, let ends):
            "tier \(tier) begins at \(begins), the tier before ends at \(ends.map { "\($0)" } ?? "nothing")"
        case .ratesNotAscending(let tier): "tier \(tier) asks for less than the tier before it"
        case .cumulativeAmount(let tier, let published, let derived):
            "tier \(tier) is published with the amount \(published); its floors and rates give \(derived)"
        case .beyondTiers(let value, let ceiling):
            "a position worth \(value) lies beyond the last known tier, which ends at \(ceiling)"
        default: nil
        }
    }

    private var accounts: String? {
        switch self {
        case .negativeEquity(let equity): "the equity is \(equity): the account is bankrupt already"
        case .positionCount(let count):
            "\(count) positions; an account has between 1 and \(MarginAccount.greatestCount)"
        case .isolatedPositions(let count):
            "\(count) positions share isolated margin, which backs one"
        case .heldTwice(let contract): "\(contract) is held twice on one side; add the two up"
        case .contractsDisagree(let contract):
            "the positions in \(contract) disagree on its terms or its mark price"
        case .mixedSettlement(let one, let other):
            "positions settle in \(one) and in \(other); give each its own account"
        case .notHeld(let contract): "the account holds no \(contract)"
        case .scalingOfQuanto(let contract):
            "\(contract) is a quanto contract, whose size is not in coins; margin cannot scale with it"
        case .zeroDepth(let level): "level \(level) of the depth holds nothing to trade"
        case .overfilled(let filled, let size):
            "\(filled) contracts were filled of \(size) to close"
        default: nil
        }
    }

    private var venues: String {
        switch self {
        case .unknownVenue(let venue, let known):
            "no venue \(venue); known are \(Self.list(known))"
        case .noProfile(let venue, let instant):
            "the rules of \(venue) at \(instant.day) are not known"
        case .unknownContract(let asset, let venue, let known):
            "no contract on \(asset) in the profile of \(venue); it lists \(Self.list(known))"
        case .noMode(let mode, let venue): "\(venue) has no \(mode.rawValue) margin"
        case .feeUnknown(let venue):
            "\(venue) counts a closing fee whose rate is not known; give the taker's fee rate"
        case .maintenanceUnknown(let asset, let venue):
            "the maintenance margin of \(asset) at \(venue) is not known then; give a rate"
        default: "the margin engine refuses"
        }
    }

    private static func list<Kind>(_ names: [Identifier<Kind>]) -> String {
        names.isEmpty ? "none" : names.map(\.text).joined(separator: ", ")
    }
}
