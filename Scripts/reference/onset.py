#!/usr/bin/env python3
"""Writes reference values of change points and onsets into Tests/Fixtures/Onset.

    python3 Scripts/reference/onset.py

The series are made by a seed, are the yearly flows of the Nile, or are read from the bundled case.
"""

import io
import math
from pathlib import Path

import numpy as np
import pandas as pd
import ruptures
import scipy
import scipy.integrate
import scipy.special
import scipy.stats
import statsmodels
import statsmodels.api
from statsmodels.tsa.stattools import acf

import sidecar

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "Tests/Fixtures/Onset"
CASE = ROOT / "Cases/2025-01-27"
AS_OF = pd.Timestamp("2025-01-27T12:00Z")
SEED = 20250127


def write(name, rows, heading, source, tool, note=""):
    """One table, numbers with all their digits."""
    def text(value):
        return repr(float(value)) if isinstance(value, (float, np.floating)) else str(value)
    lines = [",".join(heading)] + [",".join(text(value) for value in row) for row in rows]
    sidecar.write(OUT / f"{name}.csv", ("\n".join(lines) + "\n").encode(), source, tool,
                  "Scripts/reference/onset.py", note)


def joined(values):
    return " ".join(repr(float(value)) for value in values)


def nile():
    return statsmodels.api.datasets.nile.load_pandas().data.volume.to_numpy(float)


def made():
    """Series with and without changes, far from zero, with autoregression, with few values."""
    rng = np.random.default_rng(SEED)
    series = {"nile": nile(), "short": np.array([0.1, -0.2, 0.05, 3.0, 3.2, 2.9])}
    series["quiet"] = rng.standard_normal(60)
    series["step"] = rng.standard_normal(80) + 1.5 * (np.arange(80) >= 50)
    series["late"] = rng.standard_normal(48) - 2.0 * (np.arange(48) >= 45)
    series["far"] = 1e6 + 0.01 * rng.standard_normal(50) + 0.02 * (np.arange(50) >= 20)
    levels = np.repeat(rng.normal(0, 3, 12), rng.integers(8, 40, 12))
    series["many"] = levels + rng.standard_normal(len(levels))
    noise = np.zeros(120)
    for index in range(1, 120):
        noise[index] = 0.6 * noise[index - 1] + rng.standard_normal()
    series["sticky"] = noise + 2.0 * (np.arange(120) >= 70)
    series["loud"] = rng.standard_normal(90) * np.where(np.arange(90) < 40, 1.0, 4.0)
    series["fat"] = rng.standard_t(3, 150) + 1.0 * (np.arange(150) >= 30)
    return series


def kolmogorov():
    grid = [0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.0, 1.09999, 1.1, 1.2, 1.358, 1.5, 2.0, 2.9517661, 4.0, 8.0, 18.0]
    write("kolmogorov", [(x, scipy.special.kolmogorov(x)) for x in grid], ("x", "upper"),
          "scipy.special.kolmogorov", f"scipy {scipy.__version__}")


def cumulative(series):
    rows = []
    for name, values in series.items():
        for inflation in (1.0, 2.5):
            sums = np.abs(np.cumsum(values - values.mean())[:-1])
            place = int(np.argmax(sums)) + 1
            statistic = sums.max() / (values.std(ddof=1) * math.sqrt(len(values) * inflation))
            rows.append((name, inflation, statistic, place, scipy.special.kolmogorov(statistic)))
    write("cumulative", rows, ("series", "inflation", "statistic", "change", "probability"),
          "the series of series.csv", f"numpy {np.__version__}, scipy {scipy.__version__}")


def page_alarms(values, allowance, threshold):
    """Page's two sums, restarted after an alarm."""
    sums, starts, alarms = [0.0, 0.0], [0, 0], []
    for index, value in enumerate(values):
        for side, sign in enumerate((1, -1)):
            sums[side] = max(0.0, sums[side] + (value if sign > 0 else -value) - allowance)
            if sums[side] == 0:
                starts[side] = index + 1
        if max(sums) > threshold:
            side = 0 if sums[0] >= sums[1] else 1
            alarms.append((index, starts[side], "up" if side == 0 else "down"))
            sums, starts = [0.0, 0.0], [index + 1, index + 1]
    return alarms


