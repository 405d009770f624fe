internal import Market
internal import Store

/// A row of the store in one line, its times as a reader writes them.
enum RowText {
    private static let moments: Set<String> = [
        "open_time", "known", "observed", "published", "time", "valid_from", "valid_until", "start",
        "end",
    ]

    /// The row as `column value`, the columns in their order, those without a value left out.
    static func text(_ row: SelectedRow, of kind: RowKind) -> String {
        zip(kind.selectedColumns, row.values).compactMap { column, value in
            value == .null ? nil : "\(column) \(text(value, in: column))"
        }
        .joined(separator: ", ") + ", source \(row.source)"
    }

    private static func text(_ value: StoreValue, in column: String) -> String {
        guard case .integer(let number) = value else { return value.description }
        if moments.contains(column) { return Timestamp(microseconds: number).description }
        if column == "interval" { return TimeSpan(microseconds: number).description }
        if column == "day", let day = Int(exactly: number) {
            return CalendarDay(daysSinceEpoch: day).description
        }
        return value.description
    }
}
