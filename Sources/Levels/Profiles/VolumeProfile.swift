package import Market
internal import Series

/// How much changed hands at which prices.
///
/// The prices between the lowest low and the highest high are cut into bins of one width. The volume
/// of a bar is spread evenly over the prices from its low to its high; a bin gets the part that falls
/// into it.
///
/// - Output: volumes in the unit of the bars' own; together they are those of the bars.
/// - Degenerate case: bars without a volume, or whose figures cannot be those of a bar, are left out;
///   `nil` where nothing is left, nothing changed hands or a figure overflows. Bars that all stand at
///   one price make a single bin of no width.
/// - Complexity: for each bar the bins that its range covers.
/// - Source: Steidlmayer, *Markets and Market Logic*, 1986; the value area as in the CBOT's *Market
///   Profile* handbook: two bins at a time.
/// - Checked against: overlaps in rational numbers in Python within 1e-12 of the whole,
///   `Fixtures/Levels/profile.csv`.
package struct VolumeProfile: Hashable, Sendable {
    /// A price that a profile singles out.
    package enum Mark: String, CaseIterable, Sendable {
        /// The price at which most changed hands.
        case pointOfControl
        /// The upper end of the value area.
        case valueAreaHigh
        /// The lower end of the value area.
        case valueAreaLow
    }

    /// The lower edge of the lowest bin, in the unit of the price.
    package let lowest: Double
    /// The width of a bin, in the unit of the price.
    package let binWidth: Double
    /// What changed hands in each bin, from the lowest up.
    package let volumes: [Double]

    /// A profile from its bins, of which at least one must hold a volume and none a negative one.
    package init?(lowest: Double, binWidth: Double, volumes: [Double]) {
        let whole = volumes.compensatedSum
        guard lowest.isFinite, binWidth.isFinite, binWidth >= 0, whole > 0, whole.isFinite,
            volumes.allSatisfy({ $0 >= 0 })
        else { return nil }
        self.lowest = lowest
        self.binWidth = binWidth
        self.volumes = volumes
    }

    /// The profile of some bars, cut into `bins` bins; at least one.
    package init?(of candles: some Collection<Candle>, bins: Int) {
        self.init(ofTraded: candles.filter(Self.isTraded), bins: bins)
    }

    /// Whether a bar has anything to spread.
    static func isTraded(_ candle: Candle) -> Bool {
        (candle.volume ?? 0) > 0 && candle.isConsistent
    }

    /// The profile of bars that all have something to spread.
    init?(ofTraded traded: [Candle], bins: Int) {
        precondition(bins > 0, "a profile needs a bin")
        guard let low = traded.map(\.low).min(), let high = traded.map(\.high).max() else {
            return nil
        }
        let width = (high - low) / Double(bins)
        guard width > 0 else {
            self.init(
                lowest: low, binWidth: 0,
                volumes: [traded.compactMap(\.volume).compensatedSum])
            return
        }
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: bins)
        for candle in traded {
            Self.spread(candle, from: low, width, over: &sums)
        }
        self.init(lowest: low, binWidth: width, volumes: sums.map { max(0, $0.value) })
    }

    private static func spread(
        _ candle: Candle, from low: Double, _ width: Double, over sums: inout [CompensatedSum]
    ) {
        let volume = candle.volume ?? 0
        let bottom = min((candle.low - low) / width, Double(sums.count))
        let top = min((candle.high - low) / width, Double(sums.count))
        let first = min(Int(bottom), sums.count - 1)
        let last = max(first, min(Int(top), sums.count - 1))
        guard first < last else {
            sums[first].add(volume)
            return
        }
        for bin in first...last {
            let part = min(top, Double(bin + 1)) - max(bottom, Double(bin))
            sums[bin].add(volume * (part / (top - bottom)))
        }
    }

    /// The middle of a bin.
    package func price(ofBin bin: Int) -> Double {
        lowest + (Double(bin) + 0.5) * binWidth
    }

    /// The bin in which most changed hands; of equals the highest.
    package var busiestBin: Int {
        volumes.indices.max { (volumes[$0], $0) < (volumes[$1], $1) } ?? 0
    }

    /// The bins around the busiest that hold `share` of everything, a ratio from 0 to 1.
    ///
    /// Starting from the busiest, the two bins above and the two below are compared by what they hold
    /// together, and the larger pair is added, the upper of equals; at an edge what is left counts.
    package func valueArea(share: Double = 0.7) -> ClosedRange<Int> {
        // A sum that misses its goal by rounding alone has reached it.
        let goal = volumes.compensatedSum * share * (1 - 1e-12)
        var area = busiestBin...busiestBin
        var held = volumes[area].compensatedSum
        while held < goal, area.count < volumes.count {
            let above = (area.upperBound + 1)..<min(area.upperBound + 3, volumes.count)
            let below = max(area.lowerBound - 2, 0)..<area.lowerBound
            let takesAbove =
                below.isEmpty
                || !above.isEmpty && volumes[above].compensatedSum >= volumes[below].compensatedSum
            area =
                takesAbove
                ? area.lowerBound...(above.upperBound - 1) : below.lowerBound...area.upperBound
            held = volumes[area].compensatedSum
        }
        return area
    }

    /// The price of a mark: the middle of its bin, with the value area of seven tenths.
    package func price(of mark: Mark) -> Double {
        switch mark {
        case .pointOfControl: price(ofBin: busiestBin)
        case .valueAreaHigh: price(ofBin: valueArea().upperBound)
        case .valueAreaLow: price(ofBin: valueArea().lowerBound)
        }
    }
}
