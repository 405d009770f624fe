#!/usr/bin/env python3
"""Writes reference values of the liquidations: floors and shares of the golden day, sizes, chains, profiles, scores.

    python3 Scripts/reference/liquidations.py --data DIR

Reads the raw public files. Every value is worked out from the definition over whole arrays, with numpy and scipy, and
shares no code and no order of work with the engine.
"""

import argparse
import io
import itertools
import math
from pathlib import Path

import numpy as np
import pandas as pd
import scipy
from scipy import stats

import sidecar

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "Tests/Fixtures/Liquidations"
MADE_BY = "Scripts/reference/liquidations.py"
TOOLS = f"numpy {np.__version__}, pandas {pd.__version__}, scipy {scipy.__version__}"
COINGLASS = "Coinglass, Binance only, in FelipeODonnell/liquidity-report 36dd609d"
KLINES = "Binance USD-M hourly bars in nmtrong062000/crypto_signal_scanner 879876e5"
ASSETS = ("BTC", "ETH", "SOL", "XRP")
SEED = 20250127

LEVERAGES = np.array([3, 5, 10, 20, 25, 50, 75, 100], dtype=float)
MAINTENANCE = 0.004
WIDTH = 0.0025
HALF_LIVES = (0.5, 1, 2, 5)
ROUNDS = 20
WARM_UP = 42


def write(name, rows, source, note=""):
    """Writes rows of a dictionary each as CSV with its sidecar."""
    buffer = io.StringIO()
    pd.DataFrame(rows).to_csv(buffer, index=False, lineterminator="\n")
    sidecar.write(OUT / f"{name}.csv", buffer.getvalue().encode(), source, TOOLS, MADE_BY, note)


def liquidations(data, asset):
    path = data / f"coinglass_20250512/futures/liquidation/api_futures_liquidation_aggregated_coin_history_{asset}_{asset}.csv"
    frame = pd.read_csv(path)
    frame.columns = ["time", "long", "short"]
    return frame.set_index(pd.to_datetime(frame.time, unit="ms", utc=True))


def golden_day(data):
    """Dollars of the six bars from 2025-01-26 12:00 to 2025-01-27 12:00."""
    rows = []
    for asset in ASSETS:
        frame = liquidations(data, asset)["2025-01-26T12:00Z":"2025-01-27T11:59Z"]
        rows += [{"asset": asset, "bars": len(frame), "long_usd": math.fsum(frame.long), "short_usd": math.fsum(frame.short)}]
    write("golden-day", rows, COINGLASS, "six bars of four hours; columns say aggregated, figures are Binance's alone")


def venue_share(data):
    """Quartiles of Binance's share of what all venues published over four hours."""
    frame = pd.read_csv(data / "coinglass_exchange_share/exchange_list_snapshots_compiled.csv")
    rows = []
    for asset in ASSETS + ("ALL",):
        part = frame if asset == "ALL" else frame[frame.coin == asset]
        for side in ("long", "short"):
            table = part.pivot_table(index="snapshot", columns="exchange", values=f"{side}Liquidation_usd", aggfunc="sum")
            share = (table["Binance"] / table["All"])[table["All"] > 0].dropna()
            low, middle, high = np.percentile(share, [25, 50, 75])
            rows += [{"venue": "binance", "asset": asset, "side": side, "lower": low, "median": middle, "upper": high,
                      "moments": len(share), "known": "2025-11-15"}]
    write("venue-share", rows, "Coinglass exchange lists in FelipeODonnell/liquidity-report, 135 commits",
          "12 May to 14 November 2025: later knowledge for any day before; ALL is the sum of the listed coins")


def size_law():
    """Log-normal sizes: density of the logarithm and tail, by scipy."""
    rng = np.random.default_rng(SEED)
    rows = []
    for _ in range(60):
        middle, slope, spread = rng.normal(8, 2), rng.normal(0, 0.5), math.exp(rng.normal(0.4, 0.5))
        intensity, size = rng.normal(0, 2), rng.normal(8, 6)
        law = stats.norm(middle + slope * intensity, spread)
        rows += [{"middle": middle, "slope": slope, "spread": spread, "intensity": intensity, "size": size,
                  "log_density": law.logpdf(size), "upper": law.sf(size)}]
    write("size-law", rows, f"numpy seed {SEED}")


