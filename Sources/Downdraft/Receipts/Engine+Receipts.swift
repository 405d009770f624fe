internal import Digests
public import Evidence
internal import Market
public import Narrative
internal import Store

extension Engine {
    /// Looks up the rows that the facts of a report were made from, as they are in the store now.
    ///
    /// Reads every row once more: of bars 40 bytes each.
    /// - Throws: `StoreError`.
    public func receipts(of report: Report) throws -> ReceiptBook {
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: report.asOf)
        let provenances =
            report.book.facts.map(\.provenance) + report.book.series.map(\.provenance)
            + report.book.curves.map(\.provenance)
        let selections = Set(Set(provenances).flatMap(\.rows))
        return ReceiptBook(try selections.map { try Self.digest($0, snapshot) })
    }

    private static func digest(
        _ rows: RowSelection, _ snapshot: StoreSnapshot
    ) throws -> RowsDigest {
        var running = RunningDigest()
        let (count, sources) = try snapshot.eachByte(of: rows) { running.add($0) }
        let files =
            try RowKind(rawValue: rows.kind).map {
                try snapshot.files(of: $0, from: sources.sorted())
            } ?? []
        return RowsDigest(
            rows: rows, count: count, sha256: running.digest().hexadecimal,
            files: files.map { .init(name: $0.name, sha256: $0.sha256, source: $0.source) })
    }
}
