#!/usr/bin/env python3
"""Computes figures of the index, movers and levels reports from the bundled case, by pandas, numpy and TA-Lib.

    python3 Scripts/reference/reports.py

Reads the case and nothing else; shares no code with the engine. Writes Tests/Fixtures/Reference/reports-2025-01.json.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import talib

import sidecar

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "Cases/2025-01-27"
OUT = ROOT / "Tests/Fixtures/Reference/reports-2025-01.json"
HOUR, DAY = pd.Timedelta(hours=1), pd.Timedelta(days=1)
STALE = pd.Timedelta(hours=3)


def table(name):
    """One file of the case."""
    return pd.read_csv(CASE / name)


def instant(text):
    """An instant in UTC."""
    return pd.Timestamp(text, tz="UTC")


class Market:
    """Prices, supplies and classes of the case."""

    def __init__(self):
        contracts = pd.concat([table("instruments.csv.gz"), table("instruments-bybit.csv.gz")])
        contracts = contracts.set_index("instrument")
        self.closes = {}
        for name, length in (("bars-binance-1h.csv.gz", HOUR), ("bars-binance-1d.csv.gz", DAY),
                             ("bars-bybit-1d.csv.gz", DAY)):
            bars = table(name)
            bars["closed"] = pd.to_datetime(bars.open_time, utc=True) + length
            for series, rows in bars.groupby("series"):
                contract = contracts.loc[series]
                prices = pd.Series((rows.close / contract.coins_per_price).values, index=rows.closed.values)
                prices.index = prices.index.tz_localize("UTC") if prices.index.tz is None else prices.index
                self.closes.setdefault(contract.asset, {}).setdefault((contract.venue, series), []).append(
                    (length, prices.sort_index()))
        assets = table("assets.csv.gz")
        self.classes = assets.set_index("asset")["class"]
        self.supplies = table("supplies.csv.gz")
        self.supplies["observed"] = pd.to_datetime(self.supplies.observed, utc=True)

    def quotes(self, asset, at):
        """What each venue last closed at, those of one moment with the newest, fresh ones."""
        found = {}
        for (venue, _), runs in self.closes.get(asset, {}).items():
            for _, prices in runs:
                place = prices.index.searchsorted(at, side="right") - 1
                if place >= 0:
                    moment = prices.index[place]
                    if venue not in found or moment > found[venue][0]:
                        found[venue] = (moment, prices.iloc[place])
        newest = max((moment for moment, _ in found.values()), default=None)
        return {venue: price for venue, (moment, price) in found.items()
                if newest - moment <= pd.Timedelta(minutes=1) and at - moment <= STALE}

    def price(self, asset, at):
        """The mean of the venues; a stablecoin is a dollar."""
        if self.classes.get(asset) == "stablecoin":
            return 1.0
        quotes = self.quotes(asset, at)
        return float(np.median(list(quotes.values()))) if quotes else None

    def pair(self, asset, start, end):
        """Both ends, from the venues that have both."""
        if self.classes.get(asset) == "stablecoin":
            return 1.0, 1.0
        first, last = self.quotes(asset, start), self.quotes(asset, end)
        both = set(first) & set(last)
        if not both:
            return None
        return (float(np.median([first[venue] for venue in both])), float(np.median([last[venue] for venue in both])))

    def snapshot(self, at):
        """The latest snapshot, with supplies that jumped by more than two percent a day as they were before."""
        latest = self.supplies[self.supplies.observed <= at].observed.max()
        rows = self.supplies[self.supplies.observed == latest].copy()
        rows["coins"] = [self.settled(asset, at) for asset in rows.asset]
        return rows

    def settled(self, asset, at):
        """The last supply that was not a jump waiting to be confirmed."""
        rows = self.supplies[(self.supplies.asset == asset) & (self.supplies.observed <= at)].sort_values("observed")
        believed = pending = None
        for row in rows.itertuples():
            if believed is None:
                believed = row
            elif pending is not None and near(pending, row):
                believed, pending = row, None
            elif near(believed, row):
                believed, pending = row, None
            else:
                pending = row
        return believed.supply

    def members(self, at, largest):
        """Coins and stablecoins of the snapshot, the largest."""
        rows = self.snapshot(at)
        rows = rows[[self.classes.get(asset) in ("coin", "stablecoin") for asset in rows.asset]]
        rows = rows[(rows.cap > 0) & (rows.coins > 0)]
        return rows.sort_values(["cap", "asset"], ascending=[False, True]).head(largest or len(rows))


def near(before, after):
    """Whether a supply changed by at most two percent a day."""
    days = max(1.0, (after.observed - before.observed) / DAY)
    return abs((after.supply / before.supply) ** (1 / days) - 1) <= 0.02


def decomposition(market, largest, start, end):
    """Price, supply, stablecoins and membership of a change of capitalisation, in points."""
    first, last = (market.members(at, largest).set_index("asset").coins for at in (start, end))
    stayed = set(first.index) & set(last.index)
    before, effects = 0.0, dict(price=0.0, supply=0.0, stablecoins=0.0, entered=0.0, left=0.0)
    for asset in set(first.index) | set(last.index):
        if asset in stayed:
            pair = market.pair(asset, start, end)
            if pair is None:
                continue
            before += first[asset] * pair[0]
            effects["price"] += (pair[1] - pair[0]) * (first[asset] + last[asset]) / 2
            minted = (last[asset] - first[asset]) * (pair[0] + pair[1]) / 2
            effects["stablecoins" if market.classes[asset] == "stablecoin" else "supply"] += minted
        elif asset in first.index:
            price = market.price(asset, start)
            if price is not None:
                before += first[asset] * price
                effects["left"] -= first[asset] * price
        else:
            price = market.price(asset, end)
            if price is not None:
                effects["entered"] += last[asset] * price
    held = [(asset, market.pair(asset, start, end)) for asset in stayed]
    held = [(first[asset], pair) for asset, pair in held if pair]
    worth = sum(coins * pair[0] for coins, pair in held)
    figures = {f"effect.{name}": value / before for name, value in effects.items()}
    figures["change"] = sum(effects.values()) / before
    figures["indexChange"] = sum(coins * (pair[1] - pair[0]) for coins, pair in held) / worth
    return figures


def reconciliation(market, largest, until):
    """Our capitalisation against the provider's, hour by hour."""
    total = table("bars-total-1h.csv.gz")
    total.index = pd.to_datetime(total.open_time, utc=True) + HOUR
    theirs = total.close[total.index <= until]
    ours = []
    for at in theirs.index:
        rows = market.members(at, largest)
        caps = [coins * price for asset, coins in zip(rows.asset, rows.coins)
                if (price := market.price(asset, at)) is not None]
        ours.append(sum(caps))
    ours = pd.Series(ours, index=theirs.index)
    ratio = ours / theirs
    differences = []
    for at in theirs.index:
        if at - DAY in theirs.index:
            differences.append(ours[at] / ours[at - DAY] - theirs[at] / theirs[at - DAY])
    return {"hours": len(ratio), "ratio.mean": ratio.mean(), "ratio.deviation": ratio.std(ddof=1),
            "change.count": len(differences), "change.mean": float(np.mean(differences)),
            "change.deviation": float(np.std(differences, ddof=1)),
            "change.furthest": float(max(differences, key=abs))}


