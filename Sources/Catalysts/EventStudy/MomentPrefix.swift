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
    private let counts: [Int32]
    private let unchanged: [Int32]
    private let sums: [[Double]]
    private let lost: [[Double]]

    /// Sums over a stretch of bars; a bar counts where the return and every regressor are there.
    init(_ values: [Double], on regressors: [[Double]], over range: Range<Int>) {
        self.regressors = regressors.count
        first = range.lowerBound
        let isThere = range.map { bar in
            !values[bar].isNaN && regressors.allSatisfy { !$0[bar].isNaN }
        }
        counts = Self.running(isThere)
        unchanged = Self.running(
            range.indices.map { isThere[$0 - range.lowerBound] && values[$0] == 0 })
        let variables = regressors + [values]
        var sums: [[Double]] = []
        var lost: [[Double]] = []
        for later in variables.indices {
            for earlier in -1...later {
                let left = earlier < 0 ? nil : variables[earlier]
                let (sum, rest) = Self.running(left, variables[later], isThere, range.lowerBound)
                sums.append(sum)
                lost.append(rest)
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
    private static func running(
        _ left: [Double]?, _ right: [Double], _ isThere: [Bool], _ first: Int
    ) -> ([Double], [Double]) {
        var sums = [Double](repeating: 0, count: isThere.count + 1)
        var lost = sums
        var (sum, rest) = (0.0, 0.0)
        for place in isThere.indices {
            if isThere[place] {
                let value = right[first + place]
                let term = left.map { $0[first + place] * value } ?? value
                let next = sum + term
                rest += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
                sum = next
            }
            sums[place + 1] = sum
            lost[place + 1] = rest
        }
        return (sums, lost)
    }

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
        difference(variable * (variable + 3) / 2, window)
    }

    /// The sum of the products of two variables, the first not numbered above the second.
    func product(_ first: Int, _ second: Int, in window: Range<Int>) -> Double {
        difference(second * (second + 3) / 2 + first + 1, window)
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
        let (end, start) = (window.upperBound - first, window.lowerBound - first)
        return (sums[column][end] - sums[column][start])
            + (lost[column][end] - lost[column][start])
    }
}
