/// How many letters are wrong in a word: the optimal string alignment distance.
///
/// Counts the letters put in, left out or exchanged, and neighbours that changed places (Damerau 1964,
/// each letter touched once).
enum EditDistance {
    /// The distance between two words, or `nil` where it is above `most`.
    ///
    /// - Complexity: O(count of `first` × count of `second`).
    static func between(_ first: [UInt8], _ second: [UInt8], most: Int) -> Int? {
        guard abs(first.count - second.count) <= most else { return nil }
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in first.indices {
            var next = [row + 1]
            next.reserveCapacity(last.count)
            for column in second.indices {
                let same = first[row] == second[column]
                var cost = min(
                    last[column + 1] + 1, next[column] + 1, last[column] + (same ? 0 : 1))
                if row > 0, column > 0, first[row] == second[column - 1],
                    first[row - 1] == second[column]
                {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                next.append(cost)
            }
            guard next.contains(where: { $0 <= most }) else { return nil }
            (beforeLast, last) = (last, next)
        }
        return last[second.count] <= most ? last[second.count] : nil
    }
}
