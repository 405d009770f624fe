#!/usr/bin/env python3
"""Writes reference values for the indices into Tests/Fixtures/Indices/, by numpy, pandas and fifty-digit decimals.

    python3 Scripts/reference/indices.py

All inputs are made here from fixed seeds, so nothing else is read. Formulas are written a second time, in other terms
than the engine's where there are any: bounds by bisection, the divisor as a divisor, logarithmic means at fifty digits.
"""

import math
import sys
from decimal import Decimal, getcontext
from pathlib import Path

import numpy as np
import pandas as pd

import sidecar

OUT = Path(__file__).resolve().parents[2] / "Tests/Fixtures/Indices"
SEED = 20250127
HOUR, DAY = 3600, 86400
getcontext().prec = 50


def write(name, frame, what):
    """Writes a table with every float in its shortest exact form."""
    text = frame.map(lambda cell: "" if cell is None or cell is pd.NA or (isinstance(cell, float) and math.isnan(cell))
                     else repr(float(cell)) if isinstance(cell, (float, np.floating)) else str(cell))
    data = text.to_csv(index=False, lineterminator="\n").encode()
    sidecar.write(OUT / f"{name}.csv", data, f"made series (numpy seed {SEED})",
                  f"numpy {np.__version__}, pandas {pd.__version__}, Python {sys.version.split()[0]} decimal",
                  "Scripts/reference/indices.py", what)
    print(f"{name}.csv: {len(frame)} rows, {len(data)} bytes")


def caps(random, count, spread=3.0):
    """Capitalisations over some decades."""
    return 10 ** random.uniform(8, 8 + spread, count) * random.uniform(1, 10, count)


# Weights.

def bounded(sizes, most, least):
    """The multiple of the capitalisations that adds up to one once clipped, by bisection at fifty digits."""
    sizes = [Decimal(float(size)) for size in sizes]
    most, least = Decimal(most), Decimal(least)
    clipped = lambda scale: [min(most, max(least, scale * size)) for size in sizes]
    low, high = Decimal(0), (most + 1) / min(sizes)
    for _ in range(220):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(clipped(middle)) < 1 else (low, middle)
    return [float(weight) for weight in clipped(high)]


def weights(random):
    rows = []
    kinds = [("capitalisation", None, None), ("square root", None, None), ("equal", None, None)]
    bounds = [(0.35, 0.01), (0.4, 0.01), (0.3, 0.0), (1.0, 0.02), (0.12, 0.05), (0.2, 0.08), (1 / 3, 0.0)]
    for case in range(60):
        kind, most, least = kinds[case % 3] if case < 15 else ("capped", *bounds[case % len(bounds)])
        sizes = caps(random, int(random.integers(1, 16)), random.choice([0.5, 2, 6]))
        if kind == "capped":
            whole = len(sizes) * most >= 1 - 1e-12 and len(sizes) * least <= 1 + 1e-12
            answer = bounded(sizes, most, least) if whole else [None] * len(sizes)
        else:
            base = {"capitalisation": sizes, "square root": np.sqrt(sizes), "equal": np.ones(len(sizes))}[kind]
            answer = base / base.sum()
        rows += [dict(case=case, kind=kind, most=most, least=least, cap=float(size), weight=weight)
                 for size, weight in zip(sizes, answer)]
    write("weights", pd.DataFrame(rows, dtype=object), "bounds by bisection at fifty digits; no weight: impossible")


# Universe.

CLASSES = ["coin", "coin", "coin", "stablecoin", "wrapped", "staked", "commodity"]


