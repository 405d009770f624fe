"""Margin by its definitions, in decimals of forty digits: requirement and equity as functions of a price, nothing solved.

Tiers are charged slice by slice, prices are found by bisection between edges, and bankruptcy likewise, so that no
formula of the engine is used a second time.
"""

from decimal import Decimal, getcontext

getcontext().prec = 40
ZERO, ONE = Decimal(0), Decimal(1)

# A table is marginal or flat tiers as (floor, rate), or margin that scales with size as (base, per coin).
TABLES = {
    "0": ("marginal", [("0", "0.004"), ("50000", "0.005"), ("250000", "0.01"), ("1000000", "0.025"), ("10000000", "0.05")]),
    "1": ("marginal", [("0", "0.01")]),
    "2": ("flat", [("0", "0.005"), ("20000", "0.01"), ("100000", "0.02"), ("500000", "0.05")]),
    "3": ("scaling", ("0.01", "0.00005")),
    "4": ("marginal", [("0", "0"), ("1000", "0.02"), ("3000", "0.1"), ("9000", "0.5")]),
    "5": ("flat", [("0", "0.004"), ("5", "0.008"), ("10", "0.012"), ("20", "0.05")]),
    "6": ("marginal", [("0", "0.004"), ("5", "0.005"), ("10", "0.01"), ("20", "0.025"), ("50", "0.05"), ("100", "0.1")]),
    "7": ("scaling", ("0.02", "0.0005")),
}
# Positions in other contracts: linear, side, size, entry, mark, table.
OTHERS = {"1": (1, "2", "100", "90", "1"), "2": (-1, "0.5", "3000", "3150", "0"), "3": (1, "10", "20", "26", "4")}


def margin(table, value, coins):
    """What a value has to keep."""
    kind, rows = TABLES[table]
    if kind == "scaling":
        return (Decimal(rows[0]) + Decimal(rows[1]) * coins) * value
    tiers = [(Decimal(floor), Decimal(rate)) for floor, rate in rows]
    if kind == "flat":
        return value * max((floor, rate) for floor, rate in tiers if value > floor or floor == 0)[1]
    total = ZERO
    for (floor, rate), (ceiling, _) in zip(tiers, tiers[1:] + [(None, None)]):
        top = value if ceiling is None else min(value, ceiling)
        total += rate * max(ZERO, top - floor)
    return total


class Leg:
    """A position in the contract whose price moves."""

    def __init__(self, kind, sign, size, entry, table):
        self.kind, self.sign, self.size, self.entry, self.table = kind, sign, size, entry, table

    def value(self, price):
        return self.size / price if self.kind == "i" else self.size * price

    def profit(self, price):
        if self.kind == "i":
            return self.sign * self.size * (ONE / self.entry - ONE / price)
        return self.sign * self.size * (price - self.entry)

    def margin(self, price):
        value = self.value(price)
        return margin(self.table, value, value if self.kind == "i" else self.size)

    def edges(self):
        kind, rows = TABLES[self.table]
        if kind == "scaling":
            return []
        floors = [Decimal(floor) for floor, _ in rows[1:]]
        return [self.size / floor if self.kind == "i" else floor / self.size for floor in floors]


class Account:
    """Equity and requirement along the price of one contract, all else as it is."""

    def __init__(self, legs, mark, collateral, mode, basis, fee, rate, counted, other):
        self.legs, self.mark, self.basis, self.fee, self.rate, self.counted = legs, mark, basis, fee, rate, counted
        self.outside, self.kept = collateral, ZERO
        if other in OTHERS:
            sign, size, entry, price, table = OTHERS[other]
            size, entry, price = Decimal(size), Decimal(entry), Decimal(price)
            self.outside += sign * size * (price - entry)
            valued = size * (price if basis == "m" else entry)
            self.kept = margin(table, valued, size)
            self.kept += rate * size * {"n": ZERO, "m": price, "b": price, "e": entry}[fee]
            if mode == "v":
                equity = self.outside + sum(leg.profit(mark) for leg in legs)
                own = sum(leg.value(mark) for leg in legs)
                self.outside = equity * own / (own + size * price)
                self.kept = ZERO
        if mode == "v":
            if other not in OTHERS:
                self.outside += sum(leg.profit(mark) for leg in legs)
            for leg in legs:
                leg.entry = mark
        self.broke = self.bankruptcy()

    def equity(self, price):
        return self.outside + sum(leg.profit(price) for leg in self.legs)

    def requirement(self, price):
        total = self.kept
        for leg in self.legs:
            at = price if self.basis == "m" else leg.entry
            total += leg.margin(at)
            if self.fee == "m":
                total += self.rate * leg.value(price)
            elif self.fee == "e":
                total += self.rate * leg.value(leg.entry)
            elif self.fee == "b" and self.broke:
                total += self.rate * leg.value(self.broke)
        return total

    def balance(self, price):
        return self.equity(price) - self.requirement(price)

    def left(self, price):
        """Equity after the closing fee at this price, where that is counted."""
        equity = self.equity(price)
        if self.counted:
            for leg in self.legs:
                equity -= self.rate * leg.value(leg.entry if self.fee == "e" else price) if self.fee != "n" else ZERO
        return equity

    def bankruptcy(self):
        """The price at which nothing is left, by bisection over 24 decades."""
        low, high = self.mark * Decimal("1e-12"), self.mark * Decimal("1e12")
        if (self.left(low) > 0) == (self.left(high) > 0):
            return None
        return bisect(self.left, low, high)

    def breach(self, is_up):
        """The first price, away from the mark, at which equity no longer exceeds the requirement; `None` within a millionfold."""
        far = self.mark * Decimal("1e6") if is_up else self.mark / Decimal("1e6")
        edges = sorted(edge for leg in self.legs for edge in (leg.edges() if self.basis == "m" else []))
        inner = [edge for edge in edges if (self.mark < edge < far if is_up else far < edge < self.mark)]
        stops = [self.mark] + (inner if is_up else inner[::-1]) + [far]
        hair = Decimal("1e-25")
        for start, stop in zip(stops, stops[1:]):
            away = start * (1 + hair if is_up else 1 - hair)
            near = stop * (1 - hair if is_up else 1 + hair)
            if self.balance(away) <= 0:
                return start
            if self.balance(near) <= 0:
                return bisect(self.balance, min(away, near), max(away, near))
        return None


def bisect(function, low, high):
    """Where the sign of a function changes, to thirty digits."""
    sign = function(low) > 0
    for _ in range(220):
        middle = (low * high).sqrt() if high > 4 * low else (low + high) / 2
        if (function(middle) > 0) == sign:
            low = middle
        else:
            high = middle
        if high - low <= high * Decimal("1e-30"):
            break
    return (low + high) / 2
