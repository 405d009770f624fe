"""A made case of liquidations one by one, what pandas adds up of it and what scipy fits to its times.

Of one venue every order is made and one a second is published, so that the truth behind the sample is known; the
events of the other beget one another by a law that is known as well. Run: python3 Scripts/reference/liquidation_events.py
"""

import hashlib
import io
import json
import pathlib

import numpy as np
import pandas as pd
import scipy
from scipy.optimize import minimize, minimize_scalar
from scipy.stats import kstest

import sidecar

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "Tests/Fixtures/LiquidationEvents"
MADE_BY = "Scripts/reference/liquidation_events.py"
TOOL = f"numpy {np.__version__}, pandas {pd.__version__}, scipy {scipy.__version__}"
SEED = 20250127
SOURCE = f"numpy seed {SEED}"
END = pd.Timestamp("2025-01-27T12:05:00Z")
START = END - pd.Timedelta(hours=6)
COLUMNS = ("venue,asset,instrument,time,known,kind,side,order_price,average_price,ordered,filled,unit,"
           "contract_size,quanto_usd,event,number").split(",")


def row(venue, asset, instrument, time, side, price, quantity, unit="coins", size="1", kind="liquidation",
        event="", number=0, filled=None, average=True):
    """One line of the file; a second passes until an event is known."""
    return {"venue": venue, "asset": asset, "instrument": instrument, "time": time,
            "known": time + pd.Timedelta(seconds=1), "kind": kind, "side": side, "order_price": price,
            "average_price": round(price * 0.9995, 1) if average else "", "ordered": quantity,
            "filled": quantity if filled is None else filled, "unit": unit, "contract_size": size,
            "quanto_usd": "", "event": event, "number": number}


def sampled(rng):
    """Five minutes of orders, one in two seconds, and the latest of each second of a clock that is not ours."""
    seconds, rate = 300, 0.5
    at = np.sort(rng.uniform(0, seconds, rng.poisson(rate * seconds)))
    quantities = np.exp(rng.normal(-2.0, 1.2, len(at))).round(3) + 0.001
    sides = rng.choice(["long", "short"], len(at), p=[0.85, 0.15])
    begin = END - pd.Timedelta(seconds=seconds)
    orders = [row("binance", "BTC", "perp:binance:BTC", begin + pd.Timedelta(microseconds=int(t * 1e6)), side,
                  round(99000 + 3 * t, 1), quantity) for t, quantity, side in zip(at, quantities, sides)]
    second = np.floor(at + 0.37).astype(int)
    kept = [order for order, this, following in zip(orders, second, list(second[1:]) + [-1]) if this != following]
    truth = sum(order["filled"] * order["average_price"] for order in orders)
    return kept, truth


def exciting(rng):
    """Immigrants and their offspring at a venue that publishes every event: times in seconds."""
    duration, base, branching, decay = (END - START).total_seconds(), 0.006, 0.6, 0.05
    waiting, times = list(rng.uniform(0, duration, rng.poisson(base * duration))), []
    while waiting:
        at = waiting.pop()
        if at < duration:
            times.append(round(at, 6))
            waiting += list(at + rng.exponential(1 / decay, rng.poisson(branching)))
    return np.sort(np.array(times))


