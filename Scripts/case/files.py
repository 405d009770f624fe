"""The file layer of a case: reading raw inputs with a receipt, writing tables whose bytes never vary."""

import csv
import gzip
import hashlib
import io
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

CASE = Path(__file__).resolve().parents[2] / "Cases" / "2025-01-27"

HEADERS = {
    "assets": ("asset", "name", "class", "known"),
    "instruments": ("instrument", "venue", "asset", "coins_per_price", "quote", "known"),
    "bars": ("series", "interval", "open_time", "known", "open", "high", "low", "close", "volume"),
    "supplies": ("asset", "observed", "known", "rank", "supply", "price", "cap"),
    "liquidations": ("venue", "asset", "interval", "open_time", "known", "long_usd", "short_usd"),
    "open_interest": ("venue", "asset", "margin", "interval", "open_time", "known", "unit",
                      "open", "high", "low", "close"),
    "funding": ("scope", "asset", "interval", "open_time", "known", "open", "high", "low", "close"),
    "taker_flow": ("venue", "asset", "contracts", "interval", "open_time", "known", "unit", "bought", "sold"),
    "depth": ("venue", "asset", "interval", "open_time", "known", "bid_usd", "ask_usd"),
    "closes": ("series", "day", "known", "value", "unit"),
    "fund_flows": ("fund", "day", "known", "flow_usd"),
    "events": ("id", "kind", "subject", "start", "end", "title", "known", "citation"),
    "headlines": ("id", "published", "known", "language", "title", "url"),
    "sectors": ("sector", "asset", "title", "group", "known", "citation"),
    "themes": ("theme", "term", "language", "sector", "known", "citation"),
    "tickers": ("asset", "ticker", "kind", "valid_from", "valid_until", "coins_per_unit", "successor", "known",
                "citation"),
    "published": ("id", "subject", "measure", "value", "low", "high", "unit", "known", "digits",
                  "printed", "reason"),
}
KEYS = {"assets": 1, "instruments": 1, "bars": 3, "supplies": 2, "liquidations": 4, "open_interest": 5,
        "funding": 4, "taker_flow": 5, "depth": 4, "closes": 2, "headlines": 1, "sectors": 2, "themes": 2, "tickers": 3,
        "published": 1, "fund_flows": 2, "events": 1}
EVENT = {"bars": "open_time", "supplies": "observed", "liquidations": "open_time", "closes": "day",
         "open_interest": "open_time", "funding": "open_time", "taker_flow": "open_time", "depth": "open_time",
         "headlines": "published", "fund_flows": "day", "events": "start"}


class CaseError(Exception):
    """A fault in the inputs that a person must look at; its message is the one line they see."""


@dataclass
class Table:
    """One file of the case before it is written."""

    path: str
    kind: str
    source: str
    rows: list = field(default_factory=list)
    inputs: list = field(default_factory=list)


class Raw:
    """The folder of raw inputs; remembers the digest of everything it handed out."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.digests = {}

    def read(self, name):
        """The bytes of one input, with its digest kept for the manifest."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError as error:
            raise CaseError(f"missing input: {name} ({error.strerror})") from None
        self.digests[name] = hashlib.sha256(data).hexdigest()
        return gzip.decompress(data) if name.endswith(".gz") else data

    def rows(self, name):
        """The rows of one CSV input as dictionaries of untouched text."""
        return csv.DictReader(io.StringIO(self.read(name).decode("utf-8"), newline=""))

    def json(self, name):
        """One JSON input."""
        return json.loads(self.read(name))

    def receipts(self, names):
        """The manifest's note of what was read, in a fixed order."""
        return [{"path": name, "sha256": self.digests[name]} for name in sorted(names)]


def instant(text):
    """A UTC time out of any of the spellings the sources use."""
    return datetime.fromisoformat(text.replace("Z", "+00:00")).replace(tzinfo=timezone.utc)


def iso(moment):
    """The one spelling of a time that the case uses; milliseconds only where there are any."""
    text = moment.strftime("%Y-%m-%dT%H:%M:%S")
    fraction = f"{moment.microsecond:06d}".rstrip("0")
    return f"{text}.{fraction}Z" if fraction else f"{text}Z"


def from_unix(seconds):
    """A UTC time from whole seconds or milliseconds already divided."""
    return datetime.fromtimestamp(seconds, timezone.utc)


def next_midnight(day):
    """The end of a stamped day: when a figure for that day was surely known."""
    return iso(instant(day) + timedelta(days=1))


def key(kind, row):
    """The starred columns of a row; in every kind they are the leading ones."""
    return tuple(row[: KEYS[kind]])


def csv_bytes(kind, rows):
    """Rows in key order under the fixed header; a repeated key is an error, not a choice."""
    keys = [key(kind, row) for row in rows]
    if len(set(keys)) != len(keys):
        raise CaseError(f"repeated key in a table of kind {kind}")
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADERS[kind])
    writer.writerows(sorted(rows, key=lambda row: key(kind, row)))
    return out.getvalue().encode("utf-8")


def gzip_bytes(data):
    """Gzip without name or time, so the same rows give the same file."""
    out = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=out, mtime=0) as stream:
        stream.write(data)
    return out.getvalue()


def hand_written(kind):
    """Rows of a definition file that is committed in the case, refused unless it is in canonical form."""
    path = CASE / f"{kind}.csv"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CaseError(f"missing definition: {path.name} ({error.strerror})") from None
    lines = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
    if csv_bytes(kind, lines[1:]) != data:
        raise CaseError(f"{path.name} is not in canonical form (header, order of keys, quoting)")
    return lines[1:]
