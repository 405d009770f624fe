#!/usr/bin/env python3
"""Writes reference values of the room Significance: distributions, GARCH, bootstrap, relations, tails.

    python3 Scripts/reference/significance.py --data DIR

Each figure is by scipy, arch, statsmodels, numpy or randomgen; no code is shared with the engine.
"""

import argparse
import csv
import io
import os
from pathlib import Path

import arch
import mpmath
import numpy as np
import pandas as pd
import scipy
import statsmodels
import statsmodels.api as sm
from arch import arch_model
from arch.bootstrap import optimal_block_length
from mpmath import mp
from scipy import special, stats
from scipy.optimize import minimize

import sidecar
import significance_generator

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "Tests/Fixtures/Significance"
MADE_BY = "Scripts/reference/significance.py"
SCIPY = f"scipy {scipy.__version__}"
MPMATH = f"mpmath {mpmath.__version__}, 50 digits"
MADE = "made arguments"
SEED = 20250127
COINS = "history/cmc_daily_51_coins_2016_2024.csv.gz"
TOTAL = "total/CRYPTOCAP_TOTAL_1D_2024-04-07_2025-01-28.csv"


def write(name, heading, rows, source, tool, note=""):
    """One table with its note."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(heading)
    table.writerows([[repr(float(x)) if isinstance(x, float) else x for x in row] for row in rows])
    sidecar.write(OUT / name, text.getvalue().encode(), source, tool, MADE_BY, note)


def generator():
    """The random bits."""
    import randomgen
    write("generator.csv", ("run", "index", "output"), significance_generator.rows(), "the state 1, 2, 3, 4",
          f"numpy {np.__version__}; randomgen {randomgen.__version__}",
          "The jump is the 2^128th power of the step's matrix; both runs are also randomgen's.")


def special_functions():
    """Log gamma, log beta and the regularised incomplete beta function."""
    values = [1e-300, 1e-10, 0.1, 0.5, 0.9, 1.0, 1.1, 1.5, 2.0, 2.3, 5.5, 9.99, 10.0, 33.3, 171.5, 1e3, 1e6, 1e10, 1e200]
    rows = [("gammaln", x, 0.0, 0.0, float(mp.loggamma(x))) for x in values]
    pairs = [(0.25, 0.5), (0.5, 0.5), (1.0, 3.0), (2.0, 0.5), (7.5, 2.5), (11.0, 12.0), (50.0, 0.5), (500.0, 3.0),
             (1e4, 0.5), (5e5, 0.5), (3e3, 4e3)]
    rows += [("betaln", a, b, 0.0, float(mp.log(mp.beta(a, b)))) for a, b in pairs]
    points = [1e-12, 1e-4, 0.01, 0.2, 0.5, 0.75, 0.9375, 0.99]
    rows += [("betainc", a, b, x, float(betainc(a, b, x))) for a, b in pairs for x in points]
    check(rows, {"gammaln": lambda a, b, x: special.gammaln(a), "betaln": lambda a, b, x: special.betaln(a, b),
                 "betainc": lambda a, b, x: special.betainc(a, b, x)}, 1e-9)
    rows = [row for row in rows if row[-1] == 0 or abs(row[-1]) > 1e-300]
    write("special.csv", ("function", "first", "second", "at", "value"), rows, MADE, MPMATH)


def betainc(a, b, x):
    """The regularised incomplete beta function by its series of positive terms, from the side where it is short."""
    a, b, x = mp.mpf(a), mp.mpf(b), mp.mpf(x)
    if x in (0, 1):
        return x
    if x > 0.5 and x > (a + 1) / (a + b + 2):
        return 1 - betainc(b, a, 1 - x)
    term = total = mp.mpf(1)
    n = 0
    while term > total * mp.eps:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    return total * mp.exp(a * mp.log(x) + b * mp.log1p(-x)) / (a * mp.beta(a, b))


def check(rows, functions, tolerance):
    """That scipy says the same as the 50 digits."""
    for name, *arguments, value in rows:
        found = functions[name](*arguments)
        assert abs(found - value) <= tolerance * abs(value) + 1e-300, (name, arguments, value, found)


def normal():
    """The normal distribution and its quantiles."""
    points = [-37.0, -30.0, -20.0, -10.0, -6.0, -3.307, -2.0, -1.0, -0.3, -1e-3, -1e-9, 0.0, 1e-6, 0.7, 1.5, 3.0, 8.0]
    rows = [("lower", x, float(mp.ncdf(x))) for x in points]
    rows += [("upper", -x, float(mp.ncdf(x))) for x in points]
    rows += [("density", x, float(mp.npdf(x))) for x in points]
    shares = [1e-300, 1e-100, 1e-20, 1e-9, 1e-4, 0.01, 0.1, 0.24, 0.25, 0.26, 0.4, 0.499999, 0.5, 0.6, 0.75, 0.9, 0.999, 1 - 1e-9]
    rows += [("quantile", p, solved(mp.ncdf, p, 4)) for p in shares]
    check(rows, {"lower": stats.norm.cdf, "upper": stats.norm.sf, "density": stats.norm.pdf, "quantile": special.ndtri}, 1e-12)
    write("normal.csv", ("function", "at", "value"), rows, MADE, MPMATH)


def solved(lower, share, highest=800):
    """The quantile of a share by halving, over the logarithm of its size."""
    goal = mp.mpf(share)
    if goal == 0.5:
        return 0.0
    beyond = min(goal, 1 - goal)
    low, high = mp.mpf(-800), mp.mpf(highest)
    for _ in range(76):
        middle = (low + high) / 2
        if lower(-mp.exp(middle)) > beyond:
            low = middle
        else:
            high = middle
    return float(mp.exp(low) if share > 0.5 else -mp.exp(low))


def student_lower(nu):
    """The distribution function of Student's t by the incomplete beta function."""
    def lower(x):
        x, degrees = mp.mpf(x), mp.mpf(nu)
        square = x * x / degrees
        if square < 1:
            centre = betainc(0.5, degrees / 2, square / (1 + square)) / 2
            return mp.mpf(1) / 2 + (centre if x > 0 else -centre)
        beyond = betainc(degrees / 2, 0.5, 1 / (1 + square)) / 2
        return beyond if x < 0 else 1 - beyond
    return lower