def universe(random):
    rows = []
    for case in range(40):
        count = int(random.integers(4, 22))
        frame = pd.DataFrame({"asset": [f"A{n:02}" for n in random.permutation(count)]})
        # Few different capitalisations, so that ties are common.
        frame["cap"] = random.integers(1, 9, count) * 1e9
        frame.loc[random.random(count) < 0.06, "cap"] = 0.0
        frame["class"] = random.choice(CLASSES, count)
        frame["sector"] = random.choice(["", "ai", "ai", "meme"], count)
        frame["group"] = [random.choice(["", "gpu", "agents"]) if sector else "" for sector in frame.sector]
        frame["inSnapshot"] = (random.random(count) > 0.08).astype(int)
        rule = {
            "classes": "+".join(sorted(set(random.choice(sorted(set(CLASSES)), 3)))),
            "largest": None if random.random() < 0.3 else int(random.integers(2, 15)),
            "withoutLargest": int(random.choice([0, 0, 1])),
            "without": "+".join(sorted(set(random.choice(frame.asset, 2)))) if random.random() < 0.5 else "",
            "only": "+".join(sorted(set(random.choice(frame.asset, 6)))) if case % 5 == 4 else "",
            "ruleSector": "ai" if case % 4 == 3 else "",
            "ruleGroup": "gpu" if case % 8 == 7 else "",
        }
        rows.append(judged(frame, rule).assign(case=case, **rule))
    write("universe", pd.concat(rows).astype(object), "place 1 is the largest member; otherwise why it is none")


def judged(frame, rule):
    """The place of each asset in the index, or why it has none."""
    frame = frame.copy()
    frame["fate"] = ""
    set_fate = lambda mask, fate: frame.loc.__setitem__((mask & (frame.fate == ""), "fate"), fate)
    set_fate(~frame["class"].isin(rule["classes"].split("+")), "class")
    if rule["ruleSector"]:
        set_fate(frame.sector != rule["ruleSector"], "sector")
    if rule["ruleGroup"]:
        set_fate(frame.group != rule["ruleGroup"], "group")
    if rule["only"]:
        set_fate(~frame.asset.isin(rule["only"].split("+")), "named")
    # What the snapshot does not know is spoken of only where the rule would have taken it.
    frame.loc[(frame.inSnapshot == 0) & (frame.fate != ""), "fate"] = "unspoken"
    set_fate(frame.inSnapshot == 0, "supply")
    set_fate(frame.cap <= 0, "cap")
    ranked = frame[frame.fate == ""].sort_values(["cap", "asset"], ascending=[False, True])
    place = pd.Series(range(len(ranked)), index=ranked.index)
    if rule["largest"] is not None:
        frame.loc[place.index[place >= rule["largest"]], "fate"] = "small"
    frame.loc[place.index[(place < rule["withoutLargest"])], "fate"] = "large"
    set_fate(frame.asset.isin(rule["without"].split("+")), "out")
    members = frame[frame.fate == ""].sort_values(["cap", "asset"], ascending=[False, True])
    frame["place"] = 0
    frame.loc[members.index, "place"] = range(1, len(members) + 1)
    return frame


# Chain.

def chain(random):
    """Value by a divisor, D x M after / M before, and by chained weights; one row an asset and step."""
    rows = []
    for case in range(8):
        names = [f"A{n}" for n in range(8)]
        price = {name: float(10 ** random.uniform(-6, 5)) for name in names}
        coins = {name: Decimal(float(1e9 / price[name] * random.uniform(0.1, 10))) for name in names[:5]}
        worth = lambda held: sum(Decimal(price[name]) * count for name, count in held.items())
        divisor, kind = worth(coins) / 1000, "start"
        for step in range(25):
            held = {name: float(count) for name, count in coins.items()}
            value = float(worth(coins) / divisor)
            rows += [dict(case=case, step=step, kind=kind, asset=name, price=price[name],
                          amount=weight.get(name) if kind == "rebalance" else held.get(name), value=value)
                     for name in names]
            kind = str(random.choice(["price", "price", "restate", "rebalance"]))
            if kind == "price":
                price = {name: float(cost * math.exp(random.normal(0, 0.1))) for name, cost in price.items()}
                continue
            before = worth(coins)
            members = random.choice(names, int(random.integers(2, 8)), replace=False)
            if kind == "restate":
                coins = {str(name): Decimal(float(1e9 / price[name] * random.uniform(0.1, 10))) for name in members}
                divisor = divisor * worth(coins) / before
            else:
                weight = {str(name): float(part) for name, part in zip(members, random.dirichlet(np.ones(len(members))))}
                whole = sum(Decimal(part) for part in weight.values())
                coins = {name: Decimal(part) / whole * before / Decimal(price[name]) for name, part in weight.items()}
    write("chain", pd.DataFrame(rows, dtype=object), "amount: coins held, or the weight set; value at these prices")


