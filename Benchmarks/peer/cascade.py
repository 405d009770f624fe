"""The cascade's two kernels as one would write them first with numpy: all scenarios at once, step by step.

    cascade.py INPUT REPEATS
    cascade.py INPUT --make SCENARIOS

INPUT is what `cascade.c` describes. Prints a line of JSON for each kernel, timed by the process's clock.
"""

import json
import sys
import time

import numpy as np

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
# An array, whose products wrap without a word.
SEED = np.array([20251010], dtype=np.uint64)
BINS, STEPS, VOLATILITY, REST = 2000, 200, 2.0, 0.98
LEVERAGES = [2, 3, 5, 10, 20, 25, 50, 75, 100, 125]
SHARES = [0.08, 0.1, 0.2, 0.3, 0.14, 0.1, 0.04, 0.02, 0.01, 0.01]


def make(path, count):
    """A million positions in bins of a basis point up to a fifth of the price, and scenarios: the same each time."""
    random = np.random.default_rng(20251010)
    positions = 1_000_000
    leverage = random.choice(LEVERAGES, p=SHARES, size=positions)
    entry = 1 + random.exponential(0.02, positions) * random.choice([-0.5, 1], size=positions)
    distance = 1 - entry * (1 - 1 / leverage) / (1 - 0.004)
    notional = random.lognormal(8, 1.5, positions)
    bins = np.clip(np.ceil(distance / 1e-4), 0, BINS + 10).astype(int)
    held = np.bincount(bins, weights=notional, minlength=BINS + 11)[: BINS + 1]
    shapes = np.cumsum(held) / notional.sum()
    shocks, scales = random.uniform(10, 600, count), random.uniform(100, 1500, count)
    np.concatenate([[BINS, count, STEPS, VOLATILITY, REST], shapes, shocks, scales]).tofile(path)


class Input:
    """The scenarios of a file."""

    def __init__(self, path):
        values = np.fromfile(path)
        self.bins, count, self.steps = (int(value) for value in values[:3])
        self.volatility, self.rest = values[3:5]
        body = values[5:]
        self.shapes, body = body[: self.bins + 1], body[self.bins + 1:]
        self.shocks, self.scales = body[:count], body[count:]


def fixed_points(given):
    """All scenarios one look-up further, until none moves."""
    falls = given.shocks
    bins = None
    while True:
        found = np.minimum(falls, given.bins).astype(np.int64)
        if bins is not None and np.array_equal(found, bins):
            return falls
        bins = found
        falls = given.shocks + given.scales * given.shapes[bins]


def mixed(words):
    """The last step of SplitMix64."""
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return words ^ (words >> np.uint64(31))


def rotated(words, bits):
    """Words turned to the left."""
    return words << np.uint64(bits) | words >> np.uint64(64 - bits)


class Generators:
    """A xoshiro256** for each scenario, begun as the peer in C begins them."""

    def __init__(self, count):
        counter = mixed(SEED + GOLDEN) ^ mixed(np.arange(count, dtype=np.uint64))
        self.state = []
        for _ in range(4):
            counter = counter + GOLDEN
            self.state.append(mixed(counter))
        self.state = [self.next() for _ in range(4)]

    def next(self):
        """The next word of each."""
        first, second, third, fourth = self.state
        result = rotated(second * np.uint64(5), 7) * np.uint64(9)
        third, fourth = third ^ first, fourth ^ second
        self.state = [first ^ fourth, second ^ third, third ^ second << np.uint64(17), rotated(fourth, 45)]
        return result


def normals(bits):
    """Two normal numbers of each word, by Box and Muller."""
    radius = np.sqrt(-2 * np.log(((bits >> np.uint64(32)) + 0.5) * 2.0**-32))
    angle = 2 * np.pi * ((bits & np.uint64(0xFFFFFFFF)) * 2.0**-32)
    return radius * np.cos(angle), radius * np.sin(angle)


def paths(given):
    """Prices that wander, are pushed by what they liquidate, and forget the push."""
    random = Generators(len(given.shocks))
    walk, push = given.shocks.copy(), np.zeros_like(given.shocks)
    furthest, sold = np.zeros_like(walk), np.full_like(walk, given.shapes[0])
    for step in range(given.steps):
        if step % 2 == 0:
            pair = normals(random.next())
        walk += given.volatility * pair[step % 2]
        push *= given.rest
        np.maximum(furthest, walk + push, out=furthest)
        reached = given.shapes[np.minimum(furthest, given.bins).astype(np.int64)]
        push += given.scales * (reached - sold)
        sold = reached
    return walk + push


def main():
    """Makes the input, or times both kernels on it."""
    if sys.argv[2] == "--make":
        make(sys.argv[1], int(sys.argv[3]))
        return
    given, repeats = Input(sys.argv[1]), int(sys.argv[2])
    for name, work in (("fixed-point", fixed_points), ("paths", paths)):
        times = []
        for _ in range(repeats):
            start = time.process_time_ns()
            falls = work(given)
            times.append(time.process_time_ns() - start)
        print(json.dumps({"part": name, "elements": len(falls), "core_ns": min(times),
                          "core_median_ns": sorted(times)[len(times) // 2], "result": float(np.sum(falls))}))


if __name__ == "__main__":
    main()
