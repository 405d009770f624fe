#!/usr/bin/env python3
"""Writes reference values of first passages and scores into Tests/Fixtures/Outlook/.

    python3 Scripts/reference/outlook.py

First passages by other roads than the engine's: the density of the time integrated by mpmath at thirty digits, and
walks between two levels by summing reflections instead of waves. Simulated paths and scores are in
`outlook_definitions.py`. Needs mpmath, numpy, scikit-learn, scipy and statsmodels.
"""

import sys
from pathlib import Path

import mpmath as mp
import numpy as np

import outlook_definitions as definitions
import sidecar

OUT = Path(__file__).resolve().parents[2] / "Tests/Fixtures/Outlook"
mp.mp.dps = 30
SHIFT = -mp.zeta(mp.mpf(1) / 2) / mp.sqrt(2 * mp.pi)


def touching(distance, drift, sigma, days):
    """The integral of the density of the first time at a distance."""
    distance, drift, sigma = mp.mpf(distance), mp.mpf(drift), mp.mpf(sigma)
    if distance < 0:
        distance, drift = -distance, -drift

    def density(time):
        return distance / (sigma * mp.sqrt(2 * mp.pi * time**3)) * mp.exp(
            -((distance - drift * time) ** 2) / (2 * sigma**2 * time))

    scale = distance**2 / sigma**2
    cuts = sorted({mp.mpf(0), mp.mpf(days)} | {cut for cut in (scale / 50, scale / 10, scale / 3, scale, 5 * scale)
                                             if cut < days})
    return mp.quad(density, cuts)


def between(down, up, drift, sigma, days):
    """The probability of touching neither, by reflections of the density at the end."""
    down, up, drift, sigma, days = map(mp.mpf, (down, up, drift, sigma, days))
    width, spread = up - down, sigma * mp.sqrt(days)
    slope = drift / sigma**2

    def part(centre, weight):
        return weight * (mp.ncdf((up - centre - drift * days) / spread) - mp.ncdf((down - centre - drift * days) / spread))

    total = mp.mpf(0)
    for turn in range(-60, 61):
        total += part(2 * turn * width, mp.exp(2 * slope * turn * width))
        total -= part(2 * up - 2 * turn * width, mp.exp(2 * slope * (up - turn * width)))
    return total


def passages():
    """A grid of walks and levels."""
    rows = ["kind,lower,upper,drift,sigma,days,probability"]
    grid = [(drift, sigma, days) for drift in (0.0, 0.002, -0.004) for sigma in (0.01, 0.03, 0.08) for days in (1, 10, 60)]
    for drift, sigma, days in grid:
        for level in (0.7, 0.9, 0.985, 1.02, 1.2):
            value = touching(mp.log(level), drift, sigma, days)
            rows.append(f"touch,{level},,{drift},{sigma},{days},{mp.nstr(value, 17)}")
            side = -1 if level < 1 else 1
            value = touching(mp.log(level) + side * SHIFT * sigma, drift, sigma, days)
            rows.append(f"close,{level},,{drift},{sigma},{days},{mp.nstr(value, 17)}")
        for lower, upper in ((0.9, 1.1), (0.95, 1.3), (0.7, 1.02)):
            value = between(mp.log(lower), mp.log(upper), drift, sigma, days)
            rows.append(f"stay,{lower},{upper},{drift},{sigma},{days},{mp.nstr(value, 17)}")
            down, up = mp.log(lower), mp.log(upper)
            pull = -2 * mp.mpf(drift) / mp.mpf(sigma) ** 2
            first = -down / (up - down) if drift == 0 else (1 - mp.exp(pull * down)) / (mp.exp(pull * up) - mp.exp(pull * down))
            rows.append(f"first,{lower},{upper},{drift},{sigma},{days},{mp.nstr(first, 17)}")
    return "\n".join(rows) + "\n"


def brier():
    """Scores of random forecasts, with their parts from numpy's groups."""
    random = np.random.default_rng(20250127)
    rows = ["seed,levels,forecasts,outcomes,score,reliability,resolution,uncertainty"]
    for seed, levels in enumerate((2, 5, 11, 11, 101)):
        forecasts = random.integers(0, levels, 60) / (levels - 1)
        outcomes = (random.uniform(size=60) < 0.2 + 0.5 * forecasts).astype(int)
        rate = outcomes.mean()
        reliability = resolution = 0.0
        for value in np.unique(forecasts):
            inside = forecasts == value
            seen = outcomes[inside].mean()
            reliability += inside.sum() * (value - seen) ** 2 / 60
            resolution += inside.sum() * (seen - rate) ** 2 / 60
        score = np.mean((forecasts - outcomes) ** 2)
        rows.append(",".join([str(seed), str(levels), " ".join(repr(float(value)) for value in forecasts),
                              " ".join(map(str, outcomes)), repr(float(score)), repr(float(reliability)),
                              repr(float(resolution)), repr(float(rate * (1 - rate)))]))
    return "\n".join(rows) + "\n"


def main():
    """Writes all."""
    tool = f"mpmath {mp.__version__}, {definitions.TOOLS}, Python {sys.version.split()[0]}"
    for name, text, note in (("passages", passages(), "density integrated, reflections summed, thirty digits"),
                             ("brier", brier(), "groups by equal forecast"), *definitions.fixtures()):
        sidecar.write(OUT / f"{name}.csv", text.encode(), "made cases (numpy seed 20250127)", tool,
                      "Scripts/reference/outlook.py", note)


if __name__ == "__main__":
    main()