def daily(market, asset, until):
    """The closes of the asset's first contract by name that has days, up to a midnight."""
    for _, runs in sorted(market.closes[asset].items(), key=lambda item: item[0][1]):
        for length, prices in runs:
            if length == DAY:
                return prices[prices.index <= until]
    return None


def movers(market, at, names):
    """What its closed days say of an asset, at the last midnight before an instant."""
    midnight = at.floor("D")
    caps, returns = {}, {}
    rows = market.members(at, None)
    for asset, coins in zip(rows.asset, rows.coins):
        pair = market.pair(asset, at - DAY, at)
        days = daily(market, asset, midnight) if asset in market.closes else None
        if pair is None or days is None or len(days) < 91 or days.index[-1] != midnight:
            continue
        if days.index[-91] != midnight - 90 * DAY:
            continue
        caps[asset], returns[asset] = coins * pair[1], days.pct_change().values[-90:]
    worth = np.array([caps[asset] for asset in caps])
    each = np.array([returns[asset] for asset in caps])
    index = np.empty(90)
    for day in range(89, -1, -1):
        after = worth.sum()
        worth = worth / (1 + each[:, day])
        index[day] = after / worth.sum() - 1
    figures = {}
    for asset in names:
        days = daily(market, asset, midnight)
        closes = days.values
        move = np.divide(*market.pair(asset, at - DAY, at)[::-1]) - 1
        known = closes[: days.index.searchsorted(at - DAY, side="right")]
        logs = np.diff(np.log(known))
        variance = np.mean(logs[:20] ** 2)
        for value in logs[20:]:
            variance = 0.94 * variance + 0.06 * value * value
        simple = known[1:] / known[:-1] - 1
        own = returns[asset]
        beta = np.cov(own, index, ddof=0)[0, 1] / np.var(index)
        figures[asset] = {
            "rsi.14.closed": talib.RSI(closes, 14)[-1], "sma.50.closed.distance": closes[-1] / closes[-50:].mean() - 1,
            "change.7d.closed": closes[-1] / closes[-8] - 1, "change.30d.closed": closes[-1] / closes[-31] - 1,
            "belowHigh": closes[-1] / closes[-365:].max() - 1, "change.24h": move,
            "change.24h.deviations": np.log1p(move) / np.sqrt(variance),
            "change.24h.further": int((simple <= move).sum() if move < 0 else (simple >= move).sum()),
            "beta.daily": beta, "correlation.daily": np.corrcoef(own, index)[0, 1]}
    return figures


def main():
    """Computes and writes all."""
    market = Market()
    noon, midnight = instant("2025-01-27T12:00:00"), instant("2025-01-27")
    figures = {
        "decomposition": {
            f"{name} {window}d {at:%Y-%m-%dT%H:%M:%SZ}": decomposition(market, largest, at - window * DAY, at)
            for name, largest in (("total", 125), ("own", None))
            for at, window in ((noon, 1), (midnight, 1), (midnight, 7), (midnight, 30))},
        "reconciliation": {name: reconciliation(market, largest, instant("2025-01-28T12:00:00"))
                           for name, largest in (("total", 125), ("own", None))},
        "movers": movers(market, noon, ["BTC", "ETH", "SOL", "XRP", "RENDER", "NEAR", "GRT", "FET", "DOGE"]),
    }
    text = json.dumps(figures, indent=1, sort_keys=True) + "\n"
    sidecar.write(OUT, text.encode(), "Cases/2025-01-27",
                  f"pandas {pd.__version__}, numpy {np.__version__}, TA-Lib {talib.__version__}, "
                  f"Python {sys.version.split()[0]}", "Scripts/reference/reports.py",
                  "figures of composed reports, from the case's files alone")
    print(text)


if __name__ == "__main__":
    main()
