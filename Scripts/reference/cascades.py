#!/usr/bin/env python3
"""Writes reference values of the room Cascades.

    python3 Scripts/reference/cascades.py

Each figure is by scipy, mpmath, or a definition tried out in exact arithmetic; no code is shared with the engine.
"""

import csv
import io
import random
from fractions import Fraction
from pathlib import Path

import numpy as np
import scipy
from mpmath import mp, mpf
from scipy import stats
from scipy.stats import qmc

import cascades_engine
import cascades_hawkes
import sidecar

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "Tests/Fixtures/Cascades"
MADE_BY = "Scripts/reference/cascades.py"
MADE = "made arguments"
SCIPY = f"scipy {scipy.__version__}"
mp.dps = 50


def write(name, heading, rows, source, tool, note=""):
    """One table with its note."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(heading)
    table.writerows([[repr(float(x)) if isinstance(x, float) else x for x in row] for row in rows])
    sidecar.write(OUT / name, text.getvalue().encode(), source, tool, MADE_BY, note)


def equilibria():
    """The least and the greatest distance that a profile holds, by trying every tick in exact arithmetic."""
    rng = random.Random(20251010)
    rows = []
    for case in range(120):
        reference = rng.choice([200, 500, 1000])
        levels = [(rng.randrange(0, reference // 2), rng.randrange(1, 100)) for _ in range(rng.randrange(1, 40))]
        shock = Fraction(rng.randrange(1, 300), 1009)
        law = "linear" if case % 2 else "root"
        depth = rng.randrange(3, 120)
        held = [d for d in range(reference + 1) if turn(d, levels, shock, depth, reference, law) == d]
        rows.append((case, reference, " ".join(f"{d}:{n}" for d, n in levels), float(shock), depth, law,
                     min(held), max(held), len(held)))
    write("equilibria.csv", ("case", "reference", "levels", "shock", "depth", "law", "least", "greatest", "held"),
          rows, MADE, "Python fractions, mpmath",
          "Distances in ticks. linear: 0.01 within depth; root: volatility 0.03, volume depth, prefactor 1.")


def turn(distance, levels, shock, depth, reference, law):
    """One turn of the feedback in ticks, to the nearest, at most the whole price."""
    sold = sum(n for d, n in levels if d <= distance)
    if law == "linear":
        ticks = (shock + Fraction(sold, 100 * depth)) * reference
        return min(reference, int(ticks + Fraction(1, 2)))
    ticks = (mpf(shock.numerator) / shock.denominator + mpf("0.03") * mp.sqrt(mpf(sold) / depth)) * reference
    return min(reference, int(mp.floor(ticks + mpf("0.5"))))


def sobol():
    """Unscrambled points in 32 dimensions."""
    points = qmc.Sobol(32, scramble=False).random_base2(9)
    picked = list(range(0, 40)) + [63, 64, 100, 127, 128, 255, 256, 300, 511]
    rows = [(i, d, float(points[i, d])) for i in picked for d in range(32)]
    write("sobol.csv", ("point", "dimension", "value"), rows, MADE, SCIPY,
          "Direction numbers of Joe and Kuo, 2008 (new-joe-kuo-6).")


def quantiles():
    """Gamma and beta quantiles, and the tails of chi-square and Kolmogorov."""
    rows = []
    for shape in (0.2, 0.3, 1.0, 1.6, 2.0, 5.0, 12.0):
        for p in (1e-6, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-6):
            rows.append(("gamma", shape, 1.0, p, float(stats.gamma.ppf(p, shape))))
    for a, b in ((5.0, 2.0), (2.0, 4.0), (2.0, 6.0), (1.0, 1.0), (3.0, 3.0)):
        for p in (1e-6, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-6):
            rows.append(("beta", a, b, p, float(stats.beta.ppf(p, a, b))))
    for dof in (1.0, 2.0, 5.0, 10.0, 25.0):
        for x in (0.1, 1.0, 5.0, 12.0, 30.0, 80.0):
            rows.append(("chi-square", dof, 0.0, x, float(stats.chi2.sf(x, dof))))
    for x in (0.3, 0.5, 0.8, 1.0, 1.36, 2.0, 3.0):
        rows.append(("kolmogorov", 0.0, 0.0, x, float(stats.kstwobign.sf(x))))
    write("quantiles.csv", ("law", "first", "second", "at", "value"), rows, MADE, SCIPY)


def main():
    """Every table."""
    equilibria()
    sobol()
    quantiles()
    cascades_hawkes.tables(write)
    cascades_engine.tables(write)


if __name__ == "__main__":
    main()
