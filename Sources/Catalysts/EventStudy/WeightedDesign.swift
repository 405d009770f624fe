internal import Series

/// Columns of a weighted regression made orthogonal, so that one more column is quickly tried.
///
/// - Source: Björck, *Numerics of Gram-Schmidt Orthogonalization*, 1994: each column is cleared
///   twice, which is enough.
struct WeightedDesign: Hashable, Sendable {
    private let roots: [Double]
    private var basis: [[Double]] = []
    private var mixed: [[Double]] = []
    /// For each column given, its place in the basis; `nil` where those before it make it up.
    private(set) var places: [Int?] = []

    /// A design without columns, of rows that weigh so much; all positive.
    init(weights: [Double]) {
        roots = weights.map { $0.squareRoot() }
    }

    /// How many columns there are that say something of their own.
    var rank: Int { basis.count }

    /// A column times the roots of the weights.
    func weighed(_ column: [Double]) -> [Double] { zip(column, roots).map { $0 * $1 } }

    /// What is left of a weighed column that the design does not make up, and how much of each basis
    /// column was in it.
    func cleared(_ column: [Double]) -> (rest: [Double], parts: [Double]) {
        var rest = column
        var parts = [Double](repeating: 0, count: basis.count)
        for _ in 0..<2 {
            for (place, base) in basis.enumerated() {
                let part = Self.product(base, rest)
                parts[place] += part
                for row in rest.indices { rest[row] -= part * base[row] }
            }
        }
        return (rest, parts)
    }

    /// Adds a column.
    mutating func add(_ column: [Double]) {
        let own = weighed(column)
        let (rest, parts) = cleared(own)
        let size = Self.product(rest, rest).squareRoot()
        guard size > 1e-10 * Self.product(own, own).squareRoot(), size.isFinite else {
            places.append(nil)
            return
        }
        places.append(basis.count)
        basis.append(rest.map { $0 / size })
        mixed.append(parts + [size])
    }

    /// The coefficients of the columns given for a weighed answer; zero for those that say nothing of
    /// their own.
    func coefficients(_ answer: [Double]) -> [Double] {
        var parts = cleared(answer).parts
        for row in parts.indices.reversed() {
            parts[row] /= mixed[row][row]
            for above in 0..<row { parts[above] -= mixed[row][above] * parts[row] }
        }
        return places.map { $0.map { parts[$0] } ?? 0 }
    }

    /// The sum of products.
    static func product(_ left: [Double], _ right: [Double]) -> Double {
        var sum = 0.0
        for row in left.indices { sum += left[row] * right[row] }
        return sum
    }
}
