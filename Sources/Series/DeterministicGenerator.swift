/// xoshiro256**: pseudo-random bits that follow from a seed and a stream, the same on every
/// platform.
///
/// Work that is split among threads takes one stream for each piece of work, not for each thread,
/// so that the result does not depend on how it was split. The state of a stream is four outputs of
/// SplitMix64, which is a bijection of its counter; two of the streams of one seed therefore never
/// begin alike, and that they meet within 2^64 numbers is a matter of a period of 2^256 - 1.
///
/// Not for secrets: the state can be computed from a few outputs.
///
/// - Source: Blackman and Vigna, *Scrambled Linear Pseudorandom Number Generators*, 2021; for the
///   seed Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, 2014.
/// - Checked against: the published first outputs of both generators, the jump against the 2^128th
///   power of the step's matrix and against `randomgen`, `DeterministicGeneratorTests`.
package struct DeterministicGenerator: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// The stream of a seed; every pair is its own sequence.
    package init(seed: UInt64, stream: UInt64 = 0) {
        // Mixed first, so that neighbouring seeds and streams have nothing in common.
        let key = Self.mixed(seed &+ Self.golden)
        var counter = key ^ Self.mixed(stream)
        state = (0, 0, 0, 0)
        repeat {
            state = (
                Self.split(&counter), Self.split(&counter), Self.split(&counter),
                Self.split(&counter)
            )
        } while state == (0, 0, 0, 0)
    }

    /// The generator in a given state, which is not all zero.
    package init(state: (UInt64, UInt64, UInt64, UInt64)) {
        precondition(state != (0, 0, 0, 0), "a generator at zero stays there")
        self.state = state
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        let result = Self.rotated(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotated(state.3, by: 45)
        return result
    }

    /// A number from zero, included, to one, excluded: a multiple of 2^-53, each as likely.
    package mutating func nextUnit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A whole number from zero up to a positive bound, excluded, each exactly as likely.
    ///
    /// Written out because the standard library does not promise how it maps bits to a range.
    ///
    /// - Source: Lemire, *Fast Random Integer Generation in an Interval*, 2019.
    package mutating func nextIndex(below bound: Int) -> Int {
        precondition(bound > 0, "a bound is positive")
        let width = UInt64(bound)
        var product = next().multipliedFullWidth(by: width)
        if product.low < width {
            let rest = (0 &- width) % width
            while product.low < rest { product = next().multipliedFullWidth(by: width) }
        }
        return Int(product.high)
    }

    /// Moves ahead by 2^128 numbers: sequences that no use can make overlap.
    package mutating func jump() {
        var landed: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for word in Self.jumpPolynomial {
            for bit in 0..<64 {
                if word >> UInt64(bit) & 1 == 1 {
                    landed.0 ^= state.0
                    landed.1 ^= state.1
                    landed.2 ^= state.2
                    landed.3 ^= state.3
                }
                _ = next()
            }
        }
        state = landed
    }

    /// The remainder of x^(2^128) by the characteristic polynomial of the step.
    private static let jumpPolynomial: [UInt64] = [
        0x180e_c6d3_3cfd_0aba, 0xd5a6_1266_f0c9_392c, 0xa958_2618_e03f_c9aa,
        0x39ab_dc45_29b1_661c,
    ]

    private static let golden: UInt64 = 0x9e37_79b9_7f4a_7c15

    private static func rotated(_ word: UInt64, by bits: UInt64) -> UInt64 {
        word << bits | word >> (64 - bits)
    }

    /// The next output of SplitMix64, whose whole state is the counter.
    static func split(_ counter: inout UInt64) -> UInt64 {
        counter &+= golden
        return mixed(counter)
    }

    private static func mixed(_ word: UInt64) -> UInt64 {
        var mixed = word
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
