/// Sums of a return, of its regressors and of their products up to every bar, so that those of any
/// window are a difference of two.
///
/// Each sum carries what its additions rounded away, so that a wild bar leaves nothing behind in the
/// windows after it.
///
/// - Time: bars times the square of the regressors to make, none to speak of to ask.
struct MomentPrefix: Sendable {
    /// How many regressors there are.
    let regressors: Int
    private let first: Int
    /// How many sums there are of each bar.
    private let columns: Int
    private let counts: [Int32]
    private let unchanged: [Int32]
    /// The sums up to a bar one after the other, so that those of a window lie in two places.
    private let sums: [Double]
    private let lost: [Double]

    /// Sums over a stretch of bars; a bar counts where the return and every regressor are there.
    init(_ values: [Double], on regressors: [[Double]], over range: Range<Int>) {
        self.regressors = regressors.count
        first = range.lowerBound
        let variables = regressors + [values]
        let isThere = range.map { bar in variables.allSatisfy { !$0[bar].isNaN } }
        counts = Self.running(isThere)
        unchanged = Self.running(zip(range, isThere).map { $1 && values[$0] == 0 })
        columns = variables.count * (variables.count + 3) / 2
        var sums = [Double](repeating: 0, count: (range.count + 1) * columns)
        var lost = sums
        for later in variables.indices {
            for earlier in -1...later {
                let column = Self.column(later) + earlier + 1
                Self.run(
                    earlier < 0 ? nil : variables[earlier][range], variables[later][range], isThere,
                    into: &sums, &lost, from: column, step: columns)
            }
        }
        self.sums = sums
        self.lost = lost
    }

    private static func running(_ flags: [Bool]) -> [Int32] {
        var counts: [Int32] = [0]
        counts.reserveCapacity(flags.count + 1)
        var count: Int32 = 0
        for flag in flags {
            if flag { count += 1 }
            counts.append(count)
        }
        return counts
    }

    /// Neumaier's sum after every bar, its two parts apart.
    private static func run(
        _ left: ArraySlice<Double>?, _ right: ArraySlice<Double>, _ isThere: [Bool],
        into sums: inout [Double], _ lost: inout [Double], from column: Int, step: Int
    ) {
        var (sum, rest) = (0.0, 0.0)
        var place = column
        for (bar, value) in right.enumerated() {
            if isThere[bar] {
                let term = left.map { $0[$0.startIndex + bar] * value } ?? value
                let next = sum + term
                rest += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
                sum = next
            }
            place += step
            sums[place] = sum
            lost[place] = rest
        }
    }

    /// Where the sum of a variable stands; those of its products with itself and earlier ones follow.
    private static func column(_ variable: Int) -> Int { variable * (variable + 3) / 2 }

    /// How many bars of a window count.
    func count(in window: Range<Int>) -> Int {
        Int(counts[window.upperBound - first] - counts[window.lowerBound - first])
    }

    /// How many of them have a return of exactly zero.
    func unchanged(in window: Range<Int>) -> Int {
        Int(unchanged[window.upperBound - first] - unchanged[window.lowerBound - first])
    }

    /// The sum of a variable over a window: a regressor by its number, the return by their count.
    func sum(_ variable: Int, in window: Range<Int>) -> Double {
        difference(Self.column(variable), window)
    }

    /// The sum of the products of two variables, the first not numbered above the second.
    func product(_ first: Int, _ second: Int, in window: Range<Int>) -> Double {
        difference(Self.column(second) + first + 1, window)
    }

    /// The sum of the products of two variables' distances from their means over a window.
    func centred(_ first: Int, _ second: Int, in window: Range<Int>) -> Double {
        let count = Double(count(in: window))
        let drift = sum(first, in: window) * (sum(second, in: window) / count)
        let raw = product(first, second, in: window)
        // A number that never moves leaves a rounding and no more.
        return first == second && raw - drift <= 1e-13 * raw ? 0 : raw - drift
    }

    private func difference(_ column: Int, _ window: Range<Int>) -> Double {
        let end = (window.upperBound - first) * columns + column
        let start = (window.lowerBound - first) * columns + column
        return (sums[end] - sums[start]) + (lost[end] - lost[start])
    }
}
