internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How probable a published tape is under a law of sizes and a chain of intensities.
///
/// Parameters, in this order: the middle, slope and logarithm of the spread of sizes, the logarithm of the
/// wandering of the intensity and the logit of the probability of a jump; where seconds begin at an instant that
/// is not known a sixth, how far it lies from where the walk began.
struct TapeModel {
    /// Logarithms of the dollars of orders published, in order of time.
    private let sizes: [Double]
    private let rule: SamplingRegime.Rule
    private let centre: Double
    /// The layout; of an unknown phase the one where the walk begins.
    let layout: TapeLayout
    /// When within a second orders come, which instants are told by.
    let profile: SecondProfile
    private let phase: Phase?

    /// What seconds of an unknown beginning are laid out from.
    private struct Phase {
        let start: Double
        let times: [Double]
        let count: Int

        /// The layout so much later; `nil` where it cannot be so.
        func layout(_ later: Double) -> TapeLayout? {
            guard abs(later) < 0.5 else { return nil }
            let phase = start + later
            return TapeLayout(phase: phase - phase.rounded(.down), times: times, count: count)
        }
    }

    /// Reads a tape that has at least one order.
    init(_ tape: PublishedTape, clock: PublishedTape.Clock, profile: SecondProfile = .even) {
        let times =
            clock == .periodic || clock == .sinceEachOrder ? tape.times.map(profile.warped) : []
        let count = tape.seconds.count
        rule = tape.rule
        self.profile = profile
        // With a half added, so that a tape without an empty second has a finite rate.
        let dollars = tape.seconds.compactMap { $0?.dollars }
        let filled = log(-log1p(-Double(dollars.count) / (Double(count) + 0.5)))
        var phase: Phase?
        switch (tape.rule, clock) {
        case (.latestPerSecond, .sinceEachOrder):
            layout = TapeLayout(seconds: tape.seconds, silentAfter: times)
            centre = log((Double(dollars.count) + 0.5) / (layout.inView + 0.5))
        case (.latestPerSecond, .periodic):
            phase = PublishedTape.phases(of: times).first.map {
                Phase(start: $0, times: times, count: count)
            }
            layout =
                phase?.layout(0) ?? TapeLayout(seconds: tape.seconds, rule: tape.rule)
            centre = filled
        default:
            layout = TapeLayout(seconds: tape.seconds, rule: tape.rule, profile: profile)
            centre = filled
        }
        self.phase = phase
        sizes =
            phase == nil
            ? dollars.map { log($0) } : tape.orders.prefix(times.count).map { log($0.dollars) }
    }

    /// When within a second orders came, as far as the rates of this model tell.
    ///
    /// - Parameters:
    ///   - times: When orders were published, in seconds since the start.
    ///   - views: What was in view of the tape's own clock, see `TapeLayout.views`.
    func profile(
        times: [Double], views: [TapeLayout.View], _ random: inout DeterministicGenerator
    ) -> SecondProfile {
        let point = beginning.point
        guard let layout = layout(point) else { return .even }
        let chain = chain(of: layout, point)
        let paths = (0..<Self.profilePaths).map { _ in chain.path(&random) }
        let rates = layout.cells.indices.map { cell in
            paths.reduce(0) { $0 + IntensityChain.rates[$1[cell]] }
        }
        return SecondProfile(
            times: times, views: views.map { ($0.start, $0.end, rates[$0.cell]) })
    }

    /// How many paths the rates of a profile are averaged over.
    private static let profilePaths = 16

    /// The law of sizes that parameters stand for.
    private func law(_ parameters: [Double]) -> SizeLaw {
        SizeLaw(
            middle: parameters[0] - parameters[1] * centre, slope: parameters[1],
            spread: exp(parameters[2]))
    }

    private static func steps(_ parameters: [Double]) -> IntensitySteps {
        IntensitySteps(wander: exp(parameters[3]), jump: 1 / (1 + exp(-parameters[4])))
    }

    /// The layout that parameters stand for; `nil` where no tape could be so.
    private func layout(_ parameters: [Double]) -> TapeLayout? {
        guard let phase else { return layout }
        return phase.layout(parameters[5])
    }

    /// What is seen of each second in turn, where in `sights` it begins, and the logarithm of the factors taken
    /// out of it.
    private func forEachSecond(
        of layout: TapeLayout, _ parameters: [Double],
        _ see: (_ second: Int, _ sights: [Double], _ start: Int) -> Void
    ) -> Double {
        let law = law(parameters)
        var row = [Double](repeating: 0, count: IntensityChain.levels.count)
        var factors = CompensatedSum()
        for (second, cell) in layout.cells.enumerated() {
            guard let order = cell.order else {
                see(second, layout.numbers, cell.row)
                continue
            }
            factors.add(sights(sizes[order], layout.numbers, cell.row, law, &row))
            see(second, row, 0)
        }
        return factors.value
    }

