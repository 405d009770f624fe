#!/usr/bin/env python3
"""Writes what rules of alerts do over the bars of Tests/Fixtures/Outlook/bars.csv, and scores of planted alerts.

    python3 Scripts/reference/alerts.py

By the definitions in words: every alert looks back over all values before it, nothing is carried along. Needs numpy and scipy.
"""

import sys
from pathlib import Path

import numpy as np
import scipy
from scipy.integrate import quad
from scipy.special import erfc

import sidecar

OUT = Path(__file__).resolve().parents[2] / "Tests/Fixtures/Outlook"
DECAY, SEED = 0.94, 20
# quantity, length, comparison, enter, exit, cool-down, way, swings, horizon
RULES = [
    ("move", 1, "at-least", 0.02, 0.0, 0, "further", 1.0, 3),
    ("move", 1, "at-most", -0.01, 0.005, 4, "further", 0.5, 2),
    ("swings", 3, "at-most", -0.6, 0.1, 2, "either", 2.0, 3),
    ("swings", 5, "at-least", 0.8, 0.2, 7, "further", 1.0, 5),
    ("swings", 1, "at-least", 0.5, 0.0, 1, "either", 1.5, 1),
]


def bars():
    """Days with their prices."""
    lines = (OUT / "bars.csv").read_text().split()[1:]
    rows = np.array([[float(cell) for cell in line.split(",")] for line in lines])
    return rows[:, 0].astype(int), rows[:, 2], rows[:, 3], rows[:, 4]


def usual(days, closes):
    """The deviation expected after each bar: a mean of squares, the newest weighing most."""
    found, squares = [], []
    for place in range(len(days)):
        if place and days[place] - days[place - 1] == 1:
            squares.append(np.log(closes[place] / closes[place - 1]) ** 2)
        if len(squares) < SEED:
            found.append(None)
            continue
        later = np.array(squares[SEED:])
        weights = (1 - DECAY) * DECAY ** np.arange(len(later))[::-1]
        found.append(float(np.sqrt(np.mean(squares[:SEED]) * DECAY ** len(later) + np.sum(weights * later))))
    return found


def value(kind, length, place, days, closes, swings):
    """What is watched of one bar."""
    earlier = np.flatnonzero(days == days[place] - length)
    if not len(earlier):
        return None
    before = earlier[0]
    if kind == "move":
        return closes[place] / closes[before] - 1
    if swings[before] is None:
        return None
    return np.log(closes[place] / closes[before]) / (swings[before] * np.sqrt(length))


def goes_off(values, comparison, enter, leave, cool_down, days):
    """The places of alerts: beyond the threshold, with a value back at the exit since the last one beyond it."""
    sign = 1 if comparison == "at-least" else -1
    known = [place for place, found in enumerate(values) if found is not None]
    alerts = []
    for number, place in enumerate(known):
        if number == 0 or sign * values[place] < sign * enter:
            continue
        before = [sign * values[other] for other in known[:number]]
        beyond = [index for index, found in enumerate(before) if found >= sign * enter]
        back = [index for index, found in enumerate(before) if found <= sign * leave]
        if beyond and not (back and back[-1] > beyond[-1]):
            continue
        if alerts and days[place] - days[alerts[-1]] < cool_down:
            continue
        alerts.append(place)
    return alerts


def promise(place, rule, days, highs, lows, closes, swings):
    """The levels of a promise, the last day that counts, and what came of it: None where it is open."""
    _, _, comparison, _, _, _, way, multiple, horizon = rule
    if swings[place] is None:
        return None
    reach = np.exp(multiple * swings[place])
    lower, upper = closes[place] / reach, closes[place] * reach
    first, last = days[place] + 2, days[place] + 1 + horizon
    inside = np.flatnonzero((days >= first) & (days <= last))
    up, down = any(highs[inside] >= upper), any(lows[inside] <= lower)
    if way == "either":
        hit = up or down
    else:
        hit = up if comparison == "at-least" else down
    if last > days[-1] or (not hit and len(inside) < horizon):
        hit = None
    return lower, upper, last, hit