def chain():
    """The probability of short chains: by the sum over every path of three seconds, by dense matrices for more."""
    rng = np.random.default_rng(SEED)
    count = 48
    spacing = math.log(400 * 300) / (count - 1)
    distance = np.abs(np.subtract.outer(np.arange(count), np.arange(count)))
    rows, sights = [], []
    for case, (seconds, wander, jump) in enumerate(itertools.product((1, 3, 40), (0.05, 0.3), (0.001, 0.1))):
        near = np.exp(-distance * spacing / wander)
        move = (1 - jump) * near / near.sum(1, keepdims=True) + jump / count
        # Written with few digits, so that both sides read the same numbers.
        seen = np.round(rng.uniform(0.01, 1, (seconds, count)) ** 3, 6) + 1e-6
        if seconds == 3:
            terms = np.einsum("i,ij,j,jk,k->", seen[0] / count, move, seen[1], move, seen[2])
            value = math.log(terms)
        else:
            state, value = np.full(count, 1 / count), 0.0
            for second in range(seconds):
                state = (state if second == 0 else state @ move) * seen[second]
                value += math.log(state.sum())
                state /= state.sum()
        rows += [{"case": case, "seconds": seconds, "wander": wander, "jump": jump, "log_likelihood": value}]
        sights += [{"case": case, "second": second, "level": level, "sight": f"{seen[second, level]:.6f}"}
                   for second in range(seconds) for level in range(count)]
    keep = {row["case"] for row in rows if row["seconds"] <= 3 or row["wander"] == 0.3 and row["jump"] == 0.001}
    write("chain", [row for row in rows if row["case"] in keep], f"numpy seed {SEED}")
    write("chain-sights", [row for row in sights if row["case"] in keep], f"numpy seed {SEED}")


def intervals(data, asset):
    """Bars of four hours with the price's reach, coins open at the end and dollars liquidated."""
    prices = pd.read_csv(data / "klines/binance_um_1h_2024-10-23_2025-01-30.csv.gz")
    prices = prices[prices.symbol == asset].set_index("time")
    prices.index = pd.to_datetime(prices.index, utc=True)
    bars = prices.resample("4h").agg({"high": "max", "low": "min", "close": "last", "volume": "count"})
    folder = data / "coinglass_20250512/futures/open_interest"
    interest = pd.read_csv(folder / f"api_futures_openInterest_ohlc_aggregated_stablecoin_{asset}_{asset}.csv")
    interest = interest.set_index(pd.to_datetime(interest.time, unit="ms", utc=True)).close.rename("interest")
    frame = bars[bars.volume == 4].join(interest, how="inner").join(liquidations(data, asset)[["long", "short"]], how="inner")
    frame = frame[frame.index < "2025-01-29"]
    step = pd.Timedelta(hours=4)
    assert (np.diff(frame.index) == step).all(), f"{asset}: a gap"
    return frame


def exits(entries, sign):
    return entries[:, None] * (1 - sign / LEVERAGES) / (1 - sign * MAINTENANCE)


def run(frame, mix, turnover):
    """Dollars liquidated in each interval by leverage: longs, shorts."""
    low, high = (math.floor(math.log(value) / WIDTH) for value in (frame.close.min(), frame.close.max()))
    entries = np.exp((np.arange(low, high + 1) + 0.5) * WIDTH)
    sides = []
    for sign, shares in zip((1, -1), mix):
        held = np.zeros((len(entries), len(LEVERAGES)))
        out = exits(entries, sign)
        realised = []
        for bar in frame.itertuples():
            gone = held * (out >= bar.low if sign > 0 else out <= bar.high)
            realised += [(gone * out).sum(0)]
            held = (held - gone) * (1 - turnover)
            total = held.sum()
            if total > bar.interest:
                held *= bar.interest / total
            else:
                held[math.floor(math.log(bar.close) / WIDTH) - low] += (bar.interest - total) * shares
            assert abs(held.sum() - bar.interest) <= 1e-9 * bar.interest
        sides += [np.array(realised)]
    return sides


