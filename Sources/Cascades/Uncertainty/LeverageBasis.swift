internal import Market

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The profile of a side for each leverage and half-life, out of which any mix is added up.
///
/// A long of leverage `L` opened at `r` times the price is liquidated at `r (1 - 1/L) / (1 - m)`, a short at
/// `r (1 + 1/L) / (1 + m)`. What the price has passed already cannot be open and is left out, so that the
/// mix is one of what was opened and the profile one of what survived. What is further than half the
/// price away counts as open and is never reached.
struct LeverageBasis {
    /// Bins of a thousandth of the price, up to half of it.
    static let bins = 500
    /// Bins in the whole price.
    static let binsOfPrice = 1000.0

    private static let halfLives = [1.0, 1.5, 2.2, 3.3, 5]
    /// Effective leverages: more collateral is less leverage.
    private static let leverages = [
        1.1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7, 10, 14, 20, 25, 35, 50, 75, 100, 125,
    ]

    /// How many tables there are: one a half-life and leverage, in this order.
    private static let count = halfLives.count * leverages.count

    /// By bin, then table: dollars within each distance, none of them scaled.
    private let tables: [Double]
    /// By table: all dollars, whatever their distance.
    private let totals: [Double]

    init(_ history: EntryHistory, _ side: PositionSide, maintenance: Double) {
        let sign: Double = side == .long ? -1 : 1
        var tables = [Double](repeating: 0, count: Self.count * (Self.bins + 1))
        var totals = [Double](repeating: 0, count: Self.count)
        for (row, halfLife) in Self.halfLives.enumerated() {
            let weights = history.entries.map { $0.opened * exp2(-$0.age / halfLife) }
            for (column, leverage) in Self.leverages.enumerated() {
                let table = row * Self.leverages.count + column
                for (entry, weight) in zip(history.entries, weights) {
                    let price = entry.price * (1 + sign / leverage) / (1 + sign * maintenance)
                    let distance = sign * (price - 1)
                    guard distance > 0 else { continue }
                    totals[table] += weight
                    let bin = (distance * Self.binsOfPrice).rounded(.up)
                    guard bin <= Double(Self.bins) else { continue }
                    tables[Int(bin) * Self.count + table] += weight
                }
                for bin in 1...Self.bins {
                    tables[bin * Self.count + table] += tables[(bin - 1) * Self.count + table]
                }
            }
        }
        self.tables = tables
        self.totals = totals
    }

    /// Whether any position of any leverage is open.
    var isEmpty: Bool { totals.allSatisfy { $0 <= 0 } }

    /// A mix of leverages out of an open interest.
    func profile(
        mix: [Double], halfLife: Double, isolated: Double, collateral: Double,
        openInterest: Double
    ) -> Profile {
        var weights = [Double](repeating: 0, count: Self.count)
        for (place, share) in Self.between(Self.halfLives, halfLife) {
            let start = place * Self.leverages.count
            for (leverage, weight) in zip(CascadePriors.leverages, mix) {
                Self.add(&weights, start, leverage, share * weight * isolated)
                Self.add(
                    &weights, start, leverage / (1 + collateral), share * weight * (1 - isolated))
            }
        }
        let all = zip(weights, totals).reduce(0) { $0 + $1.0 * $1.1 }
        guard all > 0 else { return Profile(tables: tables, parts: []) }
        let parts = weights.enumerated().filter { $0.element > 0 }
        return Profile(
            tables: tables,
            parts: parts.map {
                Profile.Part(table: $0.offset, factor: $0.element * openInterest / all)
            })
    }

    /// Dollars within each distance, a mix added up where it is asked for: a world is asked about a few of its
    /// many bins.
    struct Profile: Sendable {
        /// So much of one table.
        struct Part: Sendable {
            let table: Int
            let factor: Double
        }

        fileprivate let tables: [Double]
        fileprivate let parts: [Part]

        /// Dollars liquidated within so many bins.
        subscript(bin: Int) -> Double {
            let start = bin * LeverageBasis.count
            var sum = 0.0
            for part in parts { sum += part.factor * tables[start + part.table] }
            return sum
        }
    }

    private static func add(
        _ weights: inout [Double], _ start: Int, _ leverage: Double, _ weight: Double
    ) {
        for (place, share) in between(leverages, leverage) {
            weights[start + place] += weight * share
        }
    }

    /// The two neighbours of a value in a grid with their shares, by the logarithm.
    private static func between(_ grid: [Double], _ value: Double) -> [(Int, Double)] {
        let bounded = min(max(value, grid[0]), grid[grid.count - 1])
        let above = grid.firstIndex { $0 >= bounded } ?? grid.count - 1
        guard above > 0 else { return [(0, 1)] }
        let share = log(bounded / grid[above - 1]) / log(grid[above] / grid[above - 1])
        return [(above - 1, 1 - share), (above, share)]
    }
}
