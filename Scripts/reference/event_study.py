#!/usr/bin/env python3
"""Writes reference values of event studies and candidate causes into Tests/Fixtures/EventStudy.

    python3 Scripts/reference/event_study.py

Models are fitted by statsmodels on whole design matrices, correlations are taken pair by pair, exact laws by going
through every case. The panel is made by a seed; the golden day is read from the bundled case.
"""

import csv
import io
import itertools
from pathlib import Path

import numpy as np
import pandas as pd
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.multitest import multipletests

import sidecar

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "Tests/Fixtures/EventStudy"
CASE = ROOT / "Cases/2025-01-27"
MADE_BY = "Scripts/reference/event_study.py"
TOOL = (f"numpy {np.__version__}; pandas {pd.__version__}; scipy {scipy.__version__}; "
        f"statsmodels {statsmodels.__version__}")
MADE = "made (numpy seed 20250127)"
GROUP = ["G1", "G2", "G3", "G4", "G5", "G6"]
FACTORS = ["BTC", "ETH"]
MODELS = ("mean", "marketAdjusted", "market", "medianMarket", "huberMarket", "factors")


def write(name, heading, rows, source, note=""):
    """One table with its note; numbers in the fewest digits that read back the same."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(heading)
    for row in rows:
        table.writerow(["" if x is None else repr(float(x)) if isinstance(x, (float, np.floating)) else x
                        for x in row])
    sidecar.write(OUT / name, text.getvalue().encode(), source, TOOL, MADE_BY, note)


def made_panel():
    """Returns of eighteen assets with holes: one listed late, one hardly traded, one absent in the event."""
    rng = np.random.default_rng(20250127)
    bars = 140
    market = 0.012 * rng.standard_t(4, bars)
    theme = 0.006 * rng.standard_normal(bars)
    columns = {}
    for place, name in enumerate(FACTORS + GROUP + [f"C{i:02d}" for i in range(10)]):
        beta = 0.6 + 0.9 * rng.random()
        values = 0.0005 + beta * market + 0.011 * rng.standard_t(5, bars)
        if name in GROUP:
            values += theme
            values[-5:] -= 0.008
        columns[name] = np.round(values, 6)
    frame = pd.DataFrame(columns)
    frame.loc[:94, "G4"] = np.nan
    frame.loc[[70, 84, 101], "G2"] = np.nan
    frame.loc[[66, 67, 99, 120], "C03"] = np.nan
    frame.loc[frame.index % 3 != 0, "C05"] = 0.0
    frame.loc[137, "C07"] = np.nan
    frame.loc[:119, "C08"] = np.nan
    caps = {name: float(round(10 ** (3 * rng.random()), 2)) for name in frame}
    caps |= {"BTC": 9000.0, "ETH": 2500.0, "C09": 0.0}
    return frame, caps


class Study:
    """One study, by its definitions."""

    def __init__(self, frame, caps, group, window, model, factors=()):
        self.frame, self.caps, self.group = frame, caps, [n for n in frame if n in group]
        self.estimation, self.gap, self.length = window
        self.model, self.factors = model, list(factors)

    def market(self, asset):
        """The portfolio of everybody outside the group but the asset and factors; too little of it is absent."""
        taken = {asset, *self.group, *(self.factors if self.model == "factors" else [])}
        names = [n for n in self.frame if n not in taken and self.caps[n] > 0]
        weights = np.array([self.caps[n] for n in names])
        values = np.expm1(self.frame[names].to_numpy())
        there = ~np.isnan(values)
        weight = there @ weights
        sums = np.where(there, values, 0) @ weights
        with np.errstate(all="ignore"):
            return np.where(weight >= weights.sum() / 2, np.log1p(sums / weight), np.nan)

    def ranges(self, end):
        """Bars of estimation and event."""
        first = end - self.length - self.gap - self.estimation
        return np.arange(first, first + self.estimation), np.arange(end - self.length, end)

    def fit(self, asset, end):
        """One asset at one date; a reason where it is left out."""
        own = self.frame[asset].to_numpy()
        factors = [n for n in self.factors if n != asset] if self.model == "factors" else []
        regressors = [] if self.model == "mean" else [self.market(asset)] + [self.frame[n].to_numpy() for n in factors]
        rows = np.column_stack([np.ones(len(own))] + regressors)
        there = ~np.isnan(own) & ~np.isnan(rows).any(axis=1)
        estimation, event = self.ranges(end)
        used = estimation[there[estimation]]
        if not there[event].all():
            return "absentInEvent"
        if len(used) < 0.5 * self.estimation or len(used) < 10:
            return "tooFewReturns"
        if (own[used] == 0).sum() > 0.5 * len(used):
            return "tooOftenUnchanged"
        return self.fitted(asset, own, rows, used, estimation, event)

    def fitted(self, asset, own, rows, used, estimation, event):
        """Coefficients, residuals and the abnormal return with its error."""
        x, y, n = rows[used], own[used], len(used)
        if self.model == "marketAdjusted":
            params, lost = np.array([0.0, 1.0]), 1
        elif self.model == "medianMarket":
            slope, intercept, _, _ = stats.theilslopes(y, x[:, 1], method="joint")
            params, lost = np.array([intercept, slope]), 2
        elif self.model == "huberMarket":
            result = sm.RLM(y, x, M=sm.robust.norms.HuberT()).fit(maxiter=2000, tol=1e-15, conv="coefs")
            params, lost = result.params, 2
        else:
            params, lost = sm.OLS(y, x).fit().params, x.shape[1]
        residuals = y - x @ params
        deviation = np.sqrt(((residuals - residuals.mean()) ** 2).sum() / (n - lost))
        far = rows[event].sum(axis=0)
        reach = len(event)
        if self.model != "marketAdjusted":
            reach += far @ np.linalg.inv(x.T @ x) @ far
        bars = own[event] - rows[event] @ params
        whole = np.full(len(estimation), np.nan)
        whole[used - estimation[0]] = residuals
        return {"asset": asset, "alpha": params[0], "beta": params[1] if len(params) > 1 else 0.0, "n": n,
                "lost": lost, "deviation": deviation, "bars": bars, "total": own[event].sum(), "car": bars.sum(),
                "reach": deviation * np.sqrt(reach), "residuals": whole,
                "slopes": list(params[2:])}

    def at(self, end):
        """Everybody at one date: members that stand, others that stand, reasons of the rest."""
        fits = {n: self.fit(n, end) for n in sorted(self.frame)}
        reasons = {n: f for n, f in fits.items() if isinstance(f, str)}
        stand = {n: f for n, f in fits.items() if n not in reasons}
        return ([f for n, f in stand.items() if n in self.group], [f for n, f in stand.items() if n not in self.group],
                reasons)


def mean_correlation(members):
    """Pair by pair over shared bars, each pair weighing as many bars."""
    scaled = []
    for f in members:
        e = f["residuals"] - np.nanmean(f["residuals"])
        scaled.append(e / np.sqrt(np.nanmean(e ** 2)))
    top = bottom = 0.0
    for a, b in itertools.combinations(scaled, 2):
        both = ~np.isnan(a) & ~np.isnan(b)
        top += (a[both] * b[both]).sum()
        bottom += both.sum()
    return top / bottom


def portfolio_deviation(members):
    """The swing of the mean residual."""
    return np.nanstd(np.nanmean([f["residuals"] for f in members], axis=0), ddof=1)


def cross_section(values):
    """The plain t across assets."""
    return stats.ttest_1samp(values, 0).statistic


def kolari(members):
    """Kolari and Pynnönen's t."""
    r, n = mean_correlation(members), len(members)
    return cross_section([f["car"] / f["reach"] for f in members]) * np.sqrt((1 - r) / (1 + (n - 1) * r))


