"""Shows that both sides computed the same before anything is said about which was faster."""

import math

from harness.tools import BenchError

TOLERANCE = 1e-9

# Our measure and subject, and the peer's subject and figure.
FIGURES = [
    ("cap", "index:TOTAL", "index:TOTAL", "cap"),
    ("change.24h", "index:TOTAL", "index:TOTAL", "change.24h"),
    ("sma.50", "index:TOTAL", "index:TOTAL", "sma.50"),
    ("sma.100", "index:TOTAL", "index:TOTAL", "sma.100"),
    ("rsi.14", "index:TOTAL", "index:TOTAL", "rsi.14"),
    ("change.24h", "index:own", "index:own", "change.24h"),
    ("change.24h", "sector:ai", "sector:ai", "change.24h"),
    ("liquidations.long.24h", "venue:binance/asset:BTC", "venue:binance/asset:BTC", "liquidations.long.24h"),
]


def check(ours, peer):
    """Compares every figure, ours as the report's JSON, the peer's as its own; answers how many."""
    found = latest(ours["facts"])
    for measure, subject, place, name in FIGURES:
        own, other = found.get((measure, subject)), peer.get(place, {}).get(name)
        if own is None or other is None:
            raise BenchError(f"{measure} of {subject} is missing: ours {own}, peer's {other}")
        if not math.isclose(own, other, rel_tol=TOLERANCE):
            raise BenchError(f"{measure} of {subject} differs: ours {own!r}, peer's {other!r}")
    return len(FIGURES)


def latest(facts):
    """The latest number of each measure and subject; a book lists the latest first."""
    found = {}
    for fact in facts:
        if isinstance(fact["value"], (int, float)):
            found.setdefault((fact["measure"], fact["subject"]), fact["value"])
    return found
