#!/usr/bin/env python3
"""The plain way to put a case into a database: pandas reads each file, to_sql writes a table per kind.

    python3 Benchmarks/peer/import_case.py --case DIR --store FILE
"""

import argparse
import json
import sqlite3
from pathlib import Path

import pandas as pd

TEXT = {"asset": str, "known": str, "open_time": str, "observed": str, "day": str, "printed": str}


def main():
    """Imports every file the manifest lists into a new store."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--case", type=Path, required=True)
    parser.add_argument("--store", type=Path, required=True)
    options = parser.parse_args()
    options.store.unlink(missing_ok=True)
    files = json.loads((options.case / "manifest.json").read_text(encoding="utf-8"))["files"]
    with sqlite3.connect(options.store) as store:
        for file in files:
            frame = pd.read_csv(options.case / file["path"], dtype=TEXT, keep_default_na=False, na_values=[""])
            frame["source"] = file["source"]
            frame.to_sql(file["kind"], store, if_exists="append", index=False)
            print(f"{file['kind']:16}{len(frame):>8}")
    store.close()


if __name__ == "__main__":
    main()