def alerts():
    """Every alert of every rule with what had been seen by then."""
    days, highs, lows, closes = bars()
    swings = usual(days, closes)
    lines = ["rule,quantity,length,comparison,enter,exit,cool,way,swings,horizon,day,value,lower,upper,"
             "alerts,followed,bars,happened,outcome"]
    for number, rule in enumerate(RULES):
        values = [value(rule[0], rule[1], place, days, closes, swings) for place in range(len(days))]
        promises = [promise(place, rule, days, highs, lows, closes, swings) for place in range(len(days))]
        fired = goes_off(values, *rule[2:6], days)
        for place in fired:
            def seen(places):
                told = [promises[other][3] for other in places if promises[other] is not None
                        and promises[other][2] <= days[place] and promises[other][3] is not None]
                return len(told), sum(told)
            own = seen([other for other in fired if other < place])
            every = seen(range(place))
            found = promises[place]
            levels = ("", "", None) if found is None else (repr(float(found[0])), repr(float(found[1])), found[3])
            outcome = "" if levels[2] is None else str(int(levels[2]))
            lines.append(",".join([str(number), *map(str, rule), str(days[place]), repr(float(values[place])),
                                   levels[0], levels[1], *map(str, own), *map(str, every), outcome]))
    return "\n".join(lines) + "\n"


def scores():
    """Planted alerts: what was said, the rate of any bar, what came of it, and the scores of both."""
    random = np.random.default_rng(20250127)
    lines = ["probabilities,climatology,outcomes,brier,climatology_brier,log,climatology_log,skill"]
    for count, worth in ((1, 0.5), (19, 0.5), (20, 0.9), (60, 0.9), (60, 0.0), (200, -0.5)):
        truth = random.uniform(0.1, 0.9, count)
        base = random.uniform(0.4, 0.6, count)
        said = np.clip(base + worth * (truth - base), 0, 1)
        came = (random.uniform(size=count) < truth).astype(int)

        def loss(given):
            clipped = np.clip(given, 0.001, 0.999)
            return float(np.mean(-np.log(np.where(came == 1, clipped, 1 - clipped))))
        own, other = float(np.mean((said - came) ** 2)), float(np.mean((base - came) ** 2))
        cells = [" ".join(repr(float(cell)) for cell in said), " ".join(repr(float(cell)) for cell in base),
                 " ".join(map(str, came)), *(repr(cell) for cell in (own, other, loss(said), loss(base), 1 - own / other))]
        lines.append(",".join(cells))
    return "\n".join(lines) + "\n"


def walks():
    """Probabilities of promises, by integrating where a walk stands after a bar against sums of reflections."""
    def cdf(value):
        return 0.5 * erfc(-value / np.sqrt(2))

    def touched(distance, bars):
        return 2 * cdf(-distance / np.sqrt(bars))

    def left(down, up, bars):
        total, root = 0.0, np.sqrt(bars)
        for turn in range(-40, 41):
            shift = 2 * turn * (up + down)
            total += cdf((up - shift) / root) - cdf((-down - shift) / root)
            total -= cdf((-down - 2 * up + shift) / root * -1) - cdf((-up + shift) / root * -1)
        return 1 - total

    lines = ["way,swings,bars,probability"]
    for way in ("further", "either"):
        for swings in (0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 6.0):
            for bars in (1, 2, 3, 5, 10, 24, 60):
                def value(place):
                    density = np.exp(-place * place / 2) / np.sqrt(2 * np.pi)
                    if way == "further":
                        return density * touched(swings - place, bars)
                    return density * left(swings + place, swings - place, bars)
                low = -12 if way == "further" else -swings
                inside = quad(value, low, swings, epsabs=1e-13, epsrel=1e-12, limit=400)[0]
                beyond = cdf(-swings) * (1 if way == "further" else 2)
                lines.append(f"{way},{swings},{bars},{float(inside + beyond)!r}")
    return "\n".join(lines) + "\n"


def main():
    """Writes both."""
    tool = f"numpy {np.__version__}, scipy {scipy.__version__}, Python {sys.version.split()[0]}"
    for name, text, note in (("alerts", alerts(), "by definitions that look back over all values"),
                             ("alert-scores", scores(), "mean squares and logarithms"),
                             ("alert-walks", walks(), "passages after a bar, integrated")):
        sidecar.write(OUT / f"{name}.csv", text.encode(), "made cases (numpy seed 20250127)", tool,
                      "Scripts/reference/alerts.py", note)


if __name__ == "__main__":
    main()
