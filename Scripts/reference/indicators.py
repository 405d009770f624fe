#!/usr/bin/env python3
"""Writes reference values of every indicator over series chosen to break a careless implementation.

    python3 Scripts/reference/indicators.py --data DIR

SMA, EMA and RSI over closes need the data folder for the real ones. All others run over `candles.csv`, which is made
here and from the bundled case alone. TA-Lib answers where it has the function; the rest is written out from the
definition in `indicators_definitions.py`, which shares no code with the engine.
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

import indicators_definitions as definitions
import sidecar

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "Tests/Fixtures/Indicators"
CASE = ROOT / "Cases/2025-01-27"
PERIODS = (2, 5, 14, 50)
LENGTH = 130
SEED = 20250127
TOTAL = "total/CRYPTOCAP_TOTAL_1D_2024-04-07_2025-01-28.csv"
MADE_BY = "Scripts/reference/indicators.py"
TALIB = f"TA-Lib {talib.__version__} (C library {talib.__ta_version__.decode().split()[0]})"
NUMPY = f"numpy {np.__version__}"
CANDLES_SOURCE = f"made series (numpy seed {SEED}); Cases/2025-01-27: bars-total-1d.csv.gz, bars-binance-1h.csv.gz"
FLAT_NOTE = ("The flat series is left out: with neither gains nor losses TA-Lib says 0 where this project "
             "defines 50.")
RANGELESS = "The flat series is left out: without a range TA-Lib says 0 where this project says half way. "
FIELDS = ("open", "high", "low", "close", "volume")


def series(folder):
    """The input series of SMA, EMA and RSI by name."""
    random = np.random.default_rng(SEED)
    steps = np.arange(LENGTH, dtype=float)
    spikes = np.where(steps % 17 == 16, 1000.0, 0.0) - np.where(steps % 23 == 22, 90.0, 0.0)
    reversal = 100 + steps
    reversal[-1] = reversal[-2] - 1
    closes = pd.read_csv(Path(folder) / TOTAL).close.iloc[:-1].to_numpy(float)
    return {"random": 100 * np.exp(np.cumsum(random.normal(0, 0.02, LENGTH))),
            "flat": np.full(LENGTH, 42.0), "up": 100 + steps, "down": 1000 - steps, "reversal": reversal,
            "spiky": 100 + spikes + random.normal(0, 0.1, LENGTH), "total-1d": closes}


def walk(random, jumps):
    """Candles around a walk of closes, each opening at the close before it unless there is a jump."""
    closes = 100 * np.exp(np.cumsum(random.normal(0, 0.02, LENGTH) + jumps))
    opens = np.concatenate(([100.0], closes[:-1])) * np.exp(jumps)
    highs = np.maximum(opens, closes) * (1 + np.abs(random.normal(0, 0.01, LENGTH)))
    lows = np.minimum(opens, closes) * (1 - np.abs(random.normal(0, 0.01, LENGTH)))
    return opens, highs, lows, closes, np.round(random.lognormal(6, 1, LENGTH), 3)


def bars(name, key):
    """The last bars of one series of the bundled case."""
    frame = pd.read_csv(CASE / name)
    frame = frame[frame.series == key].sort_values("open_time").tail(LENGTH)
    return tuple(frame[field].to_numpy(float) for field in FIELDS)


def candles():
    """The series of candles by name: open, high, low, close, volume."""
    random = np.random.default_rng(SEED)
    steps = np.arange(LENGTH, dtype=float)
    calm = np.zeros(LENGTH)
    gaps = np.where(steps % 19 == 18, 0.2, 0.0) - np.where(steps % 31 == 30, 0.3, 0.0)
    spiky = [column.copy() for column in walk(random, calm)]
    spiky[1][steps % 17 == 16] *= 10
    spiky[2][steps % 23 == 22] /= 10
    spiky[4][steps % 13 == 12] *= 1000
    ramp = 100 + steps
    return {"random": walk(random, calm), "gapped": walk(random, gaps), "spiky": tuple(spiky),
            "flat": tuple(np.full(LENGTH, 42.0) for _ in range(4)) + (np.full(LENGTH, 7.0),),
            "up": (ramp - 0.5, ramp + 0.25, ramp - 0.75, ramp, 1000 + steps),
            "down": tuple(1000 - column for column in (ramp - 0.5, ramp - 0.75, ramp + 0.25, ramp)) + (1000 + steps,),
            "total-1d": bars("bars-total-1d.csv.gz", "index:TOTAL"),
            "btc-1h": bars("bars-binance-1h.csv.gz", "perp:binance:BTC")}


def text(heading, rows):
    """A table as bytes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(rows)
    return out.getvalue().encode()