def fitted(frame, judged, turnover):
    """The mix after the rounds, reporting factors, and expected dollars of every interval."""
    mix = [np.full(len(LEVERAGES), 1 / len(LEVERAGES))] * 2
    observed = [frame.long.to_numpy(), frame.short.to_numpy()]
    for _ in range(ROUNDS):
        moved = []
        for shares, realised, seen in zip(mix, run(frame, mix, turnover), observed):
            stake, seen = realised[-judged:], seen[-judged:]
            expected = stake.sum(1)
            weight = np.divide(seen, expected, out=np.zeros_like(seen), where=expected > 0)
            credit, total = (stake * weight[:, None]).sum(0), stake.sum(0)
            new = np.divide(shares * credit, total, out=np.zeros_like(shares), where=total > 0)
            moved += [new / new.sum()]
        mix = moved
    realised = [side.sum(1) for side in run(frame, mix, turnover)]
    reporting = [seen[-judged:].sum() / side[-judged:].sum() for side, seen in zip(realised, observed)]
    return mix, reporting, [side * factor for side, factor in zip(realised, reporting)]


def turnover_of(days):
    return 1 - 2 ** (-(4 / 24) / days)


def profiles(data):
    rows, results, mixes = [], [], []
    for asset in ASSETS:
        frame = intervals(data, asset)
        rows += [{"asset": asset, "open_time": when.strftime("%Y-%m-%dT%H:%MZ"), "low": bar.low, "high": bar.high,
                  "close": bar.close, "open_interest": bar.interest, "long_usd": bar.long, "short_usd": bar.short}
                 for when, bar in zip(frame.index, frame.itertuples())]
        past = frame[frame.index < "2025-01-01"]
        judged = len(past) - WARM_UP
        for days in HALF_LIVES:
            mix, reporting, expected = fitted(past, judged, turnover_of(days))
            error = sum(np.abs(side[-judged:] - seen[-judged:].to_numpy()).sum()
                        for side, seen in zip(expected, (past.long, past.short)))
            later = [side.sum(1) * factor for side, factor in zip(run_on(frame, past, mix, turnover_of(days)), reporting)]
            joined = np.concatenate([side[len(past):] for side in later])
            seen = np.concatenate([frame.long[len(past):], frame.short[len(past):]])
            both = (joined > 0) & (seen > 0)
            line = stats.linregress(np.log(joined[both]), np.log(seen[both]))
            simple = np.concatenate([side[len(past):] * past_side[-judged:].sum() / side[len(past) - judged:len(past)].sum()
                                     for side, past_side in zip(evenly(frame), (past.long, past.short))])
            skill = 1 - np.abs(joined - seen).sum() / np.abs(simple - seen).sum()
            results += [{"asset": asset, "half_life_days": days, "judged": judged, "error": error,
                         "reporting_long": reporting[0], "reporting_short": reporting[1], "pairs": len(seen),
                         "slope": line.slope, "explained": line.rvalue ** 2,
                         "rank_correlation": stats.spearmanr(joined, seen).statistic, "skill_evenly": skill,
                         "rank_evenly": stats.spearmanr(simple, seen).statistic}]
            mixes += [{"asset": asset, "half_life_days": days, "leverage": leverage, "long": long, "short": short}
                      for leverage, long, short in zip(LEVERAGES, *mix)]
    write("profile-intervals", rows, f"{COINGLASS}; {KLINES}", "bars of four hours; open interest margined in stablecoins, coins, at the end")
    write("profile-scores", results, "profile-intervals.csv")
    write("profile-mixes", mixes, "profile-intervals.csv")
    print(pd.DataFrame(results).to_string())


def evenly(frame):
    """Open interest in dollars times how far the price went, in logarithms: down, up."""
    value = (frame.interest * frame.close).shift().fillna(0).to_numpy()
    down = np.log(frame.close.shift() / frame.low).clip(lower=0).fillna(0).to_numpy()
    up = np.log(frame.high / frame.close.shift()).clip(lower=0).fillna(0).to_numpy()
    return value * down, value * up


def run_on(frame, past, mix, turnover):
    """As `run`, with entry bins no further than the past went: later entries beyond stand in the last bin."""
    clipped = frame.copy()
    clipped["close"] = frame.close.clip(past.close.min(), past.close.max())
    return run(clipped, mix, turnover)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data
    golden_day(folder)
    venue_share(folder)
    size_law()
    chain()
    profiles(folder)