def student_density(nu, x):
    """Its density."""
    degrees = mp.mpf(nu)
    return float(mp.exp(-mp.log(degrees) / 2 - mp.log(mp.beta(0.5, degrees / 2))
                        - (degrees + 1) / 2 * mp.log1p(mp.mpf(x) ** 2 / degrees)))


def student():
    """Student's t, plain and scaled to unit variance."""
    points = [0.0, 1e-9, 1e-4, 0.03, 0.5, 1.0, 2.0, 3.307, 5.0, 10.0, 40.0, 1e3, 1e6, 1e12, 1e100]
    shares = [1e-300, 1e-50, 1e-12, 1e-6, 1e-3, 0.02, 0.1, 0.2499, 0.2501, 0.4, 0.49, 0.4999999, 0.7, 0.95, 0.99999]
    rows = []
    for nu in (0.5, 1.0, 2.05, 3.0, 4.0, 7.3, 30.0, 100.0, 499.0, 1e4, 1e6):
        # A tail is a half less the middle, which takes as many digits more as the tail has zeros.
        mp.dps = 400 if nu > 400 else 50
        lower = student_lower(nu)
        rows += [("lower", nu, 1.0, x, float(lower(x))) for y in points for x in (-y, y)]
        rows += [("density", nu, 1.0, x, student_density(nu, x)) for x in points]
        # Where a tail of 1e-300 is not a number any more, as half a degree of freedom has it.
        rows += [("quantile", nu, 1.0, p, solved(lower, p)) for p in shares if nu > 0.5 or p > 1e-60]
        if nu > 2:
            scale = float(np.sqrt((nu - 2) / nu))
            rows += [("lower", nu, scale, -x, float(lower(-mp.mpf(x) / mp.mpf(scale)))) for x in points[3:10]]
    mp.dps = 50
    # scipy is looser than the digits wanted here: 6e-10 of the middle, 4e-4 of a quantile next to it, none far out.
    check([row for row in rows if row[0] != "quantile" or row[3] > 1e-20], {"lower": lambda nu, s, x: stats.t.cdf(x, nu, scale=s), "density": lambda nu, s, x: stats.t.pdf(x, nu),
                 "quantile": lambda nu, s, p: stats.t.ppf(p, nu)}, 1e-3)
    rows = [row for row in rows if row[-1] > 1e-290 or row[0] == "quantile"]
    write("student.csv", ("function", "degrees", "scale", "at", "value"), rows, MADE, MPMATH, SCIPY + " says the same within 0.001.")


def returns_of(prices):
    """Logarithmic returns, rounded to what is written."""
    prices = np.asarray(prices, float)
    return np.round(np.diff(np.log(prices)), 7)


