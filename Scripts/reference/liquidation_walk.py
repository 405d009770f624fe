#!/usr/bin/env python3
"""Writes reference values of the walk of liquidation profiles: forecasts, bands, scores and how far those may be chance.

    python3 Scripts/reference/liquidation_walk.py

Reads the bars in Tests/Fixtures/Liquidations/profile-intervals.csv, and those of the bundled case. Works on whole arrays with numpy and scipy; the draws
of blocks are numpy's own, so the ends of intervals agree within their error and no closer.
"""

import math

import numpy as np
import pandas as pd
from scipy import stats

from liquidations import LEVERAGES, MAINTENANCE, OUT, SEED, TOOLS, WIDTH, turnover_of
import sidecar

MADE_BY = "Scripts/reference/liquidation_walk.py"
FIRST_FIT, FIRST_BAND, BLOCK, DRAWS = 18, 12, 6, 2_000
ROOM = 0.25
TURNOVER = turnover_of(0.5)
BASELINES = ("evenly", "fixedMix", "roundNumbers", "average")


def write(name, rows, note):
    sidecar.write(OUT / f"{name}.csv", pd.DataFrame(rows).to_csv(index=False, lineterminator="\n").encode(),
                  "profile-intervals.csv", TOOLS, MADE_BY, note)


def run(bars, mix, low, high, leverages=LEVERAGES, turnover=TURNOVER):
    """Dollars liquidated by interval and leverage, a side at a time; entries from `low` to `high`."""
    first, last = math.floor(math.log(low) / WIDTH), math.floor(math.log(high) / WIDTH)
    entries = np.exp((np.arange(first, last + 1) + 0.5) * WIDTH)
    sides = []
    for sign, shares in zip((1, -1), mix):
        held = np.zeros((len(entries), len(leverages)))
        out = entries[:, None] * (1 - sign / leverages) / (1 - sign * MAINTENANCE)
        realised = []
        for bar in bars.itertuples():
            gone = np.where(out >= bar.low if sign > 0 else out <= bar.high, held, 0)
            realised.append((gone * out).sum(0))
            held = (held - gone) * (1 - turnover) ** bar.span
            total = held.sum()
            if total > bar.interest:
                held *= bar.interest / total
            else:
                place = min(max(math.floor(math.log(bar.close) / WIDTH) - first, 0), len(entries) - 1)
                held[place] += (bar.interest - total) * shares
        sides.append(np.array(realised))
    return sides


def fit(past, build_up, start, rounds):
    """The mix and the reporting factors of both sides."""
    mix = start
    low, high = past.close.min() / (1 + ROOM), past.close.max() * (1 + ROOM)
    seen = [past.long.to_numpy()[build_up:], past.short.to_numpy()[build_up:]]
    for _ in range(rounds):
        moved = []
        for shares, realised, observed in zip(mix, run(past, mix, low, high), seen):
            stake = realised[build_up:]
            expected = stake.sum(1)
            weight = np.divide(observed, expected, out=np.zeros_like(observed), where=expected > 0)
            total = stake.sum(0)
            new = np.divide(shares * (stake * weight[:, None]).sum(0), total, out=np.zeros_like(shares), where=total > 0)
            moved.append(new / new.sum())
        mix = moved
    realised = [side[build_up:].sum(1) for side in run(past, mix, low, high)]
    return mix, [observed.sum() / side.sum() for observed, side in zip(seen, realised)], low, high


def rounds_between(low, high):
    """Multiples of a fiftieth of the power of ten of the upper price, above the lower and up to the upper."""
    if low >= high:
        return 0
    unit = 10 ** math.floor(math.log10(high)) / 50
    return math.floor(high / unit) - math.floor(low / unit)


