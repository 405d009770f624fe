#!/usr/bin/env python3
"""Builds the bundled case of 27 January 2025 from a folder of raw public files.

    python3 Scripts/build_case.py --data DIR

The same inputs give the same bytes. The hand-written definitions in the case folder (sectors, themes, tickers,
events, published) are checked and listed in the manifest, never rewritten.
"""

import argparse
import os
import sys

from case import context, daily, market, takers
from case.files import CASE, CaseError, Raw, Table, csv_bytes, gzip_bytes, hand_written
from case.manifest import entry, manifest_bytes

DEFINITIONS = {"sectors": "downdraft-definitions", "themes": "downdraft-definitions",
               "tickers": "downdraft-tickers", "events": "downdraft-events", "published": "article-2025-01-27"}


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default=os.environ.get("DOWNDRAFT_DATA"), metavar="DIR",
                        help="folder of raw inputs (default: $DOWNDRAFT_DATA)")
    options = parser.parse_args()
    if not options.data:
        parser.error("give --data DIR or set DOWNDRAFT_DATA")
    return options


def definitions():
    """The committed definition files as tables."""
    return [Table(f"{kind}.csv", kind, source, hand_written(kind)) for kind, source in DEFINITIONS.items()]


def markets(raw, named):
    """The tables about assets and contracts, after saying which contracts were doubted."""
    snapshots = market.Snapshots(raw)
    perpetuals = market.Perpetuals(raw, snapshots, named)
    for reason in perpetuals.left_out:
        print(f"left out  {reason}")
    print("no second price to check against:", " ".join(perpetuals.unchecked))
    if unpriced := named - perpetuals.assets():
        raise CaseError(f"sectors.csv names assets without a price in the case: {' '.join(sorted(unpriced))}")
    return [market.assets_table(snapshots, perpetuals), perpetuals.instruments(), perpetuals.bars(),
            snapshots.table(), *daily.tables(raw, snapshots, perpetuals)]


def tables(raw):
    """Every table of the case."""
    written = definitions()
    named = {row[1] for table in written if table.kind == "sectors" for row in table.rows}
    makers = (market.total_daily, market.total_hourly, market.liquidations,
              market.open_interest, market.funding, market.depth, takers.flow, context.macro, context.fear_greed,
              context.fund_flows, context.hacker_news, context.readhub)
    return written + markets(raw, named) + [make(raw) for make in makers]


def write(raw):
    """Writes the case and returns its (path, rows, bytes) lines."""
    lines, entries = [], []
    for table in tables(raw):
        data = csv_bytes(table.kind, table.rows)
        if table.path.endswith(".gz"):
            data = gzip_bytes(data)
            (CASE / table.path).write_bytes(data)
        entries.append(entry(table, data))
        lines.append((table.path, len(table.rows), len(data)))
    manifest = manifest_bytes(CASE.name, raw, entries)
    (CASE / "manifest.json").write_bytes(manifest)
    return sorted(lines) + [("manifest.json", "", len(manifest))]


def main():
    """Builds the case and prints what it holds."""
    try:
        lines = write(Raw(arguments().data))
    except CaseError as error:
        sys.exit(f"build_case: {error}")
    lines.append(("total", "", sum(size for _, _, size in lines)))
    for path, rows, size in lines:
        print(f"{path:32}{rows:>8}{size:>10}")


if __name__ == "__main__":
    main()