def events():
    rng = np.random.default_rng(SEED)
    rows, truth = sampled(rng)
    times = exciting(rng)
    for place, at in enumerate(times):
        time = START + pd.Timedelta(microseconds=int(round(at * 1e6)))
        asset = "BTC" if rng.random() < 0.7 else "ETH"
        side = "long" if rng.random() < 0.8 else "short"
        price = 99500.0 if asset == "BTC" else 3100.0
        rows.append(row("deribit", asset, f"perp:deribit:{asset}", time, side, price,
                        int(rng.integers(1, 4000)), unit="usd", size="10", event=f"t{place}"))
    before = START + pd.Timedelta(hours=2)
    # Two alike in all, told apart by their number; then what has no dollars, or no side, or was no liquidation.
    rows += [row("binance", "ETH", "perp:binance:ETH", before, "long", 3100.0, 2.5, number=n) for n in (0, 1)]
    rows += [row("binance", "ETH", "perp:binance:ETHUSD", before + pd.Timedelta(seconds=n), "long", 3100.0, 7, size="")
             for n in range(3)]
    rows += [row("binance", "ETH", "perp:binance:ETH", before + pd.Timedelta(seconds=40), "short", 3100.0, 2, filled=0),
             row("binance", "ETH", "perp:binance:ETH", before + pd.Timedelta(seconds=50), "", 3100.0, 1.5),
             row("binance", "ETH", "perp:binance:ETH", before + pd.Timedelta(seconds=60), "short", 3100.0, 4,
                 average=False)]
    rows += [row("deribit", "BTC", "perp:deribit:BTC", before + pd.Timedelta(seconds=n), "short", 99000.0, 100,
                 unit="usd", size="10", kind="adl", event=f"a{n}") for n in range(2)]
    rows.append(row("deribit", "BTC", "perp:deribit:BTC", before, "long", 99000.0, 300, unit="usd", size="10",
                    kind="insurance", event="i"))
    # After the as-of: none of it may be seen.
    rows.append(row("binance", "BTC", "perp:binance:BTC", END + pd.Timedelta(seconds=5), "long", 99000.0, 1000))
    late = row("binance", "BTC", "perp:binance:BTC", END - pd.Timedelta(hours=1), "long", 99000.0, 1000)
    rows.append(late | {"known": END + pd.Timedelta(hours=1)})
    return pd.DataFrame(rows, columns=COLUMNS), truth


def text(frame):
    spelled = frame.copy()
    for column in ("time", "known"):
        spelled[column] = spelled[column].dt.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    spelled = spelled.sort_values(["time", "venue", "instrument", "kind", "event", "number"])
    out = io.StringIO()
    spelled.to_csv(out, index=False, lineterminator="\n")
    return out.getvalue()


def sums(frame):
    """What is known at the end: dollars by side, and how many events have any."""
    seen = frame[(frame.time >= START) & (frame.time < END) & (frame.known <= END)].copy()
    number = {name: pd.to_numeric(seen[name], errors="coerce") for name in
              ("filled", "average_price", "order_price", "contract_size")}
    price = number["average_price"].fillna(number["order_price"])
    seen["dollars"] = number["filled"] * number["contract_size"] * price.where(seen.unit == "coins", 1)
    seen["hour"] = seen.time.dt.floor("h").dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    seen["scope"] = seen.venue
    liquidated = seen[seen.kind == "liquidation"]
    valued = liquidated[liquidated.dollars > 0]
    lines = []

    def add(name, rows, every):
        lines.append({"scope": name, "long": rows.dollars[rows.side == "long"].sum(),
                      "short": rows.dollars[rows.side == "short"].sum(),
                      "unsided": rows.dollars[rows.side == ""].sum(), "count": len(rows),
                      "quarantined": len(every) - len(rows)})

    for venue, rows in valued.groupby("venue"):
        add(f"venue:{venue}", rows, liquidated[liquidated.venue == venue])
    for (venue, asset), rows in valued.groupby(["venue", "asset"]):
        every = liquidated[(liquidated.venue == venue) & (liquidated.asset == asset)]
        add(f"venue:{venue}/asset:{asset}", rows, every)
    for (venue, hour), rows in valued.groupby(["venue", "hour"]):
        every = liquidated[(liquidated.venue == venue) & (liquidated.hour == hour)]
        add(f"venue:{venue} {hour}", rows, every)
    for kind, rows in seen[seen.kind != "liquidation"].groupby("kind"):
        add(kind, rows, rows)
    return pd.DataFrame(lines), valued


def parts(times, duration, decays):
    lag = times[:, None] - times[None, :]
    before = np.tril(np.ones_like(lag), -1)
    columns = [np.ones(len(times))]
    totals = [duration]
    for decay in decays:
        columns.append((np.exp(-decay * np.where(before > 0, lag, 0)) * before).sum(1))
        totals.append(((1 - np.exp(-decay * (duration - times))) / decay).sum())
    return np.array(columns), np.array(totals)


