"""A time-stepped cascade done the slow way: every account is looked at in every step, in whole numbers."""

import math
import random
from dataclasses import dataclass
from fractions import Fraction

STEPS = 60
CASES = {
    # case: (reference, depth lots per percent, fund, book share, fee in millionths, keeps, deleverages, shock ticks)
    "plain": (10_000, 40_000, 10**9, 1.0, 0, False, True, 300),
    "fees": (10_000, 9_000, 10**9, 0.75, 5000, True, True, 300),
    "dry": (10_000, 3_000, 50_000, 1.0, 2000, False, True, 500),
    "debt": (10_000, 3_000, 50_000, 1.0, 0, False, False, 500),
    "squeeze": (10_000, 5_000, 200_000, 0.875, 1000, True, True, -500),
}


@dataclass
class Account:
    """A position with its money; lots are of its own side."""

    sign: int
    lots: int
    cost: int
    cash: int
    maintenance: int
    state: str = "untouched"

    def equity(self, tick):
        """At a price."""
        return self.cash + self.sign * (self.lots * tick - self.cost)

    def breached(self, tick):
        """Whether the equity is at most the requirement."""
        return self.lots > 0 and 1_000_000 * self.equity(tick) <= self.maintenance * self.lots * tick

    def bankruptcy(self):
        """The last whole tick at which it is not below zero."""
        if self.sign > 0:
            return max(0, math.ceil(Fraction(self.cost - self.cash, self.lots)))
        return max(0, math.floor(Fraction(self.cost + self.cash, self.lots)))

    def close(self, lots, tick):
        """Closes lots at a price; their cost is in proportion, rounded down."""
        part = self.cost if lots == self.lots else self.cost * lots // self.lots
        self.cash += self.sign * (lots * tick - part)
        self.lots -= lots
        self.cost -= part


