/// What a rule watches, a number a bar. How each is measured is the engine's affair.
package enum AlertQuantity: Hashable, Sendable {
    /// What the distance of a price is measured to.
    package enum Reference: Hashable, Sendable {
        /// A price, in quote currency.
        case level(Double)
        /// The mean of so many closes.
        case simpleAverage(Int)
        /// The exponential mean over about so many closes.
        case exponentialAverage(Int)
    }

    /// Positions of one side.
    package enum Side: String, Hashable, CaseIterable, Sendable {
        /// Those that lose when the price falls.
        case long
        /// Those that lose when it rises.
        case short
        /// All.
        case both
    }

    /// The change of the close over so many bars, a part of one.
    case move(bars: Int)
    /// The logarithm of that over the swing that was usual before: deviations of a bar times the root of the bars.
    case swings(bars: Int)
    /// The close over a level or an average, less one.
    case distance(Reference)
    /// Wilder's relative strength index, 0 to 100.
    case strength(period: Int)
    /// Dollars published as liquidated over so many bars.
    case liquidated(Side, bars: Int)
    /// The change of open interest over so many bars, a part of one.
    case openInterest(bars: Int)

    /// The longest stretch, in bars.
    package static let mostBars = 1_000

    /// Whether its numbers have a meaning: stretches of 1 to 1,000 bars, periods from 2, a price above zero.
    package var isValid: Bool {
        switch self {
        case .move(let bars), .swings(let bars), .liquidated(_, let bars), .openInterest(let bars):
            (1...Self.mostBars).contains(bars)
        case .distance(.level(let level)): level > 0 && level.isFinite
        case .distance(.simpleAverage(let length)), .distance(.exponentialAverage(let length)),
            .strength(let length):
            (2...Self.mostBars).contains(length)
        }
    }

    /// Whether it says to which side the price goes, so that it can be asked whether it goes on.
    package var hasSide: Bool {
        switch self {
        case .move, .swings, .distance, .strength: true
        case .liquidated, .openInterest: false
        }
    }

    /// The quantity as words and shortest exact numbers: equal texts are equal quantities.
    package var canonicalText: String {
        switch self {
        case .move(let bars): "move \(bars)"
        case .swings(let bars): "swings \(bars)"
        case .distance(.level(let level)): "distance level \(level)"
        case .distance(.simpleAverage(let length)): "distance simple-average \(length)"
        case .distance(.exponentialAverage(let length)): "distance exponential-average \(length)"
        case .strength(let period): "rsi \(period)"
        case .liquidated(let side, let bars): "liquidated \(side.rawValue) \(bars)"
        case .openInterest(let bars): "open-interest \(bars)"
        }
    }
}
