/// The answer to a small symmetric system by Cholesky's method.
enum CholeskySolution {
    /// Solves `matrix x = right`, of which only the lower triangle is read; `nil` unless the matrix
    /// is positive definite beyond rounding.
    static func of(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
        let size = right.count
        var factor = matrix
        for row in 0..<size {
            for column in 0...row {
                var value = matrix[row][column]
                for place in 0..<column { value -= factor[row][place] * factor[column][place] }
                if row == column {
                    guard value > 1e-10 * matrix[row][row], value.isFinite else { return nil }
                    factor[row][row] = value.squareRoot()
                } else {
                    factor[row][column] = value / factor[column][column]
                }
            }
        }
        var answer = right
        for row in 0..<size {
            for place in 0..<row { answer[row] -= factor[row][place] * answer[place] }
            answer[row] /= factor[row][row]
        }
        for row in (0..<size).reversed() {
            for place in (row + 1)..<size { answer[row] -= factor[place][row] * answer[place] }
            answer[row] /= factor[row][row]
        }
        return answer
    }
}