def table(indicator, inputs):
    """One fixture of closes: every period over every series, with nothing before the first value."""
    rows = []
    for name, values in inputs.items():
        for period in PERIODS:
            expected = indicator(values, timeperiod=period)
            for index, (value, result) in enumerate(zip(values.tolist(), expected.tolist())):
                rows.append((name, period, index, repr(value), "" if np.isnan(result) else repr(result)))
    return text(("series", "period", "index", "input", "expected"), rows)


def candle_table(fields, settings, compute, inputs):
    """One fixture of candles: the first setting over every series, the others over three; known bars only."""
    rows = []
    for number, setting in enumerate(settings):
        for name, columns in inputs.items():
            if number > 0 and name not in ("random", "spiky", "btc-1h"):
                continue
            results = compute(*columns, *setting)
            results = results if isinstance(results, tuple) else (results,)
            label = " ".join(f"{value:g}" for value in setting)
            for index, row in enumerate(zip(*(column.tolist() for column in results))):
                if not all(np.isnan(row)):
                    rows.append((name, label, index, *("" if np.isnan(value) else repr(value) for value in row)))
    return text(("series", "setting", "index", *fields), rows)


def plan():
    """Every fixture of candles: name, fields, settings, how it is computed, tool, note, series left out."""
    one = ("value",)
    band = ("upper", "middle", "lower")
    both = f"{TALIB} and definitions in Scripts/reference/indicators_definitions.py, {NUMPY}"
    own = f"definitions in Scripts/reference/indicators_definitions.py, {NUMPY}"
    return (
        ("wma", one, ((14,), (5,)), lambda o, h, l, c, v, n: talib.WMA(c, n), TALIB, "", ()),
        ("dema", one, ((14,), (5,)), lambda o, h, l, c, v, n: talib.DEMA(c, n), TALIB, "", ()),
        ("tema", one, ((14,), (5,)), lambda o, h, l, c, v, n: talib.TEMA(c, n), TALIB, "", ()),
        ("kama", one, ((10,), (3,)), lambda o, h, l, c, v, n: talib.KAMA(c, n), TALIB, "", ()),
        ("macd", ("line", "signal", "histogram"), ((12, 26, 9), (3, 7, 4)),
         lambda o, h, l, c, v, *p: talib.MACD(c, *p), TALIB, "", ()),
        ("stochastic", ("k", "d"), ((14, 3, 3), (5, 2, 4)),
         lambda o, h, l, c, v, n, k, d: talib.STOCH(h, l, c, n, k, 0, d, 0), TALIB, RANGELESS, ("flat",)),
        ("williams-r", one, ((14,), (5,)), lambda o, h, l, c, v, n: talib.WILLR(h, l, c, n), TALIB, RANGELESS,
         ("flat",)),
        ("bollinger", band, ((20, 2), (5, 1.5)), lambda o, h, l, c, v, n, k: talib.BBANDS(c, n, k, k), TALIB, "", ()),
        ("stddev", one, ((20,), (5,)), lambda o, h, l, c, v, n: talib.STDDEV(c, n), TALIB, "", ()),
        ("atr", one, ((14,), (1,)), lambda o, h, l, c, v, n: talib.ATR(h, l, c, n), TALIB, "", ()),
        ("directional-movement", ("plus", "minus"), ((14,), (5,)),
         lambda o, h, l, c, v, n: (talib.PLUS_DI(h, l, c, n), talib.MINUS_DI(h, l, c, n)), TALIB, "", ()),
        ("adx", one, ((14,), (5,)), lambda o, h, l, c, v, n: talib.ADX(h, l, c, n), TALIB, "", ()),
        ("cci", one, ((20,), (5,)), lambda o, h, l, c, v, n: talib.CCI(h, l, c, n), TALIB, "", ()),
        ("obv", one, ((),), lambda o, h, l, c, v: talib.OBV(c, v), TALIB, "", ()),
        ("mfi", one, ((14,), (5,)), lambda o, h, l, c, v, n: talib.MFI(h, l, c, v, n), TALIB,
         "The flat series is left out: with no money on either side TA-Lib says 0 where this project says 50.",
         ("flat",)),
        ("vwap", one, ((24,), (7,)), definitions.session_vwap, own,
         "The setting is the length of the session in bars.", ()),
        ("anchored-vwap", one, ((40,), (0,)), definitions.anchored_vwap, own,
         "The setting is the bar of the anchor.", ()),
        ("donchian", band, ((20,), (5,)), lambda o, h, l, c, v, n: definitions.donchian(h, l, n), both, "", ()),
        ("keltner", band, ((20, 10, 2), (5, 14, 1.5)),
         lambda o, h, l, c, v, *p: definitions.keltner(h, l, c, *p), both, "", ()),
        ("ichimoku", ("conversion", "base", "leadingA", "leadingB", "lagging"), ((9, 26, 52), (3, 5, 11)),
         lambda o, h, l, c, v, *p: definitions.ichimoku(h, l, c, *p), both,
         "Each line stands at the bar at which it can be computed, without displacement.", ()),
        ("supertrend", ("price", "rising"), ((10, 3), (5, 1.5)),
         lambda o, h, l, c, v, *p: definitions.supertrend(h, l, c, *p), both,
         "Starts as falling, as TradingView's does; its range starts one bar earlier than TA-Lib's.", ()),
        ("sar", one, ((0.02, 0.2), (0.05, 0.1)), lambda o, h, l, c, v, *p: talib.SAR(h, l, *p), TALIB, "", ()),
        ("strength-by-recipe", ("simpleMean", "fromFirstMove", "weightedMean"), ((14,), (5,)),
         lambda o, h, l, c, v, n: definitions.strengths(c, n), both,
         "The flat series is left out: nothing over nothing is no number in pandas.", ("flat",)),
        ("roc", one, ((10,), (1,)), lambda o, h, l, c, v, n: talib.ROCP(c, n), TALIB, "", ()),
        ("aroon", ("up", "down"), ((25,), (5,)),
         lambda o, h, l, c, v, n: talib.AROON(h, l, n)[::-1], TALIB, "", ()),
        ("regression", ("value", "slope", "intercept", "determination"), ((14,), (5,)),
         lambda o, h, l, c, v, n: definitions.regression(c, n), both, "", ()),
        ("correlation", one, ((20,), (5,)), lambda o, h, l, c, v, n: talib.CORREL(c, o, n), TALIB,
         "Closes against opens. The flat series is left out: TA-Lib says 0 where this project has no answer.",
         ("flat",)),
        ("beta", one, ((20,), (5,)), lambda o, h, l, c, v, n: definitions.beta(c, o, n), own,
         "Closes against opens.", ()),
        ("beta-talib", one, ((20,), (5,)), lambda o, h, l, c, v, n: talib.BETA(o, c, n), TALIB,
         "Returns of closes against returns of opens, formed by TA-Lib itself.", ("flat", "up", "down")),
    )


