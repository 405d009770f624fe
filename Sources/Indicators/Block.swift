/// The numbers of a column that are taken at a time.
typealias Block = SIMD4<Double>

extension Block {
    /// The place of the last number.
    static let last = 3

    /// Numbers by their place.
    @inline(__always) init(_ number: (Int) -> Double) {
        self.init(number(0), number(1), number(2), number(3))
    }

    /// The numbers of a column from `index` on.
    @inline(__always) init(_ column: Span<Double>, at index: Int) {
        precondition(index >= 0 && index < column.count - Self.last, "a block within the column")
        self.init { column[unchecked: index &+ $0] }
    }

    /// Writes the numbers into a column from `index` on.
    @inline(__always) func store(in column: inout MutableSpan<Double>, at index: Int) {
        precondition(index >= 0 && index < column.count - Self.last, "a block within the column")
        for lane in 0..<Self.scalarCount { column[unchecked: index &+ lane] = self[lane] }
    }
}
