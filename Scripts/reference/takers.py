#!/usr/bin/env python3
"""Writes what takers traded over windows of the bundled case, and liquidations as a share of it.

    python3 Scripts/reference/takers.py

Reads the bundled case alone. Writes the bars that the room is asked about and, by pandas over whole frames, what it has to
answer: sums, shares with the bounds that prices leave, the balance and the highest bar.
"""

from pathlib import Path

import numpy as np
import pandas as pd

import sidecar

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "Cases/2025-01-27"
OUT = ROOT / "Tests/Fixtures/Liquidations"
MADE_BY = "Scripts/reference/takers.py"
TOOLS = f"numpy {np.__version__}, pandas {pd.__version__}"
SOURCE = "Cases/2025-01-27: Coinglass, Binance only, and Binance's hourly bars"
SPAN = ("2025-01-24T00:00Z", "2025-01-28T12:00Z")
FOUR, DAY = pd.Timedelta(hours=4), pd.Timedelta(days=1)


def write(name, frame, note):
    """A frame as CSV with its sidecar."""
    data = frame.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%dT%H:%M:%SZ").encode()
    sidecar.write(OUT / f"{name}.csv", data, SOURCE, TOOLS, MADE_BY, note)


def table(name):
    """The rows of a file of the case that lie in the span."""
    frame = pd.read_csv(CASE / f"{name}.csv.gz", parse_dates=["open_time"])
    return frame[(frame.open_time >= SPAN[0]) & (frame.open_time < SPAN[1])]


def prices(hours):
    """The lowest, the mean typical and the highest price of each four hours of each contract."""
    hours = hours.assign(bar=hours.open_time.dt.floor("4h"), typical=(hours.high + hours.low + hours.close) / 3)
    grouped = hours.groupby(["series", "bar"])
    mean = grouped[["typical", "volume"]].apply(lambda part: np.average(part.typical, weights=part.volume))
    frame = pd.DataFrame({"low": grouped.low.min(), "middle": mean, "high": grouped.high.max(), "hours": grouped.size()})
    assert (frame.hours == 4).all()
    return frame.drop(columns="hours")


def dollars(flow, price):
    """Every bar of takers in dollars at the lowest, the mean and the highest price."""
    rows = []
    for row in flow.itertuples():
        at = price.loc[(row.contracts, row.open_time)] if row.unit == "coins" else {"low": 1.0, "middle": 1.0, "high": 1.0}
        rows.append({"asset": row.asset, "contracts": row.contracts, "open_time": row.open_time,
                     **{f"{side}_{bound}": getattr(row, side) * at[bound]
                        for side in ("bought", "sold") for bound in ("low", "middle", "high")}})
    return pd.DataFrame(rows)


def answer(asset, end, liquidated, traded):
    """What is to be said of one asset over the day that ends at a time."""
    bars = liquidated[(liquidated.asset == asset) & (liquidated.open_time >= end - DAY) & (liquidated.open_time + FOUR <= end)]
    names = traded[traded.asset == asset].contracts.unique()
    contracts = "all" if "all" in names else names[0]
    joined = bars.merge(traded[(traded.asset == asset) & (traded.contracts == contracts)], on=["asset", "open_time"])
    sums = joined.sum(numeric_only=True)
    row = {"asset": asset, "end": end, "contracts": contracts, "bars": len(joined), "long_usd": sums.long_usd,
           "short_usd": sums.short_usd, "bought": sums.bought_middle, "sold": sums.sold_middle,
           "balance": (sums.bought_middle - sums.sold_middle) / (sums.bought_middle + sums.sold_middle)}
    for side, taken in (("long", "sold"), ("short", "bought")):
        usd = sums[f"{side}_usd"]
        row |= {f"{side}_share": usd / sums[f"{taken}_middle"], f"{side}_share_low": usd / sums[f"{taken}_high"],
                f"{side}_share_high": usd / sums[f"{taken}_low"]}
        highest = (joined[f"{side}_usd"] / joined[f"{taken}_high"]).idxmax()
        row |= {f"{side}_highest": joined.loc[highest, f"{side}_usd"] / joined.loc[highest, f"{taken}_middle"],
                f"{side}_highest_opened": joined.loc[highest, "open_time"]}
    return row


def main():
    """Writes the bars and the answers."""
    liquidated, flow = table("liquidations"), table("taker-flow")
    coins = sorted(set(flow.contracts[flow.unit == "coins"]))
    hours = table("bars-binance-1h")
    hours = hours[hours.series.isin(coins)].sort_values(["series", "open_time"])
    write("takers-liquidations", liquidated[["asset", "open_time", "long_usd", "short_usd"]], "bars of four hours")
    write("takers-flow", flow[["asset", "contracts", "open_time", "unit", "bought", "sold"]], "bars of four hours")
    write("takers-hours", hours[["series", "open_time", "open", "high", "low", "close", "volume"]], "bars of an hour")
    traded = dollars(flow, prices(hours))
    ends = pd.date_range(pd.Timestamp(SPAN[0]) + DAY, SPAN[1], freq="4h")
    write("takers", pd.DataFrame([answer(asset, end, liquidated, traded) for end in ends for asset in sorted(set(flow.asset))]),
          "days that end every four hours; the share of the highest bar is in the middle, the bar is chosen by its lower bound")


if __name__ == "__main__":
    main()
