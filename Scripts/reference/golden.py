#!/usr/bin/env python3
"""Recomputes the golden day from the raw files with pandas and TA-Lib, sharing no code with the engine or the case.

    python3 Scripts/reference/golden.py --data DIR

Only definitions are read from the project: the sector lists and the two identity tables. At an instant T the live
price is the close of the hourly bar that opened at T - 1 h. Prints how the result compares with the design's table.
"""

import argparse
import csv
import json
import os
import sys
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import talib

import sidecar

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "Tests/Fixtures/Reference/golden-2025-01-27.json"
CASE_DEFINITIONS = ROOT / "Cases/2025-01-27"
IDENTITY = ROOT / "Scripts/case"
INSTANTS = ("2025-01-27T11:00:00Z", "2025-01-27T12:00:00Z")
HOUR, DAY, BAR = pd.Timedelta("1h"), pd.Timedelta("24h"), pd.Timedelta("4h")
FOUR = ("BTC", "ETH", "SOL", "XRP")


class Data:
    """The raw frames, indexed by bar open in UTC."""

    def __init__(self, folder):
        self.folder = Path(folder)
        hourly = pd.read_csv(self.folder / "total/TOTAL_1h_2025-01-20_2025-01-28.csv", parse_dates=[0])
        self.total_hourly = hourly.set_index("timestamp_utc").close
        daily = pd.read_csv(self.folder / "total/CRYPTOCAP_TOTAL_1D_2024-04-07_2025-01-28.csv")
        self.total_daily = daily.set_index(pd.to_datetime(daily.time, unit="s", utc=True))
        klines = pd.read_csv(self.folder / "klines/binance_um_1h_2024-10-23_2025-01-30.csv.gz")
        klines["time"] = pd.to_datetime(klines.time, utc=True)
        self.close = klines.pivot(index="time", columns="symbol", values="close")
        self.volume = klines.pivot(index="time", columns="symbol", values="volume")
        snapshot = pd.read_csv(self.folder / "caps/coinmarketcap_historical_20250105.csv")
        self.snapshot = snapshot.set_index(snapshot.Symbol.str.upper())
        self.sectors = pd.read_csv(CASE_DEFINITIONS / "sectors.csv").groupby("sector").asset.apply(list)
        self.classes = pd.read_csv(IDENTITY / "classes.csv").set_index("asset")["class"]
        self.contracts = self._contracts()

    def _contracts(self):
        """Asset -> (contract, coins per price), looked up from the asset's side."""
        aliases = pd.read_csv(IDENTITY / "aliases.csv").set_index("asset").contract
        spellings = (("", 1), ("1000", 1000), ("1000000", 1000000), ("1M", 1000000))
        wanted = set(self.snapshot.index) | {asset for members in self.sectors for asset in members}
        found = {}
        for asset in sorted(wanted):
            for prefix, coins in spellings:
                if (contract := prefix + aliases.get(asset, asset)) in self.close.columns:
                    found[asset] = (contract, coins)
                    break
        return found

    def derivative(self, kind, name):
        """One four-hour derivatives frame."""
        frame = pd.read_csv(self.folder / "coinglass_20250512/futures" / kind / name)
        return frame.set_index(pd.to_datetime(frame.time, unit="ms", utc=True))


def total(data, t):
    """Facts about TradingView's TOTAL."""
    live, before = data.total_hourly[t - HOUR], data.total_hourly[t - DAY - HOUR]
    closed = data.total_daily[data.total_daily.index < t.normalize()]
    closes = np.append(closed.close.to_numpy(float), live)
    highs = closed.high.iloc[-30:]
    window = data.total_hourly[t - DAY - HOUR : t - HOUR]
    facts = {"cap": live, "change.24h": live / before - 1, "change.utcDay": live / closed.close.iloc[-1] - 1,
             "sma.50": closes[-50:].mean(), "sma.100": closes[-100:].mean(),
             "rsi.14": talib.RSI(closes, 14)[-1],
             "high.local": float(highs.max()), "high.local.day": f"{highs.idxmax():%Y-%m-%d}",
             "peak.24h": float(window.max()), "peak.24h.time": stamp(window.idxmax() + HOUR)}
    facts |= unusual(closed.close[closed.index + DAY <= t - DAY], facts["change.24h"])
    facts |= {f"closed.{name}": value for name, value in indicators(closed).items()}
    rsi = pd.Series(talib.RSI(closes[:-1], 14), index=closed.index).iloc[-10:]
    return facts | {f"rsi.14.closed.{day:%Y-%m-%d}": value for day, value in rsi.items()}


def unusual(closes, change):
    """A day's change against an exponentially weighted volatility (decay 0.94, seeded by 20 returns) and past days."""
    returns = np.log(closes.to_numpy(float)[1:] / closes.to_numpy(float)[:-1])
    variance = np.mean(returns[:20] ** 2)
    for value in returns[20:]:
        variance = 0.94 * variance + 0.06 * value ** 2
    move = np.log1p(change)
    further = np.flatnonzero(returns <= move if move < 0 else returns >= move)
    return {"volatility.daily": float(np.sqrt(variance)), "change.24h.deviations": float(move / np.sqrt(variance)),
            "change.24h.further": len(further), "change.24h.compared": len(returns),
            "change.24h.further.last": f"{closes.index[further[-1] + 1]:%Y-%m-%d}" if len(further) else ""}


