#!/usr/bin/env python3
"""Builds a case of seven years of daily bars and headlines from a folder of raw public files, to backtest on.

    python3 Scripts/build_history.py --data DIR --output CASE

The same inputs give the same bytes. The case is not part of the project: the bars come without a licence.
"""

import argparse
import json
import os
import random
import sys
from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from case.context import clean
from case.files import CaseError, Raw, Table, csv_bytes, from_unix, gzip_bytes, hand_written, instant, iso
from case.identity import TOLERANCE, asset_class, disagreement
from case.manifest import entry

BARS = "history/cmc_daily_51_coins_2016_2024.csv.gz"
NEWS = "history/hn_front_page_2017_2024.ndjson.gz"
SECOND = "history/bybit_perp_1d_2020-11_2024-07.csv.gz"
START = "2016-11-11T00:00:00Z"
DAY = timedelta(days=1)
COINS = {
    "aptos": ("APT", "Aptos"), "arbitrum": ("ARB", "Arbitrum"), "arweave": ("AR", "Arweave"),
    "avalanche": ("AVAX", "Avalanche"), "bitcoin": ("BTC", "Bitcoin"), "bitcoin-cash": ("BCH", "Bitcoin Cash"),
    "bittensor": ("TAO", "Bittensor"), "bnb": ("BNB", "BNB"), "cardano": ("ADA", "Cardano"),
    "chainlink": ("LINK", "Chainlink"), "cosmos": ("ATOM", "Cosmos"), "cronos": ("CRO", "Cronos"),
    "dogecoin": ("DOGE", "Dogecoin"), "dogwifhat": ("WIF", "dogwifhat"), "ethereum": ("ETH", "Ethereum"),
    "ethereum-classic": ("ETC", "Ethereum Classic"), "fantom": ("FTM", "Fantom"), "filecoin": ("FIL", "Filecoin"),
    "hedera": ("HBAR", "Hedera"), "immutable-x": ("IMX", "Immutable"), "injective": ("INJ", "Injective"),
    "internet-computer": ("ICP", "Internet Computer"), "kaspa": ("KAS", "Kaspa"), "lido-dao": ("LDO", "Lido DAO"),
    "litecoin": ("LTC", "Litecoin"), "mantle": ("MNT", "Mantle"), "multi-collateral-dai": ("DAI", "Dai"),
    "near-protocol": ("NEAR", "NEAR Protocol"), "okb": ("OKB", "OKB"), "optimism-ethereum": ("OP", "Optimism"),
    "pepe": ("PEPE", "Pepe"), "polkadot-new": ("DOT", "Polkadot"), "polygon": ("MATIC", "Polygon"),
    "render": ("RENDER", "Render"), "shiba-inu": ("SHIB", "Shiba Inu"), "solana": ("SOL", "Solana"),
    "stacks": ("STX", "Stacks"), "stellar": ("XLM", "Stellar"), "tether": ("USDT", "Tether"),
    "the-graph": ("GRT", "The Graph"), "theta-network": ("THETA", "Theta Network"), "thorchain": ("RUNE", "THORChain"),
    "toncoin": ("TON", "Toncoin"), "tron": ("TRX", "TRON"), "uniswap": ("UNI", "Uniswap"),
    "unus-sed-leo": ("LEO", "UNUS SED LEO"), "usd-coin": ("USDC", "USDC"), "vechain": ("VET", "VeChain"),
    "xrp": ("XRP", "XRP"),
}
# What the sector list of January 2025 calls otherwise, and how the second publisher names contracts.
LATER_NAMES = {"MATIC": "POL"}
CONTRACTS = {"BTC": "BTCUSDT", "PEPE": "1000PEPEUSDT", "RENDER": "RNDRUSDT", "SHIB": "SHIB1000USDT"}
COINS_PER_PRICE = {"1000PEPEUSDT": 1000, "SHIB1000USDT": 1000}
# The market would be little without the two largest, so lists at random are drawn from the others.
LISTS = {"count": 3, "size": 4, "seed": 1, "begun": "2019-01-01", "without": {"BTC", "ETH"}}
TITLE = "November 2016 to March 2024, day by day"
SOURCES = (
    {"id": "coinmarketcap-daily", "title": "Daily bars and caps of 49 large coins", "publisher": "CoinMarketCap",
     "repository": "HemantRajSingh/crypto-currency-analysis", "commit": "", "licence": "none stated",
     "note": "Days are UTC days. Prices are the publisher's means over venues in USD; volumes, which it gives in USD, "
             "are left out. Supplies are cap over close at the starts of months; a cap of 0 means missing. These coins were chosen "
             "because they were large in 2024: survivorship. The collector's commit is not recorded."},
    {"id": "downdraft-hindsight", "title": "Sectors of January 2025, laid on the years before",
     "publisher": "Downdraft", "repository": "", "commit": "", "licence": "Apache-2.0",
     "note": "Hindsight: written in 2026 from what was public by 19 January 2025 and taken here as known from the "
             "first day, so that a backtest has groups at all. Lists at random, drawn with a seed, belong to nothing."},
    {"id": "hacker-news-front-page", "title": "Hacker News, ten stories of each day", "publisher": "Y Combinator",
     "repository": "tamnd/hn-daily-index", "commit": "", "licence": "CC0-1.0",
     "note": "Times are submission times. Which stories made the front page was decided hours later, and titles are "
             "the last wording. The collector's commit is not recorded."},
)


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default=os.environ.get("DOWNDRAFT_DATA"), metavar="DIR",
                        help="folder of raw inputs (default: $DOWNDRAFT_DATA)")
    parser.add_argument("--output", type=Path, required=True, metavar="CASE", help="the case's folder")
    options = parser.parse_args()
    if not options.data:
        parser.error("give --data DIR or set DOWNDRAFT_DATA")
    return options


