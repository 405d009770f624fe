#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Cascades
internal import Market
internal import Series

/// Where a coin's price may be over the next day as it wanders, pushed by what it liquidates.
///
/// Falls liquidate longs and rises shorts, and a run of paths knows one side. So the lower half of the
/// bands is of paths that longs push, the upper of the same paths turned over, which shorts push; the
/// middle is halfway between their medians. A path that liquidates both sides on one day counts each by
/// itself.
///
/// - Unit: US dollars; one entry an hour from now on, the first of them the price now.
/// - Range: zero or more.
struct CascadeFan {
    let law: CascadeUncertainty.Law
    /// By hour from now on; each ordered as `columns`.
    let prices: [[Double]]

    /// The names of the prices of an hour: the middle nine tenths, the middle half, the middle.
    static let columns = ["low", "lower", "median", "upper", "high"]
    /// How far the paths go.
    static let hours = 24
    /// How many paths there are.
    static let paths = 4096

    private static let stepsAnHour = 12
    private static let width = CascadeMiddle.width
    /// As far as a cascade knows its levels.
    private static let bins = 500

    /// The fans of a coin: one of the book where one is known, one of the square root; none of no coin.
    static func all(_ middle: CascadeMiddle?) async throws(CascadeError) -> [CascadeFan] {
        guard let middle else { return [] }
        var fans: [CascadeFan] = []
        for law in [CascadeUncertainty.Law.linear, .squareRoot] {
            guard let fan = try await CascadeFan(middle, law) else { continue }
            fans.append(fan)
        }
        return fans
    }

    /// The fan of one law; `nil` where the law is not known of both sides.
    private init?(
        _ middle: CascadeMiddle, _ law: CascadeUncertainty.Law
    ) async throws(CascadeError) {
        let sides = [PositionSide.long, .short].filter { side in
            middle.readings.contains { $0.side == side && $0.law == law }
        }
        guard sides.count == 2, let longs = middle.cascades[.long],
            let shorts = middle.cascades[.short]
        else { return nil }
        let deviation = middle.market.hourlyDeviation
        let falls = try await Self.bands(longs, .long, law, deviation)
        let rises = try await Self.bands(shorts, .short, law, deviation)
        self.law = law
        let now = middle.market.price
        let start = [Double](repeating: now, count: Self.columns.count)
        prices =
            [start]
            + zip(falls, rises).map { fall, rise in
                [-fall[2], -fall[1], (rise[0] - fall[0]) / 2, rise[1], rise[2]]
                    .map { now * max(0, 1 + $0 * Self.width) }
            }
    }

    /// How far against a side the paths are after every hour: the median, the third quarter, all but one in
    /// twenty.
    private static func bands(
        _ cascade: CentralCascade, _ side: PositionSide, _ law: CascadeUncertainty.Law,
        _ deviation: Double
    ) async throws(CascadeError) -> [[Double]] {
        let table = try ScenarioTable(
            profile: cascade.profile, side: side, width: width, bins: bins,
            exponent: law == .linear ? 1 : 0.5)
        let paths = try ScenarioPaths(
            table: table, steps: hours * stepsAnHour,
            volatility: deviation / Double(stepsAnHour).squareRoot() / width,
            rest: rest(of: try cascade.propagator()), seed: CascadeState.seed)
        let scale = try cascade.law(law).move(ofSelling: 1) / width
        let scenarios = try ScenarioSet(
            shocks: [Double](repeating: 0, count: Self.paths),
            scales: [Double](repeating: scale, count: Self.paths))
        return try await paths.bandsOnAllCores(
            of: scenarios, every: stepsAnHour, shares: [0.5, 0.75, 0.95]
        ).map(\.falls)
    }

    /// What is left of a push after a step. A push fades by a power of time but a path forgets at one rate:
    /// the rate at which as much is left on average over all the hours.
    private static func rest(of propagator: Propagator) -> Double {
        let steps = (0..<(hours * stepsAnHour)).map(Double.init)
        let seconds = 3600 / Double(stepsAnHour)
        let wanted = steps.map { propagator.rest(after: $0 * seconds) }.compensatedSum
        var (low, high) = (0.0, 1.0)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            let left = steps.map { pow(middle, $0) }.compensatedSum
            (low, high) = left < wanted ? (middle, high) : (low, middle)
        }
        return (low + high) / 2
    }
}
