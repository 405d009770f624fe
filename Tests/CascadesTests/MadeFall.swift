import Series

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@testable import Cascades

/// A market whose truth is known: positions, depth and law of one draw, a shock, and what of the fall
/// that came of it can be seen.
struct MadeFall {
    let observation: CascadeObservation
    let setting: CascadeSetting
    /// The part of the fall that was forced.
    let share: Double

    /// How far the measured depth was off, as a logarithm.
    static let depthError = 0.3
    /// The depth in the fall as the books showed it.
    let collapse: Double

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

    static func setting(openInterest: Double = 4e9) throws -> CascadeSetting {
        try CascadeSetting(
            openInterest: openInterest, depth: 1.5e9, volume: 4e10, volatility: 0.03)
    }

    /// The world of a draw that nobody is told, shocked so that about a share of the fall is forced by
    /// a law; `nil` where no shock does that.
    init?(
        draw: CascadeDraw, share: Double, law: CascadeUncertainty.Law, setting: CascadeSetting,
        random: inout DeterministicGenerator
    ) throws {
        let falls = stride(from: 0.005, through: 0.1, by: 0.0005).map { shock in
            (shock: shock, fall: draw.fall(after: shock, law))
        }
        let found = falls.min { one, other in
            abs(1 - one.shock / one.fall - share) < abs(1 - other.shock / other.fall - share)
        }
        guard let found, abs(1 - found.shock / found.fall - share) < 0.03 else { return nil }
        let liquidated = draw.liquidated(at: found.fall)
        func normal() -> Double { NormalPair(bits: random.next()).cosine }
        self.setting = setting
        self.share = 1 - found.shock / found.fall
        collapse = draw[.collapse] * exp(Self.depthError * normal())
        let error = max(0.002, 0.05 * found.fall)
        observation = try CascadeObservation(
            move: max(0.001, found.fall + error * normal()), moveError: error,
            liquidations: liquidated / draw[.reporting] * (1 + 0.1 * normal()),
            openInterestDrop: liquidated / setting.openInterest + 0.02 * normal(),
            openInterestError: 0.02)
    }
}
