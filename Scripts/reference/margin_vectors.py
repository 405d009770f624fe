"""What venues published or answered, and what other implementations assert, about margin.

A row says what is asked (`asks`) of which account and what the answer is. A tier is given as its rate and cumulative
amount. No figure here was computed by this project, but for position sizes in coins where the source states dollars.
"""

COLUMNS = ("name,source,kind,mode,basis,fee,feeRate,counted,side,size,entry,mark,collateral,rule,a,b,c,extra,"
           "otherSide,otherSize,otherEntry,otherMark,otherRate,otherAmount,asks,expected,tolerance").split(",")
DEFAULTS = dict(kind="linear", mode="isolated", basis="mark", fee="none", feeRate="0", counted="0", side="long", mark="",
                rule="tier", a="0", b="0", c="0", extra="0", otherSide="", otherSize="", otherEntry="", otherMark="",
                otherRate="", otherAmount="", asks="liquidation", tolerance="")


def half_digit(printed):
    """Half a unit of the last digit of a printed figure, or what a double can hold where that is more."""
    decimals = len(printed.split(".")[1]) if "." in printed else 0
    return repr(max(0.5 * 10.0 ** -decimals * 1.001, 2e-12 * abs(float(printed))))


def text():
    lines = [",".join(COLUMNS)]
    for row in rows():
        full = DEFAULTS | {key: str(value) for key, value in row.items()}
        full["tolerance"] = full["tolerance"] or half_digit(full["expected"])
        assert set(full) == set(COLUMNS) and not any("," in cell for cell in full.values()), row
        lines.append(",".join(full[column] for column in COLUMNS))
    return "\n".join(lines) + "\n"


def rows():
    yield from binance()
    yield from freqtrade()
    yield from okx()
    yield from bybit()
    yield from bitmex()
    yield from kucoin()
    yield from onchain()
    yield from margins()
    yield from deribit()
    yield from hyperliquid()


def binance():
    source = "Binance FAQ b3c689c1f50a44cabb3a84e663b81d93 as in freqtrade tests/exchange/test_binance.py"
    ether = dict(size="3683.979", entry="1456.84", a="0.1", b="135365")
    bitcoin = dict(size="109.488", entry="32481.98", a="0.025", b="16300")
    wallet = dict(source=source, collateral="1535443.01")
    yield dict(name="binance 1", **wallet, **ether, expected="1114.78")
    yield dict(name="binance 2", **wallet, **bitcoin, expected="18778.73")
    yield dict(name="binance 3", **wallet, **ether, mode="cross", otherSide="long", otherSize="109.488",
               otherEntry="32481.98", otherMark="31967.27", otherRate="0.025", otherAmount="16300", expected="1153.26")
    yield dict(name="binance 4", **wallet, **bitcoin, mode="cross", otherSide="long", otherSize="3683.979",
               otherEntry="1456.84", otherMark="1335.18", otherRate="0.1", otherAmount="135365", expected="26316.89")
    coin = dict(kind="inverse", mode="cross", size="10000000", entry="45000", collateral="101", a="0.125",
                source="dev.binance.vision thread 6292")
    yield dict(name="coin-m new tiers", **coin, b="11.605", expected="33599.40", tolerance="0.05")
    yield dict(name="coin-m new tiers exact", **coin, b="11.605", expected="33599.4186")
    yield dict(name="coin-m old tiers", **coin, b="11.81", expected="33578.86")
    yield dict(name="coin-m margin", kind="inverse", size="10000", entry="25000", collateral="1", a="0.004",
               asks="requirement", expected="0.0016", source="Binance FAQ ceccfcfb4e3a45e3b48b0b1bb1a8ae46")


