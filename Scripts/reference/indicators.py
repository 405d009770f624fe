#!/usr/bin/env python3
"""Writes reference values of SMA, EMA and RSI by TA-Lib over series chosen to break a careless implementation.

    python3 Scripts/reference/indicators.py --data DIR

Only the series of real TOTAL closes needs the data folder.
"""

import argparse
import csv
import io
import os
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import talib

import sidecar

OUT = Path(__file__).resolve().parents[2] / "Tests/Fixtures/Indicators"
PERIODS = (2, 5, 14, 50)
LENGTH = 130
TOTAL = "total/CRYPTOCAP_TOTAL_1D_2024-04-07_2025-01-28.csv"
FLAT_NOTE = ("The flat series is left out: with neither gains nor losses TA-Lib says 0 where this project "
             "defines 50.")


def series(folder):
    """The input series by name."""
    random = np.random.default_rng(20250127)
    steps = np.arange(LENGTH, dtype=float)
    spikes = np.where(steps % 17 == 16, 1000.0, 0.0) - np.where(steps % 23 == 22, 90.0, 0.0)
    reversal = 100 + steps
    reversal[-1] = reversal[-2] - 1
    closes = pd.read_csv(Path(folder) / TOTAL).close.iloc[:-1].to_numpy(float)
    return {"random": 100 * np.exp(np.cumsum(random.normal(0, 0.02, LENGTH))),
            "flat": np.full(LENGTH, 42.0), "up": 100 + steps, "down": 1000 - steps, "reversal": reversal,
            "spiky": 100 + spikes + random.normal(0, 0.1, LENGTH), "total-1d": closes}


def table(indicator, inputs):
    """One fixture: every period over every series, with nothing before the first value."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("series", "period", "index", "input", "expected"))
    for name, values in inputs.items():
        for period in PERIODS:
            expected = indicator(values, timeperiod=period)
            for index, (value, result) in enumerate(zip(values.tolist(), expected.tolist())):
                writer.writerow((name, period, index, repr(value), "" if np.isnan(result) else repr(result)))
    return out.getvalue().encode()


def main():
    """Writes the three fixtures with their sidecars."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default=os.environ.get("DOWNDRAFT_DATA"), metavar="DIR")
    options = parser.parse_args()
    if not options.data:
        parser.error("give --data DIR or set DOWNDRAFT_DATA")
    try:
        inputs = series(options.data)
    except FileNotFoundError as error:
        sys.exit(f"indicators: missing input: {error.filename}")
    moving = {name: values for name, values in inputs.items() if name != "flat"}
    for name, indicator, chosen, note in (("sma", talib.SMA, inputs, ""), ("rsi", talib.RSI, moving, FLAT_NOTE),
                                          ("ema", talib.EMA, inputs, "Seeded with the mean of the first period.")):
        data = table(indicator, chosen)
        sidecar.write(OUT / f"{name}.csv", data, f"made series (numpy seed 20250127) and {TOTAL}",
                      f"TA-Lib {talib.__version__} (C library {talib.__ta_version__.decode().split()[0]})",
                      "Scripts/reference/indicators.py", note)
        print(f"{name}.csv {data.count(10) - 1} rows {len(data)} bytes")


if __name__ == "__main__":
    main()
