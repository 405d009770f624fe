/// The fifth step: liquidations, deleveragings and takeovers one by one.
///
/// A quantity is of contracts, and a contract is `contract_size` of `unit`: so many coins, so many dollars,
/// or so many units of a third asset for each point of the price. An empty size is one that nobody knows;
/// an empty side is one that the venue does not say.
enum StoreSchema5 {
    static let statements = [
        """
        CREATE TABLE liquidation_event (
            venue TEXT NOT NULL CHECK (venue <> ''),
            asset TEXT NOT NULL CHECK (asset <> ''),
            instrument TEXT NOT NULL CHECK (instrument <> ''),
            time INTEGER NOT NULL,
            known INTEGER NOT NULL CHECK (known >= time),
            kind TEXT NOT NULL CHECK (kind IN ('liquidation', 'adl', 'insurance')),
            side TEXT CHECK (side IN ('long', 'short')),
            order_price REAL \(amount("order_price")),
            average_price REAL \(amount("average_price")),
            ordered REAL \(amount("ordered")),
            filled REAL \(amount("filled")),
            unit TEXT NOT NULL CHECK (unit IN ('coins', 'usd', 'quanto')),
            contract_size REAL \(amount("contract_size")),
            quanto_usd REAL \(amount("quanto_usd")),
            event TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 0),
            source TEXT NOT NULL,
            PRIMARY KEY (time, venue, instrument, kind, event, number, source, known),
            CHECK (unit = 'quanto' OR quanto_usd IS NULL)
        ) STRICT, WITHOUT ROWID
        """
    ]

    private static func amount(_ column: String) -> String {
        "CHECK (\(column) >= 0 AND \(column) <= 1.7976931348623157e308)"
    }
}
