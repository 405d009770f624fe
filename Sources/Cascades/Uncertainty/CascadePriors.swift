/// What is held about the unknowns of a cascade before the day's data, and where that is from.
///
/// | unknown | prior | from |
/// |---|---|---|
/// | leverage | Dirichlet with median 10 and 8 % at 50 or more | mix of offered tiers; liquidated accounts average 60 (Cheng, Deng, Wang and Yu 2021) |
/// | half-life of entries | 1 to 5 days | an assumption |
/// | isolated share | Beta(5, 2) | an assumption |
/// | further collateral of cross accounts | Gamma(2, 0.5) of the margin | an assumption |
/// | closed by stops before | Beta(2, 4) | an assumption |
/// | part of open interest within reach | 0.03 to 1, log-uniform | an assumption: makers, hedgers and carry trades keep collateral elsewhere |
/// | depth | log-normal, a third around the book | an assumption |
/// | what is left of it in a cascade | log-normal, median 0.5, 5 % below 0.08 | depth fell by over nine tenths in October 2025 (FTI, cited) |
/// | prefactor of the square root | N(0.8, 0.25) above 0.2 | Toth and others 2011, Donier and Bonart 2015 |
/// | exponent of the fading | 0.2 to 0.5 | Bouchaud and others 2004 |
/// | factor of the saturating depth | 0.25 to 0.4 | Cont and Schaanning 2017 |
/// | liquidations over those published | 1 to 10, log-uniform | feeds that push one order a second |
/// | hedged share | Beta(2, 6) | an assumption |
/// | share sold in the book | 0.6 to 1 | an assumption |
/// | shock, where nothing was seen | 0 to a fifth of the price | flat; of a fall that was seen always flat |
///
/// "An assumption" is printed as such by whoever prints a figure that rests on it.
package struct CascadePriors: Hashable, Sendable {
    /// One unknown of a cascade, leverage aside.
    package enum Unknown: Int, CaseIterable, Sendable {
        /// The move from outside; of a fall that was seen, how far the price really fell.
        case shock
        /// Days after which half of what was opened is closed.
        case halfLife
        /// The share of isolated margin.
        case isolated
        /// Further collateral of cross accounts, over the margin.
        case collateral
        /// The share closed before liquidation.
        case stopped
        /// The part of open interest that liquidation can reach at all.
        case reach
        /// Depth over what the book showed.
        case depth
        /// What is left of the depth in the cascade.
        case collapse
        /// `Y` of the square root.
        case prefactor
        /// The exponent of the propagator.
        case decay
        /// `c` of the saturating law.
        case saturation
        /// Liquidations over those published.
        case reporting
        /// The share of hedged positions, which buy elsewhere what is sold here.
        case hedged
        /// The share that is sold in the book.
        case book
    }

    /// The leverages of the mix.
    package static let leverages = [2.0, 3, 5, 10, 20, 25, 50, 75, 100, 125]
    /// The usual weights of the mix's Dirichlet distribution; their sum says how firm it is.
    package static let usualMix = [1.2, 1.6, 2.4, 3.2, 2, 1.6, 0.4, 0.2, 0.2, 0.2]

    /// The weights of the Dirichlet distribution of leverage.
    package let mix: [Double]
    /// Whether the mix is taken as it is and not drawn.
    package let isMixFixed: Bool
    private let laws: [PriorLaw]

    /// The usual priors, some replaced.
    package init(
        _ replaced: [Unknown: PriorLaw] = [:], mix: [Double] = usualMix, isMixFixed: Bool = false
    ) throws(CascadeError) {
        guard mix.count == Self.leverages.count else { throw .lengthsDiffer("leverage mix") }
        for weight in mix {
            try CascadeError.within(isMixFixed ? 0...1e9 : 0.1...100, weight, "leverage mix")
        }
        guard mix.contains(where: { $0 > 0 }) else { throw .emptyProfile }
        let laws = Unknown.allCases.map { replaced[$0] ?? Self.usual($0) }
        guard laws.allSatisfy(\.isSound) else { throw .outOfRange("prior") }
        self.mix = mix
        self.isMixFixed = isMixFixed
        self.laws = laws
    }

    /// The prior of an unknown.
    package subscript(_ unknown: Unknown) -> PriorLaw { laws[unknown.rawValue] }

    private static func usual(_ unknown: Unknown) -> PriorLaw {
        switch unknown {
        case .shock: .uniform(0, 0.2)
        case .halfLife: .uniform(1, 5)
        case .isolated: .beta(5, 2)
        case .collateral: .gamma(shape: 2, scale: 0.5)
        case .stopped: .beta(2, 4)
        case .reach: .logUniform(0.03, 1)
        case .depth: .logNormal(median: 1, deviation: 0.3)
        case .collapse: .logNormal(median: 0.5, deviation: 1.114)
        case .prefactor: .normal(mean: 0.8, deviation: 0.25, above: 0.2)
        case .decay: .uniform(0.2, 0.5)
        case .saturation: .uniform(0.25, 0.4)
        case .reporting: .logUniform(1, 10)
        case .hedged: .beta(2, 6)
        case .book: .uniform(0.6, 1)
        }
    }
}
