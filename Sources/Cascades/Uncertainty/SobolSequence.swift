internal import Series

/// Points that fill a cube evenly: averages over them settle faster than over random ones.
///
/// Each coordinate is shifted by bits that follow from the seed, so that two seeds give two independent
/// answers and no coordinate is ever zero or one.
///
/// - Range: up to 32 coordinates, each above zero and below one.
/// - Source: Sobol, *On the Distribution of Points in a Cube*, 1967; direction numbers of Joe and
///   Kuo, *Constructing Sobol Sequences with Better Two-Dimensional Projections*, 2008
///   (new-joe-kuo-6); the order of Antonov and Saleev, 1979.
/// - Checked against: scipy's points without a shift, `Fixtures/Cascades/sobol.csv`.
package struct SobolSequence: Hashable, Sendable {
    /// The most coordinates.
    package static let maximumDimensions = 32

    /// How many coordinates a point has.
    package let dimensions: Int
    private let directions: [[UInt32]]
    private let shifts: [UInt32]

    /// A sequence shifted by a seed; `nil` without a coordinate or with too many.
    package init?(dimensions: Int, seed: UInt64) {
        self.init(
            dimensions: dimensions,
            shifts: (0..<max(0, dimensions)).map { dimension in
                var random = DeterministicGenerator(seed: seed, stream: UInt64(dimension))
                return UInt32(truncatingIfNeeded: random.next() >> 32)
            })
    }

    /// A sequence with a shift for each coordinate.
    init?(dimensions: Int, shifts: [UInt32]) {
        guard (1...Self.maximumDimensions).contains(dimensions), shifts.count == dimensions else {
            return nil
        }
        self.dimensions = dimensions
        self.shifts = shifts
        directions = Self.starts.prefix(dimensions).map(Self.directions)
    }

    /// A coordinate of a point by its number: the middle of the 2^-32 it falls into.
    package func value(_ point: UInt32, _ dimension: Int) -> Double {
        (Double(bits(point, dimension) ^ shifts[dimension]) + 0.5) * 0x1p-32
    }

    /// A coordinate before it is shifted.
    func bits(_ point: UInt32, _ dimension: Int) -> UInt32 {
        var gray = point ^ (point >> 1)
        var sum: UInt32 = 0
        while gray > 0 {
            sum ^= directions[dimension][gray.trailingZeroBitCount]
            gray &= gray - 1
        }
        return sum
    }

    /// The direction numbers of a coordinate, from its polynomial and first numbers.
    private static func directions(polynomial: Int, first: [UInt32]) -> [UInt32] {
        guard polynomial > 1 else { return (0..<32).map { 1 << (31 - $0) } }
        let degree = first.count
        var found = first.enumerated().map { $0.element << UInt32(31 - $0.offset) }
        for place in degree..<32 {
            var next = found[place - degree] ^ (found[place - degree] >> UInt32(degree))
            for back in 1..<degree where polynomial >> (degree - back) & 1 == 1 {
                next ^= found[place - back]
            }
            found.append(next)
        }
        return found
    }

    private static let starts: [(polynomial: Int, first: [UInt32])] = [
        (1, [1]), (3, [1]), (7, [1, 3]), (11, [1, 3, 1]), (13, [1, 1, 1]), (19, [1, 1, 3, 3]),
        (25, [1, 3, 5, 13]), (37, [1, 1, 5, 5, 17]), (41, [1, 1, 5, 5, 5]),
        (47, [1, 1, 7, 11, 19]), (55, [1, 1, 5, 1, 1]), (59, [1, 1, 1, 3, 11]),
        (61, [1, 3, 5, 5, 31]), (67, [1, 3, 3, 9, 7, 49]), (91, [1, 1, 1, 15, 21, 21]),
        (97, [1, 3, 1, 13, 27, 49]), (103, [1, 1, 1, 15, 7, 5]), (109, [1, 3, 1, 15, 13, 25]),
        (115, [1, 1, 5, 5, 19, 61]), (131, [1, 3, 7, 11, 23, 15, 103]),
        (137, [1, 3, 7, 13, 13, 15, 69]), (143, [1, 1, 3, 13, 7, 35, 63]),
        (145, [1, 3, 5, 9, 1, 25, 53]), (157, [1, 3, 1, 13, 9, 35, 107]),
        (167, [1, 3, 1, 5, 27, 61, 31]), (171, [1, 1, 5, 11, 19, 41, 61]),
        (185, [1, 3, 5, 3, 3, 13, 69]), (191, [1, 1, 7, 13, 1, 19, 1]),
        (193, [1, 3, 7, 5, 13, 19, 59]), (203, [1, 1, 3, 9, 25, 29, 41]),
        (211, [1, 3, 5, 13, 23, 1, 55]), (213, [1, 3, 7, 3, 13, 59, 17]),
    ]
}
