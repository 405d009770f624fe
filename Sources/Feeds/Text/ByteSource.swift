/// The bytes of a feed as UTF-8, from chunks that are asked for one at a time.
///
/// It holds one chunk, whatever the length of the feed, and counts lines.
struct ByteSource {
    private var chunks: AnyIterator<[UInt8]>
    private var transcoder: Transcoder?
    private var chunk: [UInt8] = []
    private var position = 0
    private var room: Int
    private var isAtLast = false
    /// The line of the next byte, counted from 1.
    private(set) var line = 1
    /// Whether there were more bytes than the limit.
    private(set) var isOverLimit = false

    /// A source at the first character.
    ///
    /// - Throws: `.unknownEncoding`.
    init(_ chunks: AnyIterator<[UInt8]>, limit: Int) throws(FeedError) {
        self.chunks = chunks
        room = limit
        gather(TextEncoding.prefix)
        let (encoding, mark) = try TextEncoding.detected(chunk[...])
        guard encoding != .utf8 else {
            position = mark
            return
        }
        var transcoder = Transcoder(encoding)
        chunk = transcoder.utf8(Array(chunk[mark...]))
        if isAtLast { chunk += transcoder.rest() }
        self.transcoder = transcoder
    }

    /// How many characters of another encoding were none.
    var repairs: Int { transcoder?.repairs ?? 0 }

    /// The bytes that come next, at least `count` where there are so many.
    mutating func ahead(_ count: Int) -> ArraySlice<UInt8> {
        gather(count)
        return chunk[position...]
    }

    /// The next byte, left where it is.
    mutating func peek() -> UInt8? {
        guard position < chunk.count || refill() else { return nil }
        return chunk[position]
    }

    /// The next byte.
    mutating func next() -> UInt8? {
        guard position < chunk.count || refill() else { return nil }
        let byte = chunk[position]
        position += 1
        if byte == 0x0A { line += 1 }
        return byte
    }

    /// Takes the byte if it comes next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        _ = next()
        return true
    }

    /// Takes bytes up to one of some, or to the end, into a text if there is one.
    mutating func run(
        to first: UInt8, or second: UInt8, or third: UInt8? = nil, into text: inout BoundedText?
    ) {
        while position < chunk.count || refill() {
            let (end, lines) = Self.end(
                of: chunk, from: position, at: first, second, third ?? second)
            text?.append(chunk[position..<end])
            position = end
            line += lines
            if end < chunk.count { return }
        }
    }

    /// Takes the spaces that come next.
    mutating func skipSpaces() {
        while let byte = peek(), Self.isSpace(byte) { _ = next() }
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func end(
        of chunk: [UInt8], from start: Int, at first: UInt8, _ second: UInt8,
        _ third: UInt8
    ) -> (end: Int, lines: Int) {
        chunk.withUnsafeBufferPointer { bytes in
            var end = start
            var lines = 0
            while end < bytes.count {
                let byte = bytes[end]
                if byte == first || byte == second || byte == third { break }
                if byte == 0x0A { lines += 1 }
                end += 1
            }
            return (end, lines)
        }
    }

    /// Brings the next chunk that holds anything.
    private mutating func refill() -> Bool {
        while let more = nextChunk() {
            guard !more.isEmpty else { continue }
            chunk = more
            position = 0
            return true
        }
        return false
    }

    /// Puts chunks together until so many bytes are ahead.
    private mutating func gather(_ count: Int) {
        while chunk.count - position < count, let more = nextChunk() {
            if position == chunk.count {
                chunk = more
            } else {
                chunk.removeFirst(position)
                chunk += more
            }
            position = 0
        }
    }

    private mutating func nextChunk() -> [UInt8]? {
        guard !isAtLast else { return nil }
        guard let raw = chunks.next() else {
            isAtLast = true
            return transcoder?.rest()
        }
        isOverLimit = raw.count > room
        isAtLast = isOverLimit
        let admitted = isOverLimit ? Array(raw.prefix(room)) : raw
        room -= admitted.count
        return transcoder?.utf8(admitted) ?? admitted
    }
}