# Decomposition.

def log_mean(a, b):
    return a if a == b else (b - a) / (b / a).ln()


def decomposition(random):
    rows = []
    for case in range(40):
        wild = case % 4 == 3
        asset_rows = []
        for number in range(int(random.integers(1, 9))):
            decades = random.uniform(-12, 12, 2) if wild else random.uniform(-4, 4, 2)
            p0, s0 = (float(10 ** decade) for decade in decades)
            p1 = float(p0 * math.exp(random.normal(0, 0.1)))
            s1 = s0 if random.random() < 0.4 else float(s0 * math.exp(random.normal(0, 0.02)))
            if wild and random.random() < 0.2:
                p1, s1 = p0 * 1e8, s0 / 1e8
            presence = random.choice(["both", "both", "both", "both", "before", "after"]) if number else "both"
            kind = str(random.choice(["coin", "coin", "stablecoin"]))
            asset_rows.append(split(f"A{number}", kind, presence, p0, s0, p1, s1))
        frame = pd.DataFrame(asset_rows, dtype=object)
        before, after = sum(frame.m0), sum(frame.m1)
        stayed = frame[(frame.s0.notna()) & (frame.s1.notna())]
        held = sum(Decimal(row.s0) * Decimal(row.p1) for row in stayed.itertuples())
        frame = frame.assign(case=case, capBefore=float(before), change=float(after - before),
                             capChange=float(after / before - 1), indexChange=float(held / sum(stayed.m0) - 1))
        rows.append(frame.drop(columns=["m0", "m1"]))
    write("decomposition", pd.concat(rows), "both splits at fifty digits; an empty cell: not there at that end")


def split(asset, kind, presence, p0, s0, p1, s1):
    price0, coins0, price1, coins1 = (Decimal(value) for value in (p0, s0, p1, s1))
    m0, m1 = price0 * coins0, price1 * coins1
    row = dict(asset=asset, kind=kind, s0=s0, p0=p0, s1=s1, p1=p1, m0=m0, m1=m1, price=0.0, supply=0.0,
               logPrice=0.0, logSupply=0.0, entered=0.0, left=0.0)
    if presence == "before":
        return row | dict(s1=None, p1=None, m1=Decimal(0), left=float(-m0))
    if presence == "after":
        return row | dict(s0=None, p0=None, m0=Decimal(0), entered=float(m1))
    mean = log_mean(m0, m1)
    # The Shapley value as what it is: the mean over the two orders of change.
    price = ((price1 - price0) * coins0 + (price1 - price0) * coins1) / 2
    supply = ((coins1 - coins0) * price0 + (coins1 - coins0) * price1) / 2
    return row | dict(price=float(price), supply=float(supply), logPrice=float(mean * (price1 / price0).ln()),
                      logSupply=float(mean * (coins1 / coins0).ln()))


def linked(random):
    """Carino's factors at fifty digits."""
    rows = []
    for case in range(20):
        periods = int(random.integers(1, 8))
        parts = [f"P{n}" for n in range(int(random.integers(1, 5)))]
        points = random.normal(0, 0.03, (periods, len(parts)))
        if case % 5 == 4:
            points[0] = 0
        exact = [[Decimal(float(cell)) for cell in line] for line in points]
        changes = [sum(line) for line in exact]
        whole = math.prod([1 + change for change in changes], start=Decimal(1)) - 1
        factor = lambda change: Decimal(1) if change == 0 else (1 + change).ln() / change
        for place, part in enumerate(parts):
            total = sum(line[place] * factor(change) for line, change in zip(exact, changes)) / factor(whole)
            rows += [dict(case=case, period=period, part=part, points=float(points[period, place]),
                          linked=float(total), change=float(whole)) for period in range(periods)]
    write("linked", pd.DataFrame(rows, dtype=object), "linked and change are those of the whole case")


