/// Eight numbers of a column, taken at a time: two blocks, and as much as a line of the cache holds.
struct Octet {
    /// How many numbers there are.
    static let count = 8

    let first, second, third, fourth: Pair

    @inline(__always) init(_ first: Pair, _ second: Pair, _ third: Pair, _ fourth: Pair) {
        (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
    }

    @inline(__always) init(repeating number: Double) {
        let pair = Pair(repeating: number)
        self.init(pair, pair, pair, pair)
    }

    /// The numbers of a column from `index` on.
    @inline(__always) init(_ column: Span<Double>, at index: Int) {
        precondition(index >= 0 && index <= column.count - Self.count, "an octet within the column")
        func pair(_ place: Int) -> Pair {
            Pair(SIMD2(column[unchecked: place], column[unchecked: place &+ 1]))
        }
        self.init(pair(index), pair(index &+ 2), pair(index &+ 4), pair(index &+ 6))
    }

    /// Writes the numbers into a column from `index` on.
    @inline(__always) func store(in column: inout MutableSpan<Double>, at index: Int) {
        precondition(index >= 0 && index <= column.count - Self.count, "an octet within the column")
        func store(_ pair: Pair, _ place: Int) {
            column[unchecked: place] = pair.lanes[0]
            column[unchecked: place &+ 1] = pair.lanes[1]
        }
        store(first, index)
        store(second, index &+ 2)
        store(third, index &+ 4)
        store(fourth, index &+ 6)
    }

    @inline(__always) static func - (left: Octet, right: Octet) -> Octet {
        left.joined(with: right, by: -)
    }

    /// The larger of each two, of `right` where they are equal.
    @inline(__always) static func larger(_ left: Octet, _ right: Octet) -> Octet {
        left.joined(with: right, by: Pair.larger)
    }

    /// The smaller of each two, of `right` where they are equal.
    @inline(__always) static func smaller(_ left: Octet, _ right: Octet) -> Octet {
        left.joined(with: right, by: Pair.smaller)
    }

    /// The numbers themselves, each NaN where it is infinite.
    @inline(__always) var finiteOrNaN: Octet { self - (self - self) }

    /// The two blocks abreast: the first number of either, the second of either, and so on.
    @inline(__always) var abreast: Octet {
        Octet(
            .firsts(first, third), .seconds(first, third), .firsts(second, fourth),
            .seconds(second, fourth))
    }

    /// What was abreast, one block after the other.
    @inline(__always) var inRow: Octet {
        Octet(
            .firsts(first, second), .firsts(third, fourth), .seconds(first, second),
            .seconds(third, fourth))
    }

    @inline(__always) private func joined(
        with other: Octet, by operation: (Pair, Pair) -> Pair
    ) -> Octet {
        Octet(
            operation(first, other.first), operation(second, other.second),
            operation(third, other.third), operation(fourth, other.fourth))
    }
}
