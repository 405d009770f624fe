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

    @inline(__always) static func + (left: Pair, right: Pair) -> Pair {
        Pair(pair_sum(left.lanes, right.lanes))
    }

    @inline(__always) static func - (left: Pair, right: Pair) -> Pair {
        Pair(pair_difference(left.lanes, right.lanes))
    }

    @inline(__always) static func * (left: Pair, right: Pair) -> Pair {
        Pair(pair_product(left.lanes, right.lanes))
    }

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
