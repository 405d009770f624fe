import Market
import Series

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@testable import Cascades

/// Exact accounts, a law and a depth, with every unknown drawn from its prior.
struct MadeMarket {
    /// What came of a shock.
    struct Fall {
        let move: Double
        /// The part of the move that the shock did not make.
        let share: Double
        /// Dollars of longs liquidated.
        let liquidated: Double
    }

    private static let count = 3000
    private let accounts: [CascadeAccount]
    private let units: CascadeUnits
    private let law: ImpactLaw
    private let rule: VenueRule
    private let values: [Double]

    /// A market of longs that entered as a history says.
    init(
        history: EntryHistory, law: CascadeUncertainty.Law, setting: CascadeSetting,
        random: inout DeterministicGenerator
    ) throws {
        let priors = try CascadePriors([.depth: .fixed(1)])
        func drawn(_ law: PriorLaw) -> Double {
            law.quantile(min(max(random.nextUnit(), 1e-9), 1 - 1e-9))
        }
        let values = CascadePriors.Unknown.allCases.map { drawn(priors[$0]) }
        let mix = priors.mix.map { drawn(.gamma(shape: $0, scale: 1)) }
        self.values = values
        units = try CascadeUnits(tickSize: 1e-3, lotSize: 1, referenceTick: 100_000)
        rule = try VenueRule(
            bookShare: values[CascadePriors.Unknown.book.rawValue], deleverages: false)
        self.law = try Self.law(law, setting, values)
        let open =
            setting.openInterest * values[CascadePriors.Unknown.reach.rawValue]
            * (1 - values[CascadePriors.Unknown.stopped.rawValue])
        accounts = try Self.accounts(
            history.entries, mix: mix, values: values, lots: open / units.notional(ofLots: 1),
            &random)
    }

    /// The value of an unknown.
    subscript(_ unknown: CascadePriors.Unknown) -> Double { values[unknown.rawValue] }

    /// The law with its parameters; what the hedged buy elsewhere makes the market deeper.
    private static func law(
        _ law: CascadeUncertainty.Law, _ setting: CascadeSetting, _ values: [Double]
    ) throws -> ImpactLaw {
        func value(_ unknown: CascadePriors.Unknown) -> Double { values[unknown.rawValue] }
        let unhedged = 1 - value(.hedged)
        switch law {
        case .linear:
            return .linear(
                try LinearImpact(depth: (setting.depth ?? 0) * value(.collapse) / unhedged))
        case .squareRoot:
            return .power(
                try PowerImpact(
                    prefactor: value(.prefactor), volatility: setting.volatility,
                    volume: setting.volume / unhedged))
        case .saturating:
            return .saturating(
                try SaturatingImpact(
                    volume: setting.volume / unhedged, volatility: setting.volatility,
                    factor: value(.saturation)))
        }
    }

    /// Accounts that are still open at the reference price, their sizes exponential.
    private static func accounts(
        _ entries: [EntryHistory.Entry], mix: [Double], values: [Double], lots: Double,
        _ random: inout DeterministicGenerator
    ) throws -> [CascadeAccount] {
        func value(_ unknown: CascadePriors.Unknown) -> Double { values[unknown.rawValue] }
        let weights = sums(entries.map { $0.opened * exp2(-$0.age / value(.halfLife)) })
        let mix = sums(mix)
        let sizes = (0..<count).map { _ in -log1p(-random.nextUnit()) }
        let scale = lots / sizes.compensatedSum
        return try sizes.map { size in
            while true {
                let leverage = CascadePriors.leverages[place(mix, &random)]
                let extra = random.nextUnit() < value(.isolated) ? 0 : value(.collateral)
                let entry = entries[place(weights, &random)].price
                let account = try CascadeAccount(
                    side: .long, lots: max(1, Int(size * scale)),
                    entryTick: Int((entry * 100_000).rounded()),
                    leverage: max(1.1, leverage / (1 + extra)), maintenance: 4000)
                if let tick = account.liquidationTick, tick < 100_000 { return account }
            }
        }
    }

    /// A place with a probability in proportion to its part of the rising sums.
    private static func place(_ sums: [Double], _ random: inout DeterministicGenerator) -> Int {
        let at = random.nextUnit() * (sums.last ?? 0)
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] <= at { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func sums(_ weights: [Double]) -> [Double] {
        var sum = 0.0
        return weights.map { weight in
            sum += weight
            return sum
        }
    }

    /// A shock over 40 steps, and 200 more for what it sets off to come to rest.
    func fall(after shock: Double) throws -> Fall {
        let run = try CascadeEngine(
            accounts: accounts,
            plan: CascadePlan(
                units: units, outside: (1...240).map { min(1, Double($0) / 40) * shock },
                stepSeconds: 5, law: law, rule: rule, fund: 1 << 50, seed: 1)
        ).run()
        let move = 1 - Double(run.finalTick) / Double(units.referenceTick)
        return Fall(
            move: move, share: max(0, 1 - shock / move),
            liquidated: units.notional(ofLots: run.liquidatedLots))
    }
}
