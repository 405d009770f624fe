#!/usr/bin/env python3
"""A report over every asset's daily bars, as polars computes it from the bars in its own format.

    python3 Benchmarks/peer/wide_report.py --case DIR --at 2024-12-29T00:00Z

Reads bars-*.parquet and supplies.csv of a generated case. Prints JSON: per asset the last close, its change, what
it gave to the capitalisation-weighted index, two averages, RSI, whether the last bar is a low or high of 365 days, and
the last move in units of the volatility to be expected of it. Only bars known at the instant are used.
"""

import argparse
import json
from datetime import datetime
from pathlib import Path

import polars as pl


def bars(case, at):
    """The columns that the report needs, lazily, of bars known at the instant."""
    scan = pl.scan_parquet(sorted(case.glob("bars-*.parquet")))
    return scan.filter(pl.col("known") <= at).select("series", "high", "low", "close")


def wilder(moves):
    """Wilder's average of the last 14; its seed has faded after ten years."""
    return moves.ewm_mean(alpha=1 / 14, adjust=False).last()


def figures():
    """Every figure of an asset, from its bars in their order."""
    close, move = pl.col("close"), pl.col("close").diff().drop_nulls()
    gain, loss = wilder(move.clip(lower_bound=0)), wilder((-move).clip(lower_bound=0))
    change = close.log().diff().drop_nulls()
    expected = (change**2).head(pl.len() - 2).ewm_mean(alpha=0.06, adjust=False).last().sqrt()
    year = 365
    return [
        close.last().alias("close"),
        close.get(-2).alias("before"),
        (close.last() / close.get(-2) - 1).alias("change.24h"),
        close.tail(50).mean().alias("sma.50"),
        close.tail(200).mean().alias("sma.200"),
        (100 * gain / (gain + loss)).alias("rsi.14"),
        (pl.col("low").last() <= pl.col("low").tail(year).min()).alias("low.365d"),
        (pl.col("high").last() >= pl.col("high").tail(year).max()).alias("high.365d"),
        (change.last() / expected).alias("z"),
    ]


def report(case, at):
    """The index and the figures of each asset."""
    supplies = pl.read_csv(case / "supplies.csv", columns=["asset", "supply"])
    found = (
        bars(case, at).group_by("series", maintain_order=True).agg(figures()).collect()
        .with_columns(asset=pl.col("series").cast(pl.String).str.split(":").list.last())
        .join(supplies, on="asset", how="inner").sort("asset"))
    weight = pl.col("supply") * pl.col("before")
    found = found.with_columns(
        (weight * pl.col("change.24h") / weight.sum()).alias("contribution"),
        (pl.col("close") > pl.col("sma.50")).alias("above.50"),
        (pl.col("close") > pl.col("sma.200")).alias("above.200")).drop("series", "before", "supply")
    return {"assets": found.to_dicts(), "change.24h": found["contribution"].sum(),
            "above.50": int(found["above.50"].sum()), "above.200": int(found["above.200"].sum()),
            "closes": found["close"].sum()}


def main():
    """Reads the command line and prints the report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--case", type=Path, required=True, metavar="DIR")
    parser.add_argument("--at", required=True, metavar="TIME", help="the instant, such as 2024-12-29T00:00Z")
    options = parser.parse_args()
    at = datetime.strptime(options.at, "%Y-%m-%dT%H:%MZ")
    print(json.dumps(report(options.case, at)))


if __name__ == "__main__":
    main()
