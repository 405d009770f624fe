internal import CZlib

/// Inflates gzip files.
///
/// Source: RFC 1952. Files of several members, one behind the other, are read as one; anything else
/// behind a member is an error.
package enum GzipReader {
    /// The content of a gzip file, its checksums verified.
    ///
    /// - Input: the whole file; `limit`, the most bytes that the content may have.
    /// - Throws: `GzipError` for anything that is not a whole gzip file.
    package static func inflate(_ bytes: [UInt8], limit: Int = 256 << 20) throws(GzipError)
        -> [UInt8]
    {
        guard !bytes.isEmpty else { throw .empty }
        let inflation = try GzipInflation(limit: limit)
        return try bytes.withUnsafeBufferPointer { input throws(GzipError) in
            try inflation.run(input)
        }
    }
}

/// One run of zlib over one file.
///
/// A class, because zlib remembers the address of its stream and refuses one that has moved.
private final class GzipInflation {
    private static let chunk = 1 << 18

    private let stream: UnsafeMutablePointer<z_stream>
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private let limit: Int
    private var output: [UInt8] = []

    init(limit: Int) throws(GzipError) {
        self.limit = limit
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        buffer = .allocate(capacity: Self.chunk)
        // 15 bits of window, and 16 to ask for gzip and nothing else.
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, 31, ZLIB_VERSION, size) == Z_OK else {
            throw .corrupt(offset: 0)
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        buffer.deallocate()
    }

    func run(_ input: UnsafeBufferPointer<UInt8>) throws(GzipError) -> [UInt8] {
        var offset = 0
        while true {
            switch try step(input, &offset) {
            case Z_OK: continue
            case Z_BUF_ERROR: throw .truncated
            case Z_STREAM_END where offset == input.count: return output
            case Z_STREAM_END where input[offset] == 0x1f && inflateReset(stream) == Z_OK: continue
            default: throw .corrupt(offset: offset)
            }
        }
    }

    private func step(_ input: UnsafeBufferPointer<UInt8>, _ offset: inout Int) throws(GzipError)
        -> Int32
    {
        let offered = min(input.count - offset, Self.chunk)
        stream.pointee.next_in = input.baseAddress.map {
            UnsafeMutablePointer(mutating: $0 + offset)
        }
        stream.pointee.avail_in = UInt32(offered)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(Self.chunk)
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        offset += offered - Int(stream.pointee.avail_in)
        let produced = Self.chunk - Int(stream.pointee.avail_out)
        guard output.count + produced <= limit else { throw .tooLarge(limit: limit) }
        output.append(contentsOf: buffer[..<produced])
        return status
    }
}
