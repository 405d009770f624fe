#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Watches bars until a condition is decided: the one rule for what happened and for what was simulated.
///
/// Bars come in order; prices, or with `relativeTo` logarithms over that price.
package struct EventWatch: Sendable {
    private enum Goal { case touch, close, breaking, target, back, hold, leave }

    /// One level that may break, with the prices that decide it.
    private struct Gate {
        let isDown: Bool
        let level: Double
        let edge: Double
        var wasBeyond = false

        /// Whether the level breaks with this close.
        mutating func breaks(_ close: Double) -> Bool {
            let isBeyond = isDown ? close < level : close > level
            defer { wasBeyond = isBeyond }
            return (isDown ? close < edge : close > edge) || (isBeyond && wasBeyond)
        }
    }

    private let goal: Goal
    private var gate: Gate
    private var upperGate: Gate
    private let target: Double
    private var hasBroken = false
    private var hasHappened = false

    /// A watch that has seen no bar, in prices or in logarithms over a price.
    package init(_ condition: ForecastCondition, relativeTo price: Double? = nil) {
        func place(_ level: Double) -> Double { price.map { log(max(level, 0) / $0) } ?? level }
        func gate(_ side: LevelSide, _ level: Double, _ band: Double) -> Gate {
            Gate(
                isDown: side == .down, level: place(level),
                edge: place(side == .down ? level - band : level + band))
        }
        switch condition {
        case .touch(let side, let level):
            (goal, self.gate, target) = (.touch, gate(side, level, 0), place(level))
        case .close(let side, let level):
            (goal, self.gate, target) = (.close, gate(side, level, 0), place(level))
        case .breaks(let side, let level, let band):
            (goal, self.gate, target) = (.breaking, gate(side, level, band), place(level))
        case .breaksThenTouches(let side, let level, let band, let far):
            (goal, self.gate, target) = (.target, gate(side, level, band), place(far))
        case .breaksThenReturns(let side, let level, let band):
            (goal, self.gate) = (.back, gate(side, level, band))
            target = place(side == .down ? level + band : level - band)
        case .holds(let lower, let lowerBand, let upper, let upperBand):
            (goal, self.gate, target) = (.hold, gate(.down, lower, lowerBand), 0)
            upperGate = gate(.up, upper, upperBand)
            return
        case .leaves(let lower, let upper):
            (goal, self.gate, target) = (.leave, gate(.down, lower, 0), 0)
            upperGate = gate(.up, upper, 0)
            return
        }
        upperGate = self.gate
    }

    /// Whether no later bar can change the outcome.
    package var isDecided: Bool { hasHappened || (goal == .hold && hasBroken) }

    /// Whether it has come true, if no bar follows.
    package var outcome: Bool { goal == .hold ? !hasBroken : hasHappened }

    /// Takes the next bar.
    package mutating func update(high: Double, low: Double, close: Double) {
        guard !isDecided else { return }
        let isDown = gate.isDown
        switch goal {
        case .touch: hasHappened = isDown ? low <= target : high >= target
        case .close: hasHappened = isDown ? close <= target : close >= target
        case .breaking: hasHappened = gate.breaks(close)
        case .target:
            if !hasBroken { hasBroken = gate.breaks(close) }
            hasHappened = hasBroken && (isDown ? low <= target : high >= target)
        case .back:
            if hasBroken {
                hasHappened = isDown ? close > target : close < target
            } else {
                hasBroken = gate.breaks(close)
            }
        case .hold:
            let isLost = gate.breaks(close)
            let isWon = upperGate.breaks(close)
            hasBroken = isLost || isWon
        case .leave: hasHappened = low <= gate.level || high >= upperGate.level
        }
    }
}
