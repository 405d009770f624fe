package import Market
internal import Series

/// One price of an asset out of what several sources say, with who was believed and who was not.
///
/// In order: prices that are no prices and prices of a later moment are dropped, then older ones of a source
/// that has a newer, then stale ones; three or more are held against their median, and those further than
/// `k x 1.4826 x MAD` from it are dropped; the rest are averaged by volume or, where one does not say its
/// volume, the middle one is taken. Fewer than three cannot judge each other: they are held against the
/// previous price alone, and flagged.
///
/// - Input: quotes in any order, in one currency.
/// - Output: US dollars a coin; `nil` with the reasons where nothing is left, or where the answer is more
///   than a hundred times the previous price or less than a hundredth of it.
/// - Degenerate case: where more than half agree to the last digit the MAD is zero and says nothing; a
///   relative tolerance stands in for it.
/// - Complexity: O(n log n).
/// - Source: the rules CoinGecko publishes of its prices: three hours, outliers by the median absolute
///   deviation, a hundredfold jump. Leys et al., *Detecting outliers*, J. Exp. Soc. Psychology 49, 2013, for
///   the factor 1.4826.
/// - Checked against: pandas on random quotes, `Fixtures/Indices/prices.csv`, within 1e-12.
package struct PriceAggregate: Hashable, Sendable {
    /// What may be set; the defaults are the rule.
    package struct Limits: Hashable, Sendable {
        /// A price older than this is stale.
        package var staleAfter = TimeSpan.hours(3)
        /// How many scaled deviations from the median are an outlier.
        package var deviations = 4.0
        /// How far from the median is an outlier where there is no deviation, as a ratio.
        package var tolerance = 0.01
        /// How many times the previous price, up or down, is a jump that nobody is believed.
        package var jump = 100.0
        /// Sources further apart than this disagree, as a ratio of their median.
        package var spread = 0.03

        /// The rule's limits.
        package init() {}
    }

    /// Why a quote was not used.
    package enum Reason: Hashable, Sendable {
        /// The price is not a positive number.
        case notAPrice
        /// It was made after the moment asked for.
        case later
        /// The same source has a newer one.
        case superseded
        /// It is too old.
        case stale
        /// Too far from what the others say.
        case outlier
        /// Too far from the previous price.
        case jump
    }

    /// A quote that was not used.
    package struct Dropped: Hashable, Sendable {
        /// The quote.
        package let quote: PriceQuote
        /// Why.
        package let reason: Reason
    }

    /// How the price was made of those used.
    package enum Method: Hashable, Sendable {
        /// The average, each counted by its volume.
        case volumeWeightedAverage
        /// The middle, each counted by its volume; one that does not say counts like the middle volume.
        case weightedMedian
    }

    /// US dollars a coin; `nil` where nobody was believed.
    package let price: Double?
    /// How the price was made.
    package let method: Method
    /// The quotes it was made of, by source.
    package let used: [PriceQuote]
    /// The quotes that were left out, by source, the newest first.
    package let dropped: [Dropped]
    /// The highest less the lowest of those used, as a ratio of their median; `nil` of none.
    package let spread: Double?
    /// Whether those used are further apart than sources of one price should be.
    package let disagrees: Bool

    /// Whether too few were used to judge each other.
    package var fewSources: Bool { used.count < Self.judges }

    /// Fewer than this cannot say which of them is wrong.
    private static let judges = 3

    /// Makes a price.
    package init(
        _ quotes: [PriceQuote], asOf: Timestamp, previous: Double? = nil, limits: Limits = Limits()
    ) {
        var dropped: [Dropped] = []
        func keep(_ quotes: [PriceQuote], unless reason: Reason, _ test: (PriceQuote) -> Bool)
            -> [PriceQuote]
        {
            quotes.filter { quote in
                // Asked once each: whether a source was seen before changes by asking.
                guard test(quote) else { return true }
                dropped.append(Dropped(quote: quote, reason: reason))
                return false
            }
        }
        func jumps(_ price: Double) -> Bool {
            guard let previous, previous.isSound else { return false }
            return price / previous > limits.jump || previous / price > limits.jump
        }
        var left = keep(Self.ordered(quotes), unless: .notAPrice) { !$0.price.isSound }
        left = keep(left, unless: .later) { $0.observed > asOf }
        var seen: Set<SourceID> = []
        left = keep(left, unless: .superseded) { !seen.insert($0.source).inserted }
        left = keep(left, unless: .stale) { asOf - $0.observed > limits.staleAfter }
        if left.count < Self.judges {
            left = keep(left, unless: .jump) { jumps($0.price) }
        } else {
            let isOutlier = Self.outliers(among: left, limits)
            left = keep(left, unless: .outlier) { isOutlier($0.price) }
        }
        let volumes = left.compactMap(\.volume).filter(\.isSound)
        method = volumes.count == left.count ? .volumeWeightedAverage : .weightedMedian
        let price =
            method == .volumeWeightedAverage ? Self.average(left) : Self.weightedMedian(left)
        if let price, jumps(price) { left = keep(left, unless: .jump) { _ in true } }
        used = left
        self.price = left.isEmpty ? nil : price
        self.dropped = dropped.sorted { Self.precedes($0.quote, $1.quote) }
        spread = Self.spread(of: left)
        disagrees = spread.map { $0 > limits.spread } ?? false
    }
}