def mean_ranks(rows):
    """Mean of rank / (bars + 1) - 1/2 in each bar, and how many have one."""
    frame = pd.DataFrame(rows)
    ranks = frame.rank(axis=1)
    scaled = ranks.div(frame.notna().sum(axis=1) + 1, axis=0) - 0.5
    return scaled.mean(axis=0).to_numpy(), frame.notna().sum(axis=0).to_numpy()


def tests(members, length):
    """Every statistic with its lower and upper tail."""
    n = len(members)
    cars = np.array([f["car"] for f in members])
    scores = np.array([f["car"] / f["reach"] for f in members])
    spread = np.array([f["deviation"] for f in members])
    freedom = np.array([f["n"] - f["lost"] for f in members])
    normal, student = stats.norm, stats.t
    bars = pd.DataFrame([f["residuals"] for f in members]).notna().any().sum()
    found = {
        "independent": (cars.mean() / (np.sqrt((spread ** 2).sum() * length) / n), normal),
        "portfolio": (cars.mean() / (portfolio_deviation(members) * np.sqrt(length)), student(bars - 1)),
        "lamb": (cars.mean() / (portfolio_deviation(members) * np.mean([f["reach"] / f["deviation"] for f in members])),
                 student(bars - 1)),
        "crossSection": (cross_section(cars), student(n - 1)),
        "patell": (scores.sum() / np.sqrt((freedom / (freedom - 2)).sum()), normal),
        "boehmer": (cross_section(scores), student(n - 1)),
        "kolariPynnonen": (kolari(members), student(n - 1)),
        "corradoRank": (corrado(members, length), normal),
        "modifiedRank": (modified_rank(members, length), normal),
        "generalizedRank": generalized_rank(members, scores),
    }
    positive = int((cars > 0).sum())
    share = np.mean([np.nanmean(np.where(np.isnan(f["residuals"]), np.nan, f["residuals"] > 0)) for f in members])
    found["generalizedSign"] = ((positive - n * share) / np.sqrt(n * share * (1 - share)), normal)
    rows = [(name, t, law.cdf(t), law.sf(t)) for name, (t, law) in found.items()]
    rows.append(("sign", (positive - n / 2) / np.sqrt(n / 4), stats.binom.cdf(positive, n, 0.5),
                 stats.binom.sf(positive - 1, n, 0.5)))
    statistic, lower, upper = signed_rank(cars)
    return rows + [("wilcoxon", statistic, lower, upper)]


