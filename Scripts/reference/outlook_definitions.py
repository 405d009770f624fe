"""Simulated paths with the engine's generator, and scores by other packages, for `outlook.py`."""

import math

import numpy as np
import scipy
import scipy.stats
import sklearn
import statsmodels
import statsmodels.api as sm
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import brier_score_loss, log_loss

TOOLS = f"numpy {np.__version__}, scipy {scipy.__version__}, scikit-learn {sklearn.__version__}, statsmodels {statsmodels.__version__}"
MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15


def mixed(word):
    """The finaliser of SplitMix64."""
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    word = (word ^ (word >> 27)) * 0x94D049BB133111EB & MASK
    return word ^ (word >> 31)


class Generator:
    """xoshiro256** by seed and stream."""

    def __init__(self, seed, stream):
        counter = mixed(seed + GOLDEN & MASK) ^ mixed(stream)
        self.state = []
        for _ in range(4):
            counter = counter + GOLDEN & MASK
            self.state.append(mixed(counter))

    def next(self):
        """The next 64 bits."""
        a, b, c, d = self.state
        product = b * 5 & MASK
        result = ((product << 7 | product >> 57) & MASK) * 9 & MASK
        c, d = c ^ a, d ^ b
        b, a, c = b ^ c, a ^ d, c ^ (self.state[1] << 17 & MASK)
        self.state = [a, b, c, (d << 45 | d >> 19) & MASK]
        return result

    def unit(self):
        """A number from zero to one."""
        return (self.next() >> 11) * 2.0**-53

    def index(self, bound):
        """A whole number below a bound, by Lemire's way."""
        product = self.next() * bound
        while product & MASK < bound and product & MASK < (1 << 64) % bound:
            product = self.next() * bound
        return product >> 64


def text(values):
    """Numbers with all their digits, spaces between."""
    return " ".join(repr(float(value)) for value in values)


def bars(count=400):
    """Bars with spells of volatility; the gap of one day is no bar."""
    random = np.random.default_rng(20250127)
    rows, price, variance, day = [], 100.0, 4e-4, 0
    for index in range(count):
        day += 2 if index == 130 else 1
        move = math.sqrt(variance) * random.standard_t(5)
        variance = 2e-5 + 0.1 * move * move + 0.85 * variance
        close = price * math.exp(move)
        high = max(price, close) * math.exp(abs(random.normal(0, 0.01)))
        low = min(price, close) * math.exp(-abs(random.normal(0, 0.01)))
        rows.append((day, price, high, low, close))
        price = close
    return rows


def residuals(rows, window, decay=0.94):
    """Closes, highs and lows in units of their expected volatility, centred and scaled; the next variance."""
    moves = []
    for before, row in zip(rows, rows[1:]):
        if row[0] - before[0] != 1:
            continue
        move = math.log(row[4] / before[4])
        moves.append((move, max(math.log(row[2] / before[4]), move, 0), min(math.log(row[3] / before[4]), move, 0)))
    variance = np.mean([move[0] ** 2 for move in moves[:20]])
    units = []
    for move in moves[20:]:
        units.append([value / math.sqrt(variance) for value in move])
        variance = decay * variance + (1 - decay) * move[0] ** 2
    units = np.array(units[-window:])
    mean = units[:, 0].mean()
    scale = math.sqrt(np.mean((units[:, 0] - mean) ** 2))
    close = (units[:, 0] - mean) / scale
    high = np.maximum((units[:, 1] - mean / 2) / scale, np.maximum(close, 0))
    low = np.minimum((units[:, 2] - mean / 2) / scale, np.minimum(close, 0))
    return close, high, low, scale * scale * variance


def path(pool, steps, length, drift, random):
    """One path of closes, highs and lows."""
    close, high, low, variance = pool
    place, level, found = random.index(len(close)), 0.0, []
    for _ in range(steps):
        sigma = math.sqrt(variance)
        move = sigma * close[place] + drift
        found.append([level + move, level + max(sigma * high[place] + drift / 2, move, 0),
                      level + min(sigma * low[place] + drift / 2, move, 0)])
        level += move
        variance *= 0.06 * close[place] ** 2 + 0.94
        restart = random.unit() < 1 / length
        place = random.index(len(close)) if restart else (place + 1) % len(close)
    return found


