"""TA-Lib's C functions over a file of doubles, into storage that is there already, timed as ours are.

    talib_peer.py FILE [--make COUNT]
"""

import ctypes
import json
import sys
import time
from pathlib import Path

import numpy as np

REPEATS = 3
# Where the sample of the outputs ends, and how far apart its places are; as in Kernels.swift.
FIRST, STEP = 1000, 100_003
# As many values as the second cache holds with all columns.
CACHED = 1 << 15


def make(path, count):
    """A price that wanders: the same doubles every time."""
    steps = np.random.default_rng(20250127).normal(0, 0.001, int(count))
    (100 * np.exp(np.cumsum(steps))).tofile(path)


class Columns:
    """The inputs, and three columns to write into, each touched before the clock runs."""

    def __init__(self, close):
        self.close = close
        self.high, self.low = self.close * 1.001, self.close * 0.999
        self.outputs = [np.ones_like(self.close) for _ in range(3)]

    def sample(self, outputs, begin):
        """The mean of every hundred-thousandth output; the first of `outputs` is that of `begin`."""
        return float(np.mean([outputs[place - begin] for place in range(len(self.close) - 1, FIRST, -STEP)]))


def library():
    """The shared object that the wheel brings along, or None where it is linked in otherwise."""
    import talib

    found = sorted(Path(talib.__file__).parent.parent.glob("ta_lib.libs/libta*lib*.so*"))
    return ctypes.CDLL(str(found[0])) if found else None


def native(columns, lib):
    """The C functions with storage of the caller's; each answers the outputs and where they begin."""
    lib.TA_Initialize()
    begin, count = ctypes.c_int(), ctypes.c_int()
    last = len(columns.close) - 1

    def call(function, inputs, options, outputs):
        def work():
            code = function(0, last, *map(pointer, inputs), *options, ctypes.byref(begin), ctypes.byref(count),
                            *map(pointer, outputs))
            if code != 0:
                sys.exit(f"TA-Lib answered {code}")
            return outputs[0], begin.value
        return work

    close, (first, *_) = [columns.close], columns.outputs
    return {
        "sma": call(lib.TA_SMA, close, [50], [first]),
        "ema": call(lib.TA_EMA, close, [50], [first]),
        "rsi": call(lib.TA_RSI, close, [14], [first]),
        "macd": call(lib.TA_MACD, close, [12, 26, 9], columns.outputs),
        "atr": call(lib.TA_ATR, [columns.high, columns.low, columns.close], [14], [first]),
    }


def pointer(column):
    """A column as C sees it."""
    return column.ctypes.data_as(ctypes.POINTER(ctypes.c_double))


def wrapped(columns):
    """The functions of the Python package, which bring storage of their own each time."""
    import talib

    close = columns.close
    return {
        "sma": lambda: (talib.SMA(close, 50), 0),
        "ema": lambda: (talib.EMA(close, 50), 0),
        "rsi": lambda: (talib.RSI(close, 14), 0),
        "macd": lambda: (talib.MACD(close, 12, 26, 9)[0], 0),
        "atr": lambda: (talib.ATR(columns.high, columns.low, close, 14), 0),
    }


def main():
    """Prints a line of JSON for each indicator."""
    if "--make" in sys.argv:
        make(sys.argv[1], sys.argv[3])
        return
    close, lib = np.fromfile(sys.argv[1]), library()
    measure(Columns(close), lib, "", 1)
    measure(Columns(close[:CACHED].copy()), lib, "-cached", 100)


def measure(columns, lib, suffix, rounds):
    """Times each indicator in turn, `rounds` times over, and prints a line of JSON for it."""
    functions = native(columns, lib) if lib else wrapped(columns)
    times, results = {name: [] for name in functions}, {}
    for _ in range(REPEATS):
        for name, work in functions.items():
            start = time.thread_time_ns()
            for _ in range(rounds):
                outputs, begin = work()
            times[name].append(time.thread_time_ns() - start)
            results[name] = columns.sample(outputs, begin)
    for name, taken in times.items():
        print(json.dumps({"part": name + suffix, "elements": len(columns.close) * rounds, "min_ns": min(taken),
                          "median_ns": sorted(taken)[len(taken) // 2], "result": results[name],
                          "storage": "given" if lib else "new"}))


if __name__ == "__main__":
    main()
