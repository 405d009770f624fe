#!/usr/bin/env python3
"""Makes a case as wide as asked for, of prices that nobody paid: to measure with, not to learn from.

    python3 Scripts/generate_wide_case.py --assets 1000 --output DIR [--days 3650] [--seed 1] [--parquet] [--told]

The same arguments give the same bytes. Each asset has a daily bar a day and a supply that does not change; index:TOTAL
is the sum of supply times price over all of them. With --told there are hours of the last days, sectors, and headlines
in which a name rises before the members of one sector fall on the last day. Needs numpy and polars.
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
SECTORS = 8
HOURLY_DAYS = 12
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


def frame(names, times, figures, span=timedelta(days=1)):
    """The bars of some series, a row each, in the columns of a case."""
    days, count = figures["close"].shape
    known = [stamp(time + span) for time in times]
    series = pl.Series("series", names).cast(pl.Categorical)
    return pl.DataFrame({
        "series": series.gather(np.repeat(np.arange(count), days)),
        "interval": pl.repeat("1d" if span.days else "1h", days * count, eager=True),
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


def sector(number):
    """The sector of an asset by its number, the first having the number nought; every other asset has none."""
    return f"s{number // 2 % SECTORS}" if number % 2 == 0 else None


def struck(figures, first):
    """The same bars, but that those of the first sector fall on the last day."""
    hit = [place for place in range(figures["close"].shape[1]) if sector(first + place) == "s0"]
    for name in ("close", "low"):
        figures[name][-1, hit] = figures["low"][-1, hit] * 0.9
    return figures


def hours(figures, times, seed, names, label):
    """Bars of an hour over the last days, on a path between the closes of the days."""
    random = np.random.default_rng([seed, 1 << 20, len(names)])
    closes = np.log(figures["close"][-HOURLY_DAYS - 1:])
    share = np.arange(1, 25)[:, None] / 24
    paths = []
    for before, after in zip(closes, closes[1:]):
        walk = np.cumsum(0.003 * random.standard_normal((24, len(names))), axis=0)
        paths.append(before + (after - before) * share + walk - share * walk[-1])
    path = np.exp(np.vstack([closes[:1], *paths]))
    bars = {"open": path[:-1], "close": path[1:], "high": np.maximum(path[:-1], path[1:]),
            "low": np.minimum(path[:-1], path[1:]), "volume": np.full(path[1:].shape, 1000.0)}
    moments = [times[-HOURLY_DAYS] + timedelta(hours=hour) for hour in range(24 * HOURLY_DAYS)]
    return frame([label(name) for name in names], moments, bars, timedelta(hours=1)), moments


def words(random, count):
    """So many made-up words."""
    syllables = [first + second for first in "bdfgklmnprstvz" for second in "aeiou"]
    return ["".join(random.choice(syllables, random.integers(2, 5))) for _ in range(count)]


def tell(case, assets, times, seed):
    """Sectors, the words of their themes, and headlines."""
    random, last = np.random.default_rng([seed, 1 << 21]), times[-1] + timedelta(days=1)
    known, members = stamp(times[0]), [(sector(place), name) for place, name in enumerate(assets) if sector(place)]
    case.write("sectors.csv", "sectors", pl.DataFrame(
        [(group, name, f"Sector {group}", ("even", "odd")[place % 2], known, "generated")
         for place, (group, name) in enumerate(members)],
        schema=["sector", "asset", "title", "group", "known", "citation"], orient="row"), times[:1])
    terms = [word.capitalize() for word in words(random, SECTORS)]
    case.write("themes.csv", "themes", pl.DataFrame(
        [(f"t{place}", term, "en", f"s{place}", known, "generated") for place, term in enumerate(terms)],
        schema=["theme", "term", "language", "sector", "known", "citation"], orient="row"), times[:1])
    usual, rows = words(random, 4000), []
    for minute in range(30 * 24 * 60, 0, -24):
        title = list(random.choice(usual, 9))
        if random.random() < 0.1:
            title[2] = random.choice(terms)
        if minute < 2 * 24 * 60 and random.random() < 0.2:
            title[4:6] = ["Quenvara", terms[0]]
        moment = stamp(last - timedelta(minutes=minute))
        rows.append((f"made:{minute}", moment, moment, "en", " ".join(title).capitalize(), ""))
    case.write("headlines.csv", "headlines", pl.DataFrame(
        rows, schema=["id", "published", "known", "language", "title", "url"], orient="row"), [times[-30], times[-1]])


def generate(count, days, seed, folder, parquet, told):
    """Writes the whole case."""
    case, shared = Case(folder), market(seed, days)
    times = [START + timedelta(days=day) for day in range(days)]
    assets = [f"A{number:05}" for number in range(1, count + 1)]
    total = {name: np.zeros((days, 1)) for name in (*PRICES, "volume")}
    supplies, prices = [], []
    for number, first in enumerate(range(0, count, BLOCK)):
        names = assets[first:first + BLOCK]
        figures, coins = block(seed, number, len(names), shared)
        if told:
            figures = struck(figures, first)
            table, moments = hours(figures, times, seed, names, instrument)
            case.write(f"hours-{number + 1:04}.csv", "bars", table, moments)
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
    if told:
        table, moments = hours(total, times, seed, ["index:TOTAL"], str)
        case.write("hours-total.csv", "bars", table, moments)
        tell(case, assets, times, seed)
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
    parser.add_argument("--told", action="store_true", help="add hours, sectors and headlines")
    options = parser.parse_args()
    if options.assets < 1 or options.days < 2:
        parser.error("a case has at least an asset and two days")
    generate(options.assets, options.days, options.seed, options.output, options.parquet, options.told)


if __name__ == "__main__":
    main()
