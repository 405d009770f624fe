/// The sixth step: the context of the market. What flowed into funds on a day, and events: outages, incidents and
/// what is on the calendar.
///
/// Only what is scheduled may be known before it begins.
enum StoreSchema6 {
    static let statements = [
        """
        CREATE TABLE fund_flow (
            fund TEXT NOT NULL CHECK (fund <> ''),
            day INTEGER NOT NULL,
            known INTEGER NOT NULL CHECK (known >= day * 86400000000),
            flow_usd REAL NOT NULL CHECK (abs(flow_usd) <= 1.7976931348623157e308),
            source TEXT NOT NULL,
            PRIMARY KEY (fund, day, source, known)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE event (
            id TEXT NOT NULL CHECK (id <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('outage', 'incident', 'schedule')),
            subject TEXT NOT NULL CHECK (subject <> ''),
            start INTEGER NOT NULL,
            "end" INTEGER CHECK ("end" > start),
            title TEXT NOT NULL CHECK (title <> ''),
            known INTEGER NOT NULL,
            citation TEXT NOT NULL CHECK (citation <> ''),
            source TEXT NOT NULL,
            PRIMARY KEY (id, source, known),
            CHECK (kind = 'schedule' OR known >= start)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX event_by_start ON event (start)",
    ]
}
