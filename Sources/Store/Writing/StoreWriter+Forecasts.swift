internal import GRDB
internal import Market

extension StoreWriter {
    /// Writes forecasts down, all or none. One that is there already stays as it was first issued: nobody
    /// issues a forecast anew once its outcome shows.
    ///
    /// - Output: how many were new.
    /// - Throws: `.busy`, `.full`, `.readOnly`; `.refused` for one that is issued before what it knows, or due
    ///   before it.
    package func issue(_ forecasts: [StoredForecast]) throws(StoreError) -> Int {
        try StoreError.naming {
            try queue.write { database in
                var new = 0
                for forecast in forecasts {
                    try database.execute(
                        sql: """
                            INSERT INTO forecast (id, subject, as_of, issued, due, body)
                            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                            """,
                        arguments: [
                            forecast.id, forecast.subject, forecast.asOf.microseconds,
                            forecast.issued.microseconds, forecast.due.microseconds, forecast.body,
                        ])
                    new += database.changesCount
                }
                return new
            }
        }
    }
}