extension PriceAggregate {
    private static func ordered(_ quotes: [PriceQuote]) -> [PriceQuote] {
        quotes.sorted(by: precedes)
    }

    /// By source, the newest first; the rest of the order only makes it one.
    private static func precedes(_ left: PriceQuote, _ right: PriceQuote) -> Bool {
        func size(_ value: Double) -> Double { value.isNaN ? -.infinity : value }
        return (left.source, right.observed, size(left.price), size(left.volume ?? -1))
            < (right.source, left.observed, size(right.price), size(right.volume ?? -1))
    }

    private static func outliers(
        among quotes: [PriceQuote], _ limits: Limits
    ) -> (Double) -> Bool {
        let prices = quotes.map(\.price)
        guard let middle = prices.median,
            let deviation = prices.map({ abs($0 - middle) }).median
        else { return { _ in false } }
        let reach =
            deviation > 0 ? limits.deviations * 1.4826 * deviation : limits.tolerance * middle
        return { abs($0 - middle) > reach }
    }

    private static func average(_ quotes: [PriceQuote]) -> Double? {
        guard let most = quotes.compactMap(\.volume).max() else { return nil }
        // Measured against the largest, no sum of volumes can overflow.
        let weights = quotes.map { ($0.volume ?? 0) / most }
        let whole = weights.compensatedSum
        let price = zip(quotes, weights).map { $0.price * ($1 / whole) }.compensatedSum
        return price.isSound ? price : nil
    }

    /// The price that half of the weight lies below; the mean of two where it falls between them.
    private static func weightedMedian(_ quotes: [PriceQuote]) -> Double? {
        let volumes = quotes.compactMap(\.volume).filter(\.isSound)
        let usual = volumes.median ?? 1
        let most = max(usual, volumes.max() ?? usual)
        let weighed = quotes.map { quote in
            (
                quote.price,
                (quote.volume.map { $0.isSound } ?? false ? quote.volume ?? usual : usual) / most
            )
        }
        .sorted { $0 < $1 }
        let half = weighed.map(\.1).compensatedSum / 2
        var below = CompensatedSum()
        for (place, (price, weight)) in weighed.enumerated() {
            below.add(weight)
            if below.value > half { return price }
            if below.value == half, place + 1 < weighed.count {
                return price / 2 + weighed[place + 1].0 / 2
            }
        }
        return weighed.last?.0
    }

    private static func spread(of quotes: [PriceQuote]) -> Double? {
        let prices = quotes.map(\.price)
        guard let low = prices.min(), let high = prices.max(), let middle = prices.median else {
            return nil
        }
        return (high - low) / middle
    }
}
