#!/usr/bin/env python3
"""Makes a case as wide as asked for, of prices that nobody paid: to measure with, not to learn from.

    python3 Scripts/generate_wide_case.py --assets 1000 --output DIR [--days 3650] [--seed 1] [--parquet]

The same arguments give the same bytes. Each asset has a daily bar a day and a supply that does not change; index:TOTAL
is the sum of supply times price over all of them. Needs numpy and polars.
"""

import argparse
import hashlib
import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import polars as pl

START = datetime(2015, 1, 1, tzinfo=timezone.utc)
BLOCK = 100
SOURCE = "generated"
PRICES = ("open", "high", "low", "close")


def stamp(time):
    """A time as a case writes it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def market(seed, days):
    """The daily logarithmic returns that all assets share, in calm and in wild stretches."""
    random = np.random.default_rng([seed, 0])
    wild = np.exp(0.5 * np.sin(np.arange(days) / 97.0) + 0.3 * random.standard_normal(days))
    return 0.02 * wild * random.standard_normal(days)


def block(seed, number, count, shared):
    """Prices and supplies of up to a hundred assets; they depend on the seed and the block's number alone."""
    random, days = np.random.default_rng([seed, number + 1]), len(shared)
    base, beta = random.normal(0.5, 2.0, BLOCK), random.uniform(0.5, 1.6, BLOCK)
    moves = beta * shared[:, None] + 0.03 * random.standard_normal((days, BLOCK))
    level, levels = np.zeros(BLOCK), np.empty((days + 1, BLOCK))
    levels[0] = level
    # Levels are drawn back to where they began, so that ten years end neither at nothing nor at everything.
    for day in range(days):
        level = 0.998 * level + moves[day]
        levels[day + 1] = level
    path = np.exp(base + levels)
    opens, closes = path[:-1], path[1:]
    reach = np.abs(random.standard_normal((2, days, BLOCK))) * 0.015
    figures = {"open": opens, "close": closes, "high": np.maximum(opens, closes) * (1 + reach[0]),
               "low": np.minimum(opens, closes) / (1 + reach[1])}
    # So many decimals that the lowest price has six digits; rounding keeps the order of low, open, close and high.
    scale = 10.0 ** np.maximum(0, 5 - np.floor(np.log10(figures["low"].min(axis=0))))
    figures = {name: (np.rint(values * scale) / scale)[:, :count] for name, values in figures.items()}
    volumes = np.rint(np.exp(random.normal(9, 1, (days, BLOCK))))[:, :count]
    supplies = np.rint(np.exp(random.normal(16, 2, BLOCK)))[:count]
    return figures | {"volume": volumes}, supplies


def frame(names, times, figures):
    """The bars of some series, a row each, in the columns of a case."""
    days, count = figures["close"].shape
    known = [stamp(time + timedelta(days=1)) for time in times]
    series = pl.Series("series", names).cast(pl.Categorical)
    return pl.DataFrame({
        "series": series.gather(np.repeat(np.arange(count), days)),
        "interval": pl.repeat("1d", days * count, eager=True),
        "open_time": pl.Series([stamp(time) for time in times]).gather(np.tile(np.arange(days), count)),
        "known": pl.Series(known).gather(np.tile(np.arange(days), count)),
        **{name: figures[name].T.ravel() for name in (*PRICES, "volume")},
    })


class Case:
    """The folder of a case while it is filled."""

    def __init__(self, folder):
        self.folder, self.files = folder, []
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, path, kind, table, times):
        """Writes one table and notes it for the manifest."""
        place = self.folder / path
        table.write_csv(place)
        digest = hashlib.sha256(place.read_bytes()).hexdigest()
        self.files.append({"from": stamp(times[0]), "inputs": [], "kind": kind, "path": path, "rows": len(table),
                           "sha256": digest, "source": SOURCE, "to": stamp(times[-1])})

    def finish(self, title):
        """Writes the manifest."""
        source = {"commit": "", "id": SOURCE, "licence": "Apache-2.0", "note": "Made by a program; no market had them.",
                  "publisher": "Downdraft", "repository": "", "title": title}
        manifest = {"case": self.folder.name, "files": sorted(self.files, key=lambda file: file["path"]),
                    "format": "downdraft.case/1", "sources": [source], "title": title}
        text = json.dumps(manifest, indent=2, sort_keys=True) + "\n"
        (self.folder / "manifest.json").write_text(text, encoding="utf-8")