def made(rng, reference):
    """Accounts that are solvent at the reference price."""
    accounts = []
    for _ in range(160):
        sign = rng.choice((1, -1))
        entry = reference + rng.randrange(-300, 301)
        lots = rng.randrange(1, 400)
        leverage = rng.choice((3, 5, 10, 20, 25, 50, 100))
        cost = lots * entry
        account = Account(sign, lots, cost, -(-cost // leverage), rng.choice((4000, 5000, 10_000)))
        if account.equity(reference) > 0:
            accounts.append(account)
    return accounts


def first_breach(account):
    """The first tick, on the way down or up, at which it is breached, from the definition."""
    fraction = Fraction(account.maintenance, 1_000_000)
    if account.sign > 0:
        price = Fraction(account.cost - account.cash) / (account.lots * (1 - fraction))
        return math.floor(price) if price > 0 else ""
    return math.ceil(Fraction(account.cost + account.cash) / (account.lots * (1 + fraction)))


def to_nearest(value):
    """To the nearest whole number, halves away from zero."""
    return int(math.copysign(math.floor(abs(value) + Fraction(1, 2)), value))


class Run:
    """One cascade."""

    def __init__(self, accounts, case):
        (self.reference, self.depth, money, self.share, self.fee, self.keeps, self.deleverages, shock) = CASES[case]
        self.accounts, self.money, self.held, self.flow = accounts, money, 0, 0
        self.shock = Fraction(shock, self.reference)
        self.ranked, self.ranked_at = [], 0

    def tick(self, more=0):
        """The price with more lots sold: a percent for each `depth` lots."""
        move = self.shock + Fraction(self.flow + more, 100 * self.depth)
        return min(16 * self.reference, max(1, self.reference - to_nearest(move * self.reference)))

    def book(self, lots):
        """The part that is sold in the book."""
        return to_nearest(Fraction(lots) * Fraction(self.share))

    def fill(self, chosen, mark):
        """The middle of before and after."""
        net = sum(a.sign * self.book(a.lots) for a in chosen)
        return max(1, (mark + self.tick(net)) // 2)

    def lacking(self, account, fill):
        """What is missing after closing all of it."""
        copy = Account(account.sign, account.lots, account.cost, account.cash, account.maintenance)
        self.closed(copy, copy.lots, fill)
        return max(0, -copy.cash)

    def closed(self, account, lots, fill):
        """Closes the fund's part at bankruptcy, then the book's at the fill; what the fund took and paid for it."""
        book, bankruptcy = self.book(lots), account.bankruptcy()
        if book < lots:
            account.close(lots - book, bankruptcy)
        if book:
            account.close(book, fill)
        return account.sign * (lots - book), bankruptcy

    def settle(self, account, fee):
        """Fee, remainder and loss."""
        paid = min(max(0, account.cash), fee)
        account.cash -= paid
        self.money += paid
        if account.lots:
            account.state = "reduced"
            return
        account.state = "liquidated"
        if account.cash < 0 or self.keeps:
            self.money += account.cash
            account.cash = 0

    def winner(self, sign, mark):
        """The account in profit on a side that is closed next."""
        if abs(mark - self.ranked_at) > 0.01 * mark:
            found = []
            for place, a in enumerate(self.accounts):
                profit = a.sign * (a.lots * mark - a.cost)
                if a.sign == sign and a.lots and profit > 0 and a.cash + profit > 0:
                    found.append((-Fraction(profit, a.cost) * Fraction(a.lots * mark, a.cash + profit), place))
            self.ranked, self.ranked_at = [place for _, place in sorted(found)], mark
        while self.ranked and not self.accounts[self.ranked[0]].lots:
            self.ranked.pop(0)
        return self.accounts[self.ranked[0]] if self.ranked else None

    def close(self, account, lots, fill):
        """In the book and with the fund; the net lots sold."""
        net = account.sign * self.book(lots)
        taken, bankruptcy = self.closed(account, lots, fill)
        self.held += taken
        self.money -= taken * bankruptcy
        self.settle(account, lots * fill // 1_000_000 * self.fee)
        return net

    def step(self):
        """One step; its figures."""
        mark = self.tick()
        chosen = [a for a in self.accounts if a.breached(mark)]
        sold = lots = matched = count = 0
        if chosen:
            fill, refused = self.fill(chosen, mark), []
            deficits = {id(a): self.lacking(a, fill) for a in chosen}
            left = max(0, self.money + self.held * mark)
            if self.deleverages and sum(deficits.values()) > left:
                kept = []
                for a in sorted(chosen, key=lambda a: (a.lots, a.cost, a.cash, self.accounts.index(a))):
                    (kept if deficits[id(a)] <= left else refused).append(a)
                    if deficits[id(a)] <= left:
                        left -= deficits[id(a)]
                chosen, fill = kept, self.fill(kept, mark)
            for a in chosen:
                lots, count = lots + a.lots, count + 1
                sold += self.close(a, a.lots, fill)
            for a in refused:
                lots, count, price = lots + a.lots, count + 1, max(1, a.bankruptcy())
                while a.lots and (other := self.winner(-a.sign, mark)):
                    part = min(a.lots, other.lots)
                    a.close(part, price)
                    other.close(part, price)
                    other.state = "reduced" if other.lots else "deleveraged"
                    self.settle(a, 0)
                    matched += part
                if a.lots:
                    sold += self.close(a, a.lots, fill)
            self.flow += sold
        return mark, sold, lots, matched, count, self.money + self.held * mark


def tables(write):
    """The accounts, the steps, and what became of everybody."""
    positions, steps, ends = [], [], []
    for number, case in enumerate(CASES):
        rng = random.Random(20251010 + number)
        accounts = made(rng, CASES[case][0])
        for a in accounts:
            positions.append((case, a.sign, a.lots, a.cost, a.cash, a.maintenance, first_breach(a), a.bankruptcy()))
        run = Run(accounts, case)
        steps += [(case, place, *run.step()) for place in range(STEPS)]
        ends += [(case, place, a.state, a.cash, a.lots) for place, a in enumerate(accounts)]
    source, tool = "made accounts", "Python, whole numbers and fractions"
    write("accounts.csv", ("case", "sign", "lots", "cost", "collateral", "maintenance", "liquidation", "bankruptcy"),
          positions, source, tool)
    write("engine.csv", ("case", "step", "mark", "sold", "liquidated", "deleveraged", "accounts", "fund"), steps,
          source, tool, "The cases' parameters stand in Scripts/reference/cascades_engine.py.")
    write("outcomes.csv", ("case", "place", "outcome", "cash", "lots"), ends, source, tool)
