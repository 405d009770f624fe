/// The first schema: rows of a case, each with the time it could be known and its source.
///
/// Every row table keeps its event time (definitions have none besides `known`), `known` and
/// `source`, and its key is what the row is about, then `source`, then `known`. Keys begin with
/// what reads ask for: bars with their series, rows that are read for all venues with their time.
enum StoreSchema1 {
    static let statements =
        provenance + definitions + prices + leverage + context

    private static let provenance = [
        """
        CREATE TABLE source (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            title TEXT NOT NULL,
            publisher TEXT NOT NULL,
            repository TEXT NOT NULL,
            "commit" TEXT NOT NULL,
            licence TEXT NOT NULL,
            note TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE imported_file (
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL,
            source TEXT NOT NULL REFERENCES source (id),
            rows INTEGER NOT NULL CHECK (rows >= 0),
            PRIMARY KEY (sha256, name)
        ) STRICT, WITHOUT ROWID
        """,
    ]

    private static let definitions = [
        """
        CREATE TABLE asset (
            asset TEXT NOT NULL CHECK (asset <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            class TEXT NOT NULL
                CHECK (class IN ('coin', 'stablecoin', 'wrapped', 'staked', 'commodity')),
            known INTEGER NOT NULL,
            source TEXT NOT NULL,
            PRIMARY KEY (asset, source, known)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE instrument (
            instrument TEXT NOT NULL CHECK (instrument <> ''),
            venue TEXT NOT NULL CHECK (venue <> ''),
            asset TEXT NOT NULL CHECK (asset <> ''),
            coins_per_price REAL NOT NULL \(positive("coins_per_price")),
            quote TEXT NOT NULL CHECK (quote <> ''),
            known INTEGER NOT NULL,
            source TEXT NOT NULL,
            PRIMARY KEY (instrument, source, known)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE sector_member (
            sector TEXT NOT NULL CHECK (sector <> ''),
            asset TEXT NOT NULL CHECK (asset <> ''),
            title TEXT NOT NULL CHECK (title <> ''),
            "group" TEXT CHECK ("group" <> ''),
            known INTEGER NOT NULL,
            citation TEXT NOT NULL CHECK (citation <> ''),
            source TEXT NOT NULL,
            PRIMARY KEY (sector, asset, source, known)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE theme_term (
            theme TEXT NOT NULL CHECK (theme <> ''),
            term TEXT NOT NULL CHECK (term <> ''),
            language TEXT NOT NULL CHECK (language <> ''),
            sector TEXT CHECK (sector <> ''),
            known INTEGER NOT NULL,
            citation TEXT NOT NULL CHECK (citation <> ''),
            source TEXT NOT NULL,
            PRIMARY KEY (theme, term, source, known)
        ) STRICT, WITHOUT ROWID
        """,
    ]

    private static let prices = [
        """
        CREATE TABLE bar (
            series TEXT NOT NULL CHECK (series <> ''),
            interval INTEGER NOT NULL CHECK (interval > 0),
            open_time INTEGER NOT NULL,
            known INTEGER NOT NULL,
            open REAL NOT NULL \(positive("open")),
            high REAL NOT NULL \(positive("high")),
            low REAL NOT NULL \(positive("low")),
            close REAL NOT NULL \(positive("close")),
            volume REAL \(amount("volume")),
            source TEXT NOT NULL,
            PRIMARY KEY (series, interval, open_time, source, known),
            \(ordered),
            \(knownAtClose)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE supply (
            asset TEXT NOT NULL CHECK (asset <> ''),
            observed INTEGER NOT NULL,
            known INTEGER NOT NULL CHECK (known >= observed),
            rank INTEGER NOT NULL CHECK (rank >= 1),
            supply REAL NOT NULL \(amount("supply")),
            price REAL NOT NULL \(amount("price")),
            cap REAL NOT NULL \(amount("cap")),
            source TEXT NOT NULL,
            PRIMARY KEY (observed, asset, source, known)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE macro_close (
            series TEXT NOT NULL CHECK (series <> ''),
            day INTEGER NOT NULL,
            known INTEGER NOT NULL CHECK (known >= day * 86400000000),
            value REAL NOT NULL \(finite("value")),
            unit TEXT NOT NULL CHECK (unit <> ''),
            source TEXT NOT NULL,
            PRIMARY KEY (series, day, source, known)
        ) STRICT, WITHOUT ROWID
        """,
    ]

