"""Levels written out from their definitions, looking back over all bars each time; nothing is carried from bar to bar."""

import math
from fractions import Fraction

import numpy as np


def zigzag(bars, thresholds):
    """Turns: each is looked for anew from the turn before it."""
    highs, lows, closes = bars[:, 1], bars[:, 2], bars[:, 3]
    turns, start, side = [], 0, None
    begin = 0
    while True:
        found = None
        for now in range(begin, len(bars)):
            if not thresholds[now] > 0:
                continue
            high = highs[start:now + 1].copy()
            low = lows[start:now + 1].copy()
            if side is not None:
                high[0] = low[0] = closes[start]
            fall, rise = high.max() - closes[now], closes[now] - low.min()
            wanted = side or ("high" if fall >= rise else "low")
            if (fall if wanted == "high" else rise) >= thresholds[now]:
                place = start + int(high.argmax() if wanted == "high" else low.argmin())
                found = (wanted, place, float(high.max() if wanted == "high" else low.min()), now)
                break
        if found is None:
            return turns
        turns.append({"side": found[0], "bar": found[1], "price": found[2], "confirmed": found[3]})
        side, start, begin = ("low" if found[0] == "high" else "high"), found[1], found[3]


def profile(bars, bins):
    """Volumes of bins as overlaps in rational numbers, with the busiest bin and the value area."""
    exact = [[Fraction(float(value)) for value in bar] for bar in bars]
    low, high = min(bar[2] for bar in exact), max(bar[1] for bar in exact)
    width = (high - low) / bins
    volumes = []
    for number in range(bins):
        floor, roof = low + number * width, low + (number + 1) * width
        volume = Fraction(0)
        for _, top, bottom, _, traded in exact:
            if top > bottom:
                volume += traded * max(Fraction(0), min(top, roof) - max(bottom, floor)) / (top - bottom)
            elif floor <= top < roof or number == bins - 1 and top == roof:
                volume += traded
        volumes.append(volume)
    first, last = value_area(volumes)
    return [{"bin": number, "middle": float(low + (number + Fraction(1, 2)) * width), "volume": float(volume),
             "inArea": int(first <= number <= last)} for number, volume in enumerate(volumes)]


def value_area(volumes):
    """The bins of the value area: pairs of bins, the upper of equals."""
    first = last = max(range(len(volumes)), key=lambda number: (volumes[number], number))
    while sum(volumes[first:last + 1]) * 10 < sum(volumes) * 7:
        above, below = volumes[last + 1:last + 3], volumes[max(0, first - 2):first]
        if below and (not above or sum(below) > sum(above)):
            first -= len(below)
        else:
            last += len(above)
    return first, last


def trendline(bars, pivots, ranges, side, start):
    """The best line over all pairs, every quantity as an array over bars."""
    closes, numbers = bars[:, 3], np.arange(len(bars), dtype=float)
    turns = [row for row in pivots if row["side"] == side and row["bar"] >= start and not math.isnan(ranges[row["bar"]])]
    if len(turns) < 3:
        return {"answer": "tooFew", "number": len(turns)}
    turns = turns[-64:]
    places, prices = (np.array([row[key] for row in turns], dtype=float) for key in ("bar", "price"))
    tolerance = 0.4 * np.nan_to_num(ranges)
    lines, most, breaks, left = [], 0, [], []
    for first in range(len(turns)):
        for second in range(first + 1, len(turns)):
            slope = (prices[second] - prices[first]) / (places[second] - places[first])
            line = prices[first] + slope * (numbers - places[first])
            on = np.abs(prices - line[places.astype(int)]) <= tolerance[places.astype(int)] + 1e-12 * prices
            on &= places >= places[first]
            most = max(most, int(on.sum()))
            if on.sum() < 3:
                continue
            across = (line - closes if side == "low" else closes - line)[int(places[first]):]
            beyond = np.flatnonzero(across > tolerance[int(places[first]):])
            if len(beyond):
                breaks.append(int(places[first]) + int(beyond[0]))
                continue
            if places[on][-1] - places[first] < 0.5 * (len(bars) - 1 - places[first]) or line[-1] <= 0:
                left.append(int(places[on][-1]))
                continue
            fit = np.polyfit(places[on] - places[first], prices[on], 1)[0]
            drift = abs(fit - slope) * (len(bars) - 1 - places[first]) / ranges[-1]
            score = on.sum() - 0.25 * (across > 0).sum() - drift
            lines.append((round(score, 10), int(on.sum()), -int(places[first]), -int(places[second]), float(line[-1] + slope)))
    if lines:
        score, touches, first, second, value = max(lines)
        return {"answer": "line", "number": touches, "anchor": -first, "second": -second, "score": score, "value": value}
    if left:
        return {"answer": "leftBehind", "number": max(left)}
    return {"answer": "closedBeyond", "number": max(breaks)} if breaks else {"answer": "tooFewTouches", "number": most}


