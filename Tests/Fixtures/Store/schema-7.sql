CREATE TABLE asset (
    asset TEXT NOT NULL CHECK (asset <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    class TEXT NOT NULL
        CHECK (class IN ('coin', 'stablecoin', 'wrapped', 'staked', 'commodity')),
    known INTEGER NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (asset, source, known)
) STRICT, WITHOUT ROWID;

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
) STRICT, WITHOUT ROWID;

CREATE TABLE bar_chunk (
    series TEXT NOT NULL CHECK (series <> ''),
    interval INTEGER NOT NULL CHECK (interval > 0),
    source TEXT NOT NULL,
    first_open INTEGER NOT NULL,
    first_known INTEGER NOT NULL CHECK (first_known - interval >= first_open),
    last_open INTEGER NOT NULL CHECK (last_open >= first_open),
    count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 1024),
    times BLOB CHECK (length(times) = 8 * (count + 1)),
    knowns BLOB CHECK (length(knowns) = 8 * (count + 1)),
    close BLOB NOT NULL CHECK (length(close) = 8 * (count + 1)),
    high BLOB NOT NULL CHECK (length(high) = 8 * (count + 1)),
    low BLOB NOT NULL CHECK (length(low) = 8 * (count + 1)),
    open BLOB NOT NULL CHECK (length(open) = 8 * (count + 1)),
    volume BLOB CHECK (length(volume) = 8 * (count + 1)),
    UNIQUE (series, interval, source, first_open, first_known)
) STRICT;

CREATE TABLE depth (
    venue TEXT NOT NULL CHECK (venue <> ''),
    asset TEXT NOT NULL CHECK (asset <> ''),
    interval INTEGER NOT NULL CHECK (interval > 0),
    open_time INTEGER NOT NULL,
    known INTEGER NOT NULL,
    bid_usd REAL NOT NULL CHECK (bid_usd >= 0 AND bid_usd <= 1.7976931348623157e308),
    ask_usd REAL NOT NULL CHECK (ask_usd >= 0 AND ask_usd <= 1.7976931348623157e308),
    source TEXT NOT NULL,
    PRIMARY KEY (open_time, interval, venue, asset, source, known),
    CHECK (known - interval >= open_time)
) STRICT, WITHOUT ROWID;

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
) STRICT, WITHOUT ROWID;

CREATE INDEX event_by_start ON event (start);

CREATE TABLE forecast (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    subject TEXT NOT NULL CHECK (subject <> ''),
    as_of INTEGER NOT NULL,
    issued INTEGER NOT NULL CHECK (issued >= as_of),
    due INTEGER NOT NULL CHECK (due > as_of),
    body TEXT NOT NULL CHECK (body <> '')
) STRICT, WITHOUT ROWID;

CREATE INDEX forecast_by_due ON forecast (due);

CREATE TABLE fund_flow (
    fund TEXT NOT NULL CHECK (fund <> ''),
    day INTEGER NOT NULL,
    known INTEGER NOT NULL CHECK (known >= day * 86400000000),
    flow_usd REAL NOT NULL CHECK (abs(flow_usd) <= 1.7976931348623157e308),
    source TEXT NOT NULL,
    PRIMARY KEY (fund, day, source, known)
) STRICT, WITHOUT ROWID;

CREATE TABLE funding (
    scope TEXT NOT NULL CHECK (scope <> ''),
    asset TEXT NOT NULL CHECK (asset <> ''),
    interval INTEGER NOT NULL CHECK (interval > 0),
    open_time INTEGER NOT NULL,
    known INTEGER NOT NULL,
    open REAL NOT NULL CHECK (abs(open) <= 1.7976931348623157e308),
    high REAL NOT NULL CHECK (abs(high) <= 1.7976931348623157e308),
    low REAL NOT NULL CHECK (abs(low) <= 1.7976931348623157e308),
    close REAL NOT NULL CHECK (abs(close) <= 1.7976931348623157e308),
    source TEXT NOT NULL,
    PRIMARY KEY (open_time, interval, scope, asset, source, known),
    CHECK (low <= high AND low <= open AND low <= close AND high >= open AND high >= close),
    CHECK (known - interval >= open_time)
) STRICT, WITHOUT ROWID;

CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);

CREATE TABLE headline (
    id TEXT NOT NULL CHECK (id <> ''),
    published INTEGER NOT NULL,
    known INTEGER NOT NULL CHECK (known >= published),
    language TEXT NOT NULL CHECK (language <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    url TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (id, source, known)
) STRICT, WITHOUT ROWID;

CREATE INDEX headline_by_published ON headline (published);

CREATE TABLE imported_file (
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES source (id),
    rows INTEGER NOT NULL CHECK (rows >= 0),
    PRIMARY KEY (sha256, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE instrument (
    instrument TEXT NOT NULL CHECK (instrument <> ''),
    venue TEXT NOT NULL CHECK (venue <> ''),
    asset TEXT NOT NULL CHECK (asset <> ''),
    coins_per_price REAL NOT NULL CHECK (coins_per_price > 0 AND coins_per_price <= 1.7976931348623157e308),
    quote TEXT NOT NULL CHECK (quote <> ''),
    known INTEGER NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (instrument, source, known)
) STRICT, WITHOUT ROWID;

CREATE TABLE liquidation (
    venue TEXT NOT NULL CHECK (venue <> ''),
    asset TEXT NOT NULL CHECK (asset <> ''),
    interval INTEGER NOT NULL CHECK (interval > 0),
    open_time INTEGER NOT NULL,
    known INTEGER NOT NULL,
    long_usd REAL NOT NULL CHECK (long_usd >= 0 AND long_usd <= 1.7976931348623157e308),
    short_usd REAL NOT NULL CHECK (short_usd >= 0 AND short_usd <= 1.7976931348623157e308),
    source TEXT NOT NULL,
    PRIMARY KEY (open_time, interval, venue, asset, source, known),
    CHECK (known - interval >= open_time)
) STRICT, WITHOUT ROWID;

CREATE TABLE liquidation_event (
    venue TEXT NOT NULL CHECK (venue <> ''),
    asset TEXT NOT NULL CHECK (asset <> ''),
    instrument TEXT NOT NULL CHECK (instrument <> ''),
    time INTEGER NOT NULL,
    known INTEGER NOT NULL CHECK (known >= time),
    kind TEXT NOT NULL CHECK (kind IN ('liquidation', 'adl', 'insurance')),
    side TEXT CHECK (side IN ('long', 'short')),
    order_price REAL CHECK (order_price >= 0 AND order_price <= 1.7976931348623157e308),
    average_price REAL CHECK (average_price >= 0 AND average_price <= 1.7976931348623157e308),
    ordered REAL CHECK (ordered >= 0 AND ordered <= 1.7976931348623157e308),
    filled REAL CHECK (filled >= 0 AND filled <= 1.7976931348623157e308),
    unit TEXT NOT NULL CHECK (unit IN ('coins', 'usd', 'quanto')),
    contract_size REAL CHECK (contract_size >= 0 AND contract_size <= 1.7976931348623157e308),
    quanto_usd REAL CHECK (quanto_usd >= 0 AND quanto_usd <= 1.7976931348623157e308),
    event TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 0),
    source TEXT NOT NULL,
    PRIMARY KEY (time, venue, instrument, kind, event, number, source, known),
    CHECK (unit = 'quanto' OR quanto_usd IS NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE macro_close (
    series TEXT NOT NULL CHECK (series <> ''),
    day INTEGER NOT NULL,
    known INTEGER NOT NULL CHECK (known >= day * 86400000000),
    value REAL NOT NULL CHECK (abs(value) <= 1.7976931348623157e308),
    unit TEXT NOT NULL CHECK (unit <> ''),
    source TEXT NOT NULL,
    PRIMARY KEY (series, day, source, known)
) STRICT, WITHOUT ROWID;

CREATE TABLE open_interest (
    venue TEXT NOT NULL CHECK (venue <> ''),
    asset TEXT NOT NULL CHECK (asset <> ''),
    margin TEXT NOT NULL,
    interval INTEGER NOT NULL CHECK (interval > 0),
    open_time INTEGER NOT NULL,
    known INTEGER NOT NULL,
    unit TEXT NOT NULL,
    open REAL NOT NULL CHECK (open >= 0 AND open <= 1.7976931348623157e308),
    high REAL NOT NULL CHECK (high >= 0 AND high <= 1.7976931348623157e308),
    low REAL NOT NULL CHECK (low >= 0 AND low <= 1.7976931348623157e308),
    close REAL NOT NULL CHECK (close >= 0 AND close <= 1.7976931348623157e308),
    source TEXT NOT NULL,
    PRIMARY KEY (open_time, interval, venue, asset, margin, source, known),
    CHECK ((margin = 'stablecoin' AND unit = 'coins') OR (margin = 'coin' AND unit = 'usd')),
    CHECK (low <= high AND low <= open AND low <= close AND high >= open AND high >= close),
    CHECK (known - interval >= open_time)
) STRICT, WITHOUT ROWID;

CREATE TABLE published_figure (
    id TEXT NOT NULL CHECK (id <> ''),
    subject TEXT NOT NULL CHECK (subject <> ''),
    measure TEXT NOT NULL CHECK (measure <> ''),
    value REAL NOT NULL CHECK (abs(value) <= 1.7976931348623157e308),
    low REAL NOT NULL CHECK (abs(low) <= 1.7976931348623157e308),
    high REAL NOT NULL CHECK (abs(high) <= 1.7976931348623157e308),
    unit TEXT NOT NULL CHECK (unit <> ''),
    known INTEGER NOT NULL,
    digits INTEGER NOT NULL CHECK (digits >= 0),
    printed TEXT NOT NULL CHECK (printed <> ''),
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (id, source, known),
    CHECK (low <= value AND value <= high)
) STRICT, WITHOUT ROWID;

CREATE TABLE sector_member (
    sector TEXT NOT NULL CHECK (sector <> ''),
    asset TEXT NOT NULL CHECK (asset <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    "group" TEXT CHECK ("group" <> ''),
    known INTEGER NOT NULL,
    citation TEXT NOT NULL CHECK (citation <> ''),
    source TEXT NOT NULL,
    PRIMARY KEY (sector, asset, source, known)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    repository TEXT NOT NULL,
    "commit" TEXT NOT NULL,
    licence TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE supply (
    asset TEXT NOT NULL CHECK (asset <> ''),
    observed INTEGER NOT NULL,
    known INTEGER NOT NULL CHECK (known >= observed),
    rank INTEGER NOT NULL CHECK (rank >= 1),
    supply REAL NOT NULL CHECK (supply >= 0 AND supply <= 1.7976931348623157e308),
    price REAL NOT NULL CHECK (price >= 0 AND price <= 1.7976931348623157e308),
    cap REAL NOT NULL CHECK (cap >= 0 AND cap <= 1.7976931348623157e308),
    source TEXT NOT NULL,
    PRIMARY KEY (observed, asset, source, known)
) STRICT, WITHOUT ROWID;

CREATE TABLE taker_flow (
    venue TEXT NOT NULL CHECK (venue <> ''),
    asset TEXT NOT NULL CHECK (asset <> ''),
    contracts TEXT NOT NULL CHECK (contracts <> ''),
    interval INTEGER NOT NULL CHECK (interval > 0),
    open_time INTEGER NOT NULL,
    known INTEGER NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('coins', 'usd')),
    bought REAL NOT NULL CHECK (bought >= 0 AND bought <= 1.7976931348623157e308),
    sold REAL NOT NULL CHECK (sold >= 0 AND sold <= 1.7976931348623157e308),
    source TEXT NOT NULL,
    PRIMARY KEY (open_time, interval, venue, asset, contracts, source, known),
    CHECK (known - interval >= open_time)
) STRICT, WITHOUT ROWID;

CREATE TABLE theme_term (
    theme TEXT NOT NULL CHECK (theme <> ''),
    term TEXT NOT NULL CHECK (term <> ''),
    language TEXT NOT NULL CHECK (language <> ''),
    sector TEXT CHECK (sector <> ''),
    known INTEGER NOT NULL,
    citation TEXT NOT NULL CHECK (citation <> ''),
    source TEXT NOT NULL,
    PRIMARY KEY (theme, term, source, known)
) STRICT, WITHOUT ROWID;
