/// The seventh step: what takers bought and sold, bar by bar.
///
/// `contracts` is the name of the one contract whose trades were counted, or `all` where all contracts of the
/// venue on the asset were.
enum StoreSchema7 {
    static let statements = [
        """
        CREATE TABLE taker_flow (
            venue TEXT NOT NULL CHECK (venue <> ''),
            asset TEXT NOT NULL CHECK (asset <> ''),
            contracts TEXT NOT NULL CHECK (contracts <> ''),
            interval INTEGER NOT NULL CHECK (interval > 0),
            open_time INTEGER NOT NULL,
            known INTEGER NOT NULL,
            unit TEXT NOT NULL CHECK (unit IN ('coins', 'usd')),
            bought REAL NOT NULL \(amount("bought")),
            sold REAL NOT NULL \(amount("sold")),
            source TEXT NOT NULL,
            PRIMARY KEY (open_time, interval, venue, asset, contracts, source, known),
            CHECK (known - interval >= open_time)
        ) STRICT, WITHOUT ROWID
        """
    ]

    private static func amount(_ column: String) -> String {
        "CHECK (\(column) >= 0 AND \(column) <= 1.7976931348623157e308)"
    }
}
