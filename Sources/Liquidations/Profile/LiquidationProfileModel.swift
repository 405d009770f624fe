package import Market
internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Open positions by entry price and leverage, kept in step with open interest, and what of them a price
/// would liquidate.
///
/// Each contract has a long and a short, so both sides hold the open interest at the end of every
/// interval; only entries and leverage differ. In an interval positions whose liquidation price was
/// reached are closed, once; a share of the rest is closed and opened again, at random; then each side is
/// brought to the open interest by closing in proportion or by opening at the interval's last price.
///
/// What this cannot know: cross margin, margin added later, tiers, stops in front of liquidations, hedges.
/// So it stands or falls with its score against what was liquidated, `ProfileScore`.
///
/// - Shape: `bins` of entry price, equal in their logarithm, times the leverages of the mix.
/// - Complexity: bins times leverages for each interval.
/// - Source: the bookkeeping of open interest by entry and leverage that public liquidation maps use, with
///   both sides conserved, decay and closing, which they leave out.
/// - Checked against: an implementation in Python of the same rules, relative 1e-9, and a synthetic market
///   with known positions, `LiquidationProfileModelTests`.
package struct LiquidationProfileModel: Sendable {
    /// How the model is set up.
    package struct Settings: Hashable, Sendable {
        /// Leverages, rising, each at least one.
        package let leverages: [Double]
        /// The maintenance margin as a ratio of value.
        package let maintenance: Double
        /// The share of positions closed and opened again in each interval, from 0 to below 1.
        package let turnover: Double
        /// The width of an entry bin in the logarithm of price.
        package let binWidth: Double

        /// Settings; `nil` where a leverage cannot be opened at the maintenance rate, leverages do not
        /// rise, or a number is out of its range.
        package init?(
            leverages: [Double], maintenance: Double, turnover: Double, binWidth: Double = 0.0025
        ) {
            let isRising = zip(leverages, leverages.dropFirst()).allSatisfy { $0 < $1 }
            let canOpen = leverages.allSatisfy {
                LiquidationPrice.isolated(
                    .long, entry: 1, leverage: $0, maintenance: maintenance) != nil
            }
            guard !leverages.isEmpty, leverages.count <= 64, isRising, canOpen,
                (0..<1).contains(turnover), binWidth >= 1e-5, binWidth <= 0.1
            else { return nil }
            self.leverages = leverages
            self.maintenance = maintenance
            self.turnover = turnover
            self.binWidth = binWidth
        }
    }

    /// Shares of what is opened, by leverage, for each side; each adds up to one.
    package struct Mix: Hashable, Sendable {
        /// Of longs.
        package var long: [Double]
        /// Of shorts.
        package var short: [Double]

        /// A mix.
        package init(long: [Double], short: [Double]) {
            self.long = long
            self.short = short
        }

        /// The same share for each of so many leverages.
        package static func even(_ count: Int) -> Mix {
            let shares = [Double](repeating: 1 / Double(max(count, 1)), count: count)
            return Mix(long: shares, short: shares)
        }
    }

    /// How the model is set up.
    package let settings: Settings
    /// Coins of longs, entry bin after entry bin, each by leverage.
    package private(set) var longs: [Double]
    /// Coins of shorts, laid out alike.
    package private(set) var shorts: [Double]

    private let mix: Mix
    private let firstBin: Int
    /// Cells outside hold nothing.
    private var occupied: Range<Int> = 0..<0
    private let longExits: [Double]
    private let shortExits: [Double]

    /// A model without positions, with room for entries from `low` to `high`; `nil` where the mix does not
    /// fit the settings or the prices are not sound or more than `mostBins` apart.
    package init?(_ settings: Settings, mix: Mix, entriesFrom low: Double, to high: Double) {
        guard low > 0, low <= high, high.isFinite, Self.fits(mix.long, settings),
            Self.fits(mix.short, settings), log(high / low) / settings.binWidth < Self.mostBins
        else { return nil }
        self.settings = settings
        self.mix = mix
        let first = Int((log(low) / settings.binWidth).rounded(.down))
        let last = Int((log(high) / settings.binWidth).rounded(.down))
        firstBin = first
        let entries = (first...last).map { exp((Double($0) + 0.5) * settings.binWidth) }
        func exits(_ side: PositionSide) -> [Double] {
            entries.flatMap { entry in
                settings.leverages.map { leverage in
                    LiquidationPrice.isolated(
                        side, entry: entry, leverage: leverage, maintenance: settings.maintenance)
                        ?? entry
                }
            }
        }
        longExits = exits(.long)
        shortExits = exits(.short)
        longs = [Double](repeating: 0, count: longExits.count)
        shorts = longs
    }

    /// The same room without positions, for another mix; `nil` where the mix does not fit.
    init?(emptied model: Self, mix: Mix) {
        guard Self.fits(mix.long, model.settings), Self.fits(mix.short, model.settings) else {
            return nil
        }
        settings = model.settings
        self.mix = mix
        firstBin = model.firstBin
        longExits = model.longExits
        shortExits = model.shortExits
        longs = [Double](repeating: 0, count: longExits.count)
        shorts = longs
    }

    private static let mostBins = 20_000.0

    private static func fits(_ shares: [Double], _ settings: Settings) -> Bool {
        shares.count == settings.leverages.count && shares.allSatisfy { $0 >= 0 }
            && abs(shares.reduce(0, +) - 1) < 1e-9
    }

    /// Dollars liquidated in an interval, by leverage, for each side.
    package struct Realised: Hashable, Sendable {
        /// Of longs.
        package let long: [Double]
        /// Of shorts.
        package let short: [Double]
    }

    /// Goes through one interval, and gives what it liquidated of the positions open before it.
    @discardableResult
    package mutating func step(_ interval: ProfileInterval) -> Realised {
        let bin = Int((log(interval.close) / settings.binWidth).rounded(.down)) - firstBin
        let leverages = settings.leverages.count
        let place = min(max(bin, 0), longs.count / leverages - 1) * leverages
        let turnover =
            interval.span == 1
            ? settings.turnover : 1 - pow(1 - settings.turnover, interval.span)
        let long = Self.liquidate(&longs, longExits, occupied, leverages) { $0 >= interval.low }
        let short = Self.liquidate(&shorts, shortExits, occupied, leverages) {
            $0 <= interval.high
        }
        occupied =
            occupied.isEmpty
            ? place..<place + leverages
            : min(occupied.lowerBound, place)..<max(occupied.upperBound, place + leverages)
        let open = interval.openInterest
        Self.settle(&longs, mix.long, at: place, in: occupied, to: open, turnover)
        Self.settle(&shorts, mix.short, at: place, in: occupied, to: open, turnover)
        return Realised(long: long, short: short)
    }

    private static func liquidate(
        _ positions: inout [Double], _ exits: [Double], _ occupied: Range<Int>,
        _ leverages: Int, where isReached: (Double) -> Bool
    ) -> [Double] {
        var dollars = [Double](repeating: 0, count: leverages)
        for cell in occupied where positions[cell] > 0 && isReached(exits[cell]) {
            dollars[cell % leverages] += positions[cell] * exits[cell]
            positions[cell] = 0
        }
        return dollars
    }

    /// Turns over, then closes in proportion or opens until the side holds the open interest.
    private static func settle(
        _ positions: inout [Double], _ shares: [Double], at place: Int, in occupied: Range<Int>,
        to openInterest: Double, _ turnover: Double
    ) {
        var sum = CompensatedSum()
        for cell in occupied { sum.add(positions[cell]) }
        let held = sum.value * (1 - turnover)
        let kept = held > openInterest ? openInterest / held : 1
        let factor = (1 - turnover) * kept
        for cell in occupied { positions[cell] *= factor }
        let opened = max(openInterest - held * kept, 0)
        for (index, share) in shares.enumerated() { positions[place + index] += opened * share }
    }

    /// Coins of one side.
    package func coins(_ side: PositionSide) -> Double {
        (side == .long ? longs : shorts).compensatedSum
    }

    /// Dollars that would be liquidated between two prices, both included.
    package func dollars(_ side: PositionSide, from low: Double, to high: Double) -> Double {
        let positions = side == .long ? longs : shorts
        let exits = side == .long ? longExits : shortExits
        return positions.indices.filter { exits[$0] >= low && exits[$0] <= high }
            .map { positions[$0] * exits[$0] }.compensatedSum
    }
}
