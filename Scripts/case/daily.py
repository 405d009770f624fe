"""Daily bars of the case: one venue's folded from its hours, another venue's as it published them, and TOTAL2."""

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from statistics import median

from .files import CaseError, Table, instant, iso
from .identity import TOLERANCE, asset_of, disagreement
from .market import BINANCE, DAY, bar, listed_price

BYBIT = "klines/bybit_perp_1d_2024-08-01_2025-01-29.csv.gz"
TOTAL2_1D = "total/CRYPTOCAP_TOTAL2_1D_2024-07-04_2025-04-29.csv"
LAST_DAY = "2025-01-27"
HOURS = 24


def _bybit_names():
    """Contracts of Bybit whose names do not follow the rule of prefixes, as (asset, coins a price)."""
    with (Path(__file__).parent / "aliases-bybit.csv").open(encoding="utf-8", newline="") as stream:
        return {row["contract"]: (row["asset"], int(row["coins_per_price"])) for row in csv.DictReader(stream)}


def total2(raw):
    """TOTAL without Bitcoin, by day, as far as its days were over at the end of the case."""
    rows = [bar("index:TOTAL2", "1d", DAY, instant(row["time"]), row, row["Volume"])
            for row in raw.rows(TOTAL2_1D) if row["time"] <= LAST_DAY]
    return Table("bars-total2-1d.csv.gz", "bars", "tradingview-total2-1d", rows, raw.receipts([TOTAL2_1D]))


def fold(hours):
    """One day out of its hours: prices stay the source's own text, volumes add up without rounding."""
    if len({row["time"] for row in hours}) != len(hours):
        raise CaseError(f"{hours[0]['symbol']}: an hour stands twice on {hours[0]['time'][:10]}")
    hours = sorted(hours, key=lambda row: row["time"])
    volume = sum(Decimal(row["volume"]) for row in hours)
    return {"open": hours[0]["open"], "high": max((row["high"] for row in hours), key=Decimal),
            "low": min((row["low"] for row in hours), key=Decimal), "close": hours[-1]["close"],
            "volume": format(volume.normalize(), "f")}


class Binance:
    """The kept contracts of Binance by UTC day; a day with an hour missing is no daily bar."""

    def __init__(self, raw, perpetuals):
        hours = defaultdict(list)
        for row in raw.rows(BINANCE):
            if row["symbol"] in perpetuals.kept and row["time"][:10] <= LAST_DAY:
                hours[row["symbol"], row["time"][:10]].append(row)
        self.days = {key: fold(rows) for key, rows in hours.items() if len(rows) == HOURS}
        self.incomplete = len(hours) - len(self.days)
        self.coins = perpetuals.kept
        self.receipts = perpetuals.receipts

    def closes(self):
        """What one coin of an asset cost at the end of each day."""
        return {(self.coins[contract][0], day): float(row["close"]) / self.coins[contract][1]
                for (contract, day), row in self.days.items()}

    def bars(self):
        """The daily bars."""
        rows = [bar(f"perp:binance:{contract}", "1d", DAY, instant(day), row, row["volume"])
                for (contract, day), row in self.days.items()]
        return Table("bars-binance-1d.csv.gz", "bars", "binance-perpetuals-1d", rows, self.receipts)


class Bybit:
    """The contracts of a second venue on the same assets, each against two prices from elsewhere."""

    NAMES = _bybit_names()

    def __init__(self, raw, snapshots, perpetuals, binance):
        self.days = defaultdict(dict)
        for row in raw.rows(BYBIT):
            if row["date"] <= LAST_DAY:
                self.days[row["symbol"]][row["date"]] = row
        self.receipts = raw.receipts([BYBIT])
        self.kept, self.left_out, self.gaps = {}, [], {}
        closes = binance.closes()
        for contract in sorted(self.days):
            asset, coins = self.NAMES.get(contract) or asset_of(contract)
            if asset in perpetuals.assets():
                self._judge(contract, asset, coins, snapshots, closes)

    def _judge(self, contract, asset, coins, snapshots, closes):
        """Keeps a contract that agrees with the newest list that knows its asset, and with Binance day by day."""
        listed = self._listed_gap(contract, coins, snapshots.latest(asset))
        days = {day: disagreement(row["close"], coins, closes.get((asset, day)))
                for day, row in self.days[contract].items()}
        self.gaps[contract] = {day: gap for day, gap in days.items() if gap is not None}
        venue = median(self.gaps[contract].values()) if self.gaps[contract] else None
        worst = max((gap for gap in (listed, venue) if gap is not None), default=None)
        if worst is None or worst > TOLERANCE:
            what = "there is no second price" if worst is None else f"its price is {worst:.1%} off that of {asset}"
            self.left_out.append(f"bybit {contract}: {what}")
        else:
            self.kept[contract] = (asset, coins)

    def _listed_gap(self, contract, coins, listing):
        if listing is None or listing[0] not in self.days[contract]:
            return None
        return disagreement(self.days[contract][listing[0]]["close"], coins, listed_price(listing[1]))

    def agreement(self):
        """How far the closes of kept contracts lie from Binance's: count, median, largest and where."""
        gaps = [(gap, contract, day) for contract in self.kept for day, gap in self.gaps[contract].items()]
        worst = max(gaps)
        return (f"bybit closes against binance: {len(gaps)} days, median {median(gap for gap, _, _ in gaps):.4%}, "
                f"largest {worst[0]:.2%} ({worst[1]} on {worst[2]})")

    def instruments(self):
        """The instruments file of this venue."""
        rows = [[f"perp:bybit:{contract}", "bybit", asset, str(coins), "USDT", iso(instant(min(self.days[contract])))]
                for contract, (asset, coins) in self.kept.items()]
        return Table("instruments-bybit.csv.gz", "instruments", "bybit-perpetuals-1d", rows, self.receipts)

    def bars(self):
        """The daily bars."""
        rows = [bar(f"perp:bybit:{contract}", "1d", DAY, instant(day), row, row["volume"])
                for contract in self.kept for day, row in self.days[contract].items()]
        return Table("bars-bybit-1d.csv.gz", "bars", "bybit-perpetuals-1d", rows, self.receipts)


def tables(raw, snapshots, perpetuals):
    """Every daily table, after saying what was left out and how well the venues agree."""
    binance = Binance(raw, perpetuals)
    bybit = Bybit(raw, snapshots, perpetuals, binance)
    print(f"binance: {binance.incomplete} days with an hour missing are no daily bars")
    for reason in bybit.left_out:
        print(f"left out  {reason}")
    print(bybit.agreement())
    return [binance.bars(), bybit.instruments(), bybit.bars(), total2(raw)]