def one_sided_run_length(allowance, threshold, shift=0.0, nodes=400):
    """The mean run length of one of Page's sums: its integral equation by Gauss-Legendre quadrature."""
    points, weights = np.polynomial.legendre.leggauss(nodes)
    points, weights = (points + 1) * threshold / 2, weights * threshold / 2
    def kernel(start):
        return scipy.stats.norm.pdf(points + allowance - start, shift) * weights
    def fall(start):
        return scipy.stats.norm.cdf(allowance - start, shift)
    matrix = np.zeros((nodes + 1, nodes + 1))
    matrix[0, 0], matrix[0, 1:] = fall(0.0), kernel(0.0)
    for row, start in enumerate(points, 1):
        matrix[row, 0], matrix[row, 1:] = fall(start), kernel(start)
    return np.linalg.solve(np.eye(nodes + 1) - matrix, np.ones(nodes + 1))[0]


def page(series):
    rows = []
    for name, values in series.items():
        standard = (values - values[:20].mean()) / values[:20].std(ddof=1) if len(values) > 20 else values
        for allowance, threshold in ((0.5, 4.0), (0.5, 5.0), (0.25, 3.0)):
            for alarm in page_alarms(standard, allowance, threshold):
                rows.append((name, allowance, threshold, *alarm))
    write("page", rows, ("series", "allowance", "threshold", "index", "onset", "side"), "the series of series.csv, less "
          "the mean and over the deviation of their first twenty values", f"Python, numpy {np.__version__}")
    lengths = []
    for threshold in (2.0, 3.0, 4.0, 5.0):
        one = one_sided_run_length(0.5, threshold)
        # By the symmetry of both sides: 1 / two-sided = 1 / upper + 1 / lower.
        lengths.append((0.5, threshold, one, one / 2))
    write("run-lengths", lengths, ("allowance", "threshold", "one", "two"), "the integral equation of Page's sum",
          f"numpy {np.__version__}, scipy {scipy.__version__}",
          "Mean run lengths without a shift. Montgomery's table 9.3 prints 168 and 465 for both sides at 4 and 5.")


def segment_cost(values, start, end, cost, floor):
    part = values[start:end]
    spread = ((part - part.mean()) ** 2).sum()
    if cost == "squares":
        return spread
    variance = max(spread / len(part), floor)
    return len(part) * math.log(variance) + spread / variance


def cheapest(values, cost, penalty, least, floor=1e-8):
    """Every last segment for every end: the plain recursion."""
    count = len(values)
    best, last = np.full(count + 1, np.inf), np.zeros(count + 1, int)
    best[0] = -penalty
    for end in range(least, count + 1):
        for start in range(0, end - least + 1):
            if np.isfinite(best[start]):
                total = best[start] + segment_cost(values, start, end, cost, floor) + penalty
                if total < best[end]:
                    best[end], last[end] = total, start
    changes, end = [], count
    while end:
        end = last[end]
        if end:
            changes.append(int(end))
    return changes[::-1], best[count]


def partitions(series):
    rows = []
    def add(name, method, cost, penalty, least, count, changes, total):
        rows.append((name, method, cost, float(penalty), least, count, " ".join(map(str, changes)), total))
    for name, values in series.items():
        length, variance = len(values), values.var()
        for factor in (2, 3, 10):
            penalty = factor * math.log(length) * variance
            found = ruptures.Pelt(model="l2", min_size=1, jump=1).fit(values).predict(pen=penalty)
            total = sum(segment_cost(values, a, b, "squares", 0) for a, b in zip([0, *found], found))
            add(name, "ruptures", "squares", penalty, 1, -1, found[:-1], total)
        for least in (2, 5):
            if length < 2 * least:
                continue
            for cost, scale in (("squares", 0.5 * variance), ("normal", 1.0)):
                penalty = 3 * math.log(length) * scale
                changes, total = cheapest(values, cost, penalty, least)
                add(name, "recursion", cost, penalty, least, -1, changes, total - penalty * len(changes))
        for count in (1, 2, 4):
            if length < count + 2:
                continue
            found = ruptures.Dynp(model="l2", min_size=1, jump=1).fit(values).predict(n_bkps=count)
            total = sum(segment_cost(values, a, b, "squares", 0) for a, b in zip([0, *found], found))
            add(name, "count", "squares", 0.0, 1, count, found[:-1], total)
    write("partitions", rows, ("series", "method", "cost", "penalty", "least", "count", "changes", "total"),
          "the series of series.csv", f"ruptures {ruptures.__version__} (Pelt, Dynp), numpy {np.__version__}",
          "method recursion: the plain recursion over every last segment; variance floor 1e-8")


