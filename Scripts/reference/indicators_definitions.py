"""Indicators written out from their definitions: every window anew, in numpy, with TA-Lib for the averages inside.

Used where TA-Lib lacks the indicator. Nothing here is carried
from bar to bar except what the definition itself carries, and `nan` means not yet known.
"""

from fractions import Fraction

import numpy as np
import pandas as pd
import talib


def windows(values, period):
    """For each bar its last `period` values, `None` while there are fewer."""
    return [None if index + 1 < period else values[index + 1 - period:index + 1] for index in range(len(values))]


def rolling(function, period, *columns):
    """The function of each whole window."""
    return np.array([np.nan if parts[0] is None else function(*parts)
                     for parts in zip(*(windows(column, period) for column in columns))])


def exact_variance(values):
    """The population variance in rational numbers, rounded once."""
    fractions = [Fraction(value) for value in values.tolist()]
    mean = sum(fractions) / len(fractions)
    return float(sum((value - mean) ** 2 for value in fractions) / len(fractions))


def exact_covariance(left, right):
    """The population covariance in rational numbers, rounded once."""
    left, right = ([Fraction(value) for value in values.tolist()] for values in (left, right))
    means = sum(left) / len(left), sum(right) / len(right)
    return float(sum((a - means[0]) * (b - means[1]) for a, b in zip(left, right)) / len(left))


def correlation(values, benchmarks, period):
    """Pearson's correlation; not known where either stands still."""
    def one(left, right):
        spread = (exact_variance(left) ** 0.5) * (exact_variance(right) ** 0.5)
        return exact_covariance(left, right) / spread if spread > 0 else np.nan
    return rolling(one, period, values, benchmarks)


def beta(values, benchmarks, period):
    """The slope of the values on their benchmarks; not known where the benchmark stands still."""
    def one(left, right):
        spread = exact_variance(right)
        return exact_covariance(left, right) / spread if spread > 0 else np.nan
    return rolling(one, period, values, benchmarks)


def regression(closes, period):
    """TA-Lib's line over the bars of the window, and the square of their correlation."""
    positions = np.arange(len(closes), dtype=float)
    share = correlation(closes, positions, period) ** 2
    return (talib.LINEARREG(closes, period), talib.LINEARREG_SLOPE(closes, period),
            talib.LINEARREG_INTERCEPT(closes, period), share)


def donchian(highs, lows, period):
    """The extremes of the window and the middle between them."""
    upper, lower = talib.MAX(highs, period), talib.MIN(lows, period)
    return upper, (upper + lower) / 2, lower


def keltner(highs, lows, closes, period, range_period, multiplier):
    """Raschke's form: an exponential average of closes and Wilder's range."""
    middle = talib.EMA(closes, period)
    reach = multiplier * talib.ATR(highs, lows, closes, range_period)
    upper, lower = middle + reach, middle - reach
    return upper, np.where(np.isnan(upper), np.nan, middle), lower


def strengths(closes, period):
    """Relative strength by the simple mean, and by pandas' ewm from the first move and with its weights."""
    moves = pd.Series(closes).diff()
    up, down = moves.clip(lower=0), (-moves).clip(lower=0)
    answers = []
    for mean in (lambda side: side.rolling(period).mean(),
                 lambda side: side.ewm(alpha=1 / period, adjust=False).mean(),
                 lambda side: side.ewm(alpha=1 / period, adjust=True).mean()):
        gain, loss = mean(up[1:]), mean(down[1:])
        index = (100 * gain / (gain + loss)).reindex(moves.index)
        index[:period] = np.nan
        answers.append(index.to_numpy())
    return tuple(answers)


def ichimoku(highs, lows, closes, conversion, base, leading):
    """Hosoda's lines at the bar at which each can be computed, from the first at which all can."""
    short, middle, long = (donchian(highs, lows, period)[1] for period in (conversion, base, leading))
    lines = short, middle, (short + middle) / 2, long, closes
    return tuple(np.where(np.isnan(long), np.nan, line) for line in lines)


def supertrend(highs, lows, closes, period, multiplier):
    """As TradingView documents `ta.supertrend`: final bands that tighten, a side that flips on a close beyond."""
    middle, reach = (highs + lows) / 2, multiplier * talib.ATR(highs, lows, closes, period)
    lines, sides = np.full(len(closes), np.nan), np.full(len(closes), np.nan)
    upper = lower = rising = None
    for bar in range(period, len(closes)):
        basic_upper, basic_lower = middle[bar] + reach[bar], middle[bar] - reach[bar]
        if upper is None:
            upper, lower, rising = basic_upper, basic_lower, closes[bar] > basic_upper
        else:
            if basic_upper < upper or closes[bar - 1] > upper:
                upper = basic_upper
            if basic_lower > lower or closes[bar - 1] < lower:
                lower = basic_lower
            if rising and closes[bar] < lower:
                rising = False
            elif not rising and closes[bar] > upper:
                rising = True
        lines[bar], sides[bar] = (lower, 1) if rising else (upper, 0)
    return lines, sides


def weighted_price(highs, lows, closes, volumes):
    """The quotient of sums in rational numbers, rounded once; not known where nothing was traded."""
    whole = sum(map(Fraction, volumes.tolist()))
    money = sum((Fraction(h) + Fraction(l) + Fraction(c)) / 3 * Fraction(v) for h, l, c, v in
                zip(highs.tolist(), lows.tolist(), closes.tolist(), volumes.tolist()))
    return float(money / whole) if whole else np.nan


def session_vwap(_, highs, lows, closes, volumes, bars):
    """Over sessions of so many bars, the first starting with the first bar."""
    return np.array([weighted_price(*(column[index - index % bars:index + 1] for column in
                                      (highs, lows, closes, volumes))) for index in range(len(closes))])


def anchored_vwap(_, highs, lows, closes, volumes, anchor):
    """Since the bar of the anchor."""
    return np.array([np.nan if index < anchor else
                     weighted_price(*(column[anchor:index + 1] for column in (highs, lows, closes, volumes)))
                     for index in range(len(closes))])