def read_break(bars, level, ranges):
    """The standing, the event and the testing of every bar, each asked of the bars up to it."""
    known = [place for place in range(len(bars)) if not math.isnan(level[place])]
    band = [max(0.25 * (0 if math.isnan(ranges[place]) else ranges[place]), 0.005 * level[place]) for place in range(len(bars))]
    origin = next((np.sign(bars[place][3] - level[place]) for place in known if bars[place][3] != level[place]), 0)
    start = next((place for place in known if bars[place][3] != level[place]), None)
    gap = lambda place: origin * (bars[place][3] - level[place])
    front = lambda place: (bars[place][2] - level[place]) if origin > 0 else (level[place] - bars[place][1])
    back = lambda place: (bars[place][1] - level[place]) if origin > 0 else (level[place] - bars[place][2])
    rows, broken_at = [], None
    for place in range(len(bars)):
        if place not in known:
            rows.append(("none", "none", 0))
            continue
        event = "none"
        before = place - 1 if place - 1 in known else None
        if start is not None and place > start:
            if broken_at is None:
                if gap(place) < -band[place]:
                    event, broken_at = "broken", place
                elif gap(place) < 0 and before is not None and gap(before) < 0:
                    event, broken_at = "brokenSecond", place
                elif gap(place) > 0 and front(place) < 0:
                    event = "swept"
            elif gap(place) > band[place]:
                event, broken_at = "reclaimed", None
            elif before is not None and before > broken_at and not any(
                    row[1] == "failedRetest" for row in rows[broken_at:]):
                age = sum(1 for other in known if broken_at < other <= before)
                came = before - 1 in known and gap(before - 1) < 0
                if (age <= 3 and came and back(before) > -band[before]
                        and gap(place) < 0 and origin * bars[place][3] < origin * bars[before][3]):
                    event = "failedRetest"
        seen = start is not None and place >= start
        standing = "unknown" if not seen else {(1, False): "support", (1, True): "brokenDown", (-1, False): "resistance",
                                               (-1, True): "brokenUp"}[(int(origin), broken_at is not None)]
        rows.append((standing, event, int(abs(bars[place][3] - level[place]) < band[place])))
    return rows


def broken(random):
    """Walks around a level that moves, drawn towards it so that everything happens."""
    rows = []
    for run in range(40):
        price, level = 100 + random.normal(0, 1), 100.0
        bars, levels, ranges = [], [], []
        for _ in range(60):
            level *= math.exp(random.normal(0, 0.002))
            start, price = price, price * math.exp(random.normal(-0.1 * math.log(price / level), 0.008))
            high = max(start, price) * math.exp(abs(random.normal(0, 0.004)))
            low = min(start, price) * math.exp(-abs(random.normal(0, 0.004)))
            bars.append([round(value, 2) for value in (start, high, low, price)])
            levels.append(round(level, 2) if random.random() > 0.04 else math.nan)
            ranges.append(round(random.uniform(0.5, 4), 2) if random.random() > 0.2 else math.nan)
        for bar, value, range_, row in zip(bars, levels, ranges, read_break(bars, levels, ranges)):
            rows.append({"run": run, "high": bar[1], "low": bar[2], "close": bar[3], "level": value, "range": range_,
                         "standing": row[0], "event": row[1], "testing": row[2]})
    return rows