# Shares and counts.

def dominance(random):
    rows = []
    for case in range(15):
        count = int(random.integers(1, 9))
        frame = pd.DataFrame({"asset": [f"A{n}" for n in range(count)], "before": caps(random, count),
                              "after": caps(random, count)})
        frame.loc[frame.index[1:][random.random(count - 1) < 0.2], "before"] = np.nan
        frame["shareBefore"] = (frame.before / frame.before.sum()).fillna(0)
        frame["shareAfter"] = frame.after / frame.after.sum()
        rows.append(frame.assign(case=case))
    write("dominance", pd.concat(rows).astype(object), "")


def breadth(random):
    rows = []
    for case in range(20):
        count = int(random.integers(1, 30))
        price = 10 ** random.uniform(-3, 4, count)
        near = lambda: price * np.exp(random.normal(0, 0.2, count))
        frame = pd.DataFrame({"change": random.normal(0, 0.05, count).round(2), "price": price, "average50": near(),
                              "average200": near(), "lowest": near(), "highest": near()})
        frame = frame.mask(random.random(frame.shape) < 0.1)
        known = lambda mark: frame[["price", mark]].dropna()
        answer = {
            "advancing": int((frame.change > 0).sum()), "declining": int((frame.change < 0).sum()),
            "unchanged": int((frame.change == 0).sum()), "median": frame.change.median(), "mean": frame.change.mean(),
            "above50": int((known("average50").price > known("average50").average50).sum()),
            "known50": len(known("average50")),
            "above200": int((known("average200").price > known("average200").average200).sum()),
            "known200": len(known("average200")),
            "newLows": int((known("lowest").price < known("lowest").lowest).sum()),
            "newHighs": int((known("highest").price > known("highest").highest).sum()),
        }
        rows.append(frame.assign(asset=[f"A{n}" for n in range(count)], case=case, **answer))
    write("breadth", pd.concat(rows).astype(object), "the counts are those of the whole case")


# Prices.

def prices(random):
    rows = []
    for case in range(80):
        count = int(random.integers(1, 12))
        level = float(10 ** random.uniform(-6, 5))
        frame = pd.DataFrame({"source": [f"S{n:02}" for n in random.permutation(count)]})
        frame["price"] = level * np.exp(random.normal(0, random.choice([0.0, 0.001, 0.02]), count))
        wrong = random.random(count) < 0.15
        frame.loc[wrong, "price"] *= random.choice([0.5, 1.02, 1.2, 150.0, 1e-3], wrong.sum())
        frame["volume"] = 10 ** random.uniform(2, 8, count)
        if case % 3 == 2:
            frame.loc[random.random(count) < 0.4, "volume"] = np.nan
        frame["age"] = random.choice([0, 60, HOUR, 3 * HOUR, 3 * HOUR + 1, 10 * HOUR, -1], count,
                                     p=[.3, .2, .2, .1, .1, .05, .05])
        previous = None if random.random() < 0.3 else level * float(random.choice([1.0, 0.9, 1 / 120, 120.0]))
        rows.append(aggregated(frame, previous).assign(case=case, previous=previous))
    write("prices", pd.concat(rows).astype(object), "age in seconds before the moment asked for; answers of the whole case")


def aggregated(frame, previous, k=4, tolerance=0.01):
    frame = frame.copy()
    frame["fate"] = "used"
    frame.loc[frame.age < 0, "fate"] = "later"
    frame.loc[frame.age > 3 * HOUR, "fate"] = "stale"
    jumps = lambda price: previous is not None and max(price / previous, previous / price) > 100
    left = frame[frame.fate == "used"]
    if len(left) < 3:
        frame.loc[left.index[[jumps(price) for price in left.price]], "fate"] = "jump"
    else:
        middle = left.price.median()
        distance = (left.price - middle).abs()
        reach = k * 1.4826 * distance.median() if distance.median() > 0 else tolerance * middle
        frame.loc[distance.index[distance > reach], "fate"] = "outlier"
    left = frame[frame.fate == "used"]
    mean = left.volume.notna().all()
    answer = math.nan
    if len(left):
        answer = np.average(left.price, weights=left.volume) if mean else weighted_median(left)
        if jumps(answer):
            frame.loc[left.index, "fate"] = "jump"
            answer, left = math.nan, left.iloc[:0]
    spread = (left.price.max() - left.price.min()) / left.price.median() if len(left) else math.nan
    return frame.assign(answer=answer, method="mean" if mean else "median", spread=spread,
                        disagrees=int(spread > 0.03), few=int(len(left) < 3))


