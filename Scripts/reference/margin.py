#!/usr/bin/env python3
"""Writes reference values for the margin engine into Tests/Fixtures/Margin/.

    python3 Scripts/reference/margin.py

`vectors.csv` holds what venues published or answered, and what other implementations assert, each with its source.
`accounts.csv` holds made accounts, solved by bisection in decimals of forty digits (`margin_definitions.py`).
"""

import hashlib
import json
import random
import sys
from decimal import Decimal
from pathlib import Path

import margin_definitions as definitions
import margin_vectors
import sidecar

OUT = Path(__file__).resolve().parents[2] / "Tests/Fixtures/Margin"
SEED = 20250127
COUNT = 2000


def digits(number, count):
    """A random number's first digits."""
    return Decimal(f"{number:.{count}g}")


def plain(number):
    """A decimal without an exponent where that is short."""
    return "" if number is None else f"{number.normalize():f}" if 1e-6 < abs(number) < 1e12 or number == 0 else str(number)


def short(number):
    return "" if number is None else f"{float(number):.12g}"


def made(generator):
    """The columns of one account."""
    kind = generator.choice("llliiu")
    mode = generator.choice("iiccv")
    basis = generator.choice("mmme")
    fee = generator.choice("nnmeb")
    table = generator.choice("0014256673" if kind == "i" else "001223447") if kind != "u" else generator.choice("01245")
    side = generator.choice("LS")
    entry = digits(10 ** generator.uniform(-1, 5), 5)
    if kind == "i":
        coins = 10 ** generator.uniform(-2, 3)
        size = digits(coins * float(entry), 4)
    else:
        size = digits(10 ** generator.uniform(1, 7) / float(entry), 4)
    value = float(size) / float(entry) if kind == "i" else float(size) * float(entry)
    leverage = generator.choice([1, 2, 3, 5, 10, 20, 50, 100, 0.5])
    collateral = digits(value / leverage * generator.uniform(0.9, 1.6), 6)
    drift = generator.choice([0, 0, generator.uniform(-0.3, 0.3) / max(1, leverage)])
    mark = digits(float(entry) * (1 + drift), 6)
    other = generator.choice("0123") if mode != "i" else "0"
    hedge = digits(float(size) * generator.uniform(0.1, 1.5), 4) if mode == "c" and generator.random() < 0.25 else Decimal(0)
    if other != "0":
        collateral += 100
    return dict(k=kind, m=mode, b=basis, f=fee, c=generator.choice("01"), t=table, s=side, q=size, e=entry, p=mark,
                w=collateral, o=other, h=hedge)


def solved(row):
    """The account's prices: `now` where it is liquidated already, `bankrupt` where it owes more than it has."""
    sign = 1 if row["s"] == "L" else -1
    legs = [definitions.Leg(row["k"], sign, row["q"], row["e"], row["t"])]
    if row["h"]:
        legs.append(definitions.Leg(row["k"], -sign, row["h"], row["e"], row["t"]))
    account = definitions.Account(legs, row["p"], row["w"], row["m"], row["b"], row["f"], Decimal("0.0006"),
                                  row["c"] == "1", row["o"])
    if account.equity(row["p"]) < 0:
        return dict(lo="bankrupt", hi="", bk="")
    broke = short(account.broke)
    if account.balance(row["p"]) <= 0:
        return dict(lo="now", hi=short(account.balance(row["p"])), bk=broke)
    return dict(lo=short(account.breach(False)), hi=short(account.breach(True)), bk=broke)


def accounts():
    generator = random.Random(SEED)
    lines = ["k,m,b,f,c,t,s,q,e,p,w,o,h,lo,hi,bk"]
    for _ in range(COUNT):
        row = made(generator)
        row |= solved(row)
        lines.append(",".join(plain(cell) if isinstance(cell, Decimal) else cell for cell in row.values()))
    data = ("\n".join(lines) + "\n").encode()
    sidecar.write(OUT / "accounts.csv", data, f"made accounts (random.Random({SEED}))",
                  f"Python {sys.version.split()[0]} decimal", "Scripts/reference/margin.py",
                  "k kind (linear, inverse, u quanto), m mode (isolated, cross, v by value), b basis (mark, entry), f fee of "
                  "0.0006 (none, mark, entry, b at bankruptcy), c whether bankruptcy counts it, t table and o other "
                  "position of margin_definitions.py, s side, q size, e entry, p mark, w collateral, h size of a hedge; lo and "
                  "hi the prices of liquidation, lo `now` with the balance in hi, or `bankrupt`; bk the bankruptcy price; "
                  "bisection over a millionfold of the mark price, bankruptcy over 24 decades")
    print(f"accounts.csv: {COUNT} rows, {len(data)} bytes")


def vectors():
    data = margin_vectors.text().encode()
    path = OUT / "vectors.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    note = {"source": "figures published by venues or asserted by other implementations; the source of each in its row",
            "tool": "typed in by hand", "licence": "facts: single figures with their source",
            "made_by": "Scripts/reference/margin.py", "date": sidecar.DATE, "sha256": hashlib.sha256(data).hexdigest(),
            "note": "tolerance absolute; of a printed figure half a unit of its last digit unless the row's source says more"}
    path.with_name("vectors.source.json").write_text(
        json.dumps(note, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(f"vectors.csv: {len(data.splitlines()) - 1} rows, {len(data)} bytes")


if __name__ == "__main__":
    vectors()
    accounts()