    /// The density of an order at each level, and the logarithm of the factor taken out.
    private func sights(
        _ size: Double, _ numbers: [Double], _ start: Int, _ law: SizeLaw, _ row: inout [Double]
    ) -> Double {
        let factor = law.fillDensities(of: size, &row)
        for level in row.indices { row[level] *= numbers[start + level] }
        if rule == .largestPerSecond {
            for level in row.indices where row[level] > 0 {
                let upper = law.upper(size, at: IntensityChain.levels[level])
                row[level] *= exp(-IntensityChain.rates[level] * upper)
            }
        }
        return factor
    }

    /// The logarithm of the density of parameters given the tape, up to a constant.
    ///
    /// Weak prior laws keep what the tape cannot tell within reason: the slope about zero with a deviation
    /// of a half, the logarithm of the spread about 0.4 with 0.7, the wandering about 0.15 with a factor
    /// of two, the probability of a jump about one in fifty with a factor of e.
    func logDensity(_ parameters: [Double]) -> Double {
        guard abs(parameters[2]) < 3, abs(parameters[3]) < 5, abs(parameters[4]) < 12 else {
            return -.infinity
        }
        guard let layout = layout(parameters) else { return -.infinity }
        var filter = IntensityFilter(Self.steps(parameters))
        let factors = forEachSecond(of: layout, parameters) { second, sights, start in
            if second > 0 { filter.advance() }
            filter.see(sights, from: start)
        }
        let prior =
            Self.normal(parameters[1], 0, 0.5) + Self.normal(parameters[2], 0.4, 0.7)
            + Self.normal(parameters[3], -1.9, 0.7) + Self.normal(parameters[4], -4, 1)
        return filter.logLikelihood + factors + layout.logFactor + prior
    }

    private static func normal(_ value: Double, _ mean: Double, _ deviation: Double) -> Double {
        -(value - mean) * (value - mean) / (2 * deviation * deviation)
    }

    /// Where a walk begins, and its first steps.
    var beginning: (point: [Double], steps: [Double]) {
        let mean = sizes.compensatedSum / Double(sizes.count)
        let variance = sizes.map { ($0 - mean) * ($0 - mean) }.compensatedSum / Double(sizes.count)
        let spread = max(variance.squareRoot(), 0.05)
        let step = spread / Double(sizes.count).squareRoot()
        let point = [mean, 0, log(spread), -1.9, -4]
        let steps = [step, 0.03, step / spread, 0.15, 0.3]
        guard let phase else { return (point, steps) }
        let start = bestPhase(phase, point)
        return (point + [start], steps + [0.5 / Double(sizes.count)])
    }

    /// Among instants just after an order, the most probable.
    private func bestPhase(_ phase: Phase, _ point: [Double]) -> Double {
        let laters = PublishedTape.phases(of: phase.times).map { start in
            let later = start - phase.start
            return later - later.rounded()
        }
        let heights = laters.map { logDensity(point + [$0]) }
        let best = heights.indices.max { heights[$0] < heights[$1] }
        return best.map { laters[$0] } ?? 0
    }

    /// Dollars that were not published, drawn from their law given the tape and parameters: one number
    /// for each path of the intensity, of which `paths` are drawn.
    func hiddenUSD(
        _ parameters: [Double], paths: Int, _ random: inout DeterministicGenerator
    ) -> [Double] {
        guard let layout = layout(parameters) else { return [] }
        let law = law(parameters)
        let chain = chain(of: layout, parameters)
        return (0..<paths).map { _ in
            let path = chain.path(&random)
            var hidden = CompensatedSum()
            for (second, cell) in layout.cells.enumerated() where cell.hidden != 0 {
                hidden.add(hiddenUSD(in: cell, level: path[second], law, &random))
            }
            return hidden.value
        }
    }

    private func chain(of layout: TapeLayout, _ parameters: [Double]) -> IntensityChain {
        let levels = IntensityChain.levels.count
        var sights: [Double] = []
        sights.reserveCapacity(layout.cells.count * levels)
        _ = forEachSecond(of: layout, parameters) { sights += $1[$2..<($2 + levels)] }
        return IntensityChain(sights, Self.steps(parameters))
    }

    private func hiddenUSD(
        in cell: TapeLayout.Cell, level: Int, _ law: SizeLaw,
        _ random: inout DeterministicGenerator
    ) -> Double {
        let rate = IntensityChain.rates[level]
        // Of an unknown age one is drawn: exponential, cut off at the length of the second.
        let time = cell.hidden ?? 1 + log1p(random.nextUnit() * expm1(-rate)) / rate
        var dollars = 0.0
        for _ in 0..<random.nextPoisson(mean: rate * time) {
            let size = law.size(random.nextNormal(), at: IntensityChain.levels[level])
            // Under the rule of the largest, those that were larger did not happen.
            if rule == .latestPerSecond || cell.order.map({ size < sizes[$0] }) ?? true {
                dollars += exp(size)
            }
        }
        return dollars
    }
}
