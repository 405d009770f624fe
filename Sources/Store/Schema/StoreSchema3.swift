/// The third step: what people write for an asset, and when.
enum StoreSchema3 {
    static let statements = [
        """
        CREATE TABLE asset_ticker (
            asset TEXT NOT NULL CHECK (asset <> ''),
            ticker TEXT NOT NULL CHECK (ticker <> ''),
            kind TEXT NOT NULL
                CHECK (kind IN ('current', 'renamed', 'redenominated', 'merged', 'contract', 'delisted')),
            valid_from INTEGER,
            valid_until INTEGER CHECK (valid_until > valid_from),
            coins_per_unit REAL NOT NULL
                CHECK (coins_per_unit > 0 AND coins_per_unit <= 1.7976931348623157e308),
            successor TEXT CHECK (successor <> '' AND successor <> asset),
            known INTEGER NOT NULL,
            citation TEXT NOT NULL CHECK (citation <> ''),
            source TEXT NOT NULL,
            PRIMARY KEY (asset, ticker, kind, source, known),
            CHECK ((kind = 'merged') = (successor IS NOT NULL))
        ) STRICT, WITHOUT ROWID
        """
    ]
}