def weighted_median(frame):
    """Where the share of the weight that lies below first passes a half."""
    usual = frame.volume.median() if frame.volume.notna().any() else 1.0
    ordered = frame.assign(weight=frame.volume.fillna(usual)).sort_values("price")
    share = ordered.weight.cumsum() / ordered.weight.sum()
    if (share == 0.5).any():
        place = int(np.argmax(share == 0.5))
        return ordered.price.iloc[place:place + 2].mean()
    return ordered.price.iloc[int(np.argmax(share > 0.5))]


# Supplies.

def supplies(random):
    rows = []
    for asset in range(40):
        coins, day = float(10 ** random.uniform(3, 14)), 0.0
        series = []
        for _ in range(int(random.integers(1, 12))):
            series.append((day, coins))
            day += float(random.choice([0.25, 1, 1, 7, 31]))
            move = random.choice(["mine", "jump", "burn"], p=[.6, .25, .15])
            coins *= {"mine": 1 + random.uniform(0, 0.01), "jump": random.choice([0.5, 1.3, 3.0]), "burn": 0.985}[move]
            if random.random() < 0.15 and len(series) > 1:
                coins = series[-2][1]
        rows += watched(f"A{asset:02}", series)
    write("supplies", pd.DataFrame(rows, dtype=object), "perDay where the row is a restatement; settled: the day believed")


def watched(asset, series):
    """The rule in plain words: a jump is believed once the next row agrees with it."""
    rate = lambda a, b: (b[1] / a[1]) ** (1 / max(1.0, b[0] - a[0])) - 1
    near = lambda a, b: abs(rate(a, b)) <= 0.02
    rows, settled, pending = [], None, None
    for place in series:
        jumped = None
        if settled is None or (pending and near(pending, place)) or near(settled, place):
            if pending and near(pending, place):
                next(row for row in rows if row["day"] == pending[0])["confirmed"] = 1
            settled, pending = place, None
        else:
            jumped, pending = rate(pending or settled, place), place
        rows.append(dict(asset=asset, day=place[0], coins=place[1], perDay=jumped, confirmed=0, settled=settled[0]))
    return rows


def reconciliation(random):
    rows = []
    for case in range(3):
        index = pd.RangeIndex(0, 24 * 5)
        walk = pd.Series(3.4e12 * np.exp(np.cumsum(random.normal(0, 0.005, len(index)))), index)
        frame = pd.DataFrame({"ours": walk * random.normal(0.99, 0.002, len(index)), "theirs": walk})
        frame = frame.mask(random.random(frame.shape) < 0.1)
        both = frame.dropna()
        ratio = both.ours / both.theirs
        change = both / both.reindex(both.index - 24).set_axis(both.index) - 1
        difference = (change.ours - change.theirs).dropna()
        furthest = difference.abs().idxmax()
        rows.append(frame.assign(case=case, hour=index, count=len(both), ratioMean=ratio.mean(), ratioSd=ratio.std(),
                                 days=len(difference), dayMean=difference.mean(), daySd=difference.std(),
                                 furthest=difference[furthest], furthestHour=furthest))
    write("reconciliation", pd.concat(rows).astype(object), "hourly levels; answers of the whole case")


if __name__ == "__main__":
    for number, table in enumerate((weights, universe, chain, decomposition, linked, dominance, breadth, prices,
                                    supplies, reconciliation)):
        table(np.random.default_rng(SEED + number))
