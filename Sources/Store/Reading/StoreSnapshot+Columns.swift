internal import GRDB
package import Market
package import Series

extension StoreSnapshot {
    /// The bars of a series that lie within a range as columns, oldest first: as `candles`, without a
    /// value a bar.
    ///
    /// - Input: `range` holds whole bars, see `candles`; `fields`, the columns that are read. Others are
    ///   not even read from the file where they stand behind all that are.
    /// - Throws: `.damaged` where a chunk is not what was written, as far as it was read.
    package func columns(
        of series: SeriesID, interval: TimeSpan, range: TimeRange, fields: CandleColumns.Fields
    ) throws(StoreError) -> SourcedColumns {
        let selection = RowSelection.bars(interval, range).of(series)
        var fold = ColumnFold(interval: interval, range: range, asOf: asOf, fields: fields)
        guard let openings = fold.openings else { return fold.finish(selection) }
        let arguments: StatementArguments = [
            series.text, interval.microseconds, openings.upperBound, openings.lowerBound,
        ]
        try connection.each(Self.chunks(fields), arguments) { try fold.add($0) }
        return fold.finish(selection)
    }

    /// The bars of several series, those left out that have none within the range; see `columns`.
    package func columns(
        of series: [SeriesID], interval: TimeSpan, range: TimeRange, fields: CandleColumns.Fields
    ) throws(StoreError) -> [SeriesID: SourcedColumns] {
        var answer: [SeriesID: SourcedColumns] = [:]
        for series in series {
            let found = try columns(of: series, interval: interval, range: range, fields: fields)
            if !found.columns.isEmpty { answer[series] = found }
        }
        return answer
    }

    /// The bars of every instrument that has any within a range as columns, by instrument.
    ///
    /// Holds all of them at once: of each column asked for, eight bytes a bar.
    package func instrumentColumns(
        interval: TimeSpan, range: TimeRange, fields: CandleColumns.Fields
    ) throws(StoreError) -> Sourced<InstrumentColumns> {
        var rows: [InstrumentColumns] = []
        var sources: Set<SourceID> = []
        try eachInstrumentColumns(interval: interval, range: range, fields: fields) {
            rows.append(InstrumentColumns(instrument: $0.id, columns: $1.columns))
            sources.formUnion($1.sources.sources)
        }
        return Sourced(
            rows: rows, sources: Provenance(sources, rows: [.bars(interval, range)]))
    }

    /// Calls `body` with every instrument that has any bar within a range, by instrument, and with its
    /// bars. Holds the bars of one instrument at a time, so that memory does not grow with their number.
    package func eachInstrumentColumns(
        interval: TimeSpan, range: TimeRange, fields: CandleColumns.Fields,
        _ body: (Instrument, SourcedColumns) throws(StoreError) -> Void
    ) throws(StoreError) {
        // One seek an instrument; a join would do the same and tangle the revisions of both tables.
        for instrument in try instruments().rows {
            let found = try columns(
                of: instrument.series, interval: interval, range: range, fields: fields)
            if !found.columns.isEmpty { try body(instrument, found) }
        }
    }

    /// The chunks of a series that hold bars of a range, by source and time, with the columns that
    /// `ColumnFold` reads.
    private static func chunks(_ fields: CandleColumns.Fields) -> String {
        let figures = ColumnFold.columns(fields).map { ", " + $0 }.joined()
        return """
            SELECT source, \(ChunkTimes.columns)\(figures) FROM bar_chunk
            WHERE series = ? AND interval = ? AND first_open <= ? AND last_open >= ?
            ORDER BY source, first_open, first_known
            """
    }
}
