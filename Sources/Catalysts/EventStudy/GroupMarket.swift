internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The market as the rest of it: a portfolio weighted by cap, without a group and, for each asset,
/// without that asset.
///
/// A group that moves would move a market that it is part of, and so hide a part of its own move.
///
/// - Unit: logarithmic returns of a portfolio that is brought back to the same weights each bar.
/// - Degenerate case: a bar for which less than half of the weight has a return, or on which all was
///   lost, is absent, NaN.
struct GroupMarket: Sendable {
    private let panel: ReturnPanel
    private let isOutside: [Bool]
    private let whole: Double
    private let sums: [Double]
    private let present: [Double]

    /// The market of a panel without a group.
    init(_ panel: ReturnPanel, without group: [Int]) {
        var isOutside = [Bool](repeating: true, count: panel.assets.count)
        for asset in group { isOutside[asset] = false }
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: panel.bars)
        var present = sums
        var whole = CompensatedSum()
        for asset in panel.assets.indices where isOutside[asset] && panel.caps[asset] > 0 {
            let cap = panel.caps[asset]
            whole.add(cap)
            for (bar, value) in panel.returns[asset].enumerated() where !value.isNaN {
                sums[bar].add(cap * expm1(value))
                present[bar].add(cap)
            }
        }
        self.panel = panel
        self.isOutside = isOutside
        self.whole = whole.value
        self.sums = sums.map(\.value)
        self.present = present.map(\.value)
    }

    /// The returns of the market that an asset is compared with.
    func returns(for asset: Int) -> [Double] {
        let own = isOutside[asset] ? panel.caps[asset] : 0
        let rest = whole - own
        // What is left of a sum by cancellation is no market.
        guard rest > 1e-9 * whole else { return [Double](repeating: .nan, count: panel.bars) }
        let values = panel.returns[asset]
        return sums.indices.map { bar in
            let takesOut = own > 0 && !values[bar].isNaN
            let weight = takesOut ? present[bar] - own : present[bar]
            guard weight >= rest / 2 else { return .nan }
            let sum = takesOut ? sums[bar] - own * expm1(values[bar]) : sums[bar]
            return Self.logarithm(sum / weight)
        }
    }

    /// The returns of the whole market without the group.
    var returns: [Double] {
        sums.indices.map { bar in
            present[bar] > 0 && present[bar] >= whole / 2
                ? Self.logarithm(sums[bar] / present[bar]) : .nan
        }
    }

    /// A market that lost all there is has no return.
    private static func logarithm(_ change: Double) -> Double {
        let value = log1p(change)
        return value.isFinite ? value : .nan
    }
}