def run_lengths(values, hazard, mean, weight, shape, scale):
    """Adams and MacKay's recursion with every run length kept; yields log posterior and log evidence."""
    log_mass, evidence = np.zeros(1), 0.0
    means, weights, shapes, scales = (np.array([v], float) for v in (mean, weight, shape, scale))
    for value in values:
        width = np.sqrt(scales * (weights + 1) / (shapes * weights))
        foretold = log_mass + scipy.stats.t.logpdf(value, 2 * shapes, means, width)
        grown, fresh = foretold + math.log1p(-hazard), np.logaddexp.reduce(foretold) + math.log(hazard)
        log_mass = np.append(fresh, grown)
        total = np.logaddexp.reduce(log_mass)
        log_mass, evidence = log_mass - total, evidence + total
        scales = np.append(scale, scales + weights * (value - means) ** 2 / (2 * (weights + 1)))
        means = np.append(mean, (weights * means + value) / (weights + 1))
        weights, shapes = np.append(weight, weights + 1), np.append(shape, shapes + 0.5)
        yield log_mass, evidence


def runs(series):
    rows = []
    settings = {"nile": (0.01, 1000.0, 0.01, 1.0, 1e4), "short": (0.1, 0.0, 1.0, 1.0, 1.0),
                "many": (0.05, 0.0, 0.1, 2.0, 2.0), "sticky": (0.01, 0.0, 1.0, 1.0, 1.0),
                "loud": (0.02, 0.0, 0.5, 1.5, 2.0), "fat": (0.01, 0.5, 1.0, 0.7, 0.3)}
    for name, setting in settings.items():
        for step, (log_mass, evidence) in enumerate(run_lengths(series[name], *setting), 1):
            mass = np.exp(log_mass)
            rows.append((name, *setting, step, int(np.argmax(mass)), mass.max(), evidence, joined(mass[:8])))
    heading = ("series", "hazard", "mean", "weight", "shape", "scale", "step", "likeliest", "probability", "evidence",
               "first")
    write("runs", rows, heading, "the series of series.csv", f"scipy {scipy.__version__} (stats.t)",
          "first: the probabilities of the run lengths 0 to 7")


def steps(count, positions):
    """Centred steps by place: a bar moved in part, those after it in whole."""
    shares = [1.0] if positions == 1 else [(j + 0.5) / positions for j in range(positions)]
    for place in range(1, count):
        yield [np.r_[np.zeros(place), share, np.ones(count - place - 1)] for share in shares]


def log_marginal(values, step, deviations):
    """The marginal likelihood of a normal linear model, but for a constant: flat level, 1/sigma, step N(0, d^2 sigma^2).

    With the level taken out by a projection the covariance is I + d^2 z z', inverted and its determinant taken as such.
    """
    count = len(values)
    if step is None:
        quadratic, determinant = ((values - values.mean()) ** 2).sum(), 0.0
    else:
        centred = step - step.mean()
        covariance = np.eye(count) + deviations ** 2 * np.outer(centred, centred)
        about = values - values.mean()
        quadratic = about @ np.linalg.solve(covariance, about)
        determinant = np.linalg.slogdet(covariance)[1]
    return -0.5 * determinant - (count - 1) / 2 * math.log(quadratic)


