/// The recursion `average * (1 - weight) + weight * value`, written out over a block of values: what is
/// left of the average before the block, and what the values of the block have added since.
///
/// An output then waits for the one a block before, not for its neighbour: blocks overlap in the
/// processor, and the same numbers come two to three times as fast. Value by value and block by block
/// are the same operations in the same order.
struct BlockRecursion {
    let weightOfNewest: Double
    private let weightOfRest: Double
    /// What is left of an average after one value, two, up to a block.
    let remainders: Block
    /// The average before the block.
    var before = 0.0

    init(weightOfNewest: Double) {
        // Taking the weight off one loses digits, taking the rest off one loses none: together they
        // are one, and nothing pulls at a flat market.
        weightOfRest = 1 - weightOfNewest
        self.weightOfNewest = 1 - weightOfRest
        var remainders = Block(repeating: weightOfRest)
        for index in 1..<remainders.scalarCount { remainders[index] *= remainders[index - 1] }
        self.remainders = remainders
    }

    /// The sum of the values of a block, each with what later ones leave of it, with one more.
    @inline(__always) func sum(_ since: Double, with value: Double) -> Double {
        since * weightOfRest + value
    }

    /// The average after a value of the block; `since` is the sum up to there.
    func average(after since: Double, at position: Int) -> Double {
        before * remainders[position] + weightOfNewest * since
    }

    /// Takes a whole block; an average that is too large is infinite or NaN.
    @inline(__always) mutating func update(_ values: Block) -> Block {
        var sums = Block.zero
        var since = -0.0
        for index in 0..<values.scalarCount {
            since = sum(since, with: values[index])
            sums[index] = since
        }
        let averages = before * remainders + weightOfNewest * sums
        before = averages[Block.last]
        return averages
    }
}
