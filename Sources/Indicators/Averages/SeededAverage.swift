/// An exponential average that starts from the simple mean of its first `period` values.
///
/// The exponential moving average and Wilder's smoothing differ only in the weight of the newest
/// value. Values are taken in blocks of four, counted from the seed; see `BlockRecursion`.
///
/// - Precision: no product is fused with a sum, so all machines agree to the last bit. A flat market
///   stays flat within `period * 2^-52`, relative.
struct SeededAverage: Indicator {
    /// Where the recursion stands at the start of a block; for columns, which take a block at once
    /// where `isAtBlock`.
    var recursion: BlockRecursion
    /// The sum of the block under way; see `BlockRecursion`. Adding to the negative zero changes
    /// nothing, not even the sign of a zero.
    private var since = -0.0
    /// How many values of the block there have been, and how many there will be.
    private var position = 0
    private var length: Int
    /// How many values the seed still lacks.
    private var missing: Int
    private var seed: SimpleMovingAverage

    /// An average of any weight; its first block may be shortened, so that an average of averages
    /// begins its blocks where those do.
    private init(period: Int, weightOfNewest: Double, firstBlock: Int = Block.scalarCount) {
        recursion = BlockRecursion(weightOfNewest: weightOfNewest)
        length = firstBlock
        missing = period
        seed = SimpleMovingAverage(period: period)
    }

    /// The exponential moving average, whose newest value weighs `2 / (period + 1)`.
    static func exponential(period: Int, firstBlock: Int = Block.scalarCount) -> SeededAverage {
        SeededAverage(
            period: period, weightOfNewest: 2 / (Double(period) + 1), firstBlock: firstBlock)
    }

    /// Wilder's smoothing, whose newest value weighs `1 / period`.
    static func wilder(period: Int) -> SeededAverage {
        SeededAverage(period: period, weightOfNewest: 1 / Double(period))
    }

    mutating func update(_ value: Double) -> Double? {
        advance(value).finite
    }

    /// Takes the next value; NaN while there have been too few, perhaps infinite after that.
    mutating func advance(_ value: Double) -> Double {
        if missing > 0 { return updateSeed(value) }
        since = recursion.sum(since, with: value)
        let average = recursion.average(after: since, at: position)
        position += 1
        if position == length { beginBlock(after: average) }
        return average
    }

    /// Whether there have been as many values as the seed takes.
    var isSeeded: Bool { missing == 0 }

    /// Whether the next value is the first of a block, so that one can be taken at once.
    var isAtBlock: Bool {
        position == 0 && missing == 0 && length == Block.scalarCount
    }

    private mutating func updateSeed(_ value: Double) -> Double {
        missing -= 1
        let mean = seed.update(value)
        // A seed too large to hold must not leave the zero it starts from.
        if missing == 0 { recursion.before = mean ?? .infinity }
        return mean ?? .nan
    }

    private mutating func beginBlock(after average: Double) {
        recursion.before = average
        since = -0.0
        position = 0
        length = Block.scalarCount
    }
}
