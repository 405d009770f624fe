/// A small source of random numbers whose whole sequence follows from its seed.
///
/// A study draws millions of numbers; through a caller's generator each would be a call that the compiler
/// cannot see through.
///
/// - Source: Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, 2014.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// An index below `count`, which must be positive and below 2^32; uneven by less than `count / 2^32`.
    mutating func index(below count: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        mixed ^= mixed >> 31
        return Int(truncatingIfNeeded: ((mixed >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
    }
}