def indicators(bars):
    """The usual indicators at the last closed daily bar, by TA-Lib."""
    high, low, close = (bars[name].to_numpy(float) for name in ("high", "low", "close"))
    line, signal, histogram = talib.MACD(close, 12, 26, 9)
    upper, _, lower = talib.BBANDS(close, 20, 2, 2)
    slow_k, slow_d = talib.STOCH(high, low, close, 14, 3, 0, 3, 0)
    aroon_down, aroon_up = talib.AROON(high, low, 25)
    series = {"ema.20": talib.EMA(close, 20), "ema.50": talib.EMA(close, 50), "ema.200": talib.EMA(close, 200),
              "kama.10": talib.KAMA(close, 10), "macd.line": line, "macd.signal": signal,
              "macd.histogram": histogram, "adx.14": talib.ADX(high, low, close, 14),
              "di.plus.14": talib.PLUS_DI(high, low, close, 14), "di.minus.14": talib.MINUS_DI(high, low, close, 14),
              "aroon.up.25": aroon_up, "aroon.down.25": aroon_down, "sar": talib.SAR(high, low, 0.02, 0.2),
              "bollinger.upper.20": upper, "bollinger.lower.20": lower,
              "donchian.upper.20": talib.MAX(high, 20), "donchian.lower.20": talib.MIN(low, 20),
              "atr.14": talib.ATR(high, low, close, 14), "stochastic.k.14": slow_k, "stochastic.d.14": slow_d,
              "williamsR.14": talib.WILLR(high, low, close, 14), "cci.20": talib.CCI(high, low, close, 20),
              "roc.10": talib.ROCP(close, 10)}
    return {name: float(values[-1]) for name, values in series.items()}


def stamp(t):
    """A time as the project writes it."""
    return t.strftime("%Y-%m-%dT%H:%M:%SZ")


def prices(data, asset, *times):
    """Prices of one coin at several instants."""
    contract, coins = data.contracts[asset]
    return [data.close.at[t - HOUR, contract] / coins for t in times]


def volume(data, asset, t):
    """USD traded in the 24 hours before an instant."""
    contract, _ = data.contracts[asset]
    window = slice(t - DAY, t - HOUR)
    return float((data.volume.loc[window, contract] * data.close.loc[window, contract]).sum())


def asset_facts(data, asset, t):
    """Price, changes and volume of one asset."""
    live, before, midnight = prices(data, asset, t, t - DAY, t.normalize())
    today, yesterday = volume(data, asset, t), volume(data, asset, t - DAY)
    return {"price": live, "change.24h": live / before - 1, "change.utcDay": live / midnight - 1,
            "volume.24h": today, "volume.24h.change": today / yesterday - 1}


def valued(data, assets, t):
    """Price and supply frame of assets that the snapshot counts: stablecoins at one dollar, no commodities."""
    rows = {}
    for asset in (a for a in assets if a in data.snapshot.index):
        kind = data.classes.get(asset, "coin")
        if kind == "stablecoin":
            rows[asset] = (1.0, 1.0)
        elif kind == "coin" and asset in data.contracts:
            rows[asset] = tuple(prices(data, asset, t, t - DAY))
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=["live", "before"])
    frame["supply"] = data.snapshot["Circulating Supply"]
    return frame[frame.supply > 0]


def own_index(data, t):
    """The project's own index: perpetual price times the supply last known."""
    frame = valued(data, data.snapshot.index, t)
    cap, base = (frame.live * frame.supply).sum(), (frame.before * frame.supply).sum()
    contribution = (frame.live - frame.before) * frame.supply / base
    caps = data.snapshot["Market Cap"]
    return {"cap": cap, "change.24h": cap / base - 1, "assets": len(frame),
            "covered.share": caps[frame.index].sum() / caps.sum()
            } | {f"contribution.{asset}": value for asset, value in contribution.sort_index().items()}


def sector(data, members, facts, t):
    """One sector: cap and weighted change over members with a supply, median and volume over all."""
    frame = valued(data, members, t)
    cap, base = (frame.live * frame.supply).sum(), (frame.before * frame.supply).sum()
    own = [facts[f"asset:{member}"] for member in members]
    today = sum(volume(data, member, t) for member in members)
    yesterday = sum(volume(data, member, t - DAY) for member in members)
    return {"cap": cap, "change.24h": cap / base - 1, "members": len(members), "members.supply": len(frame),
            "change.24h.median": float(np.median([member["change.24h"] for member in own])),
            "volume.24h": today, "volume.24h.change": today / yesterday - 1}


def at(frame, t):
    """The last bar closed at or before an instant, with its close time."""
    opened = frame.index[frame.index + BAR <= t][-1]
    return frame.loc[opened], stamp(opened + BAR)