def instrument(asset):
    """The name under which an asset's bars stand."""
    return f"spot:coinmarketcap:{asset}"


class History:
    """The daily rows of each asset, oldest first, after their names were held against another publisher's prices."""

    def __init__(self, raw):
        self.days = defaultdict(list)
        for row in raw.rows(BARS):
            if row["coin"] not in COINS:
                raise CaseError(f"{BARS}: no asset is given for {row['coin']}")
            self.days[COINS[row["coin"]][0]].append(row)
        for rows in self.days.values():
            rows.sort(key=lambda row: row["date"])
        self.receipts = raw.receipts([BARS])
        self.unchecked = self._check(raw)
        self.checks = raw.receipts([BARS, SECOND])

    def _check(self, raw):
        """The assets without a second price; one whose last price is another coin's stops the build."""
        last = {CONTRACTS.get(asset, f"{asset}USDT"): (asset, rows[-1]) for asset, rows in self.days.items()}
        closes = {row["symbol"]: row["close"] for row in raw.rows(SECOND)
                  if row["symbol"] in last and row["date"] == last[row["symbol"]][1]["date"]}
        for contract, close in closes.items():
            asset, row = last[contract]
            gap = disagreement(close, COINS_PER_PRICE.get(contract, 1), float(row["close"]))
            if gap is None or gap > TOLERANCE:
                raise CaseError(f"{contract} is not {asset}: their prices differ by {gap or 0:.1%}")
        return sorted(asset for contract, (asset, _) in last.items() if contract not in closes)

    def began(self, asset):
        """When an asset's first bar opened."""
        return iso(instant(self.days[asset][0]["date"]))

    def definitions(self):
        """The assets and what their bars are called."""
        names = dict(COINS.values())
        assets = [[asset, names[asset], asset_class(asset), self.began(asset)] for asset in self.days]
        bars = [[instrument(asset), "coinmarketcap", asset, "1", "USD", self.began(asset)] for asset in self.days]
        return [Table("assets.csv.gz", "assets", "coinmarketcap-daily", assets, self.checks),
                Table("instruments.csv.gz", "instruments", "coinmarketcap-daily", bars, self.checks)]

    def bars(self):
        """The bars; a bar is known when it closes."""
        rows = []
        for asset, days in self.days.items():
            for row in days:
                opened = instant(row["date"])
                rows.append([instrument(asset), "1d", iso(opened), iso(opened + DAY),
                             row["open"], row["high"], row["low"], row["close"], ""])
        return Table("bars-coinmarketcap-1d.csv.gz", "bars", "coinmarketcap-daily", rows, self.receipts)

    def supplies(self):
        """Coins at the midnight that begins each month, by what was worth how much the day before."""
        months = defaultdict(list)
        for asset, days in self.days.items():
            for row in days:
                end = instant(row["date"]) + DAY
                if end.day == 1 and Decimal(row["market_cap"]) > 0:
                    months[iso(end)].append((Decimal(row["market_cap"]), asset, row["close"]))
        rows = []
        for moment, listed in months.items():
            listed.sort(key=lambda item: (-item[0], item[1]))
            rows += [[asset, moment, moment, str(rank), format(cap / Decimal(close), ".0f"), close, str(cap)]
                     for rank, (cap, asset, close) in enumerate(listed, start=1)]
        return Table("supplies.csv.gz", "supplies", "coinmarketcap-daily", rows, self.receipts)

    def sectors(self):
        """The sectors of January 2025 as far as their members have bars, and lists drawn at random."""
        today = {LATER_NAMES.get(asset, asset): asset for asset in self.days}
        rows = [[sector, today[asset], title, group, START, f"hindsight, list of {known[:10]}: {citation}"]
                for sector, asset, title, group, known, citation in hand_written("sectors") if asset in today]
        return Table("sectors.csv.gz", "sectors", "downdraft-hindsight", rows + self._lists())

    def _lists(self):
        """Lists of assets that have nothing in common but the draw and their age."""
        old = sorted(asset for asset in self.days.keys() - LISTS["without"]
                     if asset_class(asset) == "coin" and self.began(asset) < LISTS["begun"])
        drawn = random.Random(LISTS["seed"]).sample(old, LISTS["count"] * LISTS["size"])
        numbers = [(place // LISTS["size"] + 1, asset) for place, asset in enumerate(drawn)]
        return [[f"random-{number}", asset, f"List {number} at random", "", START, f"drawn with seed {LISTS['seed']}"]
                for number, asset in numbers]


def headlines(raw):
    """Stories by submission time, each once, named by the day and rank at which it first stood on the page."""
    first = {}
    stories = (json.loads(line) for line in raw.read(NEWS).decode("utf-8").splitlines())
    for story in sorted(stories, key=lambda story: (story["day"], story["rank"])):
        first.setdefault((story["time"], story["title"]), story)
    rows = []
    for story in first.values():
        published = iso(from_unix(story["time"]))
        rows.append([f"hn-front:{story['day']}:{story['rank']:02}", published, published, "en", clean(story["title"]),
                     story["url"] or ""])
    return Table("headlines-hackernews.csv.gz", "headlines", "hacker-news-front-page", rows, raw.receipts([NEWS]))


def write(raw, folder):
    """Writes the case and returns its (path, rows, bytes) lines, after saying what could not be checked."""
    history = History(raw)
    print("no second price to check against:", " ".join(history.unchecked))
    tables = [*history.definitions(), history.bars(), history.supplies(), history.sectors(), headlines(raw)]
    folder.mkdir(parents=True, exist_ok=True)
    lines, entries = [], []
    for table in tables:
        data = gzip_bytes(csv_bytes(table.kind, table.rows))
        (folder / table.path).write_bytes(data)
        entries.append(entry(table, data))
        lines.append((table.path, len(table.rows), len(data)))
    manifest = {"format": "downdraft.case/1", "case": folder.name, "title": TITLE, "sources": list(SOURCES),
                "files": sorted(entries, key=lambda item: item["path"])}
    text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    return sorted(lines)


def main():
    """Builds the case and prints what it holds."""
    options = arguments()
    try:
        lines = write(Raw(options.data), options.output)
    except CaseError as error:
        sys.exit(f"build_history: {error}")
    for path, rows, size in lines:
        print(f"{path:32}{rows:>8}{size:>10}")


if __name__ == "__main__":
    main()