def simulated(random, count, omega, alpha, beta, nu, mean=0.0):
    """GARCH(1,1) in units of a ratio a day."""
    shocks = random.standard_normal(count + 500) if nu is None else \
        random.standard_t(nu, count + 500) * np.sqrt((nu - 2) / nu)
    variance, last, found = omega / (1 - alpha - beta), 0.0, []
    for shock in shocks:
        variance = omega + alpha * last ** 2 + beta * variance
        last = shock * np.sqrt(variance)
        found.append(mean + last)
    return np.round(found[500:], 7)


def return_series(folder):
    """The series of returns by name: made ones, and closes of real markets."""
    random = np.random.default_rng(SEED)
    found = {"made-fat": simulated(random, 2000, 2e-5, 0.08, 0.9, 5.0),
             "made-normal": simulated(random, 1000, 3e-5, 0.12, 0.8, None, 0.001),
             "made-level": np.round(0.03 * random.standard_t(4, 600) / np.sqrt(2), 7),
             "made-short": simulated(random, 260, 1e-4, 0.2, 0.7, 6.0)}
    coins = pd.read_csv(folder / COINS)
    for coin, days in (("bitcoin", 1500), ("ethereum", 1000), ("dogecoin", 1000), ("solana", 700)):
        found[coin] = returns_of(coins[coins.coin == coin].sort_values("date").close)[-days:]
    found["total"] = returns_of(pd.read_csv(folder / TOTAL).close.iloc[:-1])
    return found


def returns(series):
    """The returns that everything below is measured on."""
    write("returns.csv", ("series", "value"), [(name, f"{x:.7f}") for name, values in series.items() for x in values],
          f"made (numpy seed {SEED}); {COINS} (CoinMarketCap); {TOTAL} (TradingView)", f"numpy {np.__version__}",
          "Logarithmic returns of daily closes, rounded to seven places.")


def fitted(values, mean, innovations):
    """The most likely of several fits by arch, from its own start and from others."""
    model = arch_model(100 * values, mean={"zero": "Zero", "constant": "Constant"}[mean], vol="GARCH",
                       dist={"normal": "normal", "student": "t"}[innovations], rescale=False)
    starts = [None]
    for alpha, beta in ((0.05, 0.9), (0.1, 0.85), (0.2, 0.6), (0.02, 0.97), (0.002, 0.996)):
        start = [1e4 * values.var() * (1 - alpha - beta), alpha, beta]
        start = ([100 * values.mean()] if mean == "constant" else []) + start
        starts.append(np.array(start + ([5.0] if innovations == "student" else [])))
    fits = [model.fit(disp="off", show_warning=False, starting_values=start, tol=1e-12,
                      options={"maxiter": 5000}) for start in starts]
    return max(fits, key=lambda fit: fit.loglikelihood)


def ahead_of(fit):
    """The next five variances from the last of the fit.

    arch's own forecast starts its recursion from residuals about the fitted mean where its fit started from those about
    the sample mean, and can differ from its own conditional variances by a percent. Both are compared.
    """
    found = fit.params
    variance = found["omega"] + found["alpha[1]"] * fit.resid[-1] ** 2 + found["beta[1]"] * fit.conditional_volatility[-1] ** 2
    ahead = []
    for own in fit.forecast(horizon=5).variance.iloc[-1]:
        assert abs(variance / own - 1) < (0.02 if "mu" in found else 1e-9), (variance, own)
        ahead.append(float(variance / 1e4))
        variance = found["omega"] + (found["alpha[1]"] + found["beta[1]"]) * variance
    return ahead


def garch(series):
    """GARCH(1,1) by arch."""
    rows = []
    for name, values in series.items():
        for mean in ("zero", "constant"):
            for innovations in ("student", "normal"):
                fit = fitted(values, mean, innovations)
                found = fit.params
                ahead = ahead_of(fit)
                rows.append((name, mean, innovations, float(found.get("mu", 0.0)) / 100, float(found["omega"]) / 1e4,
                             float(found["alpha[1]"]), float(found["beta[1]"]), float(found.get("nu", 0.0)),
                             float(fit.loglikelihood + len(values) * np.log(100)), ahead[0], ahead[4],
                             float(fit.conditional_volatility[0] / 100), float(fit.conditional_volatility[-1] / 100)))
    heading = ("series", "mean", "innovations", "mu", "omega", "alpha", "beta", "nu", "loglikelihood", "ahead1", "ahead5",
               "firstVolatility", "lastVolatility")
    write("garch.csv", heading, rows, "returns.csv", f"arch {arch.__version__}",
          "Fitted on returns in percent and brought back; the best of six starts.")


