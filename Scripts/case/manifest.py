"""The case's manifest: where every figure came from, under what terms, and what exactly was read."""

import hashlib
import json

from .files import EVENT, HEADERS

TITLE = "27 January 2025: the crypto market falls with the shares of chip makers"

# id, title, publisher, an input whose repository and licence stand for the source, note
READ = (
    ("binance-perpetuals-1d", "Binance USD-M perpetual contracts, daily", "Binance",
     "klines/binance_um_1h_2024-10-23_2025-01-30.csv.gz",
     "UTC days folded from the hourly bars: first open, highest high, lowest low, last close, volumes added as "
     "exact decimals. A day with an hour missing has no bar. What the hourly source says of contracts holds here."),
    ("binance-perpetuals-1h", "Binance USD-M perpetual contracts, hourly", "Binance",
     "klines/binance_um_1h_2024-10-23_2025-01-30.csv.gz",
     "Bars are named by their open; volume is in contract base units. Only contracts still alive in late 2025: "
     "survivorship. 1000 and 1000000 in a symbol mean the price is for so many coins."),
    ("bybit-perpetuals-1d", "Bybit perpetual contracts, daily", "Bybit",
     "klines/bybit_perp_1d_2024-08-01_2025-01-29.csv.gz",
     "Days are UTC days: closes lie 0.04 percent (median) from Binance's closes of the same UTC day. Volume is in "
     "contract base units. Only contracts that began by November 2024 and still traded in 2025: survivorship. No FET."),
    ("coinglass-derivatives", "Liquidations, open interest, funding and resting orders, 4 hours", "Coinglass",
     "coinglass_20250512/futures/liquidation/api_futures_liquidation_aggregated_coin_history_BTC_BTC.csv",
     "Binance only although the source's columns say aggregated. Stablecoin-margined open interest is in coins, "
     "coin-margined in USD. Funding was in percent and is weighted by open interest."),
    ("coinglass-fund-flows", "Flows of exchange-traded funds on Bitcoin and Ether, daily", "Coinglass",
     "coinglass_20250512/etf/api_etf_bitcoin_flow_history.csv",
     "USD of a trading day, all funds of a group together. No time of publication is stated: taken as known at 06:00 "
     "UTC of the next day. Days on which the exchanges of the United States were shut are left out."),
    ("coinglass-taker-flow", "What takers bought and sold on futures, 4 hours", "Coinglass",
     "coinglass_20250512/futures/taker_buy_sell/api_futures_taker_buy_sell_volume_history_BTC_BTC.csv",
     "Units by data, as every column is called USD: BTC, ETH and SOL are coins of one contract of Binance (its volume, "
     "median ratio 1.000000), the file called aggregated (BTC) and XRP are USD, 1.12 to 1.30 times what it turned over: "
     "taken as all contracts of the venue."),
    ("coinmarketcap-snapshots", "Top 200 by market cap on stamped days", "CoinMarketCap",
     "caps/coinmarketcap_historical_20250105.csv",
     "Values are those of the end of the stamped day. A price of 0 means too small to print. SATS is listed as "
     "1000SATS, per thousand, until December 2024; MATIC and POL are listed side by side."),
    ("fear-greed", "Crypto Fear and Greed index, daily", "alternative.me", "context/fear_greed_index.csv",
     "Taken as known when its day is over."),
    ("hacker-news", "Hacker News top stories of each day", "Y Combinator", "news/hn/2025/01/20.json",
     "Times are submission times. Which stories made the top list was decided later, and titles are the last "
     "wording: one title that tells the closing loss is marked as known only from the close."),
    ("market-closes", "Daily closes of share indices, volatility, gold, the dollar and ten-year yields",
     "exchanges and FRED, collected by a third party", "context/nasdaq100.csv",
     "A close is taken as known at 21:00 UTC of its day. The dollar index is the Federal Reserve's broad index, "
     "released weekly: known on the Tuesday after its week."),
    ("readhub", "Readhub topics on technology and finance, in Chinese", "Readhub",
     "news/readhub/2025-01-20.json",
     "The time is that of the stored version of a topic; its first version may be hours older, never younger."),
    ("tradingview-total-1d", "TradingView TOTAL, daily", "TradingView",
     "total/CRYPTOCAP_TOTAL_1D_2024-04-07_2025-01-28.csv",
     "The top 125 coins, in USD; volume is the publisher's own estimate. The partial last day was dropped."),
    ("tradingview-total-1h", "TradingView TOTAL, hourly", "TradingView",
     "total/TOTAL_1h_2025-01-20_2025-01-28.csv",
     "Closes agree with the daily series to 0.01 percent; daily highs lie 0.2 to 0.8 percent above hourly ones."),
    ("tradingview-total2-1d", "TradingView TOTAL2, daily", "TradingView",
     "total/CRYPTOCAP_TOTAL2_1D_2024-07-04_2025-04-29.csv",
     "TOTAL without Bitcoin, in USD; volume is the publisher's own estimate. Exported in April 2025: the days after "
     "the case were dropped."),
)
WRITTEN = (
    {"id": "article-2025-01-27", "title": "Figures printed by a news article of 27 January 2025",
     "publisher": "a crypto news site", "repository": "", "commit": "", "licence": "none stated",
     "note": "Figures only, no text. The page states no minute; 12:00 UTC is the whole hour its figures fit best."},
    {"id": "downdraft-definitions", "title": "Sectors and lexicon written for this case",
     "publisher": "Downdraft", "repository": "", "commit": "", "licence": "Apache-2.0",
     "note": "Written in 2026 from what was public by 19 January 2025; each row cites its ground."},
    {"id": "downdraft-events", "title": "Scheduled events written for this case",
     "publisher": "Downdraft", "repository": "", "commit": "", "licence": "Apache-2.0",
     "note": "Written in 2026. Times are those of the publishers' calendars, which were public long before; each row "
             "is taken as known from 19 January 2025 on. Outcomes are not told."},
    {"id": "downdraft-tickers", "title": "Tickers, renames, mergers and redenominations written for this case",
     "publisher": "Downdraft", "repository": "", "commit": "", "licence": "Apache-2.0",
     "note": "Written in 2026; each row cites its ground. A change is taken as known on the day it was announced "
             "where that day is known, else when it happened. Rows known after the case are kept."},
)


