"""Self-exciting events: made ones, their likelihood by brute force, and the fit by scipy."""

import numpy as np
import scipy
from scipy.optimize import minimize
from scipy.stats import kstest

SCIPY = f"scipy {scipy.__version__}"
SEED = 20251010
DECAYS = (0.2, 2.0)
NEWS = (100.0, 300.0)
NEWS_DECAY = 0.05


def made(rng, duration, base, weights, decays, news=0.0):
    """Immigrants, those that follow the news, and their offspring."""
    waiting = list(rng.uniform(0, duration, rng.poisson(base * duration)))
    for at in NEWS if news else ():
        waiting += list(at + rng.exponential(1 / NEWS_DECAY, rng.poisson(news / NEWS_DECAY)))
    events = []
    while waiting:
        at = waiting.pop()
        if at >= duration:
            continue
        events.append(at)
        for weight, decay in zip(weights, decays):
            waiting += list(at + rng.exponential(1 / decay, rng.poisson(weight / decay)))
    return np.sort(np.array(events))


def parts(events, duration, decays, with_news):
    """The intensity's parts before each event, and what each adds up to."""
    lag = events[:, None] - events[None, :]
    columns, sums = [np.ones(len(events))], [duration]
    if with_news:
        since = events[:, None] - np.array(NEWS)[None, :]
        columns.append(np.where(since > 0, np.exp(-NEWS_DECAY * np.maximum(since, 0)), 0).sum(1))
        sums.append(sum((1 - np.exp(-NEWS_DECAY * (duration - at))) / NEWS_DECAY for at in NEWS))
    before = np.tril(np.ones_like(lag), -1)
    for decay in decays:
        columns.append((np.exp(-decay * np.maximum(lag, 0)) * before).sum(1))
        sums.append(((1 - np.exp(-decay * (duration - events))) / decay).sum())
    return np.stack(columns, 1), np.array(sums)


def likelihood(weights, columns, sums):
    """The log-likelihood."""
    return float(np.log(columns @ weights).sum() - sums @ weights)


def best(columns, sums, start):
    """The weights of the greatest likelihood, none below zero."""
    found = minimize(lambda w: -likelihood(w, columns, sums), start, method="L-BFGS-B", bounds=[(1e-9, None)] * len(start),
                     jac=lambda w: sums - columns.T @ (1 / (columns @ w)),
                     options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 5000})
    return found.x


def fitted(case, events, duration):
    """The fit of a case: weights, decays, likelihood."""
    with_news = case == "news"
    if case == "sum":
        columns, sums = parts(events, duration, DECAYS, False)
        weights = best(columns, sums, np.array([0.3, 0.1, 0.3]))
        return weights, DECAYS, likelihood(weights, columns, sums), columns, sums
    start = np.array([0.3, 0.3, 0.3] if with_news else [0.3, 0.3])

    def profile(log_decay):
        columns, sums = parts(events, duration, (np.exp(log_decay),), with_news)
        return -likelihood(best(columns, sums, start), columns, sums)

    found = scipy.optimize.minimize_scalar(profile, bracket=(-0.5, 0.5), options={"xtol": 1e-10})
    decay = float(np.exp(found.x))
    columns, sums = parts(events, duration, (decay,), with_news)
    weights = best(columns, sums, start)
    return weights, (decay,), likelihood(weights, columns, sums), columns, sums


def tables(write):
    """The events of three cases and what scipy makes of them."""
    rng = np.random.default_rng(SEED)
    duration = 600.0
    cases = {"exponential": made(rng, duration, 0.5, (0.8,), (1.5,)),
             "sum": made(rng, duration, 0.4, (0.05, 0.7), DECAYS),
             "news": made(rng, duration, 0.4, (0.6,), (1.5,), news=4.0)}
    write("hawkes-events.csv", ("case", "time"), [(c, float(t)) for c, times in cases.items() for t in times],
          f"made (numpy seed {SEED})", f"numpy {np.__version__}", "Over 600 seconds; news at 100 and 300.")
    rows = []
    for case, events in cases.items():
        weights, decays, best_likelihood, columns, sums = fitted(case, events, duration)
        intensity = columns @ weights
        outside = 2 if case == "news" else 1
        share = 1 - float(((columns[:, :outside] @ weights[:outside]) / intensity).mean())
        branching = sum(w / d for w, d in zip(weights[outside:], decays))
        compensator = np.array([partial(events, t, weights, decays, case == "news") for t in events])
        residuals = np.diff(np.concatenate([[0.0], compensator]))
        rows.append((case, len(events), " ".join(repr(float(w)) for w in weights), " ".join(repr(float(d)) for d in decays),
                     best_likelihood, float(branching), share, float(kstest(residuals, "expon").statistic),
                     ljung_box(residuals)))
    write("hawkes.csv", ("case", "events", "weights", "decays", "likelihood", "branching", "share", "ks", "ljungbox"),
          rows, "hawkes-events.csv", SCIPY, "Brute force over all pairs.")


def partial(events, until, weights, decays, with_news):
    """The compensator up to a time."""
    total = weights[0] * until
    if with_news:
        total += weights[1] * sum((1 - np.exp(-NEWS_DECAY * (until - at))) / NEWS_DECAY for at in NEWS if at < until)
    past = events[events < until]
    for weight, decay in zip(weights[2 if with_news else 1:], decays):
        total += weight * ((1 - np.exp(-decay * (until - past))) / decay).sum()
    return float(total)


def ljung_box(values, lags=10):
    """The statistic."""
    centred = values - values.mean()
    count = len(values)
    found = [(centred[lag:] * centred[:-lag]).sum() / (centred**2).sum() for lag in range(1, lags + 1)]
    return float(count * (count + 2) * sum(r * r / (count - lag) for lag, r in enumerate(found, 1)))
