/// Writes one octet of a column after another.
protocol OctetWriter {
    /// Whether what is written goes past the cache.
    static var isForLargeColumns: Bool { get }
    /// A writer for the octets from `index` on; there must be an octet before.
    init(_ column: Span<Double>, from index: Int)
    /// Takes the next octet, which belongs at `index`.
    mutating func write(_ octet: Octet, in column: inout MutableSpan<Double>, at index: Int)
    /// Writes what is still held back; `index` is where the next octet would begin.
    func finish(in column: inout MutableSpan<Double>, at index: Int)
}

/// Ordinary stores.
struct StoredOctets: OctetWriter {
    static var isForLargeColumns: Bool { false }

    @inline(__always) init(_ column: Span<Double>, from index: Int) {}

    @inline(__always) mutating func write(
        _ octet: Octet, in column: inout MutableSpan<Double>, at index: Int
    ) {
        octet.store(in: &column, at: index)
    }

    @inline(__always) func finish(in column: inout MutableSpan<Double>, at index: Int) {}
}
