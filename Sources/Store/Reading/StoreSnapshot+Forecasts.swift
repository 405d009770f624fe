internal import GRDB
internal import Market

extension StoreSnapshot {
    /// Forecasts that had been issued by the snapshot's as-of, by when they come due, then by name.
    package func forecasts() throws(StoreError) -> [StoredForecast] {
        var found: [StoredForecast] = []
        try connection.each(
            """
            SELECT id, subject, as_of, issued, due, body FROM forecast WHERE issued <= ?
            ORDER BY due, id
            """, [asOf.microseconds]
        ) { fields in
            found.append(
                StoredForecast(
                    id: try fields.text(0), subject: try fields.text(1), asOf: try fields.time(2),
                    issued: try fields.time(3), due: try fields.time(4), body: try fields.text(5)))
        }
        return found
    }
}
