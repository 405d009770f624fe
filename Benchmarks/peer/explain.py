#!/usr/bin/env python3
"""The figures of a report, as an analyst would get them with pandas from the files of a case.

    python3 Benchmarks/peer/explain.py --case DIR

Prints JSON. Only rows known at the instant are used.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd

T = pd.Timestamp("2025-01-27T12:00:00Z")
DAY = pd.Timedelta("24h")


def read(case, name, times, **options):
    """The rows of one file that were known at the instant."""
    frame = pd.read_csv(case / name, parse_dates=[*times, "known"], keep_default_na=False, na_values=[""],
                        **options)
    return frame[frame.known <= T]


def stamp(time):
    """A time as the project writes it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def rsi(closes, period=14):
    """Wilder's RSI after each close."""
    moves = np.diff(closes)
    gains, losses = moves.clip(min=0), (-moves).clip(min=0)
    gain, loss = gains[:period].mean(), losses[:period].mean()
    values = [np.nan] * period + [100 * gain / (gain + loss)]
    for up, down in zip(gains[period:], losses[period:]):
        gain, loss = (gain * (period - 1) + up) / period, (loss * (period - 1) + down) / period
        values.append(100 * gain / (gain + loss))
    return values


def total(case):
    """Facts about TradingView's TOTAL."""
    columns = ["open_time", "known", "high", "close"]
    hourly = read(case, "bars-total-1h.csv.gz", ["open_time"], usecols=columns).set_index("known").close
    daily = read(case, "bars-total-1d.csv.gz", ["open_time"], usecols=columns).set_index("open_time")
    live = float(hourly[T])
    closes = np.append(daily.close.to_numpy(float), live)
    highs, window = daily.high.iloc[-30:], hourly[T - DAY : T]
    facts = {"cap": live, "change.24h": live / hourly[T - DAY] - 1, "change.utcDay": live / daily.close.iloc[-1] - 1,
             "sma.50": closes[-50:].mean(), "sma.100": closes[-100:].mean(), "rsi.14": rsi(closes)[-1],
             "high.local": float(highs.max()), "high.local.day": f"{highs.idxmax():%Y-%m-%d}",
             "peak.24h": float(window.max()), "peak.24h.time": stamp(window.idxmax())}
    closed = pd.Series(rsi(closes[:-1]), index=daily.index).iloc[-10:]
    return facts | {f"rsi.14.closed.{day:%Y-%m-%d}": value for day, value in closed.items()}


def market(case):
    """Prices and traded dollars per asset and hour, indexed by the bar's close."""
    instruments = pd.read_csv(case / "instruments.csv.gz", usecols=["instrument", "asset", "coins_per_price"])
    bars = read(case, "bars-binance-1h.csv.gz", ["open_time"],
                usecols=["series", "open_time", "known", "close", "volume"], dtype={"series": "category"})
    bars = bars.merge(instruments, left_on="series", right_on="instrument")
    bars["price"], bars["usd"] = bars.close / bars.coins_per_price, bars.close * bars.volume
    return (bars.pivot(index="known", columns="asset", values="price"),
            bars.pivot(index="known", columns="asset", values="usd"))


def traded(usd, until):
    """Dollars traded per asset in the 24 hours before a time."""
    return usd[(usd.index > until - DAY) & (usd.index <= until)].sum()


def assets(price, usd):
    """Price, changes and volume per asset."""
    frame = pd.DataFrame({"price": price.loc[T], "before": price.loc[T - DAY], "midnight": price.loc[T.normalize()],
                          "volume.24h": traded(usd, T), "yesterday": traded(usd, T - DAY)})
    frame["change.24h"] = frame.price / frame.before - 1
    frame["change.utcDay"] = frame.price / frame.midnight - 1
    frame["volume.24h.change"] = frame["volume.24h"] / frame.yesterday - 1
    return frame


