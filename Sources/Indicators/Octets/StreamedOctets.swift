internal import CStreams

/// Stores that go past the cache, a whole line of it at a time.
///
/// An ordinary store reads the line before it overwrites a part; a column that is written once and
/// does not fit the cache then travels twice. Lines must be written whole, so what an octet has
/// beyond the last line is held back until the next.
///
/// The one file where a column is written by address. It is safe: the index is checked as everywhere,
/// and no address leaves the closure that it is lent to.
struct StreamedOctets<Cut: LineCut>: OctetWriter {
    private var held: Octet

    static var isForLargeColumns: Bool { true }

    @inline(__always) init(_ column: Span<Double>, from index: Int) {
        // What stands there is written once more, with the first line.
        held = Octet(column, at: index - Octet.count)
    }

    @inline(__always) mutating func write(
        _ octet: Octet, in column: inout MutableSpan<Double>, at index: Int
    ) {
        let place = index - Octet.count + Cut.taken
        Cut.line(held, octet).stream(in: &column, at: place)
        held = octet
    }

    @inline(__always) func finish(in column: inout MutableSpan<Double>, at index: Int) {
        held.store(in: &column, at: index - Octet.count)
        streams_end()
    }
}

extension Octet {
    /// Writes the numbers past the cache; they must be a line of it.
    @inline(__always) func stream(in column: inout MutableSpan<Double>, at index: Int) {
        precondition(index >= 0 && index <= column.count - Self.count, "an octet within the column")
        column.withUnsafeMutableBufferPointer { numbers in
            guard let place = numbers.baseAddress?.advanced(by: index) else { return }
            pair_stream(place, first.lanes)
            pair_stream(place + 2, second.lanes)
            pair_stream(place + 4, third.lanes)
            pair_stream(place + 6, fourth.lanes)
        }
    }
}

extension Span<Double> {
    /// How many numbers of an octet at `index` lie in the line that begins before it, 1...8, where
    /// eight is the line that begins with it.
    func taken(byLineAt index: Int) -> Int {
        withUnsafeBufferPointer { numbers in
            let address = Int(bitPattern: numbers.baseAddress) / MemoryLayout<Double>.stride + index
            return Octet.count - address % Octet.count
        }
    }

    /// Asks for the numbers that will be read some octets after `index`.
    @inline(__always) func prefetch(after index: Int) {
        withUnsafeBufferPointer { numbers in
            let ahead = Swift.min(index + LargeColumn.foresight, count - 1)
            if let place = numbers.baseAddress, ahead >= 0 { line_prefetch(place + ahead) }
        }
    }
}
