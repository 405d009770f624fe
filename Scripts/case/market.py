"""Prices, supplies and derivatives figures of the case, each row with the time it could be known."""

from datetime import timedelta
from decimal import Decimal

from .files import CaseError, Table, from_unix, instant, iso, next_midnight
from .identity import TOLERANCE, asset_class, asset_of, disagreement

BINANCE = "klines/binance_um_1h_2024-10-23_2025-01-30.csv.gz"
TOTAL_1D = "total/CRYPTOCAP_TOTAL_1D_2024-04-07_2025-01-28.csv"
TOTAL_1H = "total/TOTAL_1h_2025-01-20_2025-01-28.csv"
SNAPSHOTS = {
    "2024-10-01": "caps/coinmarketcap_monthly_20241001.csv",
    "2024-11-01": "caps/coinmarketcap_monthly_20241101.csv",
    "2024-12-01": "caps/coinmarketcap_monthly_20241201.csv",
    "2025-01-01": "caps/coinmarketcap_monthly_20250101.csv",
    "2025-01-05": "caps/coinmarketcap_historical_20250105.csv",
}
UNIVERSE_DAY = "2025-01-05"
BARS_FROM, BARS_TO = "2025-01-19 00:00:00", "2025-01-28 12:00:00"
DERIVATIVES_FROM, DERIVATIVES_TO = instant("2024-12-27"), instant("2025-01-29")
DERIVATIVES_ASSETS = ("BTC", "ETH", "SOL", "XRP")
COINGLASS = "coinglass_20250512/futures/"
HOUR, DAY, FOUR_HOURS = timedelta(hours=1), timedelta(days=1), timedelta(hours=4)


def bar(series, interval, length, opened, row, volume):
    """One bar in the case's columns; prices stay the source's own text."""
    return [series, interval, iso(opened), iso(opened + length),
            row["open"], row["high"], row["low"], row["close"], volume]


def total_daily(raw):
    """TOTAL by day. The export was taken during its last day, so that row is not a daily bar."""
    rows = [bar("index:TOTAL", "1d", DAY, from_unix(int(row["time"])), row, row["Volume"])
            for row in raw.rows(TOTAL_1D)]
    rows.pop()
    return Table("bars-total-1d.csv.gz", "bars", "tradingview-total-1d", rows, raw.receipts([TOTAL_1D]))


def total_hourly(raw):
    """TOTAL by hour; this export has no volume."""
    rows = [bar("index:TOTAL", "1h", HOUR, instant(row["timestamp_utc"]), row, "")
            for row in raw.rows(TOTAL_1H)]
    return Table("bars-total-1h.csv.gz", "bars", "tradingview-total-1h", rows, raw.receipts([TOTAL_1H]))


class Snapshots:
    """The monthly lists of the largest assets: who they were, what they were worth, how many coins there were."""

    def __init__(self, raw):
        self.days = {day: self._load(raw, name) for day, name in SNAPSHOTS.items()}
        self.receipts = raw.receipts(SNAPSHOTS.values())

    @staticmethod
    def _load(raw, name):
        rows = list(raw.rows(name))
        assets = {row["Symbol"].upper(): row for row in rows}
        if len(assets) != len(rows):
            raise CaseError(f"{name}: two assets share a ticker")
        return assets

    @property
    def universe(self):
        """The assets of the newest snapshot before the move."""
        return self.days[UNIVERSE_DAY]

    def latest(self, asset):
        """The newest stamped day that lists an asset and its row, or nothing."""
        for day in reversed(self.days):
            if asset in self.days[day]:
                return day, self.days[day][asset]
        return None

    def first_known(self, asset):
        """When an asset first appeared in a list."""
        return min(next_midnight(day) for day, rows in self.days.items() if asset in rows)

    def assets(self):
        """Every asset any list names."""
        return {asset for rows in self.days.values() for asset in rows}

    def table(self):
        """The supplies file; an asset without a supply has nothing to say there."""
        rows = [[asset, next_midnight(day), next_midnight(day), row["Rank"],
                 row["Circulating Supply"], row["Price"], row["Market Cap"]]
                for day, assets in self.days.items() for asset, row in assets.items()
                if float(row["Circulating Supply"] or 0) > 0]
        return Table("supplies.csv.gz", "supplies", "coinmarketcap-snapshots", rows, self.receipts)


def listed_price(row):
    """The price in a list; 0 is too small to print, so cap over supply stands in."""
    return float(row["Price"]) or float(row["Market Cap"]) / float(row["Circulating Supply"])