def corrado(members, length):
    """Corrado's statistic over the joint window."""
    means, _ = mean_ranks([np.concatenate([f["residuals"], f["bars"]]) for f in members])
    return means[-length:].sum() / np.sqrt(length) / np.sqrt(np.nanmean(means ** 2))


def modified_rank(members, length):
    """Corrado and Zivney's statistic: rank sums over the root of their number, bar by bar."""
    frame = pd.DataFrame([np.concatenate([f["residuals"], f["bars"]]) for f in members])
    scaled = frame.rank(axis=1).div(frame.count(axis=1) + 1, axis=0) - 0.5
    sums = (scaled.sum(axis=0) / np.sqrt(scaled.count(axis=0))).to_numpy()
    sums = sums[frame.notna().any(axis=0).to_numpy()]
    return sums[-length:].sum() / np.sqrt(length * np.mean(sums ** 2))


def generalized_rank(members, scores):
    """GRANK-T."""
    rows = [np.append(f["residuals"] / f["deviation"], s / np.std(scores, ddof=1)) for f, s in zip(members, scores)]
    means, counts = mean_ranks(rows)
    bars = len(means)
    z = means[-1] / np.sqrt(np.nansum(counts / len(members) * means ** 2) / bars)
    return z * np.sqrt((bars - 2) / (bars - 1 - z ** 2)), stats.t(bars - 2)


def signed_rank(values):
    """Wilcoxon's sum with its tails: by every choice of signs, or of more than a dozen by scipy's exact law."""
    kept = np.array([v for v in values if v != 0])
    ranks = stats.rankdata(np.abs(kept))
    own = float(ranks[kept > 0].sum())
    if len(kept) > 12:
        return own, *(float(stats.wilcoxon(kept, alternative=side, method="exact").pvalue)
                      for side in ("less", "greater"))
    sums = np.array([ranks[list(map(bool, signs))].sum() if any(signs) else 0.0
                     for signs in itertools.product((0, 1), repeat=len(kept))])
    return own, float((sums <= own).mean()), float((sums >= own).mean())


def write_panel(frame, caps):
    """The panel, one row a bar, the caps first."""
    rows = [["cap"] + [caps[n] for n in frame]]
    rows += [[bar] + [None if np.isnan(x) else float(x) for x in row] for bar, row in enumerate(frame.to_numpy())]
    write("panel.csv", ["bar"] + list(frame), rows, MADE,
          "G4 is listed late, C05 hardly trades, C07 lacks a bar of the event, C08 comes too late, C09 has no cap.")


