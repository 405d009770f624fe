internal import GRDB
package import Market

extension StoreSnapshot {
    /// The bars of a series that lie within a range, oldest first.
    ///
    /// - Input: `range` holds whole bars: they open at or after its start and close by its end.
    package func candles(series: SeriesID, interval: TimeSpan, range: TimeRange)
        throws(StoreError) -> Sourced<Candle>
    {
        let sql = """
            SELECT source, open_time, open, high, low, close, volume FROM bar
            WHERE known <= ? AND series = ? AND interval = ? AND open_time >= ? AND open_time <= ?
            ORDER BY open_time, source, known
            """
        let lastOpening = range.end - interval
        return try connection.rows(
            sql,
            [
                asOf.microseconds, series.text, interval.microseconds, range.start.microseconds,
                lastOpening.microseconds,
            ]
        ) { fields in
            let candle = Candle(
                openTime: try fields.time(1), interval: interval, open: try fields.figure(2),
                high: try fields.figure(3), low: try fields.figure(4),
                close: try fields.figure(5), volume: try fields.optionalFigure(6))
            return (candle.openTime, candle)
        }
    }

    /// The bars of every instrument that has any within a range, by instrument; see `candles`.
    ///
    /// The sources are those of the bars, not of the list of instruments.
    package func instrumentCandles(interval: TimeSpan, range: TimeRange)
        throws(StoreError) -> Sourced<InstrumentCandles>
    {
        var answer: [InstrumentCandles] = []
        var sources: Set<SourceID> = []
        // One seek an instrument; a join would do the same and tangle the revisions of both tables.
        for instrument in try instruments().rows {
            let bars = try candles(series: instrument.series, interval: interval, range: range)
            guard !bars.rows.isEmpty else { continue }
            answer.append(InstrumentCandles(instrument: instrument.id, candles: bars.rows))
            sources.formUnion(bars.sources)
        }
        return Sourced(rows: answer, sources: sources)
    }

    /// The closes of every instrument that has any within a range, oldest first; see `candles`.
    ///
    /// Reads a third of what `instrumentCandles` does, for those who look at no more.
    package func instrumentCloses(interval: TimeSpan, range: TimeRange)
        throws(StoreError) -> Sourced<InstrumentCloses>
    {
        let sql = """
            SELECT source, open_time, close FROM bar
            WHERE known <= ? AND series = ? AND interval = ? AND open_time >= ? AND open_time <= ?
            ORDER BY open_time, source, known
            """
        let lastOpening = range.end - interval
        var answer: [InstrumentCloses] = []
        var sources: Set<SourceID> = []
        for instrument in try instruments().rows {
            let closes = try connection.rows(
                sql,
                [
                    asOf.microseconds, instrument.series.text, interval.microseconds,
                    range.start.microseconds, lastOpening.microseconds,
                ]
            ) { fields in
                let openTime = try fields.time(1)
                return (openTime, (openTime + interval, try fields.figure(2)))
            }
            guard !closes.rows.isEmpty else { continue }
            answer.append(InstrumentCloses(instrument: instrument.id, closes: closes.rows))
            sources.formUnion(closes.sources)
        }
        return Sourced(rows: answer, sources: sources)
    }

    /// From the first opening to the last close of a series in the store, whenever it was known;
    /// `nil` where the store has none of its bars. For messages only: it looks past `asOf`.
    package func extent(of series: SeriesID, interval: TimeSpan) throws(StoreError) -> TimeRange? {
        let sql = "SELECT min(open_time), max(open_time) FROM bar WHERE series = ? AND interval = ?"
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
        return try connection.rows(sql, [asOf.microseconds]) { fields in
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
        return try connection.rows(sql, arguments) { fields in
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