    private static let leverage = [
        """
        CREATE TABLE liquidation (
            venue TEXT NOT NULL CHECK (venue <> ''),
            asset TEXT NOT NULL CHECK (asset <> ''),
            interval INTEGER NOT NULL CHECK (interval > 0),
            open_time INTEGER NOT NULL,
            known INTEGER NOT NULL,
            long_usd REAL NOT NULL \(amount("long_usd")),
            short_usd REAL NOT NULL \(amount("short_usd")),
            source TEXT NOT NULL,
            PRIMARY KEY (open_time, interval, venue, asset, source, known),
            \(knownAtClose)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE open_interest (
            venue TEXT NOT NULL CHECK (venue <> ''),
            asset TEXT NOT NULL CHECK (asset <> ''),
            margin TEXT NOT NULL,
            interval INTEGER NOT NULL CHECK (interval > 0),
            open_time INTEGER NOT NULL,
            known INTEGER NOT NULL,
            unit TEXT NOT NULL,
            open REAL NOT NULL \(amount("open")),
            high REAL NOT NULL \(amount("high")),
            low REAL NOT NULL \(amount("low")),
            close REAL NOT NULL \(amount("close")),
            source TEXT NOT NULL,
            PRIMARY KEY (open_time, interval, venue, asset, margin, source, known),
            CHECK ((margin = 'stablecoin' AND unit = 'coins') OR (margin = 'coin' AND unit = 'usd')),
            \(ordered),
            \(knownAtClose)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE funding (
            scope TEXT NOT NULL CHECK (scope <> ''),
            asset TEXT NOT NULL CHECK (asset <> ''),
            interval INTEGER NOT NULL CHECK (interval > 0),
            open_time INTEGER NOT NULL,
            known INTEGER NOT NULL,
            open REAL NOT NULL \(finite("open")),
            high REAL NOT NULL \(finite("high")),
            low REAL NOT NULL \(finite("low")),
            close REAL NOT NULL \(finite("close")),
            source TEXT NOT NULL,
            PRIMARY KEY (open_time, interval, scope, asset, source, known),
            \(ordered),
            \(knownAtClose)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE depth (
            venue TEXT NOT NULL CHECK (venue <> ''),
            asset TEXT NOT NULL CHECK (asset <> ''),
            interval INTEGER NOT NULL CHECK (interval > 0),
            open_time INTEGER NOT NULL,
            known INTEGER NOT NULL,
            bid_usd REAL NOT NULL \(amount("bid_usd")),
            ask_usd REAL NOT NULL \(amount("ask_usd")),
            source TEXT NOT NULL,
            PRIMARY KEY (open_time, interval, venue, asset, source, known),
            \(knownAtClose)
        ) STRICT, WITHOUT ROWID
        """,
    ]

    private static let context = [
        """
        CREATE TABLE headline (
            id TEXT NOT NULL CHECK (id <> ''),
            published INTEGER NOT NULL,
            known INTEGER NOT NULL CHECK (known >= published),
            language TEXT NOT NULL CHECK (language <> ''),
            title TEXT NOT NULL CHECK (title <> ''),
            url TEXT NOT NULL,
            source TEXT NOT NULL,
            PRIMARY KEY (id, source, known)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX headline_by_published ON headline (published)",
        """
        CREATE TABLE published_figure (
            id TEXT NOT NULL CHECK (id <> ''),
            subject TEXT NOT NULL CHECK (subject <> ''),
            measure TEXT NOT NULL CHECK (measure <> ''),
            value REAL NOT NULL \(finite("value")),
            low REAL NOT NULL \(finite("low")),
            high REAL NOT NULL \(finite("high")),
            unit TEXT NOT NULL CHECK (unit <> ''),
            known INTEGER NOT NULL,
            digits INTEGER NOT NULL CHECK (digits >= 0),
            printed TEXT NOT NULL CHECK (printed <> ''),
            reason TEXT NOT NULL,
            source TEXT NOT NULL,
            PRIMARY KEY (id, source, known),
            CHECK (low <= value AND value <= high)
        ) STRICT, WITHOUT ROWID
        """,
    ]

    // SQLite turns NaN into NULL, which NOT NULL refuses; only the infinities need a bound.
    private static let greatest = "1.7976931348623157e308"

    private static func positive(_ column: String) -> String {
        "CHECK (\(column) > 0 AND \(column) <= \(greatest))"
    }

    private static func amount(_ column: String) -> String {
        "CHECK (\(column) >= 0 AND \(column) <= \(greatest))"
    }

    private static func finite(_ column: String) -> String {
        "CHECK (abs(\(column)) <= \(greatest))"
    }

    private static let ordered =
        "CHECK (low <= high AND low <= open AND low <= close AND high >= open AND high >= close)"

    // `known - interval` and not `open_time + interval`: neither can leave the range of dates here.
    private static let knownAtClose = "CHECK (known - interval >= open_time)"
}
