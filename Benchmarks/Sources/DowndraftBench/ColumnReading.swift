import Market
import Series
import Store

/// Reads the daily closes, highs and lows of every instrument, as a report over a wide market does.
enum ColumnReading {
    /// All at once, and one instrument at a time.
    ///
    /// The elements are bytes; the result is the sum of the last closes, which any other reader of the
    /// same bars gets too.
    static func parts(store: String, at instant: String) throws -> [Part] {
        guard let asOf = Timestamp(instant) else {
            throw BenchProblem(what: "\(instant) is no time")
        }
        let range = TimeRange(from: asOf - .days(3660), to: asOf)
        let fields: CandleColumns.Fields = [.closes, .highs, .lows]
        let reader = try StoreReader.open(path: store)
        var bytes = 0
        try reader.snapshot(asOf: asOf).eachInstrumentColumns(
            interval: .day, range: range, fields: fields
        ) { bytes += 3 * MemoryLayout<Double>.size * $1.columns.count }
        return [
            Part(name: "columns-each", elements: bytes) {
                var sum = CompensatedSum()
                try reader.snapshot(asOf: asOf).eachInstrumentColumns(
                    interval: .day, range: range, fields: fields
                ) { sum.add($1.columns.closes.last ?? .nan) }
                return sum.value
            },
            Part(name: "columns-all", elements: bytes) {
                let all = try reader.snapshot(asOf: asOf).instrumentColumns(
                    interval: .day, range: range, fields: fields)
                return all.rows.map { $0.columns.closes.last ?? .nan }.compensatedSum
            },
        ]
    }
}
