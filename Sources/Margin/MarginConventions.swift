/// The switches that tell venues apart. The equation, `equity(price) = requirement(price)`, is the same.
///
/// - Source: freqtrade's tests of Binance, Gate, OKX and Bybit, venue responses kept in ccxt, and the venues'
///   help pages, each cited in its `VenueProfile`.
package struct MarginConventions: Hashable, Sendable {
    /// Which money stands behind a position.
    package enum CollateralMode: String, Hashable, Sendable, CaseIterable {
        /// The position's own margin alone.
        case isolated
        /// All of the account, with the other positions as they are at their mark prices.
        case cross
        /// All of the account, dealt out to the positions by what they are worth. KuCoin's cross margin.
        case crossByValue
    }

    /// Which price the requirement is taken at.
    package enum RequirementBasis: String, Hashable, Sendable, CaseIterable {
        /// The mark price, so that the requirement moves with it.
        case mark
        /// The entry price: the requirement is settled once and for all.
        case entry
    }

    /// A fee for closing that is counted in the requirement, as a rate from 0 to 1.
    package enum ClosingFee: Hashable, Sendable {
        /// None is.
        case none
        /// On the value at the mark price. OKX, Gate, Phemex.
        case onMark(Double)
        /// On the value at the entry price. BitMEX.
        case onEntry(Double)
        /// On the value at the bankruptcy price. Bybit.
        case atBankruptcy(Double)

        /// The rate; zero where no fee is counted.
        package var rate: Double {
            switch self {
            case .none: 0
            case .onMark(let rate), .onEntry(let rate), .atBankruptcy(let rate): rate
            }
        }
    }

    /// Which money stands behind a position.
    package let mode: CollateralMode
    /// Which price the requirement is taken at.
    package let basis: RequirementBasis
    /// The fee counted in the requirement.
    package let closingFee: ClosingFee
    /// Whether the bankruptcy price is where the closing fee, too, can just be paid.
    package let bankruptcyCountsFee: Bool

    /// The switches; throws where the fee rate lies outside zero to one.
    package init(
        mode: CollateralMode = .isolated, basis: RequirementBasis = .mark,
        closingFee: ClosingFee = .none, bankruptcyCountsFee: Bool = false
    ) throws(MarginError) {
        _ = try MarginField.feeRate.share(closingFee.rate)
        self.mode = mode
        self.basis = basis
        self.closingFee = closingFee
        self.bankruptcyCountsFee = bankruptcyCountsFee
    }

    private init(_ other: MarginConventions, mode: CollateralMode) {
        self.mode = mode
        basis = other.basis
        closingFee = other.closingFee
        bankruptcyCountsFee = other.bankruptcyCountsFee
    }

    /// The same switches with another mode.
    package func with(_ mode: CollateralMode) -> MarginConventions {
        MarginConventions(self, mode: mode)
    }
}
