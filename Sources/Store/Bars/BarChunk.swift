/// Up to 1,024 bars of one series, length and source, ordered by opening and `known`, as columns.
struct BarChunk {
    /// The most bars of a chunk.
    static let capacity = 1024

    let count: Int
    let first: StoredBar.Key
    let lastOpen: Int64
    /// Every opening; `nil` where a bar opens each interval.
    let times: [UInt8]?
    /// Every `known`; `nil` where each bar is known when it closes.
    let knowns: [UInt8]?
    let closes: [UInt8]
    let highs: [UInt8]
    let lows: [UInt8]
    let opens: [UInt8]
    /// `nil` where no bar has a volume.
    let volumes: [UInt8]?

    /// A chunk of bars that are ordered and not too many; `nil` of none.
    init?(_ bars: ArraySlice<StoredBar>, interval: Int64) {
        precondition(bars.count <= Self.capacity, "a chunk has at most its capacity")
        guard let first = bars.first, let last = bars.last else { return nil }
        func column(_ word: (StoredBar) -> UInt64) -> [UInt8] {
            ChunkColumn.bytes(count: bars.count) { word(bars[bars.startIndex + $0]) }
        }
        func figures(_ figure: (StoredBar) -> Double) -> [UInt8] {
            column { bar in
                let value = figure(bar)
                return value.isNaN ? ChunkColumn.absent : value.bitPattern
            }
        }
        let isRegular = zip(bars, bars.dropFirst()).allSatisfy {
            $0.openTime + interval == $1.openTime
        }
        let isPlain = bars.allSatisfy { $0.openTime + interval == $0.known }
        count = bars.count
        self.first = first.key
        lastOpen = last.openTime
        times = isRegular ? nil : column { UInt64(bitPattern: $0.openTime) }
        knowns = isPlain ? nil : column { UInt64(bitPattern: $0.known) }
        closes = figures(\.close)
        highs = figures(\.high)
        lows = figures(\.low)
        opens = figures(\.open)
        volumes = bars.allSatisfy(\.volume.isNaN) ? nil : figures(\.volume)
    }
}
