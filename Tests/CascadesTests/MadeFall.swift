import Market
import Series

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@testable import Cascades

/// A fall whose forced part is known: a market of exact accounts that the time-stepped engine ran
/// through, and what of it can be seen.
///
/// The engine closes accounts one by one in whole lots; the inference adds up smooth profiles. What
/// they share is the priors from which a market's unknowns come, and the laws.
struct MadeFall {
    let observation: CascadeObservation
    let history: EntryHistory
    /// The part of the fall that was forced.
    let share: Double
    /// The depth in the fall as the books showed it.
    let collapse: Double

    /// How far the measured depth was off, as a logarithm.
    static let depthError = 0.3

    /// The usual priors, but for what the books showed.
    func priors() throws -> CascadePriors {
        try CascadePriors([
            .depth: .fixed(1),
            .collapse: .logNormal(median: collapse, deviation: Self.depthError),
        ])
    }

    /// Entries over twelve days of a price that wandered within a tenth.
    static func history() throws -> EntryHistory {
        var random = DeterministicGenerator(seed: 7)
        var price = 1.0
        return try EntryHistory(
            (0..<240).map { hour in
                price *= 1 + 0.008 * NormalPair(bits: random.next()).cosine
                price = min(1.1, max(0.9, price))
                return EntryHistory.Entry(
                    price: price, age: Double(hour) / 20, opened: 1 + random.nextUnit())
            })
    }

    /// Entries before a rise: hardly anybody entered near the price, and nobody much is near their
    /// liquidation, whatever the leverage.
    static func calmHistory() throws -> EntryHistory {
        try EntryHistory(
            history().entries.map { entry in
                entry.age < 0.3
                    ? .init(price: 0.99 * entry.price, age: entry.age, opened: 0.02 * entry.opened)
                    : .init(price: 0.84 * entry.price, age: entry.age, opened: entry.opened)
            })
    }

    /// A coin that trades ten times its open interest a day.
    static func setting() throws -> CascadeSetting {
        try CascadeSetting(openInterest: 4e9, depth: 1.5e9, volume: 4e10, volatility: 0.03)
    }

    /// A coin that trades half its open interest a day and is twice as wild: there laws of the day's
    /// volume give large shares too.
    static func thinSetting() throws -> CascadeSetting {
        try CascadeSetting(openInterest: 8e9, depth: 1.5e9, volume: 4e9, volatility: 0.06)
    }

    /// A market with the shock of a grid after which about a share of the fall is forced by a law;
    /// `nil` where there is none. Of a share of zero the shock is any of one to seven percent, and
    /// hardly anybody is near: what one finds in windows of the same size without a cascade.
    init?(
        share: Double, law: CascadeUncertainty.Law, setting: CascadeSetting, grid: Double,
        random: inout DeterministicGenerator
    ) throws {
        let history = share == 0 ? try Self.calmHistory() : try Self.history()
        let market = try MadeMarket(
            history: history, law: law, setting: setting, random: &random)
        let shocks =
            share == 0
            ? [0.01 + 0.06 * random.nextUnit()] : Array(stride(from: 0.005, to: 0.1, by: grid))
        let falls = try shocks.map { try market.fall(after: $0) }
        let nearest = falls.min { abs($0.share - share) < abs($1.share - share) }
        guard let fall = nearest, fall.move < 0.5, abs(fall.share - share) < 0.05 else {
            return nil
        }
        try self.init(fall, of: market, history, setting, random: &random)
    }

    /// A market and a shock as the priors would have them, whatever share comes of it; `nil` where half the
    /// price is gone.
    init?(
        anyBy law: CascadeUncertainty.Law, setting: CascadeSetting,
        random: inout DeterministicGenerator
    ) throws {
        let history = try Self.history()
        let market = try MadeMarket(
            history: history, law: law, setting: setting, random: &random)
        let fall = try market.fall(after: 0.005 + 0.095 * random.nextUnit())
        guard fall.move < 0.5 else { return nil }
        try self.init(fall, of: market, history, setting, random: &random)
    }

    /// What of a fall can be seen.
    private init(
        _ fall: MadeMarket.Fall, of market: MadeMarket, _ history: EntryHistory,
        _ setting: CascadeSetting, random: inout DeterministicGenerator
    ) throws {
        func normal() -> Double { NormalPair(bits: random.next()).cosine }
        self.history = history
        self.share = fall.share
        collapse = market[.collapse] * exp(Self.depthError * normal())
        let error = max(0.002, 0.05 * fall.move)
        observation = try CascadeObservation(
            move: max(0.001, fall.move + error * normal()), moveError: error,
            liquidations: fall.liquidated / market[.reporting] * (1 + 0.1 * normal()),
            openInterestDrop: fall.liquidated / setting.openInterest + 0.02 * normal(),
            openInterestError: 0.02)
    }
}