class Perpetuals:
    """The hourly contracts of one venue that belong in the case, and the ones that were left out."""

    def __init__(self, raw, snapshots, named):
        self.first_open, self.closes, self.window = {}, {}, {}
        self._stamps = {f"{day} 23:00:00" for day in SNAPSHOTS}
        for row in raw.rows(BINANCE):
            self._take(row)
        self.receipts = raw.receipts([BINANCE])
        self.kept, self.left_out, self.unchecked = {}, [], []
        for contract in sorted(self.window):
            self._judge(contract, snapshots, named)

    def _take(self, row):
        """Keeps what later steps ask of a bar: the window, the first open, the closes at snapshot time."""
        contract, time = row["symbol"], row["time"]
        self.first_open[contract] = min(time, self.first_open.get(contract, time))
        if time in self._stamps:
            self.closes[contract, time[:10]] = row["close"]
        if BARS_FROM <= time <= BARS_TO:
            self.window.setdefault(contract, []).append(row)

    def _judge(self, contract, snapshots, named):
        """Keeps a contract whose asset is wanted and whose price agrees with the newest snapshot that knows it."""
        asset, coins = asset_of(contract)
        if asset not in snapshots.universe and asset not in named:
            return
        gap = self._gap(contract, coins, snapshots.latest(asset))
        if gap is not None and gap > TOLERANCE:
            self.left_out.append(f"{contract}: its price is {gap:.1%} off that of {asset}, another coin")
            return
        if gap is None:
            self.unchecked.append(contract)
        self.kept[contract] = (asset, coins)

    def _gap(self, contract, coins, listing):
        """The price disagreement, or nothing where no list has the asset."""
        if listing is None:
            return None
        day, row = listing
        return disagreement(self.closes.get((contract, day)), coins, listed_price(row))

    def assets(self):
        """The assets that have a price in the case."""
        return {asset for asset, _ in self.kept.values()}

    def first_known(self, asset):
        """When the first contract on an asset began, as far back as the source goes."""
        return min(self._began(contract) for contract, (a, _) in self.kept.items() if a == asset)

    def _began(self, contract):
        return iso(instant(self.first_open[contract]))

    def instruments(self):
        """The instruments file."""
        rows = [[f"perp:binance:{contract}", "binance", asset, str(coins), "USDT", self._began(contract)]
                for contract, (asset, coins) in self.kept.items()]
        return Table("instruments.csv.gz", "instruments", "binance-perpetuals-1h", rows, self.receipts)

    def bars(self):
        """The hourly bars of the kept contracts."""
        rows = [bar(f"perp:binance:{contract}", "1h", HOUR, instant(row["time"]), row, row["volume"])
                for contract in self.kept for row in self.window[contract]]
        return Table("bars-binance-1h.csv.gz", "bars", "binance-perpetuals-1h", rows, self.receipts)


def assets_table(snapshots, perpetuals):
    """Everything the case can name, known from the first sign of it in the case's sources."""
    rows = []
    for asset in sorted(snapshots.assets() | perpetuals.assets()):
        listing = snapshots.latest(asset)
        signs = [snapshots.first_known(asset)] if listing else []
        signs += [perpetuals.first_known(asset)] if asset in perpetuals.assets() else []
        rows.append([asset, listing[1]["Name"] if listing else asset, asset_class(asset), min(signs)])
    inputs = sorted(snapshots.receipts + perpetuals.receipts, key=lambda receipt: receipt["path"])
    return Table("assets.csv.gz", "assets", "coinmarketcap-snapshots", rows, inputs)


def coinglass(raw, name):
    """The four-hour rows of one derivatives file inside the case's period, as (row, open, known)."""
    for row in raw.rows(name):
        opened = from_unix(int(row["time"]) // 1000)
        if DERIVATIVES_FROM <= opened <= DERIVATIVES_TO:
            yield row, iso(opened), iso(opened + FOUR_HOURS)


def ohlc(row):
    """The four prices of a row, untouched."""
    return [row["open"], row["high"], row["low"], row["close"]]


def ratio(percent):
    """A percentage as a ratio by moving the point: no binary rounding may enter the case."""
    return format(Decimal(percent).scaleb(-2), "f")


def derivatives_table(raw, kind, names, make):
    """One derivatives file of the case; `names` maps input names to what `make` needs beside the row."""
    rows = [make(detail, row, opened, known)
            for name, detail in names.items() for row, opened, known in coinglass(raw, name)]
    path = f"{kind.replace('_', '-')}.csv.gz"
    return Table(path, kind, "coinglass-derivatives", rows, raw.receipts(names))


def liquidations(raw):
    """Forced closes by side; the source says aggregated, its figures are one venue's."""
    names = {f"{COINGLASS}liquidation/api_futures_liquidation_aggregated_coin_history_{a}_{a}.csv": a
             for a in DERIVATIVES_ASSETS}
    return derivatives_table(raw, "liquidations", names, lambda asset, row, opened, known: [
        "binance", asset, "4h", opened, known,
        row["aggregated_long_liquidation_usd"], row["aggregated_short_liquidation_usd"]])


def open_interest(raw):
    """Open contracts by kind of margin; each kind has its own unit and they must never be added."""
    folder = f"{COINGLASS}open_interest/api_futures_openInterest_ohlc_aggregated_"
    names = {f"{folder}{part}_{a}_{a}.csv": (a, margin, unit) for a in DERIVATIVES_ASSETS
             for part, margin, unit in (("stablecoin", "stablecoin", "coins"),
                                        ("coin_margin_history", "coin", "usd"))}
    return derivatives_table(raw, "open_interest", names, lambda detail, row, opened, known: [
        "binance", detail[0], detail[1], "4h", opened, known, detail[2], *ohlc(row)])


def funding(raw):
    """Funding weighted by open interest, as ratios."""
    names = {f"{COINGLASS}funding_rate/api_futures_fundingRate_oi_weight_ohlc_history_{a}_{a}.csv": a
             for a in DERIVATIVES_ASSETS}
    return derivatives_table(raw, "funding", names, lambda asset, row, opened, known: [
        "oi-weighted", asset, "4h", opened, known, *map(ratio, ohlc(row))])


def depth(raw):
    """Resting orders in the source's band around the price."""
    names = {f"{COINGLASS}order_book/api_futures_orderbook_ask_bids_history.csv": "BTC"}
    return derivatives_table(raw, "depth", names, lambda asset, row, opened, known: [
        "binance", asset, "4h", opened, known, row["bids_usd"], row["asks_usd"]])