def jumped(found, jumps, random):
    """The path with the moves that passed levels set off: each once, the nearest first, until none is new."""
    shift, spent = 0.0, set()
    for bar in found:
        for part in range(3):
            bar[part] += shift
        while True:
            new = [index for index, jump in enumerate(jumps)
                   if index not in spent and (bar[2] <= jump[0] if jump[0] < 0 else bar[1] >= jump[0])]
            if not new:
                break
            spent.add(new[0])
            share = random.unit()
            low, median, high = jumps[new[0]][1:]
            move = low + (median - low) * 2 * share if share < 0.5 else median + (high - median) * (2 * share - 1)
            shift += move
            bar[0] += move
            bar[2 if move < 0 else 1] += move
    return found


JUMPS = [(-0.03, -0.01, -0.02, -0.05), (0.05, 0.0, 0.01, 0.02), (-0.06, -0.005, -0.03, -0.03)]


def paths(rows):
    """Ends and extremes of 128 paths, plain, with drift and with jumps."""
    lines = ["kind,path,close,high,low"]
    for kind, steps, length, drift, jumps in (("plain", 10, 10.0, 0.0, []), ("drift", 5, 1.0, 0.004, []),
                                              ("jump", 10, 4.0, 0.0, JUMPS)):
        pool = residuals(rows, 300)
        ordered = sorted(jumps, key=lambda jump: abs(jump[0]))
        for block in range(2):
            random = Generator(7, block)
            drawn = [path(pool, steps, length, drift, random) for _ in range(64)]
            if ordered:
                drawn = [jumped(found, ordered, random) for found in drawn]
            for number, found in enumerate(drawn):
                lines.append(f"{kind},{64 * block + number},{float(found[-1][0])!r},"
                             f"{float(max(bar[1] for bar in found))!r},{float(min(bar[2] for bar in found))!r}")
    return "\n".join(lines) + "\n"


def scores():
    """Binned Brier scores, log scores and the rates of bins."""
    random = np.random.default_rng(20250128)
    lines = ["bins,forecasts,outcomes,score,reliability,resolution,uncertainty,spread,covariance,log,counts,means,rates"]
    for bins in (1, 3, 5, 10, 10, 20):
        forecasts = random.uniform(size=80) ** 1.5
        if bins == 5:
            forecasts[:2] = 0, 1
        outcomes = (random.uniform(size=80) < 0.1 + 0.7 * forecasts).astype(int)
        edges = np.minimum((forecasts * bins).astype(int), bins - 1)
        inside = [edges == place for place in range(bins) if (edges == place).any()]
        share = [group.mean() for group in inside]
        means = [forecasts[group].mean() for group in inside]
        rates = [outcomes[group].mean() for group in inside]
        base = outcomes.mean()
        parts = [np.dot(share, (np.array(means) - rates) ** 2), np.dot(share, (np.array(rates) - base) ** 2), base * (1 - base),
                 np.dot(share, [forecasts[group].var() for group in inside]),
                 np.dot(share, [2 * np.mean((forecasts[group] - forecasts[group].mean()) * (outcomes[group] - outcomes[group].mean()))
                                for group in inside])]
        clipped = np.clip(forecasts, 0.001, 0.999)
        score = brier_score_loss(outcomes, forecasts)
        assert abs(parts[0] - parts[1] + parts[2] + parts[3] - parts[4] - score) < 1e-12
        lines.append(",".join([str(bins), text(forecasts), " ".join(map(str, outcomes)), repr(float(score)),
                               *(repr(float(part)) for part in parts), repr(float(log_loss(outcomes, clipped))),
                               " ".join(str(int(group.sum())) for group in inside), text(means), text(rates)]))
    return "\n".join(lines) + "\n"


