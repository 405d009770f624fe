internal import Market
internal import Series

/// What each asset cost at each of several instants.
struct PriceGrid {
    private let prices: [AssetID: [Double]]
    private let count: Int

    /// Reads the board at each instant. An asset without a fresh price at every one of them has no
    /// row, so that nothing moves because a coin came or went.
    init(_ board: PriceBoard, assets: Set<AssetID>, at instants: [Timestamp]) {
        var prices: [AssetID: [Double]] = [:]
        for asset in assets {
            var row: [Double] = []
            row.reserveCapacity(instants.count)
            for instant in instants {
                guard let price = board.price(of: asset, at: instant) else { break }
                row.append(price)
            }
            if row.count == instants.count { prices[asset] = row }
        }
        self.prices = prices
        count = instants.count
    }

    /// The returns, from each instant to the next, of so many coins together; empty without coins.
    func returns(of coins: [AssetID: Double]) -> [Double] {
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: count)
        var isEmpty = true
        for (asset, coins) in coins.sorted(by: { $0.key < $1.key }) {
            guard let row = prices[asset] else { continue }
            isEmpty = false
            for place in row.indices { sums[place].add(coins * row[place]) }
        }
        let values = isEmpty ? [] : sums.map(\.value)
        return zip(values, values.dropFirst()).map { $1 / $0 - 1 }
    }
}