def write_assets(frame, caps):
    """Models asset by asset, and the tests made of them."""
    assets, found, excluded = [], [], []
    for window in ((60, 2, 5), (60, 0, 1), (100, 0, 12)):
        for model in MODELS:
            study = Study(frame, caps, GROUP, window, model, FACTORS)
            members, others, reasons = study.at(len(frame))
            for f in members + others:
                slopes = dict(zip([n for n in FACTORS if n != f["asset"]], f["slopes"]))
                assets.append((*window, model, f["asset"], f["alpha"], f["beta"], slopes.get("BTC", 0.0),
                               slopes.get("ETH", 0.0), f["n"], f["deviation"], f["total"], f["car"], f["reach"]))
            excluded += [(*window, model, n, reason) for n, reason in reasons.items()]
            found += [(*window, model, len(members), *row) for row in tests(members, window[2])]
    shape = ("estimation", "gap", "length", "model")
    write("assets.csv", (*shape, "asset", "alpha", "beta", "btc", "eth", "n", "deviation", "return", "car", "reach"),
          assets, "panel.csv", "Huber's line by statsmodels' RLM, Sen's by scipy's theilslopes.")
    write("excluded.csv", (*shape, "asset", "reason"), excluded, "panel.csv")
    write("tests.csv", (*shape, "members", "test", "statistic", "lower", "upper"), found, "panel.csv")


def date_values(study, end):
    """What a date is compared by."""
    members, others, _ = study.at(end)
    car = np.mean([f["car"] for f in members])
    reach = portfolio_deviation(members) * np.sqrt(study.length)
    dispersion = np.sqrt(np.mean([(f["car"] / f["reach"]) ** 2 for f in others]))
    path = np.cumsum(np.mean([f["bars"] for f in members], axis=0))
    return {"meanAbnormal": car, "portfolio": car / reach, "scaledPortfolio": car / reach / dispersion,
            "kolariPynnonen": kolari(members), "path": path, "reach": reach, "dispersion": dispersion,
            "correlation": mean_correlation(members)}


STATISTICS = ("meanAbnormal", "portfolio", "scaledPortfolio", "kolariPynnonen")


def write_placebos(frame, caps):
    """Every earlier date, the ranks of the event and the bands."""
    window = (40, 2, 5)
    rows, ranks, bands = [], [], []
    for model in ("market", "mean", "factors"):
        study = Study(frame, caps, GROUP, window, model, FACTORS)
        ends = [len(frame)] + list(range(len(frame) - 5, 46, -1))
        dates = [date_values(study, end) for end in ends]
        rows += [(model, end, d["correlation"], d["dispersion"], *(d[s] for s in STATISTICS))
                 for end, d in zip(ends, dates)]
        for s in STATISTICS:
            own, rest = dates[0][s], np.array([d[s] for d in dates[1:]])
            ranks.append((model, s, len(rest), *[(1 + count.sum()) / (1 + len(rest)) for count in
                                                 (rest <= own, rest >= own, abs(rest) >= abs(own))]))
        for scaled in (0, 1):
            units = [d["reach"] * (d["dispersion"] if scaled else 1) for d in dates]
            paths = np.array([d["path"] / u for d, u in zip(dates[1:], units[1:])])
            low, high = np.quantile(paths, [0.05, 0.95], axis=0) * units[0]
            bands += [(model, scaled, bar, dates[0]["path"][bar], low[bar], high[bar]) for bar in range(5)]
    write("placebos.csv", ("model", "end", "correlation", "dispersion", *STATISTICS), rows, "panel.csv",
          "Estimation 40, gap 2, length 5; the first of each model is the event.")
    write("placebo-ranks.csv", ("model", "statistic", "dates", "fall", "rise", "both"), ranks, "placebos.csv")
    write("band.csv", ("model", "scaled", "bar", "path", "low", "high"), bands, "panel.csv")


def regression(rows, form):
    """The exposure regression by statsmodels; theta is last."""
    rows = [r for r in rows if form != "rootCap" or r["cap"] > 0]
    x = np.array([[r["beta"], *r["traits"], r["x"]] for r in rows])
    y = np.array([r["y"] for r in rows])
    if form == "ranked":
        x = np.column_stack([stats.rankdata(c) for c in x.T]) / (len(rows) + 1)
        y = stats.rankdata(y) / (len(rows) + 1)
    weights = np.sqrt([r["cap"] for r in rows]) if form == "rootCap" else np.ones(len(rows))
    return rows, sm.WLS(y, sm.add_constant(x, has_constant="add"), weights=weights).fit()