def freqtrade():
    source = "freqtrade tests/exchange/test_exchange.py test_get_liquidation_price"
    for side, leverage, entry, size, expected in [
            ("short", 5, 10, 1, "11.89108910891089"), ("short", 3, 10, 1, "13.211221122079207"),
            ("short", 5, 8, 1, "9.514851485148514"), ("short", 5, 10, 0.6, "11.897689768976898"),
            ("long", 5, 10, 1, "8.070707070707071"), ("long", 5, 8, 1, "6.454545454545454"),
            ("long", 3, 10, 1, "6.723905723905723"), ("long", 5, 10, 0.6, "8.063973063973064")]:
        # One figure is of a wallet of 3.3333333333, ten digits of a third of ten.
        yield dict(name=f"freqtrade binance {side} {leverage}x {entry} {size}", source=source, side=side, size=size,
                   entry=entry, collateral="3.3333333333" if expected.startswith("13.2") else repr(size * entry / leverage),
                   a="0.01", b="0.01", expected=expected)
    for venue, side, leverage, entry, size, expected in [
            ("gate", "short", 5, 10, 1, "11.87413417771621"), ("gate", "short", 5, 10, 2, "11.87413417771621"),
            ("gate", "short", 3, 10, 1, "13.193482419684678"), ("okx", "short", 3, 10, 1, "13.193482419684678"),
            ("gate", "short", 5, 8, 1, "9.499307342172967"), ("gate", "long", 5, 10, 1, "8.085708510208207"),
            ("gate", "long", 3, 10, 1, "6.738090425173506"), ("okx", "long", 3, 10, 1, "6.738090425173506")]:
        yield dict(name=f"freqtrade {venue} {side} {leverage}x {entry} {size}", source=source, side=side, size=size,
                   entry=entry, collateral=repr(size * entry / leverage), fee="onMark", feeRate="0.0006", a="0.01",
                   expected=expected)
    # Recurring digits are cut off in the source, hence a whole unit.
    for side, leverage, expected, tolerance in [
            ("long", 1, "0.1", ""), ("long", 3, "6.7666666", "1e-7"), ("long", 5, "8.1", ""), ("long", 10, "9.1", ""),
            ("short", 1, "19.9", ""), ("short", 3, "13.233333", "1e-6"), ("short", 5, "11.9", ""),
            ("short", 10, "10.9", "")]:
        yield dict(name=f"freqtrade bybit {side} {leverage}x", source=source, side=side, size=1, entry=10,
                   collateral=repr(10 / leverage), basis="entry", a="0.01", expected=expected,
                   tolerance=tolerance or "1e-12")


def okx():
    account = dict(source="OKX API documentation: positions of a signal bot", size="0.15", entry="1597.74",
                   mark="1584.33", collateral="25.68468558505834", mode="cross", fee="onMark", feeRate="0.0005", a="0.008")
    yield dict(name="okx margin ratio", **account, asks="covered", expected="11.719278420807477", tolerance="1e-10")
    yield dict(name="okx liquidation", **account, expected="1438.7380360728976", tolerance="1e-9")


def bybit():
    yield dict(name="bybit 50x", source="Bybit help: Liquidation Price (USDT Contract)", size=1, entry=20000,
               collateral=400, basis="entry", a="0.005", expected="19700")
    yield dict(name="bybit bankruptcy", source="Bybit help: bankruptcy price", size=1, entry=10000, collateral=200,
               a="0.005", asks="bankruptcy", expected="9800")
    inverse = dict(kind="inverse", size=60000, entry=50000, collateral="0.12", a="0.005")
    old, new = "Bybit help 360039261334", "Bybit help: Isolated Mode (Unified Trading Account) 2024-09"
    yield dict(name="bybit inverse entry short", source=old, **inverse, basis="entry", side="short", expected="55248.62")
    yield dict(name="bybit inverse entry long", source=old, **inverse, basis="entry", expected="45662.10")
    yield dict(name="bybit inverse mark short", source=new, **inverse, side="short", expected="55277.78")
    yield dict(name="bybit inverse mark long", source=new, **inverse, expected="45681.82")
    cross = dict(source=old, kind="inverse", mode="cross", size=10000, entry=8000, collateral="0.5", basis="entry",
                 fee="atBankruptcy", feeRate="0.00075", counted="1", a="0.005")
    yield dict(name="bybit cross bankruptcy", **cross, asks="bankruptcy", expected="5718.57")
    # The page rounded on the way; half a dollar as agreed, and the exact value beside it.
    yield dict(name="bybit cross liquidation", **cross, expected="5739.50", tolerance="0.5")
    yield dict(name="bybit cross liquidation exact", **cross, expected="5739.0835")
    for side, expected in [("long", "7881.77"), ("short", "8121.83")]:
        yield dict(name=f"bybit inverse 50x {side}", source=old, kind="inverse", size=8000, entry=8000,
                   collateral="0.02", basis="entry", side=side, a="0.005", expected=expected)