def valued(case, frame):
    """The newest known snapshot with a live price and one of a day earlier; stablecoins at one dollar."""
    supplies = read(case, "supplies.csv.gz", ["observed"])
    snapshot = supplies[supplies.observed == supplies.observed.max()].set_index("asset")
    classes = read(case, "assets.csv.gz", []).set_index("asset")["class"]
    snapshot = snapshot.assign(kind=classes, live=frame.price, before=frame.before)
    snapshot.loc[snapshot.kind == "stablecoin", ["live", "before"]] = 1.0
    share = snapshot.cap / snapshot.cap.sum()
    counted = snapshot[snapshot.kind.isin(["coin", "stablecoin"]) & snapshot.live.notna() & snapshot.before.notna()]
    return counted.assign(share=share)


def change(counted):
    """Cap now and its relative change."""
    cap = (counted.live * counted.supply).sum()
    return {"cap": cap, "change.24h": cap / (counted.before * counted.supply).sum() - 1}


def own_index(counted):
    """The index of perpetual prices and last known supplies, with what each asset added."""
    base = (counted.before * counted.supply).sum()
    points = (counted.live - counted.before) * counted.supply / base
    return change(counted) | {"assets": len(counted), "covered.share": counted.share.sum()} | {
        f"contribution.{asset}": value for asset, value in points.sort_index().items()}


def sectors(case, frame, counted):
    """Every sector's cap, changes and volume."""
    facts = {}
    for slug, rows in read(case, "sectors.csv", [], usecols=["sector", "asset", "known"]).groupby("sector"):
        members = frame.loc[rows.asset]
        valued_members = counted[counted.index.isin(rows.asset)]
        volume = members["volume.24h"].sum()
        facts[f"sector:{slug}"] = change(valued_members) | {
            "members": len(members), "members.supply": len(valued_members),
            "change.24h.median": members["change.24h"].median(),
            "volume.24h": volume, "volume.24h.change": volume / members.yesterday.sum() - 1}
    return facts


def then_and_now(bars, column):
    """A stock figure at the last closed bar and at the one a day earlier."""
    now, before = bars.iloc[-1], bars[bars.known <= T - DAY].iloc[-1]
    return {"value": now[column], "time": stamp(now.known), "value.24hAgo": before[column],
            "time.24hAgo": stamp(before.known), "change.24h": now[column] / before[column] - 1}


def liquidations(case):
    """Sums per asset over the bars wholly inside the window."""
    bars = read(case, "liquidations.csv.gz", ["open_time"])
    facts = {}
    for asset, rows in bars[bars.open_time >= T - DAY].groupby("asset"):
        long, short = rows.long_usd.sum(), rows.short_usd.sum()
        facts[asset] = {"liquidations.long.24h": long, "liquidations.short.24h": short,
                        "liquidations.total.24h": long + short, "liquidations.bars": len(rows),
                        "liquidations.hours": 4 * len(rows)}
    return facts


def venue(case):
    """Derivatives facts per asset and summed."""
    facts = liquidations(case)
    names = [f"liquidations.{side}.24h" for side in ("long", "short", "total")]
    sums = {name: sum(own[name] for own in facts.values()) for name in names}
    for (asset, margin), rows in read(case, "open-interest.csv.gz", ["open_time"]).groupby(["asset", "margin"]):
        facts[asset][f"openInterest.{margin}"] = then_and_now(rows, "close")
    for asset, rows in read(case, "funding.csv.gz", ["open_time"]).groupby("asset"):
        facts[asset]["funding"] = then_and_now(rows, "close")
    for asset, rows in read(case, "depth.csv.gz", ["open_time"]).groupby("asset"):
        facts[asset]["depth.bid"] = then_and_now(rows, "bid_usd")
        facts[asset]["depth.ask"] = then_and_now(rows, "ask_usd")
    return {"venue:binance": sums} | {f"venue:binance/asset:{asset}": own for asset, own in facts.items()}


def main():
    """Prints every fact as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--case", type=Path, required=True)
    case = parser.parse_args().case
    price, usd = market(case)
    frame = assets(price, usd)
    counted = valued(case, frame)
    columns = ["price", "change.24h", "change.utcDay", "volume.24h", "volume.24h.change"]
    facts = {"index:TOTAL": total(case), "index:own": own_index(counted)}
    facts |= {f"asset:{asset}": own for asset, own in frame[columns].to_dict("index").items()}
    facts |= sectors(case, frame, counted) | venue(case)
    print(json.dumps(facts, indent=1, sort_keys=True, default=float))


if __name__ == "__main__":
    main()