def ranks(series):
    """Ranks, percentiles and deviations of moves among all and among the last of the returns before them."""
    rows = []
    for name, values in series.items():
        for end in (len(values) - 1, 200, 120):
            move, before = values[end], values[:end]
            for scale in (1.0, 3.0, 0.0):
                x = float(move * scale)
                for window in (0, 30, 90, 180, 365):
                    if window > end:
                        continue
                    among = before[-window:] if window else before
                    far = among <= x if x < 0 else among >= x
                    last = np.flatnonzero(far)
                    rows.append((name, end, x, window, len(among), int(far.sum()), int((np.abs(among) >= abs(x)).sum()),
                                 float(stats.percentileofscore(among, x, kind="mean") / 100),
                                 float(stats.zmap([x], among, ddof=1)[0]),
                                 int(last[-1]) + end - len(among) if len(last) else -1))
    heading = ("series", "end", "move", "window", "compared", "asFar", "asFarEitherWay", "percentile", "deviations", "last")
    write("ranks.csv", heading, rows, "returns.csv", f"{SCIPY}, numpy {np.__version__}", "A window of 0 is all.")


def blocks(series):
    """Automatic block lengths by arch."""
    random = np.random.default_rng(SEED + 1)
    extra = {name: values for name, values in series.items()}
    for lag in (0.3, 0.8, -0.5):
        walk = [0.0]
        for shock in random.standard_normal(400):
            walk.append(lag * walk[-1] + shock)
        extra[f"autoregressive {lag}"] = np.round(walk, 4)
    extra["absolute bitcoin"] = np.abs(series["bitcoin"])
    extra["absolute total"] = np.abs(series["total"])
    rows = [(name, len(values), float(optimal_block_length(values)["stationary"].iloc[0])) for name, values in extra.items()]
    made = [(name, f"{x:.4f}") for name, values in extra.items() if name.startswith("auto") for x in values]
    write("autoregressive.csv", ("series", "value"), made, f"made (numpy seed {SEED + 1})", f"numpy {np.__version__}")
    write("blocks.csv", ("series", "count", "length"), rows, "returns.csv; autoregressive.csv", f"arch {arch.__version__}")


def resampled(values, horizon, length, random, draws):
    """Sums over stationary bootstrap paths, all draws at once."""
    count = len(values)
    place = random.integers(0, count, draws)
    total = values[place].copy()
    for _ in range(horizon - 1):
        jumps = random.random(draws) < 1 / length
        place = np.where(jumps, random.integers(0, count, draws), (place + 1) % count)
        total += values[place]
    return total


def bootstrap(series):
    """Tail probabilities of moves under the stationary bootstrap."""
    random = np.random.default_rng(SEED + 2)
    draws, rows = 400_000, []
    for name in ("total", "bitcoin", "dogecoin"):
        for horizon, length, moves in ((1, 5.0, (-0.064, 0.03)), (5, 8.0, (-0.15, 0.2)), (24, 12.5, (-0.3, -0.05))):
            for centred in (0, 1):
                values = series[name] - (series[name].mean() if centred else 0)
                sums = resampled(values, horizon, length, random, draws)
                for move in moves:
                    far = sums <= move if move < 0 else sums >= move
                    rows.append((name, horizon, length, centred, move, draws, int(far.sum()), int((np.abs(sums) >= abs(move)).sum())))
    heading = ("series", "horizon", "length", "centred", "move", "draws", "asFar", "asFarEitherWay")
    write("bootstrap.csv", heading, rows, "returns.csv", f"numpy {np.__version__}", f"Seed {SEED + 2}.")


