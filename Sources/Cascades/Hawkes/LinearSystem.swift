/// Small systems of linear equations, by elimination with the largest pivot.
enum LinearSystem {
    /// The solution; `nil` where there is not just one.
    static func solution(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
        var rows = zip(matrix, right).map { $0 + [$1] }
        let count = rows.count
        for column in 0..<count {
            guard
                let pivot = (column..<count).max(by: {
                    abs(rows[$0][column]) < abs(rows[$1][column])
                }), abs(rows[pivot][column]) > 1e-300
            else { return nil }
            rows.swapAt(column, pivot)
            for row in 0..<count where row != column {
                let factor = rows[row][column] / rows[column][column]
                for place in column...count { rows[row][place] -= factor * rows[column][place] }
            }
        }
        let solution = (0..<count).map { rows[$0][count] / rows[$0][$0] }
        return solution.allSatisfy(\.isFinite) ? solution : nil
    }

    /// The inverse; `nil` where there is none.
    static func inverse(_ matrix: [[Double]]) -> [[Double]]? {
        var columns: [[Double]] = []
        for place in matrix.indices {
            let unit = matrix.indices.map { $0 == place ? 1.0 : 0 }
            guard let column = solution(matrix, unit) else { return nil }
            columns.append(column)
        }
        return matrix.indices.map { row in columns.map { $0[row] } }
    }
}