def likeliest(columns, totals):
    """The weights of the greatest likelihood, none below zero: with given decays the problem is convex."""
    def loss(scaled):
        weights = scaled / totals
        rates = weights @ columns
        return weights @ totals - np.log(rates).sum(), 1 - (columns / rates).sum(1) / totals

    count = columns.shape[1]
    first = np.full(len(totals), count / len(totals))
    best = minimize(loss, first, jac=True, method="L-BFGS-B", bounds=[(1e-12 if k == 0 else 0, None) for k in
                    range(len(totals))], options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 100000, "maxfun": 100000})
    return best.x / totals, -best.fun


def fit(times, duration, decays=None):
    """The likeliest model; where no decay is given, with one exponential of the likeliest."""
    if decays is None:
        found = minimize_scalar(lambda log: -likeliest(*parts(times, duration, [np.exp(log)]))[1],
                                bounds=(np.log(1e-3), np.log(10)), method="bounded", options={"xatol": 1e-9})
        decays = [np.exp(found.x)]
    columns, totals = parts(times, duration, decays)
    weights, likelihood = likeliest(columns, totals)
    used, rates = decays, weights @ columns
    gaps = np.diff(np.concatenate([[0], times]))
    sums_, expected, residuals = np.zeros(len(used)), np.array(used), []
    for gap in gaps:
        kept = np.exp(-expected * gap)
        residuals.append(weights[0] * gap + (weights[1:] / expected * sums_ * (1 - kept)).sum())
        sums_ = sums_ * kept + 1
    return {"likelihood": likelihood, "branching": (weights[1:] / expected).sum(),
            "share": 1 - (weights[0] / rates).mean(), "distance": kstest(residuals, "expon").statistic,
            "rates": rates, "base": weights[0]}


def fits(valued):
    rows = valued[valued.venue == "deribit"]
    times = np.sort(((rows.time - START).dt.total_seconds()).unique())
    duration = (END - START).total_seconds()
    lines = []
    for name, decays in (("exponential", None), ("sum", [10, 1, 0.1, 0.01, 0.001])):
        found = fit(times, duration, decays)
        lines.append({"model": name} | {key: found[key] for key in ("likelihood", "branching", "share", "distance")})
        if name == "exponential":
            hours = (rows.time.drop_duplicates().sort_values()).dt.floor("h")
            busiest = hours.value_counts().sort_index().sort_values(ascending=False, kind="stable").index[0]
            inside = (hours == busiest).to_numpy()
            lines.append({"model": "episode", "likelihood": inside.sum(), "branching": 0,
                          "share": 1 - (found["base"] / found["rates"][inside]).mean(), "distance": 0})
    return pd.DataFrame(lines)


def main():
    frame, truth = events()
    data = text(frame).encode()
    expected, valued = sums(frame)
    expected.loc[len(expected)] = ["truth of binance BTC", truth, 0, 0, 0, 0]
    manifest = {
        "case": "made-events", "format": "downdraft.case/1", "title": "Made liquidations, one by one",
        "files": [{"from": "2025-01-27T06:05:00Z", "to": "2025-01-27T12:06:00Z", "inputs": [],
                   "kind": "liquidation_events", "path": "events.csv", "rows": len(frame),
                   "sha256": hashlib.sha256(data).hexdigest(), "source": "made"}],
        "sources": [{"id": "made", "title": "Made liquidations", "publisher": "this project", "repository": "",
                     "commit": "", "licence": "Apache-2.0", "note": SOURCE}],
    }
    written = {"events.csv": data, "manifest.json": (json.dumps(manifest, indent=1) + "\n").encode(),
               "sums.csv": expected.to_csv(index=False, float_format="%.17g").encode(),
               "fits.csv": fits(valued).to_csv(index=False, float_format="%.17g").encode()}
    for name, content in written.items():
        sidecar.write(FOLDER / name, content, SOURCE, TOOL, MADE_BY)


if __name__ == "__main__":
    main()
