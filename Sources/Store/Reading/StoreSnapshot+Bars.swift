internal import GRDB
package import Market
internal import Series

extension StoreSnapshot {
    /// The bars of a series that lie within a range, oldest first.
    ///
    /// - Input: `range` holds whole bars: they open at or after its start and close by its end.
    package func candles(series: SeriesID, interval: TimeSpan, range: TimeRange)
        throws(StoreError) -> Sourced<Candle>
    {
        let found = try columns(of: series, interval: interval, range: range, fields: .all)
        return Sourced(rows: found.columns.candles() ?? [], sources: found.sources)
    }

    /// The bars of every instrument that has any within a range, by instrument; see `candles`.
    ///
    /// The sources are those of the bars, not of the list of instruments.
    package func instrumentCandles(interval: TimeSpan, range: TimeRange)
        throws(StoreError) -> Sourced<InstrumentCandles>
    {
        let found = try instrumentColumns(interval: interval, range: range, fields: .all)
        let rows = found.rows.map {
            InstrumentCandles(instrument: $0.instrument, candles: $0.columns.candles() ?? [])
        }
        return Sourced(rows: rows, sources: found.sources)
    }

    /// The closes of every instrument that has any within a range, oldest first; see `candles`.
    ///
    /// Reads a fifth of what `instrumentCandles` does, for those who look at no more.
    package func instrumentCloses(interval: TimeSpan, range: TimeRange)
        throws(StoreError) -> Sourced<InstrumentCloses>
    {
        let found = try instrumentColumns(interval: interval, range: range, fields: .closes)
        let rows = found.rows.map { row in
            InstrumentCloses(
                instrument: row.instrument,
                closes: row.columns.closes.enumerated().map { index, price in
                    (row.columns.closeTime(at: index), price)
                })
        }
        return Sourced(rows: rows, sources: found.sources)
    }

    /// From the first opening to the last close of a series in the store, whenever it was known;
    /// `nil` where the store has none of its bars. For messages only: it looks past `asOf`.
    package func extent(of series: SeriesID, interval: TimeSpan) throws(StoreError) -> TimeRange? {
        let sql = """
            SELECT min(first_open), max(last_open) FROM bar_chunk WHERE series = ? AND interval = ?
            """
        let arguments: StatementArguments = [series.text, interval.microseconds]
        let ends = try connection.first(sql, arguments) { fields in
            (try fields.optionalTime(0), try fields.optionalTime(1))
        }
        guard case (let first?, let last?)? = ends else { return nil }
        return TimeRange(from: first, to: last + interval)
    }

    /// The series outside crypto that have any close, by name.
    package func macroSeries() throws(StoreError) -> [SeriesID] {
        let sql = Self.select("series", from: .closes)
        return try connection.rows(sql, [asOf.microseconds], of: RowSelection(.closes)) { fields in
            let series = SeriesID(try fields.text(1))
            return (series, series)
        }
        .rows
    }

    /// Daily closes of one thing outside crypto, from a day on, oldest first.
    package func macroCloses(
        of series: SeriesID, from day: CalendarDay
    ) throws(StoreError) -> Sourced<MacroClose> {
        let sql = Self.select(
            "series, day, known, value, unit", from: .closes,
            where: "AND series = ? AND day >= ?")
        let arguments: StatementArguments = [asOf.microseconds, series.text, day.daysSinceEpoch]
        let selection = RowSelection(
            .closes, where: ["series": series.text],
            in: TimeRange(from: day.start, to: max(day.start, asOf)))
        return try connection.rows(sql, arguments, of: selection) { fields in
            let close = MacroClose(
                series: SeriesID(try fields.text(1)),
                day: CalendarDay(daysSinceEpoch: try fields.count(2)), known: try fields.time(3),
                value: try fields.figure(4), unit: try fields.text(5))
            return (SeriesDay(series: close.series, day: close.day), close)
        }
    }

    private struct SeriesDay: Equatable {
        let series: SeriesID
        let day: CalendarDay
    }
}
