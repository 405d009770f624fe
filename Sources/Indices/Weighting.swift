internal import Series

/// How the members of an index are weighted against each other.
///
/// - Source: capitalisation, S&P Dow Jones Indices, *Index Mathematics Methodology*; its square root,
///   the CCi30 methodology; most and least, as the Bloomberg Galaxy Crypto Index bounds its members.
/// - Checked against: `Scripts/reference/indices.py` (a bisection for the bounds) within 1e-12,
///   `Fixtures/Indices/weights.csv`.
package enum Weighting: Hashable, Sendable {
    /// In proportion to capitalisation.
    case capitalisation
    /// In proportion to the square root of capitalisation.
    case squareRootOfCapitalisation
    /// In proportion to capitalisation, with no member above `most` or below `least`, both from 0 to 1.
    case capped(most: Double, least: Double)
    /// All alike.
    case equal

    /// Whether bounds can be those of weights at all: `0 <= least <= most <= 1`, and `most` above zero.
    package var isSound: Bool {
        guard case .capped(let most, let least) = self else { return true }
        return least >= 0 && least <= most && most > 0 && most <= 1
    }

    /// Whether that many members can keep to the bounds and add up to one.
    package func isFeasible(members: Int) -> Bool {
        guard members > 0, isSound else { return false }
        guard case .capped(let most, let least) = self else { return true }
        // A third of three is the whole, though the third of a binary float falls short of it.
        let slack = 1e-12
        return Double(members) * least <= 1 + slack && Double(members) * most >= 1 - slack
    }

    /// The weight of each member, in the order of their capitalisations.
    ///
    /// - Input: capitalisations above zero, in any unit.
    /// - Output: ratios from 0 to 1 that add up to one, never in another order than the capitalisations.
    /// - Degenerate case: `nil` of nothing, where a capitalisation is not a positive number, and where no
    ///   weights keep to the bounds.
    /// - Complexity: linear; with bounds, a pass for each round in which a member meets its bound.
    package func weights(of caps: [Double]) -> [Double]? {
        guard isFeasible(members: caps.count), caps.allSatisfy(\.isSound) else {
            return nil
        }
        switch self {
        case .capitalisation: return Self.shares(of: caps)
        case .squareRootOfCapitalisation: return Self.shares(of: caps.map { $0.squareRoot() })
        case .capped(let most, let least): return Self.bounded(caps, most: most, least: least)
        case .equal: return caps.map { _ in 1 / Double(caps.count) }
        }
    }

    /// Sizes above zero as parts of their sum.
    private static func shares(of sizes: [Double]) -> [Double] {
        // Measured against the largest, no sum of them can overflow.
        let top = sizes.max() ?? 1
        let measured = sizes.map { $0 / top }
        let sum = measured.compensatedSum
        return measured.map { $0 / sum }
    }

    /// Clips to the bounds and gives the rest out pro rata until no weight is outside.
    ///
    /// In each round only the side that is broken by more is held to its bound: what it takes or gives
    /// back can cure the other side, and a member held too early would keep a bound for nothing. So the
    /// answer is the one in which every weight is the same multiple of its capitalisation, clipped.
    private static func bounded(_ sizes: [Double], most: Double, least: Double) -> [Double] {
        var weights = sizes
        var isHeld = sizes.map { _ in false }
        while true {
            let free = sizes.indices.filter { !isHeld[$0] }
            let taken = sizes.indices.filter { isHeld[$0] }.map { weights[$0] }.compensatedSum
            let shares = shares(of: free.map { sizes[$0] })
            for (place, share) in zip(free, shares) { weights[place] = share * max(0, 1 - taken) }
            let over = free.filter { weights[$0] > most }
            let under = free.filter { weights[$0] < least }
            guard !over.isEmpty || !under.isEmpty else { return weights }
            let excess = over.map { weights[$0] - most }.compensatedSum
            let want = under.map { least - weights[$0] }.compensatedSum
            for place in excess >= want ? over : [] { hold(place, at: most) }
            for place in want >= excess ? under : [] { hold(place, at: least) }
            guard isHeld.contains(false) else { return weights }
        }
        func hold(_ place: Int, at bound: Double) {
            weights[place] = bound
            isHeld[place] = true
        }
    }

    /// The weighting as fields that no other has.
    var canonicalFields: [String] {
        switch self {
        case .capitalisation: ["capitalisation"]
        case .squareRootOfCapitalisation: ["square-root-of-capitalisation"]
        // Adding zero makes the two zeros one.
        case .capped(let most, let least): ["capped", "\(most + 0)", "\(least + 0)"]
        case .equal: ["equal"]
        }
    }

    /// The weighting for a reader, no sentence.
    package var words: String {
        switch self {
        case .capitalisation: "weighted by capitalisation"
        case .squareRootOfCapitalisation: "weighted by the square root of capitalisation"
        case .capped(let most, let least):
            "weighted by capitalisation, no weight above \(most) or below \(least)"
        case .equal: "weighted equally"
        }
    }
}