def write_exposure(frame, caps):
    """Exposure regressions on the event and on placebo dates, with every permutation of one of them."""
    study = Study(frame, caps, GROUP, (40, 2, 5), "market")
    traits = {n: (round((hash_of(n) % 1000) / 100, 2),) for n in frame}
    found, permuted = [], []
    for end in [len(frame)] + list(range(len(frame) - 5, 60, -9)):
        members, others, _ = study.at(end)
        for form, has_traits in itertools.product(("rootCap", "equal", "ranked"), (0, 1)):
            rows = [{"asset": f["asset"], "y": f["total"], "beta": f["beta"], "x": float(f["asset"] in GROUP),
                     "traits": traits[f["asset"]] if has_traits else (), "cap": caps[f["asset"]]}
                    for f in sorted(members + others, key=lambda f: f["asset"])]
            rows, fit = regression(rows, form)
            exposed = sum(r["cap"] * r["x"] for r in rows) / sum(r["cap"] for r in rows)
            found.append((end, form, has_traits, len(rows), fit.params[-1], fit.bse[-1], int(fit.df_resid),
                          fit.params[0], fit.params[1], fit.params[2] if has_traits else None, exposed))
            if end == len(frame):
                permuted.append((form, has_traits, permutation(rows, form, fit.tvalues[-1])))
    write("exposure.csv", ("end", "form", "traits", "n", "theta", "error", "freedom", "intercept", "gamma", "slope",
                           "share"), found, "panel.csv", "Estimation 40, gap 2, length 5, the market model.")
    write("permutations.csv", ("form", "traits", "p"), permuted, "panel.csv",
          "The share of all ways to choose as many exposed assets whose |t| is as large.")
    write("traits.csv", ("asset", "trait"), [(n, t[0]) for n, t in traits.items()], "made from the names")


def hash_of(name):
    """A number of a name that is the same in every run."""
    return sum((place + 3) * 7919 * ord(c) for place, c in enumerate(name))


def permutation(rows, form, t):
    """All labellings with as many exposed."""
    count = int(sum(r["x"] for r in rows))
    hits = total = 0
    for chosen in itertools.combinations(range(len(rows)), count):
        labelled = [dict(r, x=float(i in chosen)) for i, r in enumerate(rows)]
        hits += abs(regression(labelled, form)[1].tvalues[-1]) >= abs(t) * (1 - 1e-9)
        total += 1
    return hits / total


def write_small():
    """Signed ranks, signs and adjustments."""
    rng = np.random.default_rng(20250128)
    rows = []
    for place in range(24):
        values = rng.integers(-6, 9, 1 + place % 12) if place % 2 else np.round(rng.normal(0.3, 1, 1 + place % 12), 3)
        if not np.any(values):
            continue
        rows.append((";".join(str(v) for v in values), *signed_rank(values)))
    for count in (13, 30, 50):
        values = rng.permutation(np.arange(1, count + 1)) * rng.choice((-1, 1, 1), count)
        rows.append((";".join(str(v) for v in values), *signed_rank(values)))
    big = np.round(rng.normal(0.2, 1, 80), 3)
    normal = [stats.wilcoxon(big, alternative=side, correction=True, method="asymptotic").pvalue
              for side in ("less", "greater")]
    ranks = stats.rankdata(np.abs(big))
    rows.append((";".join(str(v) for v in big), float(ranks[big > 0].sum()), *normal))
    write("signs.csv", ("values", "statistic", "lower", "upper"), rows, "made (numpy seed 20250128)",
          "Up to twelve values by every choice of signs; up to fifty by scipy's exact law; eighty by its normal one.")
    rows = []
    for place in range(12):
        p = np.round(rng.random(1 + place % 7) ** 3, 3 if place % 2 else 1)
        holm, bh = (multipletests(p, method=m)[1] for m in ("holm", "fdr_bh"))
        join = lambda xs: ";".join(repr(float(x)) for x in xs)
        rows.append((join(p), join(holm), join(bh)))
    write("adjusted.csv", ("p", "holm", "benjaminiHochberg"), rows, "made (numpy seed 20250128)")