def relations(series):
    """Correlations and betas of coins to bitcoin."""
    rows, rolling = [], []
    pairs = [("ethereum", "bitcoin"), ("dogecoin", "bitcoin"), ("solana", "bitcoin"), ("total", "made-level"), ("bitcoin", "bitcoin")]
    for asset, other in pairs:
        for count in (10, 11, 60, 250, 700):
            y, x = series[asset][-count:], series[other][-count:]
            if len(y) < count:
                continue
            # Rounded, so that many values are equal and ranks are shared.
            for digits in (7, 2):
                a, m = np.round(y, digits), np.round(x, digits)
                if len(set(m)) == 1 or len(set(a)) == 1:
                    continue
                fit = sm.OLS(a, sm.add_constant(m)).fit()
                person = stats.pearsonr(a, m)
                interval = person.confidence_interval(0.9)
                low = m < m.mean()
                lags = int(4 * (count / 100) ** (2 / 9))
                rows.append((asset, other, count, digits, float(person.statistic), float(interval.low), float(interval.high),
                             float(stats.spearmanr(a, m).statistic), float(fit.params[0]), float(fit.params[1]), float(fit.bse[1]), lags,
                             *(float(fit.get_robustcov_results("HAC", maxlags=n, use_correction=False).bse[1]) for n in (lags, 0, 9)),
                             float(stats.theilslopes(a, m).slope), float(np.cov(a[low], m[low])[0, 1] / np.var(m[low], ddof=1))))
        if asset in ("ethereum", "total"):
            y, x = pd.Series(series[asset][-150:]), pd.Series(series[other][-150:])
            for window in (2, 30, 90):
                beta = y.rolling(window).cov(x) / x.rolling(window).var()
                together = [np.corrcoef(y[i - window + 1:i + 1], x[i - window + 1:i + 1])[0, 1] if i >= window - 1 else np.nan
                            for i in range(150)]
                rolling += [(asset, other, window, i, float(beta[i]), float(together[i])) for i in range(window - 1, 150, 7)]
    heading = ("asset", "market", "count", "digits", "pearson", "low", "high", "spearman", "alpha", "beta", "error", "lags", "robust",
               "robust0", "robust9", "median", "downside")
    write("pairs.csv", heading, rows, "returns.csv, the last so many of each, rounded to so many digits",
          f"{SCIPY}, statsmodels {statsmodels.__version__}, numpy {np.__version__}", "The interval is of 90 %.")
    write("rolling.csv", ("asset", "market", "window", "index", "beta", "correlation"), rolling, "returns.csv, the last 150 of each",
          f"pandas {pd.__version__}, numpy {np.__version__}", "Every seventh bar.")


def strength(series):
    """Total returns of all series against bitcoin's."""
    rows = []
    for window in (1, 30, 250, 600):
        able = {name: np.prod(np.exp(values[-window:])) for name, values in series.items() if len(values) >= window}
        everything = list(able.values())
        for name, factor in able.items():
            rows.append((window, name, float(factor - 1), float(factor / able["bitcoin"] - 1),
                         float(stats.percentileofscore(everything, factor, kind="mean") / 100)))
    write("strength.csv", ("window", "name", "total", "excess", "percentile"), rows, "returns.csv", f"{SCIPY}, numpy {np.__version__}")


def pareto(series):
    """Generalised Pareto tails of falls, by scipy from its own start and polished from there."""
    rows = []
    for name, values in series.items():
        for share in (0.1, 0.2):
            falls = np.sort(-values)[::-1]
            size = int(len(falls) * share)
            if size < 20:
                continue
            beyond = falls[:size] - falls[size]
            first = stats.genpareto.fit(beyond, floc=0)
            fit = minimize(lambda p: stats.genpareto.nnlf((p[0], 0, np.exp(p[1])), beyond), (first[0], np.log(first[2])),
                           method="Nelder-Mead", options={"xatol": 1e-11, "fatol": 1e-12, "maxiter": 10_000})
            shape, scale = float(fit.x[0]), float(np.exp(fit.x[1]))
            far = float(falls[0] * 1.2)
            rows.append((name, share, float(falls[size]), size, shape, scale, float(-fit.fun), far,
                         float(size / len(falls) * stats.genpareto.sf(far - falls[size], shape, scale=scale))))
    heading = ("series", "share", "threshold", "exceedances", "shape", "scale", "loglikelihood", "at", "probability")
    write("pareto.csv", heading, rows, "returns.csv, signs turned", SCIPY)


def main():
    """Writes all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", default=os.environ.get("DOWNDRAFT_DATA"))
    parser.add_argument("--quick", action="store_true", help="leave out the distributions, which take a minute")
    arguments = parser.parse_args()
    folder = Path(arguments.data)
    mp.dps = 50
    if not arguments.quick:
        generator()
        special_functions()
        normal()
        student()
    series = return_series(folder)
    returns(series)
    if not arguments.quick:
        garch(series)
    ranks(series)
    blocks(series)
    bootstrap(series)
    relations(series)
    strength(series)
    pareto(series)


if __name__ == "__main__":
    main()
