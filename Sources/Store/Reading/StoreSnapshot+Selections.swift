internal import GRDB
package import Market
internal import Series

extension StoreSnapshot {
    /// Calls `body` with each row of a selection as it counts at the as-of: of each key the last known of
    /// the first source by name, in the order of the keys; see `Sourced`.
    ///
    /// Bars without a series are those of instruments, each by itself: as `instrumentColumns` reads them.
    /// Takes time in proportion to the rows read, and memory to those of one series of bars.
    /// - Throws: `.refused` where the kind or a column is none of ours.
    package func eachRow(
        of selection: RowSelection, _ body: (SelectedRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard let kind = RowKind(rawValue: selection.kind) else {
            throw .refused(reason: "no rows are called \(selection.kind)")
        }
        guard kind == .bars else { return try eachPlainRow(of: selection, kind, body) }
        for series in try series(of: selection) { try eachBar(of: series, in: selection, body) }
    }

    /// The files that rows of a kind from some sources came from, by name.
    package func files(
        of kind: RowKind, from sources: [SourceID]
    ) throws(StoreError) -> [ImportedFile] {
        var found: [ImportedFile] = []
        try connection.each(
            "SELECT sha256, name, source, rows FROM imported_file WHERE kind = ? ORDER BY name, sha256",
            [kind.rawValue]
        ) { fields in
            let source = SourceID(try fields.text(2))
            guard sources.contains(source) else { return }
            found.append(
                ImportedFile(
                    name: try fields.text(1), sha256: try fields.text(0), kind: kind,
                    source: source, rows: try fields.count(3)))
        }
        return found
    }

    /// Calls `body` with the bytes of a selection's rows, in order, so that they can be digested: bars a column
    /// at a time, which is far quicker than `eachRow`, other rows as texts.
    ///
    /// - Output: how many rows there were, and where they came from.
    package func eachByte(
        of selection: RowSelection, _ body: (UnsafeRawBufferPointer) -> Void
    ) throws(StoreError) -> (count: Int, sources: Set<SourceID>) {
        var count = 0
        var sources: Set<SourceID> = []
        guard selection.kind == RowKind.bars.rawValue else {
            try eachRow(of: selection) { row throws(StoreError) in
                count += 1
                sources.insert(row.source)
                var text = Array(row.source.text.utf8)
                for value in row.values { text += "\u{1F}\(value)".utf8 }
                (text + [0x1E]).withUnsafeBytes(body)
            }
            return (count, sources)
        }
        for series in try series(of: selection) {
            let found = try bars(of: series, in: selection)
            let bars = found.columns
            count += bars.count
            sources.formUnion(found.sources.sources)
            Array(series.text.utf8).withUnsafeBytes(body)
            (0..<bars.count).map { bars.openTime(at: $0).microseconds.littleEndian }
                .withUnsafeBytes(body)
            for column in [bars.opens, bars.highs, bars.lows, bars.closes, bars.volumes] {
                column.withUnsafeBytes(body)
            }
        }
        return (count, sources)
    }

    private func series(of selection: RowSelection) throws(StoreError) -> [SeriesID] {
        if let series = selection.filters["series"] { return [SeriesID(series)] }
        return try instruments().rows.map(\.series)
    }

    private func eachBar(
        of series: SeriesID, in selection: RowSelection,
        _ body: (SelectedRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        let found = try self.bars(of: series, in: selection)
        guard let source = found.sources.sources.first else { return }
        let bars = found.columns
        let interval = bars.interval.microseconds
        for place in bars.closes.indices {
            let volume = bars.volumes[place]
            let figures = [bars.opens, bars.highs, bars.lows, bars.closes].map {
                StoreValue.real($0[place])
            }
            let opened = bars.openTime(at: place).microseconds
            try body(
                SelectedRow(
                    source: source,
                    values: [.text(series.text), .integer(interval), .integer(opened)] + figures
                        + [volume.isNaN ? .null : .real(volume)]))
        }
    }

    private func bars(
        of series: SeriesID, in selection: RowSelection
    ) throws(StoreError) -> SourcedColumns {
        guard let range = selection.range,
            let interval = selection.filters["interval"].flatMap({ Int64($0) }), interval > 0
        else { throw .refused(reason: "bars are selected by their length and a stretch of time") }
        return try columns(
            of: series, interval: TimeSpan(microseconds: interval), range: range, fields: .all)
    }

    private func eachPlainRow(
        of selection: RowSelection, _ kind: RowKind,
        _ body: (SelectedRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        let columns = kind.columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let (conditions, arguments) = try Self.conditions(of: selection, kind)
        let sql = Self.select(columns, from: kind, where: conditions)
        let key = kind.naturalKey.compactMap { kind.columns.firstIndex(of: $0) }
        let found = try connection.rows(
            sql, StatementArguments([asOf.microseconds.databaseValue] + arguments), of: selection
        ) { fields in
            let source = SourceID(try fields.text(0))
            let row = SelectedRow(
                source: source, values: try kind.columns.indices.map { try fields.value($0 + 1) })
            return (key.map { row.values[$0] }, row)
        }
        for row in found.rows { try body(row) }
    }

    /// The conditions of a selection as SQL. Names of columns are compared with ours before they are used;
    /// values are bound.
    private static func conditions(
        of selection: RowSelection, _ kind: RowKind
    ) throws(StoreError) -> (sql: String, arguments: [DatabaseValue]) {
        var sql = ""
        var arguments: [DatabaseValue] = []
        for (column, value) in selection.filters.sorted(by: { $0.key < $1.key }) {
            guard kind.columns.contains(column) else {
                throw .refused(reason: "\(kind.rawValue) have no \(column)")
            }
            sql += "AND CAST(\"\(column)\" AS TEXT) = ? "
            arguments.append(value.databaseValue)
        }
        guard let range = selection.range, let time = kind.timeColumn else {
            return (sql, arguments)
        }
        // Of a story the last wording known says when it was published: all its wordings are read.
        if kind == .headlines {
            sql += "AND id IN (SELECT id FROM headline WHERE published >= ? AND published < ?) "
            return (sql, arguments + ends(range))
        }
        let scale = kind == .closes ? TimeSpan.day.microseconds : 1
        sql += "AND \"\(time.name)\" * \(scale) >= ? AND \"\(time.name)\" * \(scale) < ? "
        arguments += ends(range)
        if time.lasts {
            sql += "AND \"\(time.name)\" + interval <= ? "
            arguments.append(range.end.microseconds.databaseValue)
        }
        return (sql, arguments)
    }

    private static func ends(_ range: TimeRange) -> [DatabaseValue] {
        [range.start.microseconds.databaseValue, range.end.microseconds.databaseValue]
    }
}
