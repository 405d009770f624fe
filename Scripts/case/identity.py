"""Which asset a contract is about, and what kind of asset it is.

A ticker is not an identity: different coins share one, and a venue renames or rescales others. Every mapping is
therefore tested against a price of the asset from another publisher before it may enter the case.
"""

import csv
from pathlib import Path

PREFIXES = (("1000000", 1_000_000), ("1000", 1_000), ("1M", 1_000_000))
TOLERANCE = 0.03


def _table(name, value):
    """One of this package's two small definition tables, as a dictionary."""
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    column = rows[0].index(value)
    return {row[0]: row[column] for row in rows[1:]}


ALIASES = _table("aliases.csv", "asset")
CLASSES = _table("classes.csv", "class")


def asset_of(contract):
    """The asset a contract is named after and how many coins its price is for."""
    for prefix, coins in PREFIXES:
        base = contract.removeprefix(prefix)
        if base != contract and base:
            return ALIASES.get(base, base), coins
    return ALIASES.get(contract, contract), 1


def asset_class(asset):
    """The class of an asset: a plain coin unless the table says otherwise."""
    return CLASSES.get(asset, "coin")


def disagreement(contract_price, coins, asset_price):
    """How far the contract's price of one coin is from the asset's; nothing where either is unknown."""
    if not contract_price or not asset_price:
        return None
    return abs(float(contract_price) / coins / asset_price - 1)