def bitmex():
    swap = dict(source="ccxt bitmex.js: a position's response of 2022-05-21", size="0.02", entry=1963,
                collateral="13.125928", basis="entry", fee="onEntry", feeRate="0.001", counted="1", a="0.01",
                extra="0.003926")
    # The parts add up to 0.435786; the venue counts in whole millionths and rounds each up.
    yield dict(name="bitmex ether maintenance", **swap, asks="requirement", expected="0.435787", tolerance="1.1e-6")
    yield dict(name="bitmex ether liquidation", **swap, expected="1328.49295", tolerance="5e-4")
    yield dict(name="bitmex ether liquidation tick", **swap, asks="liquidation up 0.05", expected="1328.5")
    yield dict(name="bitmex ether bankruptcy", **swap, asks="bankruptcy", expected="1308.6667", tolerance="5e-4")
    yield dict(name="bitmex ether bankruptcy tick", **swap, asks="bankruptcy up 0.05", expected="1308.7")
    perpetual = dict(source="BitMEX XBTUSD 20x by its margin page", kind="inverse", size=200000, entry=10000,
                     collateral=1, basis="entry", fee="onEntry", feeRate="0.00075", a="0.005", extra="0.002")
    yield dict(name="bitmex bitcoin bankruptcy", **perpetual, asks="bankruptcy", expected="9523.81")
    yield dict(name="bitmex bitcoin liquidation", **perpetual, expected="9577.17")


def kucoin():
    yield dict(name="kucoin short", source="KuCoin help 4408061803033", side="short", size="0.005", entry=28000,
               collateral="1.4", basis="entry", a="0.004", expected="28168")
    yield dict(name="kucoin short bankruptcy", source="KuCoin help 8664870317849", side="short", size="0.005", entry=28000,
               collateral="1.4", basis="entry", a="0.004", asks="bankruptcy", expected="28280")
    yield dict(name="kucoin coin-margined bankruptcy", source="KuCoin help 8664870317849", kind="inverse", size=28000,
               entry=28000, collateral="0.02", basis="entry", a="0.004", asks="bankruptcy", expected="27450.98")
    response = "ccxt kucoinfutures.js: a position's response"
    margin = dict(source=response, size="0.02", entry="4182.10", basis="entry", a="0", extra="0.50637594")
    yield dict(name="kucoin ether liquidation", **margin, collateral="3.68897586", expected="4022.97")
    yield dict(name="kucoin ether liquidation tick", **margin, collateral="3.68897586", asks="liquidation up 0.05",
               expected="4023.00")
    yield dict(name="kucoin ether bankruptcy", **margin, collateral="3.63660870", asks="bankruptcy", expected="4000.27")
    yield dict(name="kucoin ether bankruptcy tick", **margin, collateral="3.63660870", asks="bankruptcy down 0.05",
               expected="4000.25")
    # The page rounds its ratio to 22.62 per cent and finds 4,610.7.
    cross = dict(source="KuCoin help 35084431335065", mode="crossByValue", side="short", size=1, entry=3800,
                 collateral=1000, fee="onMark", feeRate="0.0006", a="0.01", otherSide="long", otherSize="0.01",
                 otherEntry=62000, otherMark=62000, otherRate="0.005", otherAmount=0)
    yield dict(name="kucoin cross", **cross, expected="4610.7", tolerance="0.2")
    yield dict(name="kucoin cross unrounded", **cross, expected="4610.85")


def onchain():
    yield dict(name="phemex", source="Phemex help: liq-price-for-USDTM", size=500, entry="0.4", collateral="40.096",
               fee="onMark", feeRate="0.0006", a="0.01", expected="0.32323")
    source = "gmx-interface src/lib/__tests__/getLiquidationPrice.spec.ts"
    for side, size, collateral, entry, funding, expected in [
            ("long", "98712.87", "9871.29", "23091.42", "0", "21013.1915"),
            ("long", "162.50", "16.25", "23245.74", "0", "21659.6653"),
            ("short", "99009.90", "9901.00", "23118.40", "0", "25199.0583"),
            ("long", "7179585.19", "145919.45", "1301.50", "55354.60", "1288.0630")]:
        yield dict(name=f"gmx {expected}", source=source, side=side, size=repr(float(size) / float(entry)), entry=entry,
                   collateral=collateral, basis="entry", rule="fees", a="0.01", b="0.001", c=repr(5 + float(funding)),
                   expected=expected, tolerance="5.1e-5")
    source = "dydx v4-abacus V4CalculationTests.kt"
    yield dict(name="dydx long", source=source, mode="cross", size=1, entry=1000, collateral=100, a="0.03",
               expected="927.8350515463918")
    yield dict(name="dydx short", source=source, mode="cross", side="short", size=1, entry=1000, collateral=100, a="0.03",
               expected="1067.9611650485438")