def then_and_now(frame, column, t, scale=float):
    """A stock figure now and 24 hours earlier."""
    (now, now_time), (then, then_time) = at(frame, t), at(frame, t - DAY)
    live, before = scale(now[column]), scale(then[column])
    return {"value": live, "time": now_time, "value.24hAgo": before, "time.24hAgo": then_time,
            "change.24h": live / before - 1}


def liquidations(data, asset, t):
    """Sums over the bars wholly inside the window; hours say how much of it they cover."""
    frame = data.derivative("liquidation", f"api_futures_liquidation_aggregated_coin_history_{asset}_{asset}.csv")
    inside = frame[(frame.index >= t - DAY) & (frame.index + BAR <= t)]
    long = float(inside.aggregated_long_liquidation_usd.sum())
    short = float(inside.aggregated_short_liquidation_usd.sum())
    return {"liquidations.long.24h": long, "liquidations.short.24h": short,
            "liquidations.total.24h": long + short, "liquidations.bars": len(inside),
            "liquidations.hours": 4 * len(inside)}


def percent(value):
    """A percentage as a ratio, shifted in decimal so that the double is the nearest one."""
    return float(Decimal(repr(float(value))).scaleb(-2))


def venue(data, asset, t):
    """Derivatives facts of one asset on one venue."""
    interest = "api_futures_openInterest_ohlc_aggregated"
    stable = data.derivative("open_interest", f"{interest}_stablecoin_{asset}_{asset}.csv")
    coin = data.derivative("open_interest", f"{interest}_coin_margin_history_{asset}_{asset}.csv")
    rates = data.derivative("funding_rate",
                            f"api_futures_fundingRate_oi_weight_ohlc_history_{asset}_{asset}.csv")
    facts = liquidations(data, asset, t)
    facts["openInterest.stablecoin"] = then_and_now(stable, "close", t)
    facts["openInterest.coin"] = then_and_now(coin, "close", t)
    facts["funding"] = then_and_now(rates, "close", t, percent)
    if asset == "BTC":
        book = data.derivative("order_book", "api_futures_orderbook_ask_bids_history.csv")
        facts["depth.bid"] = then_and_now(book, "bids_usd", t)
        facts["depth.ask"] = then_and_now(book, "asks_usd", t)
    return facts


def facts_at(data, text):
    """All facts at one instant."""
    t = pd.Timestamp(text)
    facts = {"index:TOTAL": total(data, t), "index:own": own_index(data, t)}
    facts |= {f"asset:{asset}": asset_facts(data, asset, t) for asset in data.contracts}
    facts |= {f"sector:{slug}": sector(data, members, facts, t) for slug, members in data.sectors.items()}
    per_asset = {f"venue:binance/asset:{asset}": venue(data, asset, t) for asset in FOUR}
    sums = [f"liquidations.{side}.24h" for side in ("long", "short", "total")]
    facts["venue:binance"] = {name: sum(v[name] for v in per_asset.values()) for name in sums}
    return facts | per_asset


def agrees(ours, printed):
    """Whether a figure rounds to a printed one: within half of its last digit."""
    half = 10.0 ** Decimal(printed).as_tuple().exponent / 2
    return abs(ours - float(printed)) <= half * 1.001


def compare(instants):
    """Prints the design's figures beside ours; returns whether every difference has a known reason."""
    explained = True
    with (Path(__file__).parent / "design.csv").open(newline="") as stream:
        for row in csv.DictReader(stream):
            for printed, instant in zip((row["at11"], row["at12"]), INSTANTS):
                ours = float(instants[instant][row["subject"]][row["fact"]])
                same = agrees(ours, printed)
                explained &= same or bool(row["note"])
                print(f"{instant[11:16]} {row['subject']:24}{row['fact']:26}{printed:>12}{ours:>22.12g}"
                      f"  {'ok' if same else 'differs: ' + row['note']}")
    return explained


def plain(value):
    """Numpy scalars as Python ones, so JSON prints the shortest text that reads back to the same double."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value.item() if isinstance(value, np.generic) else value


def main():
    """Computes, writes, compares."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default=os.environ.get("DOWNDRAFT_DATA"), metavar="DIR")
    options = parser.parse_args()
    if not options.data:
        parser.error("give --data DIR or set DOWNDRAFT_DATA")
    try:
        data = Data(options.data)
    except FileNotFoundError as error:
        sys.exit(f"golden: missing input: {error.filename}")
    instants = plain({text: facts_at(data, text) for text in INSTANTS})
    body = (json.dumps({"instants": instants}, indent=1, sort_keys=True) + "\n").encode()
    sidecar.write(OUT, body, "raw files listed in Cases/2025-01-27/manifest.json",
                  f"pandas {pd.__version__}, numpy {np.__version__}, TA-Lib {talib.__version__}",
                  "Scripts/reference/golden.py", "TA-Lib's RSI over the daily closes since 2024-04-07")
    sys.exit(0 if compare(instants) else 1)


if __name__ == "__main__":
    main()
