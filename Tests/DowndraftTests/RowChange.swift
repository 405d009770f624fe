import Market
import Store
import TestSupport

/// A correction of one row: the same key, another figure or word, known a little later.
struct RowChange {
    let kind: RowKind
    /// The values of the corrected row, by column; of bars without when it was known.
    let values: [String: StoreValue]

    /// Corrects a row that was drawn from a selection; `nil` where it holds none that can be.
    init?(
        _ selection: RowSelection, in path: String, asOf: Timestamp,
        using generator: inout SeededGenerator
    ) throws {
        guard let kind = RowKind(rawValue: selection.kind) else { return nil }
        var rows: [SelectedRow] = []
        let snapshot = try StoreReader.open(path: path).snapshot(asOf: asOf)
        try snapshot.eachRow(of: selection) { row throws(StoreError) in rows.append(row) }
        guard let row = rows.randomElement(using: &generator) else { return nil }
        self.kind = kind
        var values = Dictionary(
            zip(kind.selectedColumns, row.values), uniquingKeysWith: { first, _ in first })
        guard Self.change(&values, kind), let known = Self.known(values, kind), known < asOf else {
            return nil
        }
        self.values = values
        var corrected = values
        corrected["known"] = .integer(known.microseconds + 1)
        let writer = try StoreWriter.open(path: path)
        let file = ImportedFile(
            name: "correction", sha256: String(repeating: "c", count: 64), kind: kind,
            source: row.source, rows: 1)
        _ = try writer.transaction(importing: file) { appender throws(StoreError) in
            try appender.append(kind.columns.map { corrected[$0] ?? .null }[...])
        }
        try writer.close()
    }

    private static func known(_ values: [String: StoreValue], _ kind: RowKind) -> Timestamp? {
        if case .integer(let known)? = values["known"] { return Timestamp(microseconds: known) }
        guard kind == .bars, case .integer(let opened)? = values["open_time"],
            case .integer(let interval)? = values["interval"]
        else { return nil }
        return Timestamp(microseconds: opened + interval)
    }

    /// Another figure, or another word where a row has no figure, within what the schema admits.
    private static func change(_ values: inout [String: StoreValue], _ kind: RowKind) -> Bool {
        if kind == .bars {
            guard let close = values["close"] else { return false }
            // To the far end of its bar: a close lies between the low and the high.
            values["close"] = values["low"] == close ? values["high"] : values["low"]
            return values["close"] != close
        }
        let figures: [RowKind: String] = [
            .supplies: "supply", .liquidations: "long_usd", .openInterest: "close",
            .depth: "bid_usd", .takerFlow: "sold", .closes: "value",
            .instruments: "coins_per_price",
        ]
        if let column = figures[kind], case .real(let figure)? = values[column], figure != 0 {
            values[column] = .real(figure * 1.25)
            if kind == .openInterest { values["high"] = .real(figure * 2) }
            return true
        }
        let words: [RowKind: String] = [.headlines: "title", .assets: "name", .sectors: "title"]
        guard let column = words[kind], case .text(let word)? = values[column] else { return false }
        values[column] = .text("\(word) DeepSeek")
        return true
    }

    /// Whether the row belongs to a selection, by what a selection promises.
    func belongs(to selection: RowSelection) -> Bool {
        guard selection.kind == kind.rawValue else { return false }
        for (column, wanted) in selection.filters where "\(values[column] ?? .null)" != wanted {
            return false
        }
        // Bars without a series are those of instruments.
        if kind == .bars, selection.filters["series"] == nil,
            case .text(let series)? = values["series"], series.contains("index:")
        {
            return false
        }
        guard let range = selection.range, let start = moment() else { return true }
        guard range.contains(start) else { return false }
        guard case .integer(let interval)? = values["interval"] else { return true }
        return start + TimeSpan(microseconds: interval) <= range.end
    }

    private func moment() -> Timestamp? {
        if case .integer(let day)? = values["day"] {
            return CalendarDay(daysSinceEpoch: Int(day)).start
        }
        for column in ["open_time", "published", "time"] {
            if case .integer(let moment)? = values[column] {
                return Timestamp(microseconds: moment)
            }
        }
        return nil
    }
}