def merged(random):
    """Zones of levels: the strongest takes its neighbours, by a matrix of distances."""
    rows = []
    for run in range(30):
        count = int(random.integers(0, 25))
        values = np.round(random.uniform(80, 120, count), 2)
        half = np.round(np.where(random.random(count) < 0.3, random.uniform(0, 2, count), 0), 2)
        strength = np.round(random.uniform(0.1, 3, count), 3)
        reach = 0.5 * (2.0 + run % 4)
        lows, highs = values - half, values + half
        gaps = np.maximum(lows[:, None] - highs[None, :], lows[None, :] - highs[:, None])
        zone = np.full(count, -1)
        for leader in sorted(range(count), key=lambda place: (-strength[place], -values[place])):
            if zone[leader] < 0:
                zone[(zone < 0) & (gaps[leader] <= reach)] = leader
        for place in range(count):
            rows.append({"run": run, "range": 2 * reach, "value": values[place], "half": half[place],
                         "strength": strength[place], "leader": values[zone[place]]})
    return rows


def bounces(bars, random):
    """Hits and bounces of two simple methods, in prices; the placebo rate by another generator."""
    highs, lows, closes = bars[:, 1], bars[:, 2], bars[:, 3]
    step = 10.0 ** math.floor(math.log10(closes[0])) / 20
    methods = {"steps": lambda place: [math.floor(closes[place] / step) * step, (math.floor(closes[place] / step) + 1) * step],
               "extremes": lambda place: [highs[max(0, place - 19):place + 1].max(), lows[max(0, place - 19):place + 1].min()]}
    returns = np.diff(np.log(closes), prepend=np.nan)
    sigma = np.array([np.nan if place < 20 else np.sqrt(np.mean(returns[place - 19:place + 1] ** 2)) for place in range(len(bars))])
    rows = []
    for name, method in methods.items():
        for wait in (0, 3):
            hits = bounced = place = 0
            pools = {-1: [], 1: []}
            while place + 1 + wait < len(bars):
                if math.isnan(sigma[place]):
                    place += 1
                    continue
                hit = False
                for side in (-1, 1):
                    away = [level for level in method(place) if side * (level / closes[place] - 1) > 0
                            and max(level / closes[place], closes[place] / level) > 1.001]
                    level = min(away, key=lambda level: abs(level - closes[place]), default=None)
                    pools[side].append(math.inf if level is None else side * math.log(level / closes[place]) / sigma[place])
                    if level is None:
                        continue
                    if (lows[place + 1] <= level * 1.001) if side < 0 else (highs[place + 1] >= level / 1.001):
                        hit, hits = True, hits + 1
                        bounced += int(side * (closes[place + 1 + wait] - level) < 0)
                place += wait + 1 if hit else 1
            rates = [placebo(bars, sigma, pools, wait, random) for _ in range(4000)]
            rates = [rate for rate in rates if rate is not None]
            rows.append({"bars": len(bars), "method": name, "wait": wait, "hits": hits, "bounces": bounced,
                         "placebo": np.mean(rates), "low": np.quantile(rates, 0.025), "high": np.quantile(rates, 0.975),
                         "p": np.mean([rate >= bounced / hits for rate in rates]) if hits else 1.0})
    return rows


def placebo(bars, sigma, pools, wait, random):
    """The rate of one placebo set, over prices."""
    highs, lows, closes = bars[:, 1], bars[:, 2], bars[:, 3]
    hits = bounced = place = 0
    draws = random.integers(0, len(pools[1]), (len(bars), 2))
    while place + 1 + wait < len(bars):
        hit = False
        for column, side in enumerate((-1, 1)):
            distance = pools[side][draws[place][column]]
            if math.isnan(sigma[place]) or math.isinf(distance):
                continue
            ratio = math.exp(distance * sigma[place])
            level = closes[place] * ratio ** side
            if ratio > 1.001 and ((lows[place + 1] <= level * 1.001) if side < 0 else (highs[place + 1] >= level / 1.001)):
                hit, hits = True, hits + 1
                bounced += int(side * (closes[place + 1 + wait] - level) < 0)
        place += wait + 1 if hit else 1
    return bounced / hits if hits else None
