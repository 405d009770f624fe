/// Eight numbers side by side, and what table look-ups need of them.
///
/// Written for the baseline instruction set: it has no conversion of such vectors to whole numbers, so
/// they are read out of the bits of a double that was lifted to where its last bit is worth one.
enum Lanes {
    /// Eight numbers.
    typealias Values = SIMD8<Double>

    /// How many lanes there are.
    static let count = Values.scalarCount
    /// From here on a double's last bit is worth one.
    private static let lift = 0x1p52

    /// Eight numbers of an array from a place on.
    @inline(__always) static func load(_ array: [Double], at place: Int) -> Values {
        Values(
            array[place], array[place + 1], array[place + 2], array[place + 3], array[place + 4],
            array[place + 5], array[place + 6], array[place + 7])
    }

    /// Rounds falls down to places of a table.
    struct Places {
        private let last: Values

        /// Places from zero to `last`.
        init(last: Int) {
            self.last = Values(repeating: Double(last))
        }

        /// The place of each fall, a whole number; falls are zero or more.
        @inline(__always) func floor(_ fall: Values) -> Values {
            let bounded = fall.replacing(with: last, where: fall .> last)
            let rounded = (bounded + lift) - lift
            // To the nearest, so at most one too high.
            return rounded - Values(repeating: 0).replacing(with: 1, where: rounded .> bounded)
        }
    }

    /// The entries of a table at whole places within it.
    @inline(__always) static func look(
        _ places: Values, in table: UnsafeBufferPointer<Double>
    ) -> Values {
        let bits = unsafeBitCast(places + lift, to: SIMD8<UInt64>.self)
        func entry(_ lane: Int) -> Double {
            table[Int(truncatingIfNeeded: bits[lane] & 0xffff_ffff)]
        }
        return Values(
            entry(0), entry(1), entry(2), entry(3), entry(4), entry(5), entry(6), entry(7))
    }
}