def tables(case, assets, supplies, prices, days):
    """The definitions and the supplies, which were known when the last day began."""
    first, last = START, START + timedelta(days=days - 1)
    known = pl.repeat(stamp(first), len(assets), eager=True)
    case.write("assets.csv", "assets", pl.DataFrame({
        "asset": assets, "name": [f"Asset {name[1:]}" for name in assets],
        "class": pl.repeat("coin", len(assets), eager=True), "known": known}), [first])
    case.write("instruments.csv", "instruments", pl.DataFrame({
        "instrument": [instrument(name) for name in assets], "venue": pl.repeat("wide", len(assets), eager=True),
        "asset": assets, "coins_per_price": pl.repeat(1, len(assets), eager=True),
        "quote": pl.repeat("USD", len(assets), eager=True), "known": known}), [first])
    caps = supplies * prices
    ranks = np.empty(len(assets), dtype=int)
    ranks[np.argsort(-caps, kind="stable")] = np.arange(1, len(assets) + 1)
    moment = pl.repeat(stamp(last), len(assets), eager=True)
    case.write("supplies.csv", "supplies", pl.DataFrame({
        "asset": assets, "observed": moment, "known": moment, "rank": ranks, "supply": supplies, "price": prices,
        "cap": caps}), [last])


def instrument(asset):
    """The name of an asset's contract, under which its bars stand."""
    return f"perp:wide:{asset}"


def generate(count, days, seed, folder, parquet):
    """Writes the whole case."""
    case, shared = Case(folder), market(seed, days)
    times = [START + timedelta(days=day) for day in range(days)]
    assets = [f"A{number:05}" for number in range(1, count + 1)]
    total = {name: np.zeros((days, 1)) for name in (*PRICES, "volume")}
    supplies, prices = [], []
    for number, first in enumerate(range(0, count, BLOCK)):
        names = assets[first:first + BLOCK]
        figures, coins = block(seed, number, len(names), shared)
        table = frame([instrument(name) for name in names], times, figures)
        case.write(f"bars-{number + 1:04}.csv", "bars", table, times)
        if parquet:
            typed(table).write_parquet(folder / f"bars-{number + 1:04}.parquet", compression="uncompressed")
        for name in PRICES:
            total[name] += (figures[name] * coins).sum(axis=1, keepdims=True)
        total["volume"] += (figures["volume"] * figures["close"]).sum(axis=1, keepdims=True)
        supplies.append(coins)
        prices.append(figures["close"][-2])
    case.write("bars-total-1d.csv", "bars", frame(["index:TOTAL"], times, total), times)
    tables(case, assets, np.concatenate(supplies), np.concatenate(prices), days)
    case.finish(f"{count} assets with {days} generated daily bars each")


def typed(table):
    """The same bars as polars itself would keep them: with times, by series and day."""
    return table.with_columns(pl.col("open_time", "known").str.to_datetime("%Y-%m-%dT%H:%M:%SZ"))


def main():
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assets", type=int, required=True, help="how many assets")
    parser.add_argument("--days", type=int, default=3650, help="daily bars of each (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="(default: %(default)s)")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="the case's folder")
    parser.add_argument("--parquet", action="store_true", help="write the bars for polars too")
    options = parser.parse_args()
    if options.assets < 1 or options.days < 2:
        parser.error("a case has at least an asset and two days")
    generate(options.assets, options.days, options.seed, options.output, options.parquet)


if __name__ == "__main__":
    main()
