package import Store

/// The rows of one file, checked one by one and against one another.
package struct DecodedRows: Sendable {
    /// What the rows are.
    package let kind: RowKind
    /// The values of all rows, one row after another, in the order of `RowKind.columns`.
    package internal(set) var values: [StoreValue] = []
    /// The line of the file on which each row starts.
    package internal(set) var lines: [Int] = []

    /// How many rows there are.
    package var count: Int { lines.count }

    /// The values of one row.
    package subscript(row: Int) -> ArraySlice<StoreValue> {
        let width = kind.columns.count
        return values[row * width..<(row + 1) * width]
    }
}

extension DecodedRows {
    /// Two rows with the same natural key, the earlier first; `nil` where every key is its own.
    func duplicate() -> (earlier: Int, later: Int)? {
        let key = kind.naturalKey.compactMap { kind.columns.firstIndex(of: $0) }
        // Files come sorted, so one pass settles nearly all of them.
        var order = Array(0..<count)
        if !isAscending(order, key) {
            order.sort { compare($0, $1, key) < 0 }
        }
        for (left, right) in zip(order, order.dropFirst()) where compare(left, right, key) == 0 {
            return (min(left, right), max(left, right))
        }
        return nil
    }

    private func isAscending(_ order: [Int], _ key: [Int]) -> Bool {
        zip(order, order.dropFirst()).allSatisfy { compare($0, $1, key) <= 0 }
    }

    private func compare(_ left: Int, _ right: Int, _ key: [Int]) -> Int {
        let width = kind.columns.count
        for place in key {
            let order = Self.compare(values[left * width + place], values[right * width + place])
            guard order == 0 else { return order }
        }
        return 0
    }

    private static func compare(_ left: StoreValue, _ right: StoreValue) -> Int {
        switch (left, right) {
        case (.integer(let left), .integer(let right)): left < right ? -1 : left == right ? 0 : 1
        case (.text(let left), .text(let right)): left < right ? -1 : left == right ? 0 : 1
        default: 0
        }
    }
}
