#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How much of a fall forced selling can account for, when nobody knows the positions, the depth or
/// the law.
///
/// Every draw gives each unknown a value from its prior, adds up a profile of liquidations, and takes
/// the greatest equilibrium after its shock under each law. It then counts as much as what was seen
/// is likely in it: the fall, the published liquidations, the open interest. With nothing seen all
/// draws count alike.
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

    private let setting: CascadeSetting
    private let basis: LeverageBasis
    private let priors: CascadePriors
    private let tables: [QuantileTable]
    private let mixTables: [QuantileTable]
    private let observation: CascadeObservation?
    private let points: SobolSequence
    private let draws: Int

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
        basis = LeverageBasis(history, maintenance: setting.maintenance)
        tables = unknowns.map { QuantileTable(priors[$0]) }
        mixTables =
            priors.isMixFixed
            ? [] : priors.mix.map { QuantileTable(.gamma(shape: $0, scale: 1)) }
        guard !basis.isEmpty else { throw .emptyProfile }
    }

    /// What each law makes of the fall, on this thread.
    package func estimates() -> [Law: CascadeEstimate] {
        summarize((0..<draws).map(outcome))
    }

    /// The same on all cores at once.
    package func estimatesOnAllCores() async -> [Law: CascadeEstimate] {
        summarize(await ConcurrentPieces.map(count: draws) { $0.map(outcome) })
    }

    /// What breaking a level would set off: from a fall to the level on, in the worlds that fit what
    /// was seen. The level is a fall as a ratio of the price before.
    package func breaking(_ level: Double, under law: Law) -> CascadeBreakEstimate? {
        guard level > 0, level < 1 else { return nil }
        let seen = observation?.move ?? 0
        let found = (0..<draws).map { number -> (weight: Double, sold: Double, more: Double) in
            let draw = draw(number)
            let sold = draw.liquidated(at: level) - draw.liquidated(at: min(seen, level))
            return (
                exp(logLikelihood(draw, law)), sold, draw.fall(after: level, law) - level
            )
        }
        let intervals = WeightedIntervals(found.map(\.weight))
        return CascadeBreakEstimate(
            level: level, effectiveSize: intervals.effectiveSize,
            liquidatable: intervals.interval(found.map(\.sold)),
            extraMove: intervals.interval(found.map(\.more)))
    }

    // MARK: - One draw

    /// A draw by its number.
    func draw(_ number: Int) -> CascadeDraw {
        let point = UInt32(truncatingIfNeeded: number)
        var values = tables.enumerated().map { $0.element.value(at: points.value(point, $0.offset)) }
        // The shock is drawn as a share of what was seen, or of a tenth where nothing was.
        values[CascadePriors.Unknown.shock.rawValue] *= observation?.move ?? 0.1
        let mix =
            priors.isMixFixed
            ? priors.mix
            : mixTables.enumerated().map {
                $0.element.value(at: points.value(point, tables.count + $0.offset))
            }
        return CascadeDraw(values, mix: mix, basis: basis, setting: setting)
    }

    private func outcome(_ number: Int) -> CascadeOutcome {
        let draw = draw(number)
        return CascadeOutcome(
            draw,
            byLaw: Law.allCases.map { law in
                (fall: draw.fall(after: draw[.shock], law), likelihood: logLikelihood(draw, law))
            })
    }

    private func logLikelihood(_ draw: CascadeDraw, _ law: Law) -> Double {
        guard let observation else { return 0 }
        let fall = draw.fall(after: draw[.shock], law)
        func normal(_ distance: Double, _ error: Double) -> Double {
            -(distance / error) * (distance / error) / 2
        }
        var sum = normal(fall - observation.move, observation.moveError)
        let liquidated = draw.liquidated(at: fall)
        if let published = observation.liquidations {
            // A millionth of the open interest keeps the logarithm of nothing finite.
            let least = setting.openInterest * 1e-6
            let wanted = log((liquidated / draw[.reporting] + least) / (published + least))
            sum += normal(wanted, observation.liquidationsError)
        }
        if let drop = observation.openInterestDrop {
            sum += normal(
                liquidated / setting.openInterest - drop, observation.openInterestError)
        }
        return sum
    }

    private func summarize(_ outcomes: [CascadeOutcome]) -> [Law: CascadeEstimate] {
        var found: [Law: CascadeEstimate] = [:]
        for (place, law) in Law.allCases.enumerated() {
            found[law] = CascadeEstimate(
                outcomes, law: place, openInterest: setting.openInterest)
        }
        return found
    }
}