def report(name, data):
    """One line on what was written."""
    print(f"{name}.csv {data.count(10) - 1} rows {len(data)} bytes")


def write_closes(folder):
    """The three fixtures over closes."""
    inputs = series(folder)
    moving = {name: values for name, values in inputs.items() if name != "flat"}
    for name, indicator, chosen, note in (("sma", talib.SMA, inputs, ""), ("rsi", talib.RSI, moving, FLAT_NOTE),
                                          ("ema", talib.EMA, inputs, "Seeded with the mean of the first period.")):
        data = table(indicator, chosen)
        sidecar.write(OUT / f"{name}.csv", data, f"made series (numpy seed {SEED}) and {TOTAL}", TALIB, MADE_BY, note)
        report(name, data)


def write_candles():
    """The candles and the fixtures over them."""
    inputs = candles()
    rows = [(name, index, *map(repr, row)) for name, columns in inputs.items()
            for index, row in enumerate(zip(*(column.tolist() for column in columns)))]
    data = text(("series", "index", *FIELDS), rows)
    sidecar.write(OUT / "candles.csv", data, CANDLES_SOURCE, NUMPY, MADE_BY, "")
    report("candles", data)
    for name, fields, settings, compute, tool, note, left_out in plan():
        chosen = {key: columns for key, columns in inputs.items() if key not in left_out}
        data = candle_table(fields, settings, compute, chosen)
        sidecar.write(OUT / f"{name}.csv", data, "candles.csv", tool, MADE_BY, note)
        report(name, data)


def main():
    """Writes every fixture with its sidecar."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default=os.environ.get("DOWNDRAFT_DATA"), metavar="DIR")
    options = parser.parse_args()
    if not options.data:
        parser.error("give --data DIR or set DOWNDRAFT_DATA")
    try:
        write_closes(options.data)
    except FileNotFoundError as error:
        sys.exit(f"indicators: missing input: {error.filename}")
    write_candles()


if __name__ == "__main__":
    main()