def places(values, deviations, positions, inflation=1.0):
    """Log odds by place (flat prior: log weights), and the least-squares step at the best one."""
    count, odds, shifts = len(values), [], []
    for candidates in steps(count, positions):
        found = []
        for step in candidates:
            design = np.c_[np.ones(count), step]
            fit, rest, *_ = np.linalg.lstsq(design, values - values[0], rcond=None)
            rest = ((values - values[0] - design @ fit) ** 2).sum()
            if deviations is None:
                determinant = np.linalg.slogdet(design.T @ design)[1]
                worth = count / inflation
                found.append((-0.5 * determinant - (worth - 2) / 2 * math.log(rest), fit[1]))
            elif inflation == 1:
                found.append((log_marginal(values, step, deviations) - log_marginal(values, None, None), fit[1]))
            else:
                centred = step - step.mean()
                gain = deviations ** 2 * (centred @ centred) / inflation
                total = ((values - values.mean()) ** 2).sum()
                shrunk = gain / (1 + gain)
                worth = count / inflation
                found.append((-0.5 * math.log(1 + gain) - (worth - 1) / 2 * math.log(
                    (1 - shrunk) + shrunk * rest / total), fit[1]))
        weights = [pair[0] for pair in found]
        odds.append(np.logaddexp.reduce(weights) - math.log(len(weights)))
        shifts.append(max(found)[1])
    return np.array(odds), shifts


def inflation_of(values, place):
    """The inflation from the residuals about both levels, the place's own bar left out."""
    left, right = values[:place], values[place + 1:]
    rest = np.r_[left - left.mean(), right - right.mean() if len(right) else []]
    coefficient = acf(rest, nlags=1, fft=False)[1] if rest.any() else 0.0
    coefficient = min(max(coefficient, 0.0), 0.9)
    return (1 + coefficient) / (1 - coefficient)


