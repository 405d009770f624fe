/// The price at which a position is liquidated.
package struct LiquidationPoint: Hashable, Sendable {
    /// The mark price at which equity no longer exceeds the requirement.
    package let price: Double
    /// How far away it is: the price over the mark price, less one. Below zero where it lies under the mark.
    package let distance: Double
    /// Equity there, in the settlement currency.
    package let equity: Double
    /// Requirement there, in the settlement currency; at a jump, that of the lower tier.
    package let requirement: Double
    /// The tier there, counted from one; `nil` where the requirement has no tiers or is of the entry.
    package let tier: Int?
    /// Whether a tier's edge is passed there, beyond which more is asked for than there is.
    package let isJump: Bool

    /// The greater of price over mark and mark over price.
    fileprivate var ratioToMark: Double { max(1 + distance, 1 / (1 + distance)) }
}

/// What a search for the liquidation price in one direction found.
package enum LiquidationSearch: Hashable, Sendable {
    /// The position is liquidated there.
    case reached(LiquidationPoint)
    /// It is not liquidated however far the price goes.
    case never
    /// It is not liquidated up to this price, where the tiers that are known end.
    case unknownBeyond(price: Double)

    /// The price and what holds there; `nil` where none was found.
    package var point: LiquidationPoint? {
        if case .reached(let point) = self { point } else { nil }
    }
}

/// At which prices of one contract an account is liquidated.
package enum LiquidationOutcome: Hashable, Sendable {
    /// It would be by a fall to the first, or by a rise to the second.
    case healthy(below: LiquidationSearch, above: LiquidationSearch)
    /// It is now: equity does not exceed the requirement by so much, zero or more, at the mark price. It would
    /// not be from the first price down, or from the second up; `nil` where no such price was found.
    case alreadyLiquidatable(shortage: Double, restoredBelow: Double?, restoredAbove: Double?)

    /// The nearer of the prices, by their ratio to the mark price: half is as far as double. `nil` where there is
    /// none.
    package var nearest: LiquidationPoint? {
        guard case .healthy(let below, let above) = self else { return nil }
        return [below.point, above.point].compactMap { $0 }
            .min { $0.ratioToMark < $1.ratioToMark }
    }

    /// Whether no price of the contract liquidates the account.
    package var isNever: Bool { self == .healthy(below: .never, above: .never) }
}
