internal import Series
internal import Significance

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How likely a price reaches a level within a time, if its logarithm walks with a steady drift and
/// volatility.
///
/// - Input: levels as ratios of the price now, above zero; drift and volatility of the logarithm a day,
///   the horizon in days.
/// - Output: probabilities from 0 to 1.
/// - Limit: no jump and no change of volatility; a market has both. A bound to hold simulations against,
///   not a forecast.
/// - Source: Borodin and Salminen, *Handbook of Brownian Motion*, 2002, part II, sections 1.1.4, 2.1.2 and
///   3.0.6; for closes, Broadie, Glasserman and Kou, *A Continuity Correction for Discrete Barrier Options*,
///   1997.
/// - Checked against: the density of the first passage integrated by mpmath, and reflections summed, within
///   1e-10, `Fixtures/Outlook/passages.csv`.
package struct FirstPassage: Hashable, Sendable {
    private let drift: Double
    private let volatility: Double
    private let horizon: Double

    /// A walk; `nil` unless volatility and horizon are above zero and all are finite.
    package init?(volatility: Double, days horizon: Double, drift: Double = 0) {
        guard volatility > 0, horizon > 0, [volatility, horizon, drift].allSatisfy(\.isFinite)
        else {
            return nil
        }
        self.drift = drift
        self.volatility = volatility
        self.horizon = horizon
    }

    /// That the price touches a level at any moment; 1 for the price now, `nil` for no level.
    package func probability(ofTouching level: Double) -> Double? {
        guard level > 0, level.isFinite else { return nil }
        return probability(ofReaching: log(level))
    }

    /// That one of the closes of the days lies at or beyond a level.
    ///
    /// A walk that is looked at once a day misses what happens in between, as if the level were 0.5826
    /// standard deviations of a day further away.
    package func probability(ofClosingBeyond level: Double) -> Double? {
        guard level > 0, level.isFinite, level != 1 else { return level == 1 ? 1 : nil }
        let side: Double = level < 1 ? -1 : 1
        return probability(ofReaching: log(level) + side * Self.closeShift * volatility)
    }

    /// -zeta(1/2) / sqrt(2 pi).
    static let closeShift = 0.5825971579390106

    private func probability(ofReaching distance: Double) -> Double {
        guard distance != 0 else { return 1 }
        // A level above is a level below of the walk turned upside down.
        let barrier = -abs(distance)
        let slope = distance < 0 ? drift : -drift
        let spread = volatility * horizon.squareRoot()
        let direct = NormalDistribution.lower((barrier - slope * horizon) / spread)
        let reflected = NormalDistribution.lower((barrier + slope * horizon) / spread)
        let weight = exp(2 * slope * barrier / (volatility * volatility))
        return min(1, direct + (reflected > 0 ? weight * reflected : 0))
    }

    /// That the upper of two levels is reached before the lower, however long it takes; `nil` unless they lie
    /// on either side of the price.
    package func probability(ofReaching upper: Double, before lower: Double) -> Double? {
        guard lower > 0, lower < 1, upper > 1, upper.isFinite else { return nil }
        let (down, up) = (log(lower), log(upper))
        let pull = -2 * drift / (volatility * volatility)
        guard abs(pull * (up - down)) > 1e-9 else { return -down / (up - down) }
        // Written so that no exponential grows; expm1 keeps what is left of one where the drift is small.
        let probability =
            pull > 0
            ? exp(-pull * up) * expm1(pull * down) / expm1(-pull * (up - down))
            : expm1(-pull * down) / expm1(pull * (up - down))
        return min(1, max(0, probability))
    }

    /// That neither of two levels is touched; `nil` unless they lie on either side of the price.
    ///
    /// Over a short time by reflections at the levels, over a long one by waves between them: each sum has
    /// few terms where the other has many.
    package func probability(ofStayingBetween lower: Double, and upper: Double) -> Double? {
        guard lower > 0, lower < 1, upper > 1, upper.isFinite else { return nil }
        let (down, up) = (log(lower), log(upper))
        let pace = volatility * volatility * horizon / ((up - down) * (up - down))
        let sum = pace < 1 ? reflections(down, up) : waves(down, up, pace)
        return min(1, max(0, sum))
    }

    /// The walk's end between the levels, less that of its mirror images.
    private func reflections(_ down: Double, _ up: Double) -> Double {
        let spread = volatility * horizon.squareRoot()
        let slope = drift / (volatility * volatility)
        let centre = drift * horizon
        func part(_ image: Double) -> Double {
            let (low, high) = ((down - image - centre) / spread, (up - image - centre) / spread)
            // From the side on which the difference keeps its digits.
            let share =
                low > 0
                ? NormalDistribution.upper(low) - NormalDistribution.upper(high)
                : NormalDistribution.lower(high) - NormalDistribution.lower(low)
            return share > 0 ? exp(slope * image + log(share)) : 0
        }
        return (-8...8).map { turn in
            let shift = 2 * Double(turn) * (up - down)
            return part(shift) - part(2 * up - shift)
        }
        .compensatedSum
    }

    /// The waves that fit between the levels, each fading with time.
    private func waves(_ down: Double, _ up: Double, _ pace: Double) -> Double {
        let width = up - down
        let slope = drift / (volatility * volatility)
        let terms = (1...16).map { order in
            let wave = Double(order) * .pi
            let tilt = slope * width
            let turned: Double = order.isMultiple(of: 2) ? 1 : -1
            let weight = 2 * wave * (1 - turned * exp(tilt)) / (wave * wave + tilt * tilt)
            return exp(-0.5 * wave * wave * pace) * sin(-wave * down / width) * weight
        }
        return exp(slope * down - 0.5 * drift * slope * horizon) * terms.compensatedSum
    }
}