def margins():
    yield dict(name="vega maintenance", source="vegaprotocol/specs 0019-MCAL", side="short", size=1, entry=15900,
               collateral=10000, a="0.35", asks="requirement", expected="5565")
    yield dict(name="vega with funding", source="vegaprotocol/specs 0019-MCAL", size=1, entry=1590, collateral=1000,
               a="0.35", extra="0.08", asks="requirement", expected="556.58")
    nautilus = "nautechsystems/nautilus_trader crates/model/src/accounts/margin.rs"
    for name, rate, expected in [("initial", "0.01", "0.08700494"), ("maintenance", "0.0035", "0.03045173")]:
        yield dict(name=f"nautilus {name}", source=nautilus, kind="inverse", size=100000, entry="11493.60", collateral=5,
                   a=rate, asks="requirement", expected=expected)


def deribit():
    source = "Deribit support 25944738177565"
    for coins, base, per, price, expected in [
            ("25", "0.02", "0.00005", 100000, "53125"), ("25", "0.01", "0.00005", 100000, "28125"),
            ("350", "0.02", "0.00005", 100000, "1312500"), ("350", "0.01", "0.00005", 100000, "962500"),
            ("25", "0.04", "0.000005", 200, "200.625"), ("25", "0.02", "0.000005", 200, "100.625"),
            ("6000", "0.04", "0.000005", 200, "84000")]:
        yield dict(name=f"deribit linear {coins} {base} {price}", source=source, size=coins, entry=price,
                   collateral=10000000, rule="scaling", a=base, b=per, asks="requirement", expected=expected,
                   tolerance="1e-6")
    # Not the venue's: solved by hand from its margin formula.
    inverse = dict(source="margin formula of Deribit support 25944826427293 solved for the price", kind="inverse",
                   mode="cross", size=1000000, entry=50000, collateral=1, rule="scaling", a="0.01")
    yield dict(name="deribit inverse long", **inverse, b="0.00005", expected="48144.6922")
    yield dict(name="deribit inverse long without scaling", **inverse, b="0", expected="48095.2381")
    yield dict(name="deribit inverse short", **inverse, b="0.00005", side="short", expected="52054.7091")


def hyperliquid():
    source = "freqtrade tests/exchange/test_hyperliquid.py"
    greatest = dict(BTC=50, ETH=50, SOL=20, DOGE=20, AAPL=10, GOOGL=10, TSLA=10)
    for line in """ETH long 2458.5 0.015 36.864593 0.86915825
BTC long 63287 0.00039 24.673292 22.37166537
SOL long 146.82 0.16 23.482979 0.05269872
SOL long 145.83 0.33 24.045107 74.83696193
ETH long 2459.5 0.0199 24.454895 1243.0411908
BTC long 62739 0.00077 24.137992 31708.03843631
DOGE long 0.11586 437 25.29769 0.05945697
ETH short 2642.8 0.019 25.091876 3924.18322043
SOL short 155.89 0.32 24.924941 228.07847866
DOGE short 0.14333 351 25.136807 0.20970228
BTC short 68595 0.00069 23.64871 101849.99354283
BTC short 65536 0.00099 21.604172 86493.46174617
SOL long 173.06 0.6 20.735658 142.05186667
ETH long 2545.5 0.0329 20.909894 1929.23322895
BTC short 67400 0.00031 20.887308 133443.97317151
ETH short 2552 0.0327 20.833393 3157.53150453
BTC long 66930 0.0015 20.043862 54108.51043771
BTC long 67033 0.00121 20.251817 50804.00091827
ETH long 2521.9 0.0237 19.902091 1699.14071943
BTC short 68139 0.00145 19.72573 80933.61590987
SOL short 178.29 0.11 19.605036 347.82205322
SOL long 176.23 0.33 19.364946 120.56240404
SOL short 173.08 0.33 19.01881 225.08561715
BTC short 68240 0.00105 17.887922 84431.79820839
ETH short 2518.4 0.007 17.62263 4986.05799151
ETH long 2533.2 0.0347 17.555195 2047.7642302
DOGE long 0.13284 360 15.943218 0.09082388
SOL short 163.11 0.48 15.650731 190.94213618
BTC long 67141 0.00067 14.979079 45236.52992613
AAPL long 250 0.5 25 210.5263157894737
GOOGL short 190 0.5 9.5 199.04761904761904
TSLA long 350 1 50 315.7894736842105""".splitlines():
        coin, side, entry, size, collateral, expected = line.split()
        # One live answer differs from the formula by 3.5e-5; the others by less than 7e-8.
        relative = 4e-5 if expected == "22.37166537" else 1e-7
        yield dict(name=f"hyperliquid {coin} {expected}", source=source, side=side, size=size, entry=entry,
                   collateral=collateral, a=repr(1 / (2 * greatest[coin])), expected=expected,
                   tolerance=repr(relative * float(expected)))