def sources(raw):
    """Every source with the terms its collector states; an unstated licence is said to be so."""
    origins = {row["path"]: row for row in raw.rows("MANIFEST.csv")}
    read = [{"id": identifier, "title": title, "publisher": publisher, "repository": origins[path]["repo"],
             "commit": commit(path, origins[path]["commit"]), "licence": licence(origins[path]["repo_licence"]), "note": note}
            for identifier, title, publisher, path, note in READ]
    return sorted(read + list(WRITTEN), key=lambda source: source["id"])


def commit(path, stated):
    """The commit that a file was read at; several are stated as `snapshot: commit; snapshot: commit`."""
    snapshots = dict(part.split(": ") for part in stated.split("; ")) if ": " in stated else {}
    return next((known for snapshot, known in snapshots.items() if snapshot in path), stated)


def licence(stated):
    """The licence as stated."""
    return "none stated" if stated.startswith("no") else stated


def entry(table, data):
    """The manifest's line about one file of the case."""
    column = HEADERS[table.kind].index(EVENT.get(table.kind, "known"))
    events = sorted(row[column] for row in table.rows)
    return {"path": table.path, "kind": table.kind, "source": table.source, "rows": len(table.rows),
            "sha256": hashlib.sha256(data).hexdigest(), "from": events[0], "to": events[-1],
            "inputs": table.inputs}


def manifest_bytes(case, raw, entries):
    """The manifest in its one spelling."""
    document = {"format": "downdraft.case/1", "case": case, "title": TITLE, "sources": sources(raw),
                "files": sorted(entries, key=lambda item: item["path"])}
    return (json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode("utf-8")
