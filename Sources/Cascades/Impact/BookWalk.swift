internal import Series

/// The price a sale ends at, and what it gets on the way, by walking down the bids that rest.
///
/// - Unit: prices in quote units, sizes in coins, proceeds in dollars.
/// - Beyond the last bid the book is taken to go on as thick as it was on the average from the middle
///   price down to there; `isExhausted(by:)` tells.
/// - Time: a binary search over the levels.
/// - Checked against: the walked book of a published example, `ImpactLawTests`.
package struct BookWalk: Hashable, Sendable {
    /// Coins wanted at a price.
    package struct Bid: Hashable, Sendable {
        /// The price.
        package let price: Double
        /// The coins.
        package let size: Double

        /// Coins at a price.
        package init(price: Double, size: Double) {
            self.price = price
            self.size = size
        }
    }

    /// What a sale got.
    package struct Fill: Hashable, Sendable {
        /// Dollars over coins.
        package let averagePrice: Double
        /// The price of the last coin.
        package let lastPrice: Double

        /// What a sale got.
        package init(averagePrice: Double, lastPrice: Double) {
            self.averagePrice = averagePrice
            self.lastPrice = lastPrice
        }
    }

    /// More bids than this are refused.
    package static let maximumBids = 100_000

    /// The price from which the move is counted.
    package let middle: Double
    private let prices: [Double]
    private let coins: [Double]
    private let dollars: [Double]

    /// A book by its bids in any order, each thicker by `refillPerSecond` for each of so many
    /// seconds over which the sale is spread.
    package init(
        bids: [Bid], middle: Double, refillPerSecond: Double = 0, seconds: Double = 0
    ) throws(CascadeError) {
        try CascadeError.positive(middle, "middle price")
        try CascadeError.within(0...1e6, refillPerSecond, "refill")
        try CascadeError.within(0...1e9, seconds, "seconds")
        guard bids.count <= Self.maximumBids else {
            throw .tooMany("bids", allowed: Self.maximumBids)
        }
        for bid in bids {
            try CascadeError.positive(bid.price, "bid price")
            try CascadeError.within(0...1e18, bid.size, "bid size")
            guard bid.price <= middle else { throw .outOfRange("bid above the middle") }
        }
        let sorted = bids.filter { $0.size > 0 }
            .sorted { ($1.price, $0.size) < ($0.price, $1.size) }
        guard !sorted.isEmpty else { throw .notPositive("depth") }
        let growth = 1 + refillPerSecond * seconds
        var (coinSum, dollarSum) = (CompensatedSum(), CompensatedSum())
        var (coins, dollars): ([Double], [Double]) = ([], [])
        for bid in sorted {
            coinSum.add(bid.size * growth)
            dollarSum.add(bid.size * growth * bid.price)
            coins.append(coinSum.value)
            dollars.append(dollarSum.value)
        }
        self.middle = middle
        prices = sorted.map(\.price)
        self.coins = coins
        self.dollars = dollars
    }

    /// What selling so many coins gets; `nil` of none, or of more than the book holds.
    package func fill(selling size: Double) -> Fill? {
        guard size > 0, let all = coins.last, size <= all else { return nil }
        let place = Self.first(of: coins, reaching: size)
        let (sold, got) = place > 0 ? (coins[place - 1], dollars[place - 1]) : (0, 0)
        return Fill(
            averagePrice: (got + (size - sold) * prices[place]) / size, lastPrice: prices[place])
    }

    /// Whether a sale of so many dollars is more than all bids together.
    package func isExhausted(by notional: Double) -> Bool { notional > (dollars.last ?? 0) }

    /// The relative move from the middle to the last bid hit by a sale of so many dollars.
    func move(_ notional: Double) -> Double {
        guard notional > 0, let all = dollars.last, let last = prices.last else { return 0 }
        if notional <= all {
            return 1 - prices[Self.first(of: dollars, reaching: notional)] / middle
        }
        let shown = 1 - last / middle
        // Bids at the middle alone say nothing about what is below them.
        return shown > 0 ? shown * notional / all : 1
    }

    private static func first(of sums: [Double], reaching value: Double) -> Int {
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
