import TestSupport

/// Rows of a fixture that belong together, with their cells read.
struct ReferenceCase {
    /// One row of a fixture.
    struct Row {
        fileprivate let cells: [String: String]

        /// The text of a cell; empty where it is not there.
        func text(_ column: String) -> String { cells[column] ?? "" }

        /// The number in a cell; `nil` where it is empty.
        func number(_ column: String) -> Double? { Double(text(column)) }

        /// The whole number in a cell; `nil` where it is empty.
        func count(_ column: String) -> Int? { Int(text(column)) }
    }

    /// The rows in the order of the file; one at least.
    let rows: [Row]

    /// The first row, for cells that are those of the whole case.
    var first: Row { rows[0] }

    /// The cases of `Tests/Fixtures/Indices/<name>.csv`, told apart by a column, in the order of the file.
    static func all(_ name: String, by column: String = "case") throws -> [ReferenceCase] {
        var rows: [[Row]] = []
        for cells in try ReferenceTable(fixture: "Indices/\(name).csv").rows {
            let row = Row(cells: cells)
            if rows.last?.last?.text(column) == row.text(column) {
                rows[rows.count - 1].append(row)
            } else {
                rows.append([row])
            }
        }
        return rows.map(ReferenceCase.init)
    }
}
