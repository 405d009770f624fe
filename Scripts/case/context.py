"""Macro closes and headlines: the world around the market, by the time each item could be known."""

import re
from datetime import timedelta

from .files import Table, from_unix, instant, iso, next_midnight

DAYS = ("2024-12-01", "2025-01-29")
MACRO = {
    "macro:dollar-index": ("context/dollar_index.csv", "points"),
    "macro:gold": ("context/gold.csv", "usd"),
    "macro:nasdaq100": ("context/nasdaq100.csv", "points"),
    "macro:sp500": ("context/sp500.csv", "points"),
    "macro:treasury-10y": ("context/treasury_10yr.csv", "percent"),
    "macro:vix": ("context/vix.csv", "points"),
}
FLOWS = {
    "hk-bitcoin-spot": "coinglass_20250512/etf/api_hk_etf_bitcoin_flow_history.csv",
    "us-bitcoin-spot": "coinglass_20250512/etf/api_etf_bitcoin_flow_history.csv",
    "us-ether-spot": "coinglass_20250512/etf/api_etf_ethereum_flow_history.csv",
}
LAST_FLOW = "2025-01-28"
# Days on which the exchanges of the United States were shut: the source has a zero on each.
SHUT = {"2024-01-15", "2024-02-19", "2024-03-29", "2024-05-27", "2024-06-19", "2024-07-04", "2024-09-02", "2024-11-28",
        "2024-12-25", "2025-01-01", "2025-01-09", "2025-01-20"}
FEAR_GREED = "context/fear_greed_index.csv"
HEADLINES = ("2025-01-18", "2025-01-29")
NEWS_FILES = tuple(f"{day:02d}" for day in range(18, 30))
# Titles are stored in their last wording. This one, submitted in the morning, tells the loss at that day's close.
REWORDED = {"hn:42839650": "2025-01-27T21:00:00Z"}


def after_close(day):
    """21:00 UTC, when the United States cash market closes in winter."""
    return iso(instant(day) + timedelta(hours=21))


def after_release(day):
    """The Tuesday after a week: the broad dollar index is released weekly, on Monday or after a holiday."""
    moment = instant(day)
    return iso(moment + timedelta(days=8 - moment.weekday(), hours=22))


def macro(raw):
    """Daily closes marked as good by their source."""
    rows = []
    for series, (name, unit) in MACRO.items():
        known = after_release if series == "macro:dollar-index" else after_close
        rows += [[series, row["as_of"], known(row["as_of"]), row["value"], unit] for row in raw.rows(name)
                 if DAYS[0] <= row["as_of"] <= DAYS[1] and row["status"] == "ok"]
    return Table("closes-macro.csv.gz", "closes", "market-closes", rows,
                 raw.receipts(name for name, _ in MACRO.values()))


def fear_greed(raw):
    """The Fear and Greed index, taken as known when its day is over."""
    rows = [["macro:fear-greed", row["date"], next_midnight(row["date"]), row["fgi_value"], "points"]
            for row in raw.rows(FEAR_GREED) if DAYS[0] <= row["date"] <= DAYS[1]]
    return Table("closes-fear-greed.csv.gz", "closes", "fear-greed", rows, raw.receipts([FEAR_GREED]))


def fund_flows(raw):
    """What flowed into groups of funds, day by day of trading."""
    rows = []
    for fund, name in FLOWS.items():
        for row in raw.rows(name):
            day = iso(from_unix(int(row["timestamp"]) // 1000))[:10]
            if day <= LAST_FLOW and not (fund.startswith("us-") and day in SHUT):
                rows.append([fund, day, after_publication(day), row["flow_usd"]])
    return Table("fund-flows.csv.gz", "fund_flows", "coinglass-fund-flows", rows, raw.receipts(FLOWS.values()))


def after_publication(day):
    """06:00 UTC of the next day: issuers publish in the evening of the day."""
    return iso(instant(day) + timedelta(days=1, hours=6))


def clean(title):
    """A title on one line without control or invisible formatting characters."""
    return re.sub(r"\s+", " ", re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]", "", title)).strip()


def headline_table(raw, path, source, names, rows):
    """The headlines of one source inside the period, each story once, at its earliest time."""
    first = {}
    for row in sorted(rows, key=lambda row: row[1]):
        if HEADLINES[0] <= row[1] < HEADLINES[1]:
            first.setdefault(row[0], row)
    return Table(path, "headlines", source, list(first.values()), raw.receipts(names))


def hacker_news(raw):
    """Stories by submission time. Scores and comment counts are later knowledge and stay behind."""
    names = [f"news/hn/2025/01/{day}.json" for day in NEWS_FILES]
    rows = []
    for story in (story for name in names for story in raw.json(name)):
        identifier, published = f"hn:{story['id']}", iso(from_unix(story["time"]))
        known = REWORDED.get(identifier, published)
        rows.append([identifier, published, known, "en", clean(story["title"]), story.get("url") or ""])
    return headline_table(raw, "headlines-hackernews.csv.gz", "hacker-news", names, rows)


def readhub(raw):
    """Chinese topics by the time of the version we hold; a topic's first version may be hours older."""
    names = [f"news/readhub/2025-01-{day}.json" for day in NEWS_FILES]
    rows = []
    for topic in (topic for name in names for topic in raw.json(name)):
        published = iso(instant(topic["publishDate"]))
        rows.append([f"readhub:{topic['id']}", published, published, "zh", clean(topic["title"]), ""])
    return headline_table(raw, "headlines-readhub.csv.gz", "readhub", names, rows)
