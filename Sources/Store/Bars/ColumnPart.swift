internal import Market
internal import Series

/// What one source says of a series: columns that grow chunk by chunk.
struct ColumnPart {
    /// Which bars of a chunk are taken.
    enum Selection {
        /// All of a stretch, whose openings differ.
        case stretch(Range<Int>)
        /// Some, ascending.
        case single([Int])
    }

    /// A figure by the name of its column, in the order of the table.
    enum Figure: String, CaseIterable {
        case close, high, low, open, volume

        var field: CandleColumns.Fields {
            switch self {
            case .close: .closes
            case .high: .highs
            case .low: .lows
            case .open: .opens
            case .volume: .volumes
            }
        }
    }

    let source: SourceID
    /// The source's name in bytes.
    let name: [UInt8]
    private(set) var count = 0

    private let interval: Int64
    private let fields: CandleColumns.Fields
    private var first: Int64 = 0
    private var last: Int64 = 0
    // Kept only from the first bar on that does not follow the one before it.
    private var openTimes: [Int64]?
    // By figure; those that were not asked for stay empty.
    private var values = Array(repeating: [Double](), count: Figure.allCases.count)

    init(source: SourceID, interval: Int64, fields: CandleColumns.Fields) {
        self.source = source
        self.interval = interval
        self.fields = fields
        name = Array(source.text.utf8)
    }

    /// Takes bars of the chunk that a query stands at, whose figures begin at the column `place`.
    ///
    /// - Throws: `.damaged`, the columns of the chunk having been checked whole.
    mutating func append(
        _ selection: Selection, of times: ChunkTimes, reserving expected: Int,
        from row: StoredFields, at place: Int
    ) throws(StoreError) {
        let columns = try checked(row, from: place, count: times.count)
        guard let firstIndex = selection.first else { return }
        if count == 0 {
            first = times.openTime(firstIndex)
            for (figure, _) in columns { values[figure].reserveCapacity(expected) }
        } else if times.openTime(firstIndex) == last {
            removeLast()
        }
        for (figure, bytes) in columns {
            if let bytes {
                Self.append(selection, of: bytes, to: &values[figure])
            } else {
                values[figure].append(contentsOf: repeatElement(.nan, count: selection.count))
            }
        }
        appendTimes(selection, of: times)
    }

    /// The bars as they are asked for.
    func columns() -> CandleColumns {
        let start = Timestamp(microseconds: first)
        let explicit = openTimes?.map { Timestamp(microseconds: $0) }
        return CandleColumns(
            interval: TimeSpan(microseconds: interval), count: count,
            times: explicit.map { .explicit($0) } ?? .regular(first: start), fields: fields,
            opens: values[3], highs: values[1], lows: values[2], closes: values[0],
            volumes: values[4])
    }

    /// Of parts by source the bars of all, each from the first part that has it, and the sources of
    /// those that were taken.
    static func merged(_ parts: [ColumnPart]) -> (ColumnPart, Set<SourceID>) {
        var order = parts.indices.flatMap { part in
            (0..<parts[part].count).map { (parts[part].openTime($0), part, $0) }
        }
        order.sort { $0 < $1 }
        var answer = ColumnPart(
            source: parts[0].source, interval: parts[0].interval, fields: parts[0].fields)
        var sources: Set<SourceID> = []
        for (openTime, part, index) in order where answer.count == 0 || openTime > answer.last {
            answer.append(openTime, parts[part], index)
            sources.insert(parts[part].source)
        }
        return (answer, sources)
    }

    private func openTime(_ index: Int) -> Int64 {
        openTimes?[index] ?? first + Int64(index) * interval
    }

    private mutating func append(_ openTime: Int64, _ other: ColumnPart, _ index: Int) {
        if count == 0 { first = openTime }
        for figure in values.indices where !other.values[figure].isEmpty {
            values[figure].append(other.values[figure][index])
        }
        appendTime(openTime)
    }

    /// Makes room for a revision of the last bar.
    private mutating func removeLast() {
        for figure in values.indices where !values[figure].isEmpty { values[figure].removeLast() }
        openTimes?.removeLast()
        count -= 1
        last = count > 0 ? openTime(count - 1) : first
    }

    private mutating func appendTimes(_ selection: Selection, of times: ChunkTimes) {
        if case .stretch(let range) = selection, times.isRegular, openTimes == nil,
            count == 0 || times.openTime(range.lowerBound) == last + interval
        {
            count += range.count
            last = times.openTime(range.upperBound - 1)
            return
        }
        switch selection {
        case .stretch(let range): for index in range { appendTime(times.openTime(index)) }
        case .single(let chosen): for index in chosen { appendTime(times.openTime(index)) }
        }
    }

    private mutating func appendTime(_ openTime: Int64) {
        if openTimes == nil, count > 0, openTime != last + interval {
            openTimes = (0..<count).map { first + Int64($0) * interval }
        }
        openTimes?.append(openTime)
        last = openTime
        count += 1
    }

    /// The figures asked for, each checked over the whole chunk and against the low and the high where
    /// those are there; `nil` for one that the chunk does not have.
    private func checked(_ row: StoredFields, from place: Int, count: Int) throws(StoreError)
        -> [(Int, UnsafeRawBufferPointer?)]
    {
        var found: [(Int, UnsafeRawBufferPointer?)] = []
        var column = place
        for (position, figure) in Figure.allCases.enumerated() where fields.contains(figure.field) {
            let bytes =
                figure == .volume ? try row.optionalBlob(column) : try row.blob(column)
            if let bytes {
                try ChunkColumn.check(bytes, count: count, figure == .volume ? .amount : .price)
            }
            found.append((position, bytes))
            column += 1
        }
        try Self.checkOrder(found, count)
        return found
    }

    private static func checkOrder(_ found: [(Int, UnsafeRawBufferPointer?)], _ count: Int)
        throws(StoreError)
    {
        func bytes(_ figure: Int) -> UnsafeRawBufferPointer? {
            found.first { $0.0 == figure }.flatMap(\.1)
        }
        let (high, low) = (bytes(1), bytes(2))
        // From below to above; what was not asked for is compared with nothing.
        for (lower, upper) in [
            (low, high), (low, bytes(0)), (low, bytes(3)), (bytes(0), high), (bytes(3), high),
        ] {
            guard let lower, let upper else { continue }
            guard ChunkColumn.isOrdered(lower, upper, count: count) else {
                throw .damaged(reason: "a bar lies outside its own low and high")
            }
        }
    }

    private static func append(
        _ selection: Selection, of bytes: UnsafeRawBufferPointer, to values: inout [Double]
    ) {
        switch selection {
        case .stretch(let range): ChunkColumn.append(range, of: bytes, to: &values)
        case .single(let chosen):
            for index in chosen {
                values.append(Double(bitPattern: ChunkColumn.word(bytes, index)))
            }
        }
    }
}

extension ColumnPart.Selection {
    var first: Int? {
        switch self {
        case .stretch(let range): range.first
        case .single(let chosen): chosen.first
        }
    }

    var count: Int {
        switch self {
        case .stretch(let range): range.count
        case .single(let chosen): chosen.count
        }
    }
}