def isotonic():
    """Curves fitted to groups, asked at other places."""
    random = np.random.default_rng(20250129)
    lines = ["forecasts,counts,hits,probes,values"]
    for size in (1, 2, 5, 12, 40, 40):
        forecasts = random.integers(0, 60, size) / 59
        counts = random.integers(1, 30, size)
        hits = random.binomial(counts, np.clip(forecasts + random.normal(0, 0.2, size), 0, 1))
        probes = np.sort(np.concatenate([random.uniform(size=10), forecasts[:5], [0, 1]]))
        fitted = IsotonicRegression(out_of_bounds="clip").fit(forecasts, hits / counts, sample_weight=counts)
        lines.append(",".join([text(forecasts), " ".join(map(str, counts)), " ".join(map(str, hits)), text(probes),
                               text(fitted.predict(probes))]))
    return "\n".join(lines) + "\n"


def comparisons():
    """Mean differences of losses with errors that allow for lags."""
    random = np.random.default_rng(20250130)
    lines = ["lags,losses,others,difference,error,probability"]
    for lags in (0, 1, 4, 9, 20):
        noise = np.convolve(random.normal(size=90), np.ones(lags + 1) / (lags + 1), "valid")[:70]
        others = random.uniform(size=len(noise))
        losses = others + 0.05 + 0.3 * noise
        fitted = sm.OLS(losses - others, np.ones(len(losses))).fit(
            cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": False})
        lines.append(",".join([str(lags), text(losses), text(others), repr(float(fitted.params[0])), repr(float(fitted.bse[0])),
                               repr(float(fitted.pvalues[0]))]))
    return "\n".join(lines) + "\n"


def skills():
    """Skill with the interval of a stationary bootstrap, by the engine's generator."""
    random = np.random.default_rng(20250131)
    lines = ["seed,block,losses,reference,skill,lower,upper"]
    for seed, length, size in ((1, 1.0, 40), (2, 5.0, 60), (3, 30.0, 60)):
        reference = random.uniform(size=size)
        losses = reference * random.uniform(0.6, 1.2, size)
        drawn = []
        for draw in range(1000):
            generator, picked = Generator(seed, draw), []
            while len(picked) < size:
                start = generator.index(size)
                share = generator.unit()
                run = 1 if length == 1 else 1 + int(math.log(1 - share) / math.log(1 - 1 / length))
                picked += [(start + step) % size for step in range(min(run, size - len(picked)))]
            drawn.append(1 - losses[picked].sum() / reference[picked].sum())
        drawn.sort()
        lines.append(",".join([str(seed), repr(length), text(losses), text(reference), repr(float(1 - losses.sum() / reference.sum())),
                               repr(float(drawn[int(0.05 * 999)])), repr(float(drawn[math.ceil(0.95 * 999)]))]))
    return "\n".join(lines) + "\n"


def transforms():
    """Pearson's test of ten equal parts."""
    random = np.random.default_rng(20250201)
    lines = ["values,statistic,probability"]
    for power in (1.0, 1.3, 2.0):
        values = random.uniform(size=120) ** power
        counts = np.bincount(np.minimum((values * 10).astype(int), 9), minlength=10)
        statistic, probability = scipy.stats.chisquare(counts)
        lines.append(",".join([text(values), repr(float(statistic)), repr(float(probability))]))
    return "\n".join(lines) + "\n"


def fixtures():
    """Names, texts and notes."""
    made = bars()
    table = "day,open,high,low,close\n" + "".join(",".join([str(row[0]), *(repr(float(value)) for value in row[1:])]) + "\n" for row in made)
    return (("bars", table, "made bars, one day missing"),
            ("paths", paths(made), "the same bootstrap in Python with the same generator"),
            ("scores", scores(), "scikit-learn's scores, numpy's groups"),
            ("isotonic", isotonic(), "sklearn.isotonic.IsotonicRegression, clipped outside"),
            ("comparisons", comparisons(), "statsmodels OLS on a constant with HAC errors"),
            ("skills", skills(), "the same blocks in Python with the same generator"),
            ("transforms", transforms(), "scipy.stats.chisquare"))
