/// The fourth step: forecasts as they were issued, kept whatever becomes of them.
enum StoreSchema4 {
    static let statements = [
        """
        CREATE TABLE forecast (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            subject TEXT NOT NULL CHECK (subject <> ''),
            as_of INTEGER NOT NULL,
            issued INTEGER NOT NULL CHECK (issued >= as_of),
            due INTEGER NOT NULL CHECK (due > as_of),
            body TEXT NOT NULL CHECK (body <> '')
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX forecast_by_due ON forecast (due)",
    ]
}
