import Foundation
import GRDB
import Market
import Store

/// The bars of a store as they lie in its chunks, read by the letter of the format and apart from the
/// code that reads them for reports, so that a test can take some away.
struct StoredBars {
    struct Bar {
        let series: String
        let interval: Int64
        let source: String
        let openTime: Int64
        let known: Int64
        let open: Double
        let high: Double
        let low: Double
        let close: Double
        let volume: Double?
    }

    let bars: [Bar]

    init(_ database: Database) throws {
        bars = try Row.fetchAll(database, sql: "SELECT * FROM bar_chunk").flatMap(Self.bars)
    }

    /// The bars of a store.
    static func all(in path: String) throws -> [Bar] {
        let queue = try DatabaseQueue(path: path)
        let bars = try queue.read { try StoredBars($0).bars }
        try queue.close()
        return bars
    }

    /// Keeps the bars of a store for which `isKept` holds; answers how many there were of the others.
    @discardableResult
    static func keep(in path: String, where isKept: (Bar) -> Bool) throws -> Int {
        let queue = try DatabaseQueue(path: path)
        let bars = try queue.write { database in
            let bars = try StoredBars(database).bars
            try database.execute(sql: "DELETE FROM bar_chunk")
            return bars
        }
        try queue.close()
        let writer = try StoreWriter.open(path: path)
        let kept = Dictionary(grouping: bars.filter(isKept), by: \.source)
        for (number, source) in kept.keys.sorted().enumerated() {
            let digest = String(number + 1)
            let file = ImportedFile(
                name: "kept \(number)",
                sha256: String(repeating: "0", count: 64 - digest.count) + digest, kind: .bars,
                source: SourceID(source), rows: 0)
            _ = try writer.transaction(importing: file) { appender throws(StoreError) in
                for bar in kept[source] ?? [] { try appender.append(bar.values[...]) }
            }
        }
        try writer.close()
        return bars.count - kept.values.reduce(0) { $0 + $1.count }
    }

    private static func bars(_ row: Row) -> [Bar] {
        let interval: Int64 = row["interval"]
        let first: Int64 = row["first_open"]
        let times = words(row["times"])
        let knowns = words(row["knowns"])
        func figures(_ column: String) -> [Double]? {
            words(row[column])?.map { Double(bitPattern: $0) }
        }
        guard let open = figures("open"), let high = figures("high"), let low = figures("low"),
            let close = figures("close")
        else { return [] }
        let volume = figures("volume")
        return close.indices.map { index in
            let openTime =
                times.map { Int64(bitPattern: $0[index]) } ?? first + Int64(index) * interval
            return Bar(
                series: row["series"], interval: interval, source: row["source"],
                openTime: openTime,
                known: knowns.map { Int64(bitPattern: $0[index]) } ?? openTime + interval,
                open: open[index], high: high[index], low: low[index], close: close[index],
                volume: volume.flatMap { $0[index].isNaN ? nil : $0[index] })
        }
    }

    /// The words of a column, without the last, which vouches for the others.
    private static func words(_ data: Data?) -> [UInt64]? {
        guard let bytes = data.map({ [UInt8]($0) }) else { return nil }
        return stride(from: 0, to: bytes.count - 8, by: 8).map { start in
            bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}

extension StoredBars.Bar {
    /// The bar as a file has it.
    var values: [StoreValue] {
        [
            .text(series), .integer(interval), .integer(openTime), .integer(known), .real(open),
            .real(high), .real(low), .real(close), volume.map { .real($0) } ?? .null,
        ]
    }
}
