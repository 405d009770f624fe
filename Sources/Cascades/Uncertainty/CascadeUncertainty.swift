internal import Significance

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How much of a fall forced selling can account for, when nobody knows the positions, the depth or
/// the law.
///
/// Every draw gives each unknown a value from its prior and adds up a profile of liquidations. With
/// nothing seen it takes the greatest equilibrium after its shock under each law, and all draws count
/// alike. Of a fall that was seen it draws how far the price really fell within the error of that,
/// takes from it what the law makes of the liquidations there, and calls the rest the shock: with a
/// flat prior of the shock that is the same as drawing shocks and weighting by the fall, and wastes
/// fewer draws. A world in which a shock like that would have come to rest earlier counts for nothing;
/// the others count as much as the published liquidations and the open interest are likely in them.
///
/// - Randomness: Sobol points shifted by the seed; the same draws under every law and on any number
///   of cores.
/// - Degenerate case: weights worth fewer than 100 draws give no interval.
/// - Source: importance sampling as in Owen, *Monte Carlo Theory, Methods and Examples*, 2013,
///   chapter 9; main effects as in Saltelli and others, *Global Sensitivity Analysis*, 2008.
/// - Checked against: the fixed point where nothing is unknown, and made markets with a known forced
///   share, `CascadeRecoveryTests`.
package struct CascadeUncertainty: Sendable {
    /// The laws under which the same draws are followed.
    package enum Law: String, CaseIterable, Sendable {
        /// In proportion, by the depth of the book and what is left of it.
        case linear
        /// The square root on the day's volume.
        case squareRoot
        /// Saturating, by the day's volume and volatility, with a floor at half the price.
        case saturating
    }

    /// The draws that are made unless it is said otherwise.
    package static let usualDraws = 16_384
    /// No fewer draws than this.
    package static let minimumDraws = 4096
    /// No more draws than this.
    package static let maximumDraws = 262_144

    let setting: CascadeSetting
    private let basis: LeverageBasis
    private let priors: CascadePriors
    private let tables: [QuantileTable]
    private let mixTables: [QuantileTable]
    private let reportings: [Double]
    let observation: CascadeObservation?
    private let points: SobolSequence
    let draws: Int

    /// An inference about one fall, or about none yet.
    package init(
        setting: CascadeSetting, history: EntryHistory, priors: CascadePriors,
        observation: CascadeObservation? = nil, draws: Int = usualDraws, seed: UInt64
    ) throws(CascadeError) {
        guard (Self.minimumDraws...Self.maximumDraws).contains(draws) else {
            throw .outOfRange("draws")
        }
        let unknowns = CascadePriors.Unknown.allCases
        let dimensions = unknowns.count + CascadePriors.leverages.count
        guard let points = SobolSequence(dimensions: dimensions, seed: seed) else {
            throw .tooMany("unknowns", allowed: SobolSequence.maximumDimensions)
        }
        self.setting = setting
        self.priors = priors
        self.observation = observation
        self.points = points
        self.draws = draws
        basis = LeverageBasis(history, setting.side, maintenance: setting.maintenance)
        tables = unknowns.map { Self.usual[priors[$0]] ?? QuantileTable(priors[$0]) }
        let published = Self.usual[priors[.reporting]] ?? QuantileTable(priors[.reporting])
        reportings = (0..<ReportingDraw.count).map {
            published.value(at: (Double($0) + 0.5) / Double(ReportingDraw.count))
        }
        mixTables =
            priors.isMixFixed
            ? []
            : priors.mix.map(PriorLaw.ofShape).map { Self.usual[$0] ?? QuantileTable($0) }
        guard !basis.isEmpty else { throw .emptyProfile }
    }

    /// The tables of the usual priors: they take longer to make than a market to set up, and every market
    /// has the same.
    private static let usual: [PriorLaw: QuantileTable] = {
        let priors = try? CascadePriors()
        let laws = CascadePriors.Unknown.allCases.compactMap { priors?[$0] }
        let all = laws + CascadePriors.usualMix.map(PriorLaw.ofShape)
        return Dictionary(all.map { ($0, QuantileTable($0)) }, uniquingKeysWith: { one, _ in one })
    }()

    /// What each law makes of the fall, on this thread.
    package func estimates() -> [Law: CascadeEstimate] {
        summarize((0..<draws).map { CascadeOutcome(draw($0), observation, setting) })
    }

    /// Of each law's estimate the forced move and its share alone, the same figures in less time.
    package func shares() -> [Law: CascadeEstimate] {
        summarize(
            (0..<draws).map { CascadeOutcome(draw($0), observation, setting) }, isShareAlone: true)
    }

    /// What each law makes of the fall, on all cores at once.
    package func estimatesOnAllCores() async -> [Law: CascadeEstimate] {
        summarize(
            await ConcurrentPieces.map(count: draws) { range in
                range.map { CascadeOutcome(draw($0), observation, setting) }
            })
    }

    // MARK: - One draw

    /// A draw by its number.
    func draw(_ number: Int) -> CascadeDraw {
        let point = UInt32(truncatingIfNeeded: number)
        var values = tables.enumerated().map {
            $0.element.value(at: points.value(point, $0.offset))
        }
        let first = CascadePriors.Unknown.shock.rawValue
        if let observation {
            values[first] =
                observation.move + observation.moveError
                * NormalDistribution.quantile(points.value(point, first))
        }
        let mix =
            priors.isMixFixed
            ? priors.mix
            : mixTables.enumerated().map {
                $0.element.value(at: points.value(point, tables.count + $0.offset))
            }
        let place = points.value(point, CascadePriors.Unknown.reporting.rawValue)
        return CascadeDraw(
            values, mix: mix, reporting: ReportingDraw(factors: reportings, place: place),
            basis: basis, setting: setting)
    }

    private func summarize(
        _ outcomes: [CascadeOutcome], isShareAlone: Bool = false
    ) -> [Law: CascadeEstimate] {
        var found: [Law: CascadeEstimate] = [:]
        for (place, law) in setting.laws.enumerated() {
            found[law] = CascadeEstimate(
                outcomes, law: place, openInterest: setting.openInterest,
                isSeen: observation != nil, isShareAlone: isShareAlone)
        }
        return found
    }
}

extension PriorLaw {
    /// One leverage's part of the mix, before all are divided by their sum.
    fileprivate static func ofShape(_ weight: Double) -> PriorLaw {
        .gamma(shape: weight, scale: 1)
    }
}
