#!/usr/bin/env python3
"""Writes reference values of the levels: swings, zones, profiles, periods, lines, breaks, merged zones, bounces.

    python3 Scripts/reference/levels.py

Reads the bundled case alone. Every value is worked out from the definition over whole arrays, with scipy and pandas where
they have the method, and shares no code and no order of work with the engine.
"""

import io
import math
from pathlib import Path

import numpy as np
import pandas as pd
import scipy
import talib
from scipy import optimize, stats

import levels_definitions as definitions
import sidecar

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "Tests/Fixtures/Levels"
CASE = ROOT / "Cases/2025-01-27/bars-total-1d.csv.gz"
MADE_BY = "Scripts/reference/levels.py"
SEED = 20250127
BARS = 160
TOOLS = f"numpy {np.__version__}, pandas {pd.__version__}, scipy {scipy.__version__}"
SOURCE = f"made series (numpy seed {SEED}); Cases/2025-01-27: bars-total-1d.csv.gz"
HEADINGS = ("open", "high", "low", "close", "volume")


def write(name, rows, tool=TOOLS, note="", source="candles.csv"):
    """Writes rows of a dictionary each as CSV with its sidecar."""
    buffer = io.StringIO()
    pd.DataFrame(rows).to_csv(buffer, index=False, lineterminator="\n")
    sidecar.write(OUT / f"{name}.csv", buffer.getvalue().encode(), source, tool, MADE_BY, note)


def total():
    """The daily bars of TOTAL that had closed on 27 January 2025, and the day of the first."""
    frame = pd.read_csv(CASE)
    frame = frame[(frame.series == "index:TOTAL") & (frame.interval == "1d") & (frame.open_time < "2025-01-27")]
    frame = frame.sort_values("open_time")
    return frame[list(HEADINGS)].to_numpy(float), (pd.Timestamp(frame.open_time.iloc[0]) - pd.Timestamp(0, tz="UTC")).days


def walk(random, ties):
    """Bars of a walk; where `ties`, in steps so coarse that prices often repeat."""
    closes = 100 * np.exp(np.cumsum(random.normal(0, 0.02, BARS)))
    opens = np.concatenate(([100.0], closes[:-1]))
    highs = np.maximum(opens, closes) * (1 + np.abs(random.normal(0, 0.01, BARS)))
    lows = np.minimum(opens, closes) * (1 - np.abs(random.normal(0, 0.01, BARS)))
    bars = np.column_stack((opens, highs, lows, closes))
    return np.column_stack((np.round(bars) if ties else bars, np.round(random.lognormal(5, 1, BARS), 3)))


def candles():
    """Bars by the name of the series, with the day of the first since 1970."""
    random = np.random.default_rng(SEED)
    real, first = total()
    return {"walk": (walk(random, False), 19_700), "coarse": (walk(random, True), 19_000), "total": (real, first)}


def ranges(bars):
    """Wilder's average true range."""
    return talib.ATR(bars[:, 1], bars[:, 2], bars[:, 3], 14)


def swings(bars, reach):
    """Pivots by pandas: an extreme of its centred window that the window holds once."""
    found = []
    for side, column in (("high", 1), ("low", 2)):
        prices = pd.Series(bars[:, column] if side == "high" else -bars[:, column])
        window = prices.rolling(2 * reach + 1, center=True)
        once = window.apply(lambda part: float((part == part.max()).sum() == 1))
        places = np.flatnonzero((prices == window.max()) & (once == 1))
        found += [(place + reach, side, place, bars[place, column]) for place in places]
    return [{"side": side, "bar": place, "price": price, "confirmed": confirmed}
            for confirmed, side, place, price in sorted(found)]


def zones(pivots, instant, half_life, bandwidth):
    """Maxima of scipy's weighted density: a dense grid, then Brent's root of the slope."""
    prices = np.array([pivot["price"] for pivot in pivots])
    weights = 2.0 ** (-(instant - np.array([pivot["day"] for pivot in pivots])) / half_life)
    spread = math.sqrt(np.cov(prices, aweights=weights, bias=False))
    density = stats.gaussian_kde(prices, bw_method=bandwidth / spread, weights=weights)
    grid = np.arange(prices.min() - bandwidth, prices.max() + bandwidth, bandwidth / 40)
    heights = density(grid)
    inside = heights[1:-1]
    peaks = np.flatnonzero((inside > heights[:-2]) & (inside >= heights[2:])) + 1
    dips = np.flatnonzero((inside < heights[:-2]) & (inside <= heights[2:])) + 1

    def slope(place):
        return float(np.sum(weights * (prices - place) * np.exp(-0.5 * ((prices - place) / bandwidth) ** 2)))

    def turns(places):
        return [optimize.brentq(slope, grid[place - 1], grid[place + 1], xtol=1e-13 * bandwidth, rtol=1e-15)
                for place in places]

    root = turns(peaks)
    edges = np.concatenate(([-np.inf], turns(dips), [np.inf]))
    rows = []
    for place, (centre, low, high) in enumerate(zip(root, edges, edges[1:])):
        mask = (prices > low) & (prices <= high) & (np.abs(prices - centre) <= bandwidth)
        rows.append({"zone": place, "centre": centre, "low": min(centre, prices[mask].min()),
                     "high": max(centre, prices[mask].max()), "touches": int(mask.sum()),
                     "strength": math.fsum(weights[mask]),
                     "lastTouch": max(pivot["day"] for pivot, held in zip(pivots, mask) if held)})
    return rows


