/// One column of a chunk as bytes: a 64-bit word a bar, the least byte first, and behind them a word
/// that vouches for the others.
///
/// The last word is the sum of the words, each times an odd number of its own, modulo 2^64. A single
/// word that changed always shows, as an odd number has an inverse; any other damage goes unseen once
/// in 2^64.
enum ChunkColumn {
    /// What the words of a column may be.
    enum Rule {
        /// A price: finite and above zero.
        case price
        /// An amount: finite and not below zero, or absent.
        case amount
        /// A time; the chunk knows which.
        case time
    }

    /// How a figure that is absent is written; no other NaN is.
    static let absent: UInt64 = 0x7ff8_0000_0000_0000

    /// How many bytes a column of so many bars has.
    static func size(_ count: Int) -> Int { 8 * (count + 1) }

    /// Writes a column.
    static func bytes(count: Int, word: (Int) -> UInt64) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: size(count)) { buffer, filled in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            var sum = WordSum()
            for index in 0..<count {
                let word = word(index)
                sum.add(word)
                bytes.storeBytes(of: word.littleEndian, toByteOffset: 8 * index, as: UInt64.self)
            }
            bytes.storeBytes(
                of: sum.value.littleEndian, toByteOffset: 8 * count, as: UInt64.self)
            filled = size(count)
        }
    }

    /// The word of a bar of a column that `check` has passed.
    static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
    }

    /// Refuses a column that was damaged or holds what it may not.
    static func check(_ bytes: UnsafeRawBufferPointer, count: Int, _ rule: Rule)
        throws(StoreError)
    {
        guard bytes.count == size(count) else {
            throw .damaged(reason: "a column of a chunk has another length")
        }
        var sum = WordSum()
        var worst: UInt64 = 0
        for index in 0..<count {
            let word = word(bytes, index)
            sum.add(word)
            worst = max(worst, rule.badness(word))
        }
        guard sum.value == word(bytes, count) else {
            throw .damaged(reason: "a column of a chunk does not match its checksum")
        }
        guard worst <= Rule.limit else {
            throw .damaged(reason: "a figure of a chunk is out of range")
        }
    }

    /// Whether no word of one column of prices is above that of the other.
    static func isOrdered(
        _ lower: UnsafeRawBufferPointer, _ upper: UnsafeRawBufferPointer, count: Int
    ) -> Bool {
        // The words of prices are ordered as the prices are, and no difference leaves 64 bits.
        var signs: Int64 = 0
        for index in 0..<count {
            signs |= Int64(bitPattern: word(upper, index) &- word(lower, index))
        }
        return signs >= 0
    }

    /// Appends a stretch of a column of figures that `check` has passed.
    static func append(
        _ range: Range<Int>, of bytes: UnsafeRawBufferPointer, to values: inout [Double]
    ) {
        let slice = UnsafeRawBufferPointer(
            rebasing: bytes[8 * range.lowerBound..<8 * range.upperBound])
        let isAligned = Int(bitPattern: slice.baseAddress) % MemoryLayout<Double>.alignment == 0
        if isAligned, UInt64(1).littleEndian == 1 {
            values.append(contentsOf: slice.bindMemory(to: Double.self))
        } else {
            for index in range { values.append(Double(bitPattern: word(bytes, index))) }
        }
    }
}

extension ChunkColumn.Rule {
    // Of doubles that are not negative the words are ordered as the numbers are: zero is 0, the
    // greatest finite number one less than the word of infinity.
    fileprivate static let limit: UInt64 = 0x7fef_ffff_ffff_ffff

    /// At most `limit` for a word that may stand in the column.
    fileprivate func badness(_ word: UInt64) -> UInt64 {
        switch self {
        case .price: word == 0 ? .max : word
        case .amount: word == ChunkColumn.absent ? 0 : word
        case .time: 0
        }
    }
}

/// The checksum of words, taken one by one.
private struct WordSum {
    // Not zero, so that a page of zeros does not vouch for itself.
    private var plain: UInt64 = 0x9e37_79b9_7f4a_7c15
    private var running: UInt64 = 0

    mutating func add(_ word: UInt64) {
        plain &+= word
        running &+= plain
    }

    // The factor of `running` is even, so that each word's own is odd.
    var value: UInt64 { plain &+ running &* 0xbf58_476d_1ce4_e5b8 }
}
