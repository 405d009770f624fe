"""What takers traded: whose trades a file of the source counts, and in which unit, is decided by data."""

import statistics

from .files import CaseError, instant, iso
from .market import BINANCE, COINGLASS, DERIVATIVES_FROM, DERIVATIVES_TO, FOUR_HOURS, HOUR, coinglass, derivatives_table

FOLDER = f"{COINGLASS}taker_buy_sell/api_futures_"
# Names of inputs and of their columns with the asset they are of; some carry the name of another report.
PLAIN, SUMMED = ("taker_buy_volume_usd", "taker_sell_volume_usd"), ("aggregated_buy_volume_usd", "aggregated_sell_volume_usd")
FILES = {
    f"{FOLDER}aggregated_taker_buy_sell_volume_history.csv": ("BTC", SUMMED),
    f"{FOLDER}taker_buy_sell_volume_history_BTC_BTC.csv": ("BTC", PLAIN),
    f"{FOLDER}taker_buy_sell_volume_history_ETH_ETH.csv": ("ETH", PLAIN),
    f"{FOLDER}taker_buy_sell_volume_history_SOL_SOL.csv": ("SOL", PLAIN),
    f"{FOLDER}taker_buy_sell_volume_history_XRP_XRP.csv": ("XRP", SUMMED),
}
# What a file's trades are to those of the contract, in the middle: its own coins, or dollars of more contracts.
OWN_COINS, MORE_DOLLARS = (0.999, 1.001), (1.05, 1.5)


def turnover(raw):
    """Coins and dollars that changed hands on each asset's contract in each four hours with all their bars."""
    assets, found = {asset for asset, _ in FILES.values()}, {}
    for row in raw.rows(BINANCE):
        if row["symbol"] not in assets:
            continue
        hour = instant(row["time"])
        opened = hour - (hour - DERIVATIVES_FROM) % FOUR_HOURS
        if DERIVATIVES_FROM <= opened <= DERIVATIVES_TO:
            coins = float(row["volume"])
            found.setdefault((row["symbol"], iso(opened)), []).append((coins, coins * float(row["close"])))
    return {bar: tuple(map(sum, zip(*hours))) for bar, hours in found.items() if len(hours) == FOUR_HOURS // HOUR}


def scope(name, asset, traded, turned):
    """The contracts and the unit of a file, by which of the contract's own figures its amounts are."""
    bars = [(amount, turned[asset, opened]) for opened, amount in traded.items() if (asset, opened) in turned]
    if not bars:
        raise CaseError(f"{name}: no bar to hold its amounts against")
    coins = statistics.median(amount / own[0] for amount, own in bars)
    dollars = statistics.median(amount / own[1] for amount, own in bars)
    if OWN_COINS[0] <= coins <= OWN_COINS[1]:
        return f"perp:binance:{asset}", "coins"
    if MORE_DOLLARS[0] <= dollars <= MORE_DOLLARS[1]:
        return "all", "usd"
    raise CaseError(f"{name}: neither coins of the contract ({coins:.4g} of them) nor dollars of all ({dollars:.4g})")


def flow(raw):
    """What takers bought and sold, each file in the unit that its amounts are found to be in."""
    turned, names = turnover(raw), {}
    for name, (asset, (bought, sold)) in FILES.items():
        traded = {opened: float(row[bought]) + float(row[sold]) for row, opened, _ in coinglass(raw, name)}
        names[name] = (asset, bought, sold, *scope(name, asset, traded, turned))
    table = derivatives_table(raw, "taker_flow", names, lambda detail, row, opened, known: [
        "binance", detail[0], detail[3], "4h", opened, known, detail[4], row[detail[1]], row[detail[2]]])
    table.source = "coinglass-taker-flow"
    table.inputs = raw.receipts([*names, BINANCE])
    return table
