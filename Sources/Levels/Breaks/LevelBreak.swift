package import Market

/// What became of a level, bar by bar: held, pierced, broken, taken back.
///
/// With `band = max(a quarter of the average true range, half a percent of the level)`, for a level that
/// the closes came to from above:
///
/// - **broken** down when a close lies more than the band below it, or at the second of two closes below it in
///   a row;
/// - **swept** when a bar that leaves it unbroken goes below it and closes above;
/// - once broken, **reclaimed** when a close lies more than the band above it: two closes above are not enough;
/// - once broken, a **failed retest** when within three bars one comes from a close below to less than the
///   band under the level or higher, and the next bar closes lower than that one, and below the level. Told at
///   most once for each break.
///
/// For a level that the closes came to from below everything is turned upside down. A level closer than the band
/// is being tested, whatever has become of it.
///
/// - Input: closed bars, oldest first, with the level and the average true range at each close, in the unit
///   of the price. A level may move.
/// - Output: what stands after the bar; `nil` for a bar without a level, or whose figures are not finite,
///   which also parts the closes around it: they do not follow one another.
/// - Degenerate case: closes on the level itself say nothing; until one lies on either side, no event is told.
///   Without an average true range the band is half a percent.
/// - Complexity: constant for each bar.
/// - Checked against: a declarative form that looks back over all bars, over every short sequence, in
///   `LevelBreakTests`; a script in Python, exactly, `Fixtures/Levels/breaks.csv`.
package struct LevelBreak: Sendable {
    /// Which way something went.
    package enum Direction: String, CaseIterable, Sendable {
        case down
        case up
    }

    /// What a level has become.
    package enum Standing: String, CaseIterable, Sendable {
        /// No close has lain on either side yet.
        case unknown
        /// The closes came from above, and it has not been broken.
        case support
        /// The closes came from below, and it has not been broken.
        case resistance
        /// It was a support, and was broken.
        case brokenDown
        /// It was a resistance, and was broken.
        case brokenUp
    }

    /// What a bar did to a level.
    package enum Event: Hashable, Sendable {
        /// A close beyond the band, or the second beyond the level.
        case broken(Direction, bySecondClose: Bool)
        /// The bar went through, and closed back.
        case swept(Direction)
        /// After a break the other way, a close beyond the band on the old side.
        case reclaimed(Direction)
        /// After a break this way, a touch from the far side and a close further away.
        case failedRetest(Direction)
    }

    /// The state after a bar.
    package struct Reading: Hashable, Sendable {
        /// What the level has become.
        package let standing: Standing
        /// What the bar did, if anything.
        package let event: Event?
        /// Whether the close is within the band of the level: neither broken nor held.
        package let isTesting: Bool
        /// The close less the level, in the unit of the price.
        package let distance: Double
        /// Half the width of what counts as the level itself, in the unit of the price.
        package let band: Double
    }

    /// Plus one for a level met from above, minus one for one met from below.
    private var sign: Double?
    private var isBroken = false
    private var previousDistance: Double?
    private var barsSinceBreak = 0
    private var touchClose: Double?
    private var isRetested = false

    /// How many bars after a break a retest may come.
    package static let retestBars = 3

    /// A level that has seen no bar.
    package init() {}

    /// Half the width of what counts as the level itself, in the unit of the price.
    package static func band(around level: Double, averageRange: Double?) -> Double {
        let range = averageRange.map { $0.isFinite ? $0 : 0 } ?? 0
        return max(0.25 * range, 0.005 * abs(level))
    }

    /// Takes the next bar with the level and the average true range at its close.
    package mutating func update(
        _ candle: Candle, level: Double?, averageRange: Double?
    ) -> Reading? {
        guard let level, level.isFinite, candle.close.isFinite, !candle.high.isNaN,
            !candle.low.isNaN
        else {
            previousDistance = nil
            touchClose = nil
            return nil
        }
        let band = Self.band(around: level, averageRange: averageRange)
        let distance = candle.close - level
        let event =
            isBroken
            ? afterBreak(candle, level, band) : beforeBreak(candle, level, band)
        previousDistance = distance
        return Reading(
            standing: standing, event: event, isTesting: abs(distance) < band,
            distance: distance, band: band)
    }

    /// The readings of some bars: the streaming form folded.
    package static func readings(
        of candles: [Candle], level: [Double?], averageRange: [Double?]
    ) -> [Reading?] {
        precondition(
            candles.count == level.count && candles.count == averageRange.count,
            "every bar needs its level and its range")
        var state = LevelBreak()
        return candles.indices.map {
            state.update(candles[$0], level: level[$0], averageRange: averageRange[$0])
        }
    }

    private var standing: Standing {
        guard let sign else { return .unknown }
        if sign > 0 { return isBroken ? .brokenDown : .support }
        return isBroken ? .brokenUp : .resistance
    }

    private mutating func beforeBreak(
        _ candle: Candle, _ level: Double, _ band: Double
    ) -> Event? {
        guard let sign else {
            if candle.close != level { self.sign = candle.close > level ? 1 : -1 }
            return nil
        }
        let through: Direction = sign > 0 ? .down : .up
        let kept = sign * (candle.close - level)
        let isSecond = kept < 0 && (previousDistance.map { sign * $0 < 0 } ?? false)
        if kept < -band || isSecond {
            isBroken = true
            barsSinceBreak = 0
            touchClose = nil
            isRetested = false
            return .broken(through, bySecondClose: kept >= -band)
        }
        let deepest = sign > 0 ? candle.low - level : level - candle.high
        return kept > 0 && deepest < 0 ? .swept(through) : nil
    }

    private mutating func afterBreak(
        _ candle: Candle, _ level: Double, _ band: Double
    ) -> Event? {
        guard let sign else { return nil }
        let kept = sign * (candle.close - level)
        barsSinceBreak = min(barsSinceBreak + 1, Self.retestBars + 1)
        if kept > band {
            isBroken = false
            return .reclaimed(sign > 0 ? .up : .down)
        }
        if !isRetested, let touchClose, kept < 0, sign * (candle.close - touchClose) < 0 {
            isRetested = true
            return .failedRetest(sign > 0 ? .down : .up)
        }
        let nearest = sign > 0 ? candle.high - level : level - candle.low
        let cameFromAcross = previousDistance.map { sign * $0 < 0 } ?? false
        let touches = barsSinceBreak <= Self.retestBars && cameFromAcross && nearest > -band
        touchClose = touches ? candle.close : nil
        return nil
    }
}