def posteriors(series):
    rows = []
    for name, values in series.items():
        for deviations, positions, inflation in ((1.0, 1, 1.0), (2.0, 8, 1.0), (1.0, 8, 1.7), (None, 1, 1.0), (None, 4, 1.0)):
            if name == "far" and deviations is not None and inflation == 1:
                values = values - 1e6  # The matrices lose digits there; the odds do not depend on the level.
            odds, shifts = places(values, deviations, positions, inflation)
            total = np.logaddexp.reduce(odds)
            factor = "" if deviations is None else total - math.log(len(odds))
            rows.append((name, "flat" if deviations is None else deviations, positions, inflation, factor,
                         shifts[int(np.argmax(odds))], joined(np.exp(odds - total))))
    write("posteriors", rows, ("series", "prior", "positions", "inflation", "factor", "shift", "probabilities"),
          "the series of series.csv", f"numpy {np.__version__} (linalg)", "probabilities from the second bar on")
    rows = [(name, int(place), inflation_of(values, place)) for name, values in series.items()
            for place in (2, len(values) // 2, len(values) - 1)]
    write("inflations", rows, ("series", "place", "inflation"), "the series of series.csv",
          f"statsmodels {statsmodels.__version__} (acf)")


def integrals():
    """The odds of each place by integrating level, shift and deviation numerically."""
    values, deviations, rows = np.array([0.3, -0.4, 0.1, 1.9, 1.2, 1.6]), 1.5, []
    def likelihood(step):
        # Over the level and the shift by Gauss-Hermite about nothing: a wide product grid, then over log sigma.
        def inner(log_sigma):
            sigma = math.exp(log_sigma)
            def over_shift(shift):
                about = values - (shift * step if step is not None else 0)
                def over_level(level):
                    return math.exp(-0.5 * ((about - level) ** 2).sum() / sigma ** 2)
                centre, width = about.mean(), sigma / math.sqrt(len(values))
                return scipy.integrate.quad(over_level, centre - 12 * width, centre + 12 * width, epsabs=0, epsrel=1e-10)[0]
            scale = sigma ** -len(values)
            if step is None:
                return scale * over_shift(0.0)
            wide = deviations * sigma
            def weighted(shift):
                return over_shift(shift) * scipy.stats.norm.pdf(shift, 0, wide)
            centred = step - step.mean()
            fit = centred @ values / (centred @ centred)
            points = sorted({max(-12 * wide, min(12 * wide, p)) for p in (fit, 0.0, fit / 2)})
            return scale * scipy.integrate.quad(weighted, -12 * wide, 12 * wide, points=points, epsabs=0, epsrel=1e-9,
                                                limit=200)[0]
        grid = np.linspace(-5, 6, 221)
        return np.trapezoid([inner(x) for x in grid], grid)
    none = likelihood(None)
    for place in range(1, len(values)):
        step = np.r_[np.zeros(place), np.ones(len(values) - place)]
        rows.append((place, math.log(likelihood(step) / none)))
    write("integrals", rows, ("place", "odds"), "the values 0.3 -0.4 0.1 1.9 1.2 1.6, a prior of 1.5 deviations",
          f"scipy {scipy.__version__} (integrate.quad)", "The trapezoidal rule over the logarithm of the deviation.")


def case_frames():
    """The five raw series of the bundled case, each with its bar length in hours."""
    bars = pd.read_csv(CASE / "bars-binance-1h.csv.gz", parse_dates=["open_time"])
    bars = bars.merge(pd.read_csv(CASE / "instruments.csv.gz")[["instrument", "asset"]], left_on="series",
                      right_on="instrument")
    close = bars.pivot(index="open_time", columns="asset", values="close")
    turnover = (close * bars.pivot(index="open_time", columns="asset", values="volume")).sum(axis=1)
    members = pd.read_csv(CASE / "sectors.csv").query("sector == 'ai'").asset
    basket = np.log(close[[asset for asset in members if asset in close]]).diff().mean(axis=1).cumsum()
    total = pd.read_csv(CASE / "bars-total-1h.csv.gz", parse_dates=["open_time"]).set_index("open_time").close
    interest = pd.read_csv(CASE / "open-interest.csv.gz", parse_dates=["open_time"])
    interest = interest[(interest.asset == "BTC") & (interest.unit == "coins")].set_index("open_time").close
    liquidations = pd.read_csv(CASE / "liquidations.csv.gz", parse_dates=["open_time"])
    longs = liquidations.groupby("open_time").long_usd.sum()
    return {"market": (np.log(total.astype(float)), 1), "exposed": (basket.dropna(), 1), "volume": (turnover, 1),
            "open interest": (interest.astype(float), 4), "liquidations": (longs, 4)}


def volatility_scaled(returns, decay, seed):
    squares = returns.to_numpy() ** 2
    start = squares[:seed].mean()
    rest = pd.Series(np.r_[start, squares[seed:]]).ewm(alpha=1 - decay, adjust=False).mean().to_numpy()
    return pd.Series(returns.to_numpy()[seed:] / np.sqrt(rest[:-1]), index=returns.index[seed:])


def without_season(values, cycles, fewest):
    frame = pd.concat([values.shift(freq=pd.Timedelta(days=day)) for day in range(1, cycles + 1)], axis=1)
    frame = frame.reindex(values.index)
    usual = frame.median(axis=1).where(frame.notna().sum(axis=1) >= fewest)
    return (values - usual).dropna()


def scaled_frames(frames):
    market, exposed = frames["market"][0].diff(), frames["exposed"][0].diff()
    scaled = {"market": volatility_scaled(market.dropna(), 0.97, 24),
              "exposed less market": volatility_scaled((exposed - market).dropna(), 0.97, 24),
              "volume": without_season(np.log(frames["volume"][0]), 7, 5),
              "open interest": np.log(frames["open interest"][0]).diff().dropna(),
              "liquidations": np.log(frames["liquidations"][0].clip(lower=1e5))}
    return {name: (values, 4 if name in ("open interest", "liquidations") else 1) for name, values in scaled.items()}


def credible(mass, level):
    """The shortest stretch that holds a level: every stretch is tried."""
    running = np.r_[0, np.cumsum(mass)]
    goal = min(level, running[-1])
    found = [(end - start, -(running[end] - running[start]), start) for start in range(len(mass))
             for end in range(start + 1, len(mass) + 1) if running[end] - running[start] >= goal]
    return min(found)


def day(frames):
    recent = AS_OF - pd.Timedelta("14D")
    rows = [(name, hours, int(time.timestamp()), value) for name, (values, hours) in frames.items()
            for time, value in values[values.index >= recent].items()]
    write("day", rows, ("series", "hours", "time", "value"), "Cases/2025-01-27", f"pandas {pd.__version__}",
          "market: the logarithm of TOTAL; exposed: running sum of the equally weighted logarithmic returns of the AI "
          "tokens; volume: USD traded in all contracts; open interest: BTC, in coins; liquidations: longs, USD. Bars by "
          "opening, to the end of the case.")
    scaled = scaled_frames({name: (values[values.index >= recent], hours) for name, (values, hours) in frames.items()})
    rows = [(name, int(time.timestamp()), value) for name, (values, _) in scaled.items()
            for time, value in values.items()]
    write("scales", rows, ("series", "time", "value"), "the series of day.csv", f"pandas {pd.__version__}",
          "returns over the volatility expected (decay 0.97, seed 24); logarithm of volume less the median of the same "
          "hour on up to seven days before, five of them at least; changes of the logarithm; logarithm from 100,000 USD")
    rows, found = [], {}
    for name, (values, hours) in scaled.items():
        start = AS_OF - pd.Timedelta("48h")
        seen = values[(values.index >= start) & (values.index <= AS_OF - pd.Timedelta(hours=hours))]
        first, _ = places(seen.to_numpy(), 1.0, 8)
        inflation = inflation_of(seen.to_numpy(), int(np.argmax(first)) + 1)
        odds, shifts = places(seen.to_numpy(), 1.0, 8, inflation)
        total = np.logaddexp.reduce(odds)
        mass = np.exp(odds - total)
        length, held, first = credible(mass, 0.9)
        opened = [int(time.timestamp()) for time in seen.index[1:]]
        rows.append((name, hours, total - math.log(len(odds)), inflation, shifts[int(np.argmax(odds))],
                     opened[int(np.argmax(mass))], opened[first], opened[first + length - 1] + hours * 3600, -held,
                     joined(mass)))
        found[name] = (opened, hours * 3600, mass)
        stamp = lambda seconds: pd.Timestamp(seconds, unit="s").strftime("%d %H:%M")
        print(f"{name:20s} ln BF {rows[-1][2]:6.2f} inflation {inflation:.2f} shift {rows[-1][4]:8.3f} mode "
              f"{stamp(rows[-1][5])} 90 % {stamp(rows[-1][6])} to {stamp(rows[-1][7])}")
    write("onsets", rows, ("series", "hours", "factor", "inflation", "shift", "likeliest", "start", "end", "held",
                           "probabilities"), "the series of scales.csv", f"numpy {np.__version__}",
          "the 48 hours before 2025-01-27T12:00Z; prior 1 deviation, 8 positions")
    rows = []
    for one, (opened, length, mass) in found.items():
        for other, (opened2, length2, mass2) in found.items():
            before = sum(p * q for a, p in zip(opened, mass) for b, q in zip(opened2, mass2) if a + length <= b)
            rows.append((one, other, before))
    write("precedences", rows, ("first", "second", "before"), "the onsets of onsets.csv", f"numpy {np.__version__}")


def main():
    series = made()
    rows = [(name, index, value) for name, values in series.items() for index, value in enumerate(values)]
    write("series", rows, ("series", "index", "value"), f"made (numpy seed {SEED}); nile: yearly flow of the Nile at Aswan, "
          "10^8 cubic metres, 1871 to 1970: Cobb, The Problem of the Nile, Biometrika 65, 1978, as in Durbin and Koopman, "
          "2001", f"numpy {np.__version__}, statsmodels {statsmodels.__version__} (datasets.nile)")
    kolmogorov()
    cumulative(series)
    page(series)
    partitions(series)
    runs(series)
    posteriors(series)
    integrals()
    day(case_frames())


if __name__ == "__main__":
    main()
