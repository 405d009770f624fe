/// Orders places by a key of up to 32 bits, equals in the order of their places, in a few passes.
enum RadixOrder {
    private static let bits = 11
    private static let buckets = 1 << bits

    /// The pairs of key and place, both in one word, by key and then by place.
    static func sorted(_ words: [UInt64]) -> [UInt64] {
        var (from, to) = (words, words)
        let widest = words.reduce(0) { $0 | $1 } >> 32
        var shift: UInt64 = 32
        while shift < 64, widest >> (shift - 32) > 0 {
            pass(from, &to, shift)
            swap(&from, &to)
            shift += UInt64(bits)
        }
        return from
    }

    private static func pass(_ from: [UInt64], _ to: inout [UInt64], _ shift: UInt64) {
        var starts = [Int](repeating: 0, count: buckets + 1)
        let mask = UInt64(buckets - 1)
        for word in from { starts[Int(word >> shift & mask) + 1] += 1 }
        for bucket in 1...buckets { starts[bucket] += starts[bucket - 1] }
        for word in from {
            let bucket = Int(word >> shift & mask)
            to[starts[bucket]] = word
            starts[bucket] += 1
        }
    }
}
