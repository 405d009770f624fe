internal import CStreams

/// Two numbers in one register. Every operation is one of the processor's; see `CStreams` for why
/// they are not Swift's own.
struct Pair {
    let lanes: SIMD2<Double>

    @inline(__always) init(_ lanes: SIMD2<Double>) {
        self.lanes = lanes
    }

    @inline(__always) init(repeating number: Double) {
        lanes = SIMD2(repeating: number)
    }

    /// The numbers of a column at `index` and after it, which must lie within.
    @inline(__always) init(_ column: Span<Double>, unchecked index: Int) {
        self.init(SIMD2(column[unchecked: index], column[unchecked: index &+ 1]))
    }

    /// Writes the numbers into a column at `index` and after it, which must lie within.
    @inline(__always) func store(in column: inout MutableSpan<Double>, unchecked index: Int) {
        column[unchecked: index] = lanes[0]
        column[unchecked: index &+ 1] = lanes[1]
    }

    @inline(__always) static func + (left: Pair, right: Pair) -> Pair {
        Pair(pair_sum(left.lanes, right.lanes))
    }

    @inline(__always) static func - (left: Pair, right: Pair) -> Pair {
        Pair(pair_difference(left.lanes, right.lanes))
    }

    @inline(__always) static func * (left: Pair, right: Pair) -> Pair {
        Pair(pair_product(left.lanes, right.lanes))
    }

    @inline(__always) static func / (left: Pair, right: Pair) -> Pair {
        Pair(pair_quotient(left.lanes, right.lanes))
    }

    /// The numbers themselves, each NaN where it is infinite.
    @inline(__always) var finiteOrNaN: Pair { self - (self - self) }

    /// The larger of each two, `right` where they are equal.
    @inline(__always) static func larger(_ left: Pair, _ right: Pair) -> Pair {
        Pair(pair_larger(left.lanes, right.lanes))
    }

    /// The smaller of each two, `right` where they are equal.
    @inline(__always) static func smaller(_ left: Pair, _ right: Pair) -> Pair {
        Pair(pair_smaller(left.lanes, right.lanes))
    }

    @inline(__always) static func firsts(_ left: Pair, _ right: Pair) -> Pair {
        Pair(pair_of_firsts(left.lanes, right.lanes))
    }

    @inline(__always) static func seconds(_ left: Pair, _ right: Pair) -> Pair {
        Pair(pair_of_seconds(left.lanes, right.lanes))
    }

    /// The second of `left`, then the first of `right`.
    @inline(__always) static func between(_ left: Pair, _ right: Pair) -> Pair {
        Pair(pair_between(left.lanes, right.lanes))
    }
}
