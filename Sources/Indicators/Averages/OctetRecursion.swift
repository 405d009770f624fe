/// `BlockRecursion` over two blocks at a time, which lie abreast in pairs; the same bits.
///
/// It comes in two steps, so that a caller may have the sums of one octet under way while it takes
/// the averages of the one before: neither then waits for the other.
struct OctetRecursion {
    private let weightOfNewest: Pair
    private let weightOfRest: Pair
    private let remainders: Octet
    /// The last averages of the octet before; its end is the second.
    private var ends: Pair

    init(_ recursion: BlockRecursion) {
        func pair(_ position: Int) -> Pair { Pair(repeating: recursion.remainders[position]) }
        weightOfNewest = Pair(repeating: recursion.weightOfNewest)
        remainders = Octet(pair(0), pair(1), pair(2), pair(3))
        weightOfRest = remainders.first
        ends = Pair(repeating: recursion.before)
    }

    /// The average before the next block.
    var before: Double { ends.lanes[1] }

    /// The sums of the values up to each of its block.
    @inline(__always) func sums(_ values: Octet) -> Octet {
        let second = values.first * weightOfRest + values.second
        let third = second * weightOfRest + values.third
        let fourth = third * weightOfRest + values.fourth
        return Octet(values.first, second, third, fourth)
    }

    /// The averages after these sums.
    @inline(__always) mutating func averages(_ sums: Octet) -> Octet {
        let added = weightOfNewest * sums.fourth
        // The earlier block's end is found first, as the later block begins with it.
        let start = Pair.seconds(ends, ends)
        let before = Pair.firsts(start, start * remainders.fourth + added)
        ends = before * remainders.fourth + added
        return Octet(
            before * remainders.first + weightOfNewest * sums.first,
            before * remainders.second + weightOfNewest * sums.second,
            before * remainders.third + weightOfNewest * sums.third, ends)
    }
}
