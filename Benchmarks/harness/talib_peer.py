"""TA-Lib's averages over a file of doubles, timed as ours are.

    talib_peer.py FILE [--make COUNT]
"""

import json
import sys
import time

import numpy as np

PERIODS = {"sma": 50, "ema": 50, "rsi": 14}
REPEATS = 5


def make(path, count):
    """A price that wanders: the same doubles every time."""
    steps = np.random.default_rng(20250127).normal(0, 0.001, int(count))
    (100 * np.exp(np.cumsum(steps))).tofile(path)


def timed(function, values, period):
    """Nanoseconds of the thread, and the last output."""
    start = time.thread_time_ns()
    outputs = function(values, timeperiod=period)
    return time.thread_time_ns() - start, float(outputs[-1])


def main():
    """Prints a line of JSON for each average."""
    if "--make" in sys.argv:
        make(sys.argv[1], sys.argv[3])
        return
    import talib

    values = np.fromfile(sys.argv[1])
    for name, period in PERIODS.items():
        runs = sorted(timed(getattr(talib, name.upper()), values, period) for _ in range(REPEATS))
        print(json.dumps({"part": name, "elements": len(values), "min_ns": runs[0][0],
                          "median_ns": runs[len(runs) // 2][0], "result": runs[0][1]}))


if __name__ == "__main__":
    main()