def case_panel(name, keep):
    """Closes of the bundled case: every AI token with a price and the largest others, with caps of the last list."""
    bars = pd.read_csv(CASE / name)
    instruments = pd.read_csv(CASE / "instruments.csv.gz").drop_duplicates("instrument", keep="last")
    owner = instruments.set_index("instrument").asset
    bars["asset"] = bars.series.map(owner)
    closes = bars.pivot(index="open_time", columns="asset", values="close")
    supplies = pd.read_csv(CASE / "supplies.csv.gz")
    latest = supplies[supplies.known <= "2025-01-26T12:00:00Z"].sort_values("known").groupby("asset").last()
    kinds = pd.read_csv(CASE / "assets.csv.gz").groupby("asset")["class"].last()
    sectors = pd.read_csv(CASE / "sectors.csv")
    ai = sorted(set(sectors[sectors.sector == "ai"].asset) & set(closes))
    rest = [a for a in closes if a not in ai and a in latest.index and kinds.get(a, "coin") == "coin"]
    rest = sorted(rest, key=lambda a: -latest.cap[a])[:keep]
    names = sorted(ai + rest)
    return closes[names], {n: float(latest.cap[n]) if n in latest.index else 0.0 for n in names}, ai


def write_closes(name, closes, caps, note):
    """Closes as they are, one row a bar, the caps first."""
    rows = [["cap"] + [caps[n] for n in closes]]
    rows += [[time] + [None if np.isnan(x) else float(x) for x in row]
             for time, row in zip(closes.index, closes.to_numpy())]
    write(name, ["open"] + list(closes), rows, "Cases/2025-01-27", note)


def write_golden():
    """The golden day: by the case's hours, and by its days with the last 24 hours put after them."""
    hours, caps, ai = case_panel("bars-binance-1h.csv.gz", 60)
    hours = hours[hours.index < "2025-01-27T12:00:00Z"]
    write_closes("golden-hours.csv", hours, caps, "AI tokens and the sixty largest others; open times; caps first.")
    days, _, _ = case_panel("bars-binance-1d.csv.gz", 60)
    days = days.reindex(columns=hours.columns)[days.index < "2025-01-26T00:00:00Z"]
    write_closes("golden-days.csv", days, caps, "Days up to the last that ended 24 hours before the as-of.")
    hourly = np.log(hours).diff().iloc[1:].reset_index(drop=True)
    daily = np.log(days).diff().iloc[1:]
    move = np.log(hours.iloc[-1] / hours.iloc[-25])
    daily = pd.concat([daily, move.to_frame().T]).reset_index(drop=True)
    found = []
    for name, frame, window in (("hours", hourly, (72, 0, 24)), ("days", daily, (30, 0, 1))):
        study = Study(frame, caps, ai, window, "market")
        ends = [len(frame)] + list(range(len(frame) - window[2], sum(window) - 1, -1))
        dates = [date_values(study, end) for end in ends]
        members, others, reasons = study.at(len(frame))
        figures = {"members": len(members), "others": len(others), "excluded": len(reasons), "dates": len(dates) - 1,
                   "car": dates[0]["meanAbnormal"], "correlation": dates[0]["correlation"],
                   "dispersion": dates[0]["dispersion"]}
        figures |= {s: dates[0][s] for s in STATISTICS}
        for s in STATISTICS:
            figures[f"p.{s}"] = (1 + sum(d[s] <= dates[0][s] for d in dates[1:])) / len(dates)
        figures |= {f"test.{row[0]}": row[1] for row in tests(members, window[2])}
        figures |= shares(members, others, caps)
        found += [(name, key, float(value)) for key, value in figures.items()]
    write("golden.csv", ("panel", "figure", "value"), found, "golden-hours.csv; golden-days.csv",
          "AI tokens over the 24 hours to 2025-01-27T12:00Z against a market without them.")


def shares(members, others, caps):
    """The market's move in parts, as simple returns."""
    whole = sum(caps[f["asset"]] for f in members + others)
    part = lambda fits, value: sum(caps[f["asset"]] * value(f) for f in fits) / whole
    own = lambda f: np.expm1(f["total"]) - np.expm1(f["total"] - f["car"])
    return {"share.direct": part(members, own), "share.broad": part(members + others, lambda f: np.expm1(f["total"] - f["car"])),
            "share.remainder": part(others, own), "share.total": part(members + others, lambda f: np.expm1(f["total"]))}


def main():
    """Everything."""
    frame, caps = made_panel()
    write_panel(frame, caps)
    write_assets(frame, caps)
    write_placebos(frame, caps)
    write_exposure(frame, caps)
    write_small()
    write_golden()


if __name__ == "__main__":
    main()