def baselines(bars):
    """Numbers of each baseline by interval: longs, shorts."""
    close, value = bars.close.to_numpy(), (bars.interest * bars.close).to_numpy()
    even = [np.zeros(len(bars)), np.zeros(len(bars))]
    marks = [np.zeros(len(bars)), np.zeros(len(bars))]
    low, high = bars.low.to_numpy(), bars.high.to_numpy()
    for i in range(1, len(bars)):
        even[0][i] = value[i - 1] * max(math.log(close[i - 1] / low[i]), 0)
        even[1][i] = value[i - 1] * max(math.log(high[i] / close[i - 1]), 0)
        past = slice(max(0, i - 42), i)
        marks[0][i] = value[i - 1] * (rounds_between(low[i], close[i - 1]) + (low[i] < low[past].min()))
        marks[1][i] = value[i - 1] * (rounds_between(close[i - 1], high[i]) + (high[i] > high[past].max()))
    fixed = np.array([0.3, 0.35, 0.25, 0.1])
    usual = [side.sum(1) for side in run(bars, [fixed, fixed], close.min(), close.max(), np.array([10.0, 25, 50, 100]), 0)]
    span = bars.span.to_numpy(float)
    return dict(zip(BASELINES, (even, usual, marks, [span, span])))


def walk(bars, build_up):
    """One row a forecast."""
    numbers = baselines(bars)
    known, mix, rows, ratios = build_up + FIRST_FIT, None, [], []
    while known < len(bars):
        past = bars.iloc[:known]
        even = np.full(len(LEVERAGES), 1 / len(LEVERAGES))
        start = [even, even] if mix is None else [0.9 * shares + 0.1 * even for shares in mix]
        mix, reporting, low, high = fit(past, build_up, start, 20 if mix is None else 10)
        following = min(len(bars), known + max(6, (known - build_up) // 4))
        realised = [side.sum(1) * factor for side, factor in zip(run(bars.iloc[:following], mix, low, high), reporting)]
        band = np.quantile(ratios, [0.05, 0.95]) if len(rows) >= FIRST_BAND else (math.nan, math.nan)
        fresh = []
        for i in range(known, following):
            row = {"place": i, "expected_long": realised[0][i], "expected_short": realised[1][i],
                   "observed_long": bars.long.iloc[i], "observed_short": bars.short.iloc[i],
                   "band_low": band[0], "band_high": band[1]}
            for name, sides in numbers.items():
                for side, ours, seen in zip(("long", "short"), sides, (bars.long, bars.short)):
                    stake = ours[build_up:known].sum()
                    row[f"{name}_{side}"] = ours[i] * (seen.iloc[build_up:known].sum() / stake if stake > 0 else 0)
            rows.append(row)
            fresh += [row[f"observed_{side}"] / row[f"expected_{side}"] for side in ("long", "short") if row[f"expected_{side}"] > 0]
        ratios += fresh
        known = following
    return pd.DataFrame(rows), np.quantile(ratios, [0.05, 0.95])


def figures(table):
    """Scores of some forecasts, both sides under one another."""
    def both(name):
        return np.concatenate([table[f"{name}_long"], table[f"{name}_short"]])
    expected, observed = both("expected"), both("observed")
    low, high = np.tile(table.band_low, 2), np.tile(table.band_high, 2)
    banded = ~np.isnan(low)
    inside = (observed >= expected * low) & (observed <= expected * high)
    def hit(numbers):
        return np.mean(((observed >= numbers / 2) & (observed <= 2 * numbers))[observed > 0])
    error = np.abs(expected - observed).sum()
    found = {"rank_correlation": stats.spearmanr(expected, observed).statistic,
             "coverage": inside[banded].mean() if banded.any() else math.nan, "hit_rate": hit(expected)}
    for name in BASELINES:
        found[f"skill_{name}"] = 1 - error / np.abs(both(name) - observed).sum()
    found["baseline_hit_rate"] = max(hit(both(name)) for name in BASELINES)
    return found


def spread(table, rng):
    """The twentieths of draws of circular blocks."""
    count, draws = len(table), []
    for _ in range(DRAWS):
        starts = rng.integers(0, count, -(-count // BLOCK))
        places = ((starts[:, None] + np.arange(BLOCK)) % count).ravel()[:count]
        draws.append(figures(table.iloc[places]))
    draws = pd.DataFrame(draws)
    return draws.quantile(0.05), draws.quantile(0.95)


def cases():
    table = pd.read_csv(OUT / "profile-intervals.csv")
    table = table.rename(columns={"open_interest": "interest", "long_usd": "long", "short_usd": "short"})
    for asset, days in (("BTC", 0), ("SOL", 14)):
        bars = table[table.asset == asset].tail(120 if days == 0 else 6 * days + 60).reset_index(drop=True)
        bars["span"] = 1
        if days == 0:
            yield asset, bars, 12
            continue
        head, rest = bars.iloc[:6 * days], bars.iloc[6 * days:]
        head = head.groupby(np.arange(len(head)) // 6).agg(
            {"low": "min", "high": "max", "close": "last", "interest": "last", "long": "sum", "short": "sum", "span": "sum"})
        yield asset, pd.concat([head, rest], ignore_index=True), days


def golden():
    """The bars of the bundled case as of 2025-01-27 12:00 UTC: two weeks of days, then every bar of four hours."""
    case = OUT.parents[2] / "Cases/2025-01-27"
    until = pd.Timestamp("2025-01-27T12:00Z")
    def table(name, **chosen):
        frame = pd.read_csv(case / f"{name}.csv.gz", parse_dates=["open_time", "known"])
        for column, value in chosen.items():
            frame = frame[frame[column] == value]
        return frame[frame.known <= until].set_index("open_time")
    for asset in ("BTC", "ETH", "SOL", "XRP"):
        interest = table("open-interest", venue="binance", asset=asset, margin="stablecoin").close.rename("interest")
        forced = table("liquidations", venue="binance", asset=asset)[["long_usd", "short_usd"]]
        forced.columns = ["long", "short"]
        hours = table("bars-binance-1h", series=f"perp:binance:{asset}")
        days = table("bars-binance-1d", series=f"perp:binance:{asset}")
        bars = hours.resample("4h").agg({"low": "min", "high": "max", "close": "last", "open": "count"})
        bars = bars[bars.open == 4].join(interest, how="inner").join(forced, how="inner").assign(span=1)
        start = bars.index[0]
        assert start == start.normalize() and (np.diff(bars.index) == pd.Timedelta(hours=4)).all()
        head = pd.concat([interest, forced], axis=1)[start - pd.Timedelta(days=14):start - pd.Timedelta(seconds=1)]
        head = head.resample("1D").agg({"interest": "last", "long": "sum", "short": "sum"})
        head = head.join(days[["low", "high", "close"]], how="inner").assign(span=6)
        assert len(head) == 14
        yield asset, pd.concat([head, bars])[["low", "high", "close", "interest", "long", "short", "span"]], 14


if __name__ == "__main__":
    forecasts, scores = [], []
    for asset, bars, build_up in cases():
        table, band = walk(bars, build_up)
        rng = np.random.default_rng(SEED)
        whole, (low, high) = figures(table), spread(table, rng)
        forecasts.append(table.assign(asset=asset))
        scores += [{"asset": asset, "build_up": build_up, "figure": name, "value": value, "low": low[name], "high": high[name]}
                   for name, value in whole.items()]
        scores += [{"asset": asset, "build_up": build_up, "figure": "band", "value": math.nan, "low": band[0], "high": band[1]}]
    for asset, bars, build_up in golden():
        table, band = walk(bars, build_up)
        scores += [{"asset": f"golden {asset}", "build_up": build_up, "figure": name, "value": value, "low": math.nan, "high": math.nan}
                   for name, value in {**figures(table), "bars": len(table)}.items()]
        scores += [{"asset": f"golden {asset}", "build_up": build_up, "figure": "band", "value": math.nan, "low": band[0], "high": band[1]}]
    write("profile-walk", pd.concat(forecasts), "BTC: the last 120 bars, 12 build up; SOL: 14 days of bars put together, then 60 bars")
    write("profile-walk-scores", scores, f"low and high: twentieths of {DRAWS} draws of circular blocks of {BLOCK}, numpy seed {SEED}")
    print(pd.DataFrame(scores).to_string())
