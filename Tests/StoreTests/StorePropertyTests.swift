import Market
import Store
import TestSupport
import Testing

/// Reads against a model so simple that it can be read at a glance, over seeded random rows.
@Suite struct StorePropertyTests {
    private struct Row: Hashable {
        let source: String
        let open: Int64
        let late: Int64
        let close: Double

        var known: Int64 { open + 1 + late }
        var values: [StoreValue] { SampleRows.bar("s", open: open, close: close, late: late) }
    }

    /// The rows seen at a time: of each bar the first source, of that the latest revision.
    private func expected(_ rows: [Row], asOf: Int64) -> [Double] {
        let seen = Dictionary(grouping: rows.filter { $0.known <= asOf }, by: \.open)
        return seen.sorted { $0.key < $1.key }.compactMap { _, revisions in
            let first = revisions.map(\.source).min()
            return revisions.filter { $0.source == first }.max { $0.known < $1.known }?.close
        }
    }

    private func randomRows(_ random: inout SeededGenerator) -> [Row] {
        var keys: Set<[Int64]> = []
        var rows: [Row] = []
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            let source = Int64.random(in: 0...2, using: &random)
            let open = Int64.random(in: 0...5, using: &random)
            let late = Int64.random(in: 0...4, using: &random)
            guard keys.insert([source, open, late]).inserted else { continue }
            let close = Double(Int.random(in: 90...110, using: &random))
            rows.append(Row(source: "s\(source)", open: open, late: late, close: close))
        }
        return rows
    }

    private func stored(_ rows: [Row], in folder: TemporaryFolder, _ name: String) throws
        -> StoreReader
    {
        let writer = try StoreWriter.open(path: folder.path(name))
        for (index, row) in rows.enumerated() {
            let file = "\(index)".map { $0 == "0" ? "p" : String($0) }.joined()
            try writer.store([row.values], .bars, name: file, source: SourceID(row.source))
        }
        try writer.close()
        return try StoreReader.open(path: folder.path(name))
    }

    private func read(_ reader: StoreReader, asOf: Int64) throws -> Sourced<Candle> {
        let range = TimeRange(from: .noon(-9), to: .noon(99))
        return try reader.snapshot(asOf: .noon(Int(asOf)))
            .candles(series: "s", interval: .hour, range: range)
    }

    @Test(arguments: 0..<12)
    func readsAgreeWithTheModelWhateverTheOrderAndWhateverComesLater(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: seed)
        let rows = randomRows(&random)
        let whole = try stored(rows, in: folder, "whole")
        let shuffled = try stored(rows.shuffled(using: &random), in: folder, "shuffled")
        for asOf in Int64(0)...11 {
            let seen = try read(whole, asOf: asOf)
            #expect(seen.rows.map(\.close) == expected(rows, asOf: asOf))
            #expect(try read(shuffled, asOf: asOf) == seen)
        }
        let cut = Int64.random(in: 1...10, using: &random)
        let prefix = try stored(rows.filter { $0.known <= cut }, in: folder, "prefix")
        for asOf in 0...cut {
            #expect(try read(prefix, asOf: asOf) == read(whole, asOf: asOf))
        }
    }
}