def periods(bars, first):
    """What stood before each day, by pandas' own calendar."""
    days = pd.date_range(pd.Timestamp(0) + pd.Timedelta(first, "D"), periods=len(bars))
    frame = pd.DataFrame(bars[:, 1:4], columns=["high", "low", "close"], index=days)
    rows = []
    for unit, rule in (("day", "D"), ("week", "W-SUN"), ("month", "M")):
        groups = frame.groupby(frame.index.to_period(rule))
        table = groups.agg({"high": "max", "low": "min", "close": "last"})
        sizes = groups.size()
        for instant in [days[len(days) * step // 12] for step in range(1, 12)] + [days[-1] + pd.Timedelta("1D")]:
            period = instant.to_period(rule) - 1
            if period in table.index:
                whole = (period.end_time.normalize() - period.start_time).days + 1 == sizes[period]
                rows.append({"unit": unit, "day": (instant - pd.Timestamp(0)).days, "whole": int(whole),
                             **table.loc[period].to_dict()})
    return rows


def held(bars, since):
    """How simple averages were kept."""
    frame = pd.DataFrame(bars, columns=HEADINGS)
    reach = pd.Series(ranges(bars)).fillna(0) * 0.5
    rows = []
    for days in (20, 50, 100):
        line = frame.close.rolling(days).mean()
        part = (frame.index >= since) & line.notna()
        touches = (frame.low <= line + reach) & (frame.high >= line - reach) & part
        above, below = (frame.close > line) & part, (frame.close < line) & part
        run = above[part][::-1].cummin().sum()
        rows.append({"days": days, "since": since, "bars": int(part.sum()), "above": int(above.sum()),
                     "below": int(below.sum()), "run": int(run), "touched": int(touches.sum()),
                     "visits": int((touches & ~touches.shift(fill_value=False)).sum()),
                     "last": int(np.flatnonzero(touches)[-1]) if touches.any() else -1,
                     "lastBelow": int(np.flatnonzero(below)[-1]) if below.any() else -1})
    return rows


def main():
    """Writes every fixture."""
    series = candles()
    write("candles", [{"series": name, "day": first + place, **dict(zip(HEADINGS, map(float, bar)))}
                      for name, (bars, first) in series.items() for place, bar in enumerate(bars)], source=SOURCE)
    write("ranges", [{"series": name, "bar": place, "range": value} for name, (bars, _) in series.items()
                     for place, value in enumerate(ranges(bars)) if not math.isnan(value)],
          tool=f"TA-Lib {talib.__version__}", note="Wilder's average true range over 14 bars.")
    write("swings", [{"series": name, "reach": reach, **row} for name, (bars, _) in series.items() for reach in (1, 2, 5)
                     for row in swings(bars, reach)])
    write("zigzag", [{"series": name, "multiple": multiple, **row} for name, (bars, _) in series.items()
                     for multiple in (1.0, 2.5) for row in definitions.zigzag(bars, multiple * ranges(bars))])
    rows = []
    for name, (bars, first) in series.items():
        pivots = [{**row, "day": first + row["bar"]} for row in swings(bars, 2)]
        for share in (0.25, 0.5, 1.0):
            for half_life in (30, 120):
                width = share * float(ranges(bars)[-1])
                rows += [{"series": name, "bandwidth": width, "halfLife": half_life, **row}
                         for row in zones(pivots, first + len(bars), half_life, width)]
    write("zones", rows)
    write("profile", [{"series": name, "bins": bins, **row} for name, (bars, _) in series.items() for bins in (1, 7, 40)
                      for row in definitions.profile(bars, bins)], tool="rational numbers in Python")
    write("prior", [{"series": name, **row} for name, (bars, first) in series.items() for row in periods(bars, first)])
    real, first = series["total"]
    november = (pd.Timestamp("2024-11-21") - pd.Timestamp(0)).days - first
    write("held", [row for since in (0, 120, november) for row in held(real, since)],
          note="Simple averages of TOTAL; a visit is a run of touched bars.")
    rows = []
    for name, (bars, _) in series.items():
        for end in sorted({len(bars), len(bars) * 3 // 4, len(bars) // 2}):
            for start in sorted({0, end // 2, november if name == "total" and end == len(bars) else 0}):
                for side in ("low", "high"):
                    part = bars[:end]
                    rows.append({"series": name, "bars": end, "from": start, "side": side,
                                 **definitions.trendline(part, swings(part, 2), ranges(part), side, start)})
    write("trendlines", rows, note="A bar is at its number; refused lines have a word and a number.")
    write("breaks", definitions.broken(np.random.default_rng(SEED + 1)), tool="definition written out in Python",
          source=f"made series (numpy seed {SEED + 1})", note="Walks around a level that moves, with bars left out.")
    write("merged", definitions.merged(np.random.default_rng(SEED + 2)), tool="definition written out in Python",
          source=f"made levels (numpy seed {SEED + 2})")
    write("bounces", [row for name, (bars, _) in series.items() if name != "coarse"
                      for row in definitions.bounces(bars, np.random.default_rng(SEED + 3))], tool=f"numpy {np.__version__}",
          note="Levels: round numbers in steps, and the extremes of 20 bars. Placebo rates over 4,000 sets.")


if __name__ == "__main__":
    main()
